r"""SubRip: a number, a line with two times, lines of text, a blank line.

1
00:00:01,500 --> 00:00:04,000
Anna: <i>Good morning.</i>

Nothing of this can be relied on: numbers are missing, texts hold blank lines, points stand for
commas, hours go beyond 99. So the time lines alone tell where cues are.
"""

import html
import re
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.base import Content, Draft, Format, NothingUsableError, uncollected
from viewer.formats.cues import (
    ENDS_EARLY,
    LEFT_OUT,
    LENIENT,
    Cues,
    Notes,
    normalized,
    without_damage,
)
from viewer.formats.speaker_labels import NO_LABEL, Labels
from viewer.formats.subrip_writer import write

NAME: Final = "subrip"

#: How nearly every file is written; much faster than `LENIENT`.
_STRICT: Final = re.compile(
    r"\n[0-9]+\n([0-9]{2}:[0-9]{2}:[0-9]{2},[0-9]{3} --> [0-9]{2}:[0-9]{2}:[0-9]{2},[0-9]{3})(?=\n)"
)
# One literal character first: such a pattern is looked for fast.
_TAG: Final = re.compile(r"<(?:/?(?:[ibusIBUScv]|em|strong|font|FONT|span)(?:[ .=][^<>\n]*)?/?>)")
_OVERRIDE: Final = re.compile(r"\{\\[^{}\n]*\}")
_BREAK_TAG: Final = re.compile(r"<[bB][rR] ?/?>")
ENTITY: Final = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"
)
#: Spaces where lines begin and end; the look behind keeps a long run from being tried from each.
_EDGES: Final = re.compile(r"(?<![ \t])[ \t]+(?=\n)|(?<=\n)[ \t]+")
#: Stands for `NO_LABEL` while tags are taken out; it never reaches a segment.
_MARK: Final = "\0"
_HEADER: Final = re.compile(r"\ufeff?WEBVTT(?:[ \t\r\n]|\Z)")


def claims(sample: Content) -> bool:
    """Return whether the sample has a line with two times, and no WebVTT header."""
    if _HEADER.match(sample.text) or "->" not in sample.text:
        return False
    return LENIENT.search(_lines_of(sample.text)) is not None


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every cue that can be read, and note what cannot."""
    cues = _cut(_without_tags(_lines_of(content.text)))
    if not cues.bodies:
        raise NothingUsableError("it has no line with two times")
    draft = Draft(NAME)
    notes = Notes()
    _read_head(cues.head, notes)
    _read_bodies(cues, draft, notes)
    notes.report(cues, draft)
    return draft.finish()


def _lines_of(text: str) -> str:
    # Tools that write text twice through a translating stream leave `\r\r\n`: that is one break.
    text = normalized(text.replace("\r\r\n", "\n") if "\r\r\n" in text else text)
    return _EDGES.sub("", text) if " \n" in text or "\n " in text or "\t" in text else text


def _without_tags(text: str) -> str:
    if "\0" in text:
        text = text.replace("\0", "")
    if "<" in text:
        if "<br" in text or "<BR" in text:
            text = _BREAK_TAG.sub(" ", text)
        text = _TAG.sub("", text.replace(NO_LABEL, _MARK))
    return _OVERRIDE.sub("", text) if "{\\" in text else text


def _cut(text: str) -> Cues:
    cues = Cues(text, _STRICT)
    return cues if len(cues) == text.count("-->") > 0 else Cues(text, LENIENT)


def _read_head(head: str, notes: Notes) -> None:
    head = without_damage(-1, head, notes) if "-->" in head else head
    for row, line in enumerate(head.split("\n")):
        if line.strip() and not line.strip().isdecimal():
            notes.add(-1, row, LEFT_OUT)


def _read_bodies(cues: Cues, draft: Draft, notes: Notes) -> None:
    """Read the texts; the plain ones, which are nearly all, take the short way."""
    labels = Labels((body for body in cues.bodies if ":" in body or "：" in body), len(cues))
    add = draft.segment
    for cue, (start, end, body) in enumerate(zip(cues.starts, cues.ends, cues.bodies, strict=True)):
        text = body.strip()
        if (
            start <= end
            and ":" not in text
            and "&" not in text
            and "\n\n" not in text
            and "-->" not in text
            and "：" not in text
        ):
            add(start, end, text.replace("\n", " "))
            continue
        if start > end:
            notes.add(cue, 0, ENDS_EARLY)
        for speaker, part in labels.split(_text_of(cue, body, notes)):
            add(start, end if start <= end else None, _plain(part), speaker=_plain(speaker or ""))


def _text_of(cue: int, body: str, notes: Notes) -> str:
    """Return the text without what belongs to the next cue."""
    text = (without_damage(cue, body, notes) if "-->" in body else body).strip()
    above, _, last = text.rpartition("\n\n")
    # Where blank lines stand everywhere, the next cue's number is parted from its times.
    return above.rstrip() if last == str(cue + 2) else text


def _plain(text: str) -> str:
    return ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


FORMAT: Final = Format(
    name=NAME,
    title="SubRip",
    suffixes=(".srt",),
    claims=claims,
    parse=parse,
    write=write,
)
