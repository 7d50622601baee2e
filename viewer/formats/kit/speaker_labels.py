"""Speakers that are stated in the text, as in `Anna: Good morning.` and `[SPEAKER_01]: Yes.`.

A colon near the start of a line is not yet a speaker: `Note: this` is text. A label in square
brackets is always one. A name without brackets is one if it is written like a name, is no word
of `NO_NAMES`, and either comes back in the file or is one of many labels in it.

Names that people give themselves are written in any way: `rosa:`, `ivo @ acme | berlin:`. Such
ones, and brackets without a colon (`[Anna] Yes.`, `(Anna)` above a line), are known by the file:
where a good part of its cues begin with labels, those that come back are speakers.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Final

from viewer.core.value import value
from viewer.formats.kit.name_shapes import has_no_capitals, like_a_name, like_any_name

#: Of the cues of a file with labels at least one in so many has one.
_ONE_IN: Final = 4
#: So many of which none comes back are headings: of people who talk somebody talks again.
_HEADINGS: Final = 5
#: An empty element before a text says that what follows is no label. Players show nothing of it.
NO_LABEL: Final = "<b></b>"

_COLON: Final = r"(?::(?=\s|$)|：)"
#: What begins the words of another, before his or her label.
_LEADING: Final = re.compile(r"\s{0,9}(?:[-–—]|>>{1,3})[ \t]?(?=[^\W_\[(])")
#: What says which way a line reads, before its first letter.
_DIRECTIONS: Final = "\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_ANY_DIRECTION: Final = frozenset(_DIRECTIONS)
_EMBEDDINGS: Final = frozenset(_DIRECTIONS[2:])  # these are closed behind the words
_LEADS: Final = frozenset("-–—>")
_BRACKETED: Final = re.compile(rf"\s*\[([^\[\]\n]+)\]{_COLON}")
_LONGEST: Final = 59
#: A name in brackets without a colon, and what is said behind it.
_BARE: Final = re.compile(r"\s*+(?:\[([^\[\]\n]{1,59})\]|\(([^()\n]{1,59})\))(?=\s|:|$):?(.*)")
#: A name on the line of a cue's times, behind those.
_BEHIND_TIME: Final = re.compile(r"> ?[0-9:.,]{4,16}[ \t]{1,4}[\[(]")
#: What recognisers call speakers: certain in brackets also without a colon.
_NUMBERED: Final = re.compile(
    r"(?i:speaker|sprecher|spk|locuteur|hablante|спикер)[ _]?(?:\d{1,3}|\?)"
)
#: The same with its number, which needs no blank behind the colon.
_SURELY_NUMBERED: Final = re.compile(
    r"(?i:speaker|sprecher|spk|locuteur|hablante|спикер)[ _]?[0-9]{1,3}"
)
#: What stands alone above another's name parts the two.
_PARTING: Final = frozenset({"-", "–", "—"})
#: In so few cues a label has no company.
_FEW_CUES: Final = 2
#: So many cues with names in brackets without colons are the fewest that tell anything.
_FEWEST_BARE: Final = 3


def label_of(text: str) -> tuple[str, bool, int] | None:
    """Return a label at the text's start: the name, whether it is certain, and where it ends.

    Certain is what stands in brackets; another one counts only in the company of more.
    """
    head = text.lstrip()
    if head[:1] in _ANY_DIRECTION:
        head = head.lstrip(_DIRECTIONS)
    if head.startswith("["):
        match = _BRACKETED.match(head)
        name = match[1].strip() if match else ""
        return (name, True, match.end() + len(text) - len(head)) if match and name else None
    near = head[: _LONGEST + 1]
    name = near.partition(":")[0].partition("：")[0]
    behind = head[len(name) : len(name) + 2]
    if not (
        behind.startswith("：")
        or behind == ":"
        or (behind[:1] == ":" and (behind[1].isspace() or _SURELY_NUMBERED.fullmatch(name)))
    ):
        return None
    end = len(text) - len(head) + len(name) + 1
    name = name.rstrip()
    return (name, False, end) if name[:1] != "(" and like_a_name(name) else None


class _Kind(Enum):
    """How a label is written, which tells how sure it is."""

    CERTAIN = "brackets and a colon"
    NAME = "a name and a colon"
    UNCASED = "a name in a script without capitals and a colon"
    ANY = "whatever stands before a colon"
    BARE = "brackets alone"
    GLUED = "whatever stands before a colon that words follow without a blank"


@value
class _Label:
    name: str
    kind: _Kind
    rest: str


def certain_label(line: str) -> tuple[str, str] | None:
    """Return the speaker whose label a line begins with beyond doubt, and what is said."""
    label = _label_in(line) if line.lstrip()[:1] in ("[", "(") else None
    is_certain = label is not None and label.kind is _Kind.CERTAIN
    return (label.name, label.rest) if label is not None and is_certain else None


def is_like_label(text: str) -> bool:
    """Return whether a text of one line begins with what may be a label in some file."""
    label = _label_in(text)
    return label is not None and label.kind is not _Kind.GLUED


def may_hold_label(text: str) -> bool:
    """Return whether a label can be in a text at all: seen at a glance."""
    return ":" in text or "：" in text or "[" in text or "(" in text


def label_glance(whole: str) -> Callable[[str], bool]:
    """Return what tells at a glance whether a label can be in one of the texts of a file."""
    if any(sign in whole and f"\n{sign}" in whole for sign in "[("):  # one is soon looked for
        return may_hold_label
    if ("[" in whole or "(" in whole) and _BEHIND_TIME.search(whole):
        return may_hold_label
    return _has_wide_colon if "：" in whole else _has_colon


def _has_colon(text: str) -> bool:
    return ":" in text


def _has_wide_colon(text: str) -> bool:
    return ":" in text or "：" in text


class _Counts:
    """How often each label stands in the texts of a file, by how it is written."""

    __slots__ = ("alone", "certain", "of")

    def __init__(self, texts: Iterable[str]) -> None:
        self.of: Final = {kind: Counter[str]() for kind in _Kind}
        self.alone: Final[set[str]] = set()
        heads = Counter[str]()  # what stands before a colon tells alone, and comes back
        for text in texts:
            lines = text.strip().split("\n")
            for row, line in enumerate(lines):
                head, colon, _ = line.partition(": ")
                if colon and head[:1].isalnum():
                    heads[head] += 1
                elif (label := _label_in(line)) is not None:
                    self._add(label, 1, label.rest or _next_text(lines, row))
        for head, count in heads.items():
            label = _label_in(f"{head}: x") if len(head) <= _LONGEST else None
            if label is not None:
                self._add(label, count, label.rest)
        self.certain: Final = self.of[_Kind.CERTAIN].total()

    def _add(self, label: _Label, count: int, said: str) -> None:
        """Count a label; a name above its words has them as its own."""
        self.of[label.kind][label.name] += count
        if label.kind is _Kind.BARE and not said:
            self.alone.add(label.name)


class Labels:
    """Which labels of a file are speakers."""

    __slots__ = ("_all", "_bare", "_every", "_glued", "_loose", "_recurring", "_sure", "any")

    def __init__(self, texts: Iterable[str], cues: int) -> None:
        """Look at the texts that `may_hold_label`, out of so many `cues` in all."""
        found = _Counts(texts)
        named, loose, certain = found.of[_Kind.NAME], found.of[_Kind.ANY], found.certain
        uncased = found.of[_Kind.UNCASED]
        #: Whether names without capitals are as sure as others: where nearly all cues have one.
        self._sure: Final = uncased.total() * 4 >= cues * 3
        (named if self._sure else loose).update(uncased)
        self._recurring: Final = frozenset(name for name, count in named.items() if count > 1)
        company = named.total() + certain > 1 or cues <= _FEW_CUES
        are_people = bool(self._recurring) or named.total() < _HEADINGS
        self._all: Final = company and are_people and named.total() * _ONE_IN >= cues
        again = {name: count for name, count in loose.items() if count > 1}
        labelled = named.total() + certain + sum(again.values())
        #: Names written in any way that are speakers, and whether each is, as nearly all have one.
        self._loose: Final = frozenset(again if labelled * _ONE_IN >= cues else ())
        self._every: Final = _nearly_all(labelled, loose.total() - sum(again.values()), cues)
        self._bare: Final = _speaking(found.of[_Kind.BARE], found.alone, cues)
        #: Names without a blank behind their colons: where nearly all cues have one.
        self._glued: Final = _nearly_everywhere(found.of[_Kind.GLUED], cues)
        #: Whether any of the texts is a speaker's at all.
        self.any: Final = bool(
            (self._all and named)
            or self._recurring
            or self._loose
            or self._bare
            or self._glued
            or certain
        )

    def speaks(self, name: str, *, certain: bool = False) -> bool:
        """Return whether a name that stands as a label is a speaker's."""
        if has_no_capitals(name) and not self._sure:
            return certain
        return certain or self._all or name in self._recurring

    def cut(self, text: str) -> tuple[str, str] | None:
        """Return the speaker that a text of one line begins with, and what is said."""
        label = self._of([text], 0, is_first=True)
        return (label.name, label.rest.strip()) if label else None

    def split(self, text: str) -> list[tuple[str | None, str]]:
        """Return the text cut at the lines that begin with a speaker: (speaker, text) each."""
        parts: list[tuple[str | None, list[str]]] = []
        lines = text.split("\n")
        for row, line in enumerate(lines):
            label = self._of(lines, row, is_first=not parts)
            if label:
                if parts:
                    _without_parting(parts[-1][1])
                parts.append((label.name, [label.rest]))
            elif parts:
                parts[-1][1].append(line)
            else:
                parts.append((None, [line]))
        return [(speaker, "\n".join(said).strip()) for speaker, said in parts]

    def _of(self, lines: Sequence[str], row: int, *, is_first: bool) -> _Label | None:
        label = _label_in(lines[row])
        if label is None:
            return None
        if label.kind is _Kind.BARE:
            speaks = label.name in self._bare and bool(label.rest or _next_text(lines, row))
        elif label.kind is _Kind.GLUED:
            speaks = label.name in self._glued
        elif label.kind is _Kind.ANY or (label.kind is _Kind.UNCASED and not self._sure):
            speaks = label.name in self._loose or (self._every and is_first)
        else:
            speaks = self.speaks(label.name, certain=label.kind is _Kind.CERTAIN)
        return label if speaks else None


def _nearly_all(labelled: int, once: int, cues: int) -> bool:
    """Return whether nearly all cues have a label, and most of those are speakers' for sure."""
    return labelled >= max(once, 2) and (labelled + once) * 4 >= cues * 3


def _nearly_everywhere(glued: Counter[str], cues: int) -> frozenset[str]:
    again, total = sum(count for count in glued.values() if count > 1), glued.total()
    are_people = len(glued) > 1 and total * 4 >= cues * 3 and again * 2 >= total
    return frozenset(glued if are_people else ())


def _speaking(bare: Counter[str], alone: set[str], cues: int) -> frozenset[str]:
    """Return the names in brackets without colons that are speakers: no sounds, and many."""
    names = {name: count for name, count in bare.items() if name not in alone}
    total = sum(names.values())
    if total < _FEWEST_BARE or total * 2 < cues or max(names.values()) < 2:
        return frozenset()
    return frozenset(names)


def _without_parting(said: list[str]) -> None:
    while said and (not said[-1].strip() or said[-1].strip() in _PARTING):
        del said[-1]


def _next_text(lines: Sequence[str], row: int) -> str:
    below = (lines[at] for at in range(row + 1, len(lines)))
    return next((line for line in below if line and not line.isspace()), "")


def _undirected(line: str) -> str:
    """Return a line without what tells its direction, and without what closes that."""
    bare = line.strip()
    if bare[0] in _EMBEDDINGS:
        bare = bare.removesuffix("\u202c").removesuffix("\u2069")
    return bare.lstrip(_DIRECTIONS)


def _label_in(line: str) -> _Label | None:
    """Return what a line begins with, if it is written like any label at all."""
    if not may_hold_label(line):
        return None
    line = _undirected(line) if line.lstrip()[:1] in _ANY_DIRECTION else line
    line = _LEADING.sub("", line, count=1) if line.lstrip()[:1] in _LEADS else line
    found = label_of(line)
    if found is not None:
        kind = _Kind.UNCASED if has_no_capitals(found[0]) else _Kind.NAME
        return _Label(found[0], _Kind.CERTAIN if found[1] else kind, line[found[2] :])
    bare = _BARE.match(line) if line.lstrip()[:1] in ("[", "(") else None
    if bare is not None:
        name = (bare[1] or bare[2]).strip()
        rest = bare[3].strip()
        if rest and _NUMBERED.fullmatch(name):
            return _Label(name, _Kind.CERTAIN, rest)
        is_name = like_a_name(name) or (bool(bare[1]) and like_any_name(name))
        return _Label(name, _Kind.BARE, rest) if is_name else None
    return _any_label(line.lstrip())


def _any_label(line: str) -> _Label | None:
    """Return whatever stands before a colon, if people may be called so."""
    head = line[: _LONGEST + 1]
    name = re.split("[:：]", head, maxsplit=1)[0]
    behind = head[len(name) : len(name) + 2]
    parted = behind[:1] == "：" or behind == ":" or (behind[:1] == ":" and behind[1].isspace())
    is_glued = not parted and behind[1:].isalpha() and not name.endswith((" ", ":"))
    if not (parted or is_glued) or not like_any_name(name.strip()):
        return None
    kind = _Kind.GLUED if is_glued else _Kind.ANY
    return _Label(name.strip(), kind, line[len(name) + 1 :])
