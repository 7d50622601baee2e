"""Text without times: a line is a segment. Whatever is text and nothing else is read as this."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.dialogue import is_dialogue
from viewer.formats.kit.json_document import looks_like_json
from viewer.formats.kit.speaker_labels import certain_label, label_of
from viewer.formats.prose.testimony import turns_of
from viewer.formats.text import split_lines

NAME: Final = "plain-text"

#: How XML and web pages begin: what no other reader took of these is no transcript.
_PAGE: Final = re.compile(r"<\?xml|<!DOCTYPE|<html|<svg|<[a-z]+(?:\s[^<>]{0,500})?>\s*<", re.I)

#: Labels that are beyond doubt stand in half of the lines, of so many at least.
_FEWEST: Final = 4
#: What recognisers call people, alone above what they say; so many of them are no accident.
_ALONE: Final = re.compile(
    r"[\[(*]{0,3}((?i:speaker|sprecher|spreker|locuteur|intervenant|hablante|orador|falante"
    r"|parlante|спикер|говорящий|участник|参加者|说话人|发言人|話者|화자|참석자)"
    r"[ _]?(?:[0-9]{1,3}|[A-Z]))[\])*:：]{0,3}"
)
_FEWEST_NAMES: Final = 2


def claims(sample: Content) -> Claim:
    """Return whether there is text that is not the beginning of data or of a web page."""
    text = sample.text.strip("\x00 \t\r\n\ufeff")
    is_text = bool(text) and not _PAGE.match(text) and not looks_like_json(text)
    return Claim.WEAK if is_text else Claim.NO


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line with text; names before colons are speakers where it is a conversation."""
    whole = split_lines(content.text)
    lines = [line for line in whole if line and not line.isspace()]
    draft = Draft(NAME)
    if turns := turns_of(lines):
        for turn in turns:
            draft.segment(None, None, turn.text, speaker=turn.speaker)
    elif _has_speakers(lines):
        _add_labelled(draft, lines)
    elif names := _names_alone(whole):
        _add_below_names(draft, whole, names)
    else:
        for line in lines:
            draft.segment(None, None, line)
    if draft.empty:
        raise NothingUsableError("it has no line with text")
    return draft.finish()


def _has_speakers(lines: Sequence[str]) -> bool:
    if sum(certain_label(line) is not None for line in lines) * 2 >= max(len(lines), _FEWEST):
        return True
    found = (label_of(line) for line in lines if ":" in line or "：" in line)
    return is_dialogue((label[0] for label in found if label), len(lines))


def _add_labelled(draft: Draft, lines: Sequence[str]) -> None:
    speaker: str | None = None
    for line in lines:
        found = label_of(line)
        if certain := certain_label(line):
            speaker, line = certain
        elif found:
            speaker, line = found[0], line[found[2] :]
        if line.strip():
            draft.segment(None, None, line, speaker=speaker)


def _names_alone(lines: Sequence[str]) -> frozenset[str]:
    """Return the lines that are the names of those who say what stands below.

    A recogniser's are so beyond doubt. Others stand below a blank line and above words, come back,
    and are those of a conversation.
    """
    bare = [line.strip() for line in lines]
    numbered = [line for line in bare if _ALONE.fullmatch(line)]
    if len(numbered) >= _FEWEST_NAMES:
        return frozenset(numbered)
    around = zip(["", *bare], bare, [*bare[1:], ""], strict=False)
    apart = [line for above, line, below in around if line and below and not above]
    found = Counter(line for line in apart if _is_name(line))
    names = frozenset(line for line, count in found.items() if count > 1)
    said = sum(1 for line in bare if line)
    is_talk = is_dialogue((line for line in apart if line in names), said)
    return names if is_talk and found.total() * 4 >= len(apart) * 3 else frozenset()


def _is_name(line: str) -> bool:
    label = label_of(f"{line.rstrip(':')}:")
    return label is not None and label[0] == line.rstrip(":").strip()


def _add_below_names(draft: Draft, lines: Sequence[str], names: frozenset[str]) -> None:
    """Add the lines; a name right below words is said, one that only names are below is listed."""
    speaker: str | None = None
    bare = ["", *map(str.strip, lines), "", ""]
    around = zip(lines, bare, bare[1:], bare[2:], bare[3:], strict=False)
    for line, above, said, below, later in around:
        has_words = bool(below) and (below not in names or (bool(later) and later not in names))
        if said in names and (numbered := _ALONE.fullmatch(said)):
            speaker = numbered[1]
        elif said in names and not above and has_words:
            speaker = said.rstrip(":")
        elif said:
            draft.segment(None, None, line, speaker=speaker)
