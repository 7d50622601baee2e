"""TTML and its profiles DFXP and IMSC: paragraphs with times, in them spans for words.

<tt xml:lang="en"><body><div>
<p begin="00:00:01.000" end="00:00:04.000" ttm:agent="v1">Good<br/>morning.</p>
</div></body></tt>
"""

import re
from collections.abc import Mapping
from itertools import groupby
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.captions.broadcast import (
    counted_from,
    counted_from_hour,
    counted_from_tenth_hour,
)
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.captions.ttml.spans import Span, place
from viewer.formats.captions.ttml.tags import Paragraph, TtmlReader
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.inline_times import Piece, words_of

NAME: Final = "ttml"

_SIGN: Final = re.compile(
    r"\A\s*+(?:<\?xml[^>]{0,500}\?>\s*+)?(?><!--.{0,4000}?-->\s*|<!DOCTYPE\s[^<>\[]{0,500}>\s*){0,9}+"
    r"<(?:[\w-]{1,20}:)?tt(?=[\s>])",
    re.S,
)
_ENTITY_BOMB: Final = re.compile(r"\A\s*(?:<\?xml[^>]{0,500}\?>\s*)?<!DOCTYPE\s+(?:\w+:)?tt\b")
_NO_TIME: Final = "This paragraph has no time and was left out."


def claims(sample: Content) -> Claim:
    """Return whether the root of the XML is TTML's."""
    text = sample.text.removeprefix("\ufeff")
    return Claim.sure(_SIGN.match(text) is not None or _ENTITY_BOMB.match(text) is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every paragraph up to the end, or to where the XML is damaged."""
    draft = Draft(NAME)
    reader = TtmlReader()
    reader.read(content.text, draft)
    absolute = place(reader.spans, reader.first_inside)
    names = reader.agent_names()
    for paragraph in reader.paragraphs:
        _add(draft, paragraph, names, absolute=absolute)
    if draft.empty:
        raise NothingUsableError("it has no paragraph with a time")
    draft.language = reader.language or None
    draft.duration_ms = reader.length_ms
    draft.source = clean_source(reader.title, "", None, "")
    made = draft.finish()
    if reader.begin_ms and (counted := counted_from(made, reader.begin_ms)) is not None:
        return counted
    if reader.hour_ms:
        return counted_from_hour(made, reader.hour_ms)
    return counted_from_tenth_hour(made)


def _add(draft: Draft, paragraph: Paragraph, names: Mapping[str, str], *, absolute: bool) -> None:
    lifted = paragraph.words
    pieces, text = ([], lifted.text) if lifted else _read(paragraph)
    if not text:
        return
    start, end = _times(paragraph)
    if start is None:
        draft.problem(paragraph.line, _NO_TIME)
        return
    if end is not None and end < start:
        draft.problem(paragraph.line, ENDS_EARLY)
        end = None
    if lifted:
        words = lifted.between(start, end, 0 if absolute else start)
    else:
        latest = max((ms for ms, _, _ in pieces if ms is not None), default=start)
        words = words_of(pieces, start, max(start, latest) if end is None else end)
    draft.segment(start, end, text, speaker=_speaker(paragraph, names), words=words)


def _read(paragraph: Paragraph) -> tuple[list[Piece], str]:
    """Return the text, and, where spans in it have times, its pieces."""
    text = "".join(said for _, said in paragraph.texts)
    if all(span is paragraph.span for span, _ in paragraph.texts):
        return [], _tidy(text)
    pieces: list[Piece] = []
    runs = [(span, "".join(s for _, s in run)) for span, run in groupby(paragraph.texts, _span_of)]
    for i, (span, said) in enumerate(runs):
        if span is not paragraph.span:
            pieces.append((span.start_ms, said, None))
            if span.end_ms is not None and (i + 1 == len(runs) or runs[i + 1][1].isspace()):
                pieces.append((span.end_ms, "", None))
        elif not said.isspace():
            pieces.append((None, said, None))
    return pieces, _tidy(text)


def _span_of(text: tuple[Span, str]) -> Span:
    return text[0]


def _times(paragraph: Paragraph) -> tuple[int | None, int | None]:
    """Return a paragraph's own times, or where it has none those of the spans in it."""
    span = paragraph.span
    if span.start_ms is not None:
        return span.start_ms, span.end_ms
    inside = [each for each, _ in paragraph.texts if each.start_ms is not None]
    starts = [each.start_ms for each in inside if each.start_ms is not None]
    ends = [each.end_ms for each in inside if each.end_ms is not None]
    return min(starts, default=None), max(ends, default=None)


def _speaker(paragraph: Paragraph, names: Mapping[str, str]) -> str | None:
    span: Span | None = paragraph.span
    while span is not None and not span.agent:
        span = span.around
    agents = span.agent.split() if span else []
    return ", ".join(filter(None, (names.get(agent, agent) for agent in agents))) or None


def _tidy(text: str) -> str:
    return " ".join(text.split())
