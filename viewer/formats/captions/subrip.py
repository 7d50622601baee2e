r"""SubRip: a number, a line with two times, lines of text, a blank line.

1
00:00:01,500 --> 00:00:04,000
Anna: <i>Good morning.</i>

Nothing of this can be relied on: numbers are missing, texts hold blank lines, points stand for
commas, hours go beyond 99. So the time lines alone tell where cues are.
"""

import html
import operator
import re
from collections.abc import Iterator
from itertools import repeat
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.captions.cues import (
    LEFT_OUT,
    LENIENT,
    Cues,
    Notes,
    lenient_cues,
    normalized,
    note_steps_back,
    plain_texts,
    why_derived,
    without_damage,
)
from viewer.formats.captions.hand_edits import undone
from viewer.formats.captions.highlights import add_lines, highlighted
from viewer.formats.captions.name_lines import label_first_lines
from viewer.formats.captions.rolling import unroll
from viewer.formats.captions.subrip_odd_times import has_times, may_be_odd, usual_times
from viewer.formats.captions.substation_signs import follow_signs
from viewer.formats.captions.tamed_times import tamed
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import NO_LABEL, Labels, label_glance

NAME: Final = "subrip"

_STAMP: Final = "[0-9][0-9]:[0-9][0-9]:[0-9][0-9],[0-9][0-9][0-9]"
#: How nearly every file is written; much faster than `LENIENT`.
_STRICT: Final = re.compile(rf"\n[0-9]+\n({_STAMP} --> {_STAMP})(?=\n)")
# One literal character first: such a pattern is looked for fast.
_TAG: Final = re.compile(
    r"<(?:/?(?:[ibusIBUScv]|br|BR|em|strong|font|FONT|span)(?:[ .=][^<>\n]*)?/?>)"
)
_BREAK: Final = re.compile(r"<(?:br|BR)(?:[ .=][^<>\n]*)?/?>")
ENTITY: Final = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"
)
#: What makes a text more than lines to be joined: blank lines, entities, time lines.
_ODD: Final = ("  ", "&", "-->")
_ALWAYS: Final = ("  ", "-->")
#: Blanks at the ends of lines are looked for in so much of a text, and so many taken off.
_HEAD: Final = 65_536
_BLANKS: Final = 3
#: Spaces where lines begin and end; the look behind keeps a long run from being tried from each.
_EDGES: Final = re.compile(r"(?<![ \t])[ \t]+(?=\n)|(?<=\n)[ \t]+")
#: Stands for `NO_LABEL` while tags are taken out; it never reaches a segment.
_MARK: Final = "\x01"
#: Times in which a file breaks off, below their number or a blank line.
_TORN: Final = re.compile(
    r"\n(?:\n|\n?[0-9]{1,9}\n)[0-9]{1,3}:[0-9]{2}"
    r"(?::[0-9]{0,2}(?:[,.][0-9]{0,3}[ \t]?-{0,2}>?)?)?\s{0,9}\Z"
)
_LONGEST_TORN: Final = 60
BREAKS_OFF: Final = "The file breaks off in the times on this line, which were left out."
_HEADER: Final = re.compile(r"\ufeff?WEBVTT(?:[ \t\r\n]|\Z)")


def claims(sample: Content) -> Claim:
    """Look for a first cue as nearly all are written, or for any line with two times."""
    if _HEADER.match(sample.text):
        return Claim.NO
    text = undone(_lines_of(sample.text))
    first = _STRICT.search(text)
    if first is not None and not text[: first.start()].strip("\ufeff\n"):
        return Claim.SURE
    return Claim.likely(("->" in text and LENIENT.search(tamed(text))) or has_times(text))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every cue that can be read, and note what cannot."""
    cues = _cut(_lines_of(content.text))
    if not cues.bodies:
        raise NothingUsableError("it has no line with two times")
    draft = Draft(NAME, in_order=True)
    notes = Notes()
    _read_head(cues.head, notes)
    _tear_off(cues, notes)
    follow_signs(cues)
    if lines := highlighted(cues):
        add_lines(draft, lines, _without_tags)
    else:
        label_first_lines(cues)
        unroll(cues, notes, _without_tags)
        _Reader(cues, draft, notes).read()
        note_steps_back(cues, notes)
    notes.report(cues, draft)
    return draft.finish()


def _lines_of(text: str) -> str:
    # Tools that write text twice through a translating stream leave `\r\r\n`: that is one break.
    text = normalized(text.replace("\r\r\n", "\n") if "\r" in text else text)
    for _ in range(_BLANKS):  # where lines end in blanks, nearly all do, and in one or two
        if " \n" not in text[:_HEAD]:
            break
        text = text.replace(" \n", "\n")
    return text


def _cut(text: str) -> Cues:
    cues = Cues(text, _STRICT)
    if cues.bodies and not may_be_odd(cues):
        return cues
    text = tamed(undone(text))
    cues = lenient_cues(text)
    if cues.bodies and not may_be_odd(cues):
        return cues
    return lenient_cues(usual_times(text))


def _read_head(head: str, notes: Notes) -> None:
    head = without_damage(-1, head, notes) if "-->" in head else head
    for row, line in enumerate(head.split("\n")):
        if line.strip() and not line.strip().isdecimal():
            notes.add(-1, row, LEFT_OUT)


def _tear_off(cues: Cues, notes: Notes) -> None:
    """Take what a file breaks off in, a number and a piece of its times, off the last text."""
    last = cues.bodies[-1]
    torn = _TORN.search(last[-_LONGEST_TORN:])
    if torn is not None:
        cues.bodies[-1] = last[: len(last) - len(torn[0])]
        notes.add(len(cues) - 1, last.rstrip().count("\n"), BREAKS_OFF)


class _Reader:
    """Reads the texts: all at once if all are plain, one after the other if any is not."""

    def __init__(self, cues: Cues, draft: Draft, notes: Notes) -> None:
        self._cues = cues
        self._draft = draft
        self._notes = notes
        self._may_be_labelled = label_glance(cues.text)
        texts = filter(self._may_be_labelled, cues.bodies)
        self._labels = Labels(map(_without_tags, texts), len(cues))
        self._plainly: dict[str, bool] = {}

    def read(self) -> None:
        """Read every cue."""
        cues = self._cues
        plain = not self._labels.any and all(map(operator.le, cues.starts, cues.ends))
        texts = plain_texts(cues.bodies, _without_tags, _ODD) if plain else None
        if texts is None:
            self._draft.extend(self._one_by_one())
        else:
            self._draft.extend(zip(cues.starts, cues.ends, texts, repeat(None), strict=False))

    def _one_by_one(self) -> Iterator[tuple[int, int, str, str | None]]:
        """Yield start, end, text and speaker of each plain cue; add the others by themselves."""
        cues, labelled = self._cues, self._labels.any
        odd = _odd_signs(cues)
        for cue, (start, end, body) in enumerate(
            zip(cues.starts, cues.ends, cues.bodies, strict=True)
        ):
            text = body.strip().replace("\n", " ")
            speaker: str | None = None
            if labelled and self._may_be_labelled(text):
                speaker, text = self._plainly_labelled(text)
            if start > end or text is None or any(sign in text for sign in odd):
                self._add_odd(cue, start, end, body)
            else:
                yield start, end, _untagged(text) if "<" in text else text, speaker

    def _plainly_labelled(self, text: str) -> tuple[str | None, str | None]:
        """Return the known name and the words of a cue that is nothing else; its text if none.

        The text is None where it has to be looked at closely.
        """
        name, colon, said = text.partition(": ")
        if not colon:
            return None, None
        if name not in self._plainly:
            self._plainly[name] = self._labels.cut(f"{name}: x") == (name, "x")
        if not self._plainly[name] or "<" in text or self._may_be_labelled(said):
            return None, None
        return name, said

    def _add_odd(self, cue: int, start: int, end: int, body: str) -> None:
        if start > end:
            self._notes.add(cue, 0, why_derived(end))
        if "-->" in body:
            body = without_damage(cue, body, self._notes)
        text = _without_next_number(_EDGES.sub("", _without_tags(body)).strip(), cue)
        for speaker, part in self._labels.split(text):
            self._draft.segment(
                start, end if start <= end else None, _plain(part), speaker=_plain(speaker or "")
            )


def _odd_signs(cues: Cues) -> tuple[str, ...]:
    """Return what tells that a text is more than lines, as far as the file has it at all."""
    rare = (sign for sign in _ODD if sign not in _ALWAYS and sign in cues.text)
    arrows = ("-->",) if cues.text.count("-->") > len(cues) else ()
    return ("  ", *rare, *arrows)


def _without_next_number(text: str, cue: int) -> str:
    """Return the text without the next cue's number, which blank lines part from its times."""
    above, _, last = text.rpartition("\n\n")
    return above.rstrip() if last == str(cue + 2) else text


def _without_tags(text: str) -> str:
    if "<" in text:
        return _untagged(text.replace(NO_LABEL, _MARK))
    return text


def _untagged(text: str) -> str:
    return _TAG.sub("", _BREAK.sub(" ", text))


def _plain(text: str) -> str:
    return ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text
