"""A note that two windows have changed: what each wanted of it, and no word of either lost."""

from dataclasses import fields, replace

from viewer.state.note import LONGEST_COMMENT, Note


def together(before: Note, mine: Note, theirs: Note) -> Note:
    """Return a note with what was changed of it in two windows since it was as `before`.

    Where both have changed the same, the later one counts, but for comments.
    """
    early, late = sorted((mine, theirs), key=lambda note: note.changed_ms)
    if early.changed_ms <= before.changed_ms:
        return late
    members = {
        name: getattr(early, name)
        for name in (each.name for each in fields(Note))
        if name != "changed_ms" and getattr(late, name) == getattr(before, name)
    }
    comment = both_comments(before.comment, early.comment, late.comment)
    made = replace(late, **{**members, "comment": comment})
    # Later than either, so that it counts in every window.
    return made if made == late else replace(made, changed_ms=late.changed_ms + 1)


def both_comments(before: str, early: str, late: str) -> str:
    """Return a comment with what two have written since it was `before`, one below the other.

    What is longer than a comment can be stays as the later one has it; the other is in the
    notebook's versions.
    """
    if before in (early, late):
        return late if early == before else early
    if early in late or late in early:
        return late if early in late else early
    both = f"{early}\n{late}"
    if before and early.startswith(f"{before}\n"):  # only something below it is new
        both = late + early.removeprefix(before)
    elif before and late.startswith(f"{before}\n"):
        both = early + late.removeprefix(before)
    elif before and early.endswith(f"\n{before}"):
        both = early.removesuffix(before) + late
    return both if len(both) <= LONGEST_COMMENT else late
