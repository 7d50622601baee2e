"""Text with timecodes that count frames, as editing programs write it.

00:00:00:12 - 00:00:11:10        00:00:01:05 00:00:03:10        1 00:00:01:05 00:00:03:10 Good.
Speaker 1                        Good morning.                  2 00:00:04:00 00:00:05:00 Yes.
Good morning.

Premiere and Resolve write the first, Avid the second, Encore the third. None tells how many frames
are a second; that the file's own numbers tell, as far as they go.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.captions.broadcast import HOUR_MS, counted_from_hour
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.frame_rate import FrameRate, frame_rate
from viewer.formats.kit.speaker_labels import Labels, label_of
from viewer.formats.text import split_lines

NAME: Final = "timecode-text"

_CODE: Final = r"([0-9]{1,2}(?::[0-5][0-9]:|;[0-5][0-9];)[0-5][0-9])[:;]([0-9]{2})"
_LINE: Final = re.compile(
    rf"\s*+(?:[0-9]{{1,6}}[.:]?[ \t]+)?\[?{_CODE}\]?(?:[ \t]*+(?:--?>|[-–—,])?[ \t]*+"
    rf"\[?{_CODE}\]?)?(?![0-9:;])(.*)"
)
#: What surrounds Avid's captions, and what DVD Studio Pro sets between its own.
_AROUND: Final = re.compile(r"\s*(?:@.*|\$\w.*|//.*|<(?:begin|end) subtitles>|>>>.*)")
_NUMBERED: Final = re.compile(r"(?i:speaker|sprecher|locuteur|hablante|unknown)[ _]?[0-9A-Z]{0,3}")
#: How DVD Subtitle System breaks lines; behind a colon it is an address.
_BREAK: Final = re.compile(r"(?<![:/])//(?!/)")
#: DVD Studio Pro's switches for italics, bold and underlined.
_SWITCH: Final = re.compile(r"\^[IBU](?![a-z])")
_LOOKED_AT: Final = 60
_ONE_IN: Final = 12


@dataclass(slots=True)
class _Block:
    line: int
    codes: tuple[str, int, str | None, int]
    said: list[str] = field(default_factory=list)


def claims(sample: Content) -> Claim:
    """Return whether lines begin with two timecodes that count frames."""
    lines = [line for line in split_lines(sample.text)[:_LOOKED_AT] if line.strip()]
    found = sum(1 for line in lines if _is_code(_LINE.match(line.removeprefix("\ufeff"))))
    return Claim.sure(found and found * _ONE_IN >= len(lines) and "\t" not in sample.text[:200])


def _is_code(match: re.Match[str] | None) -> bool:
    return match is not None and not match[5].startswith(("\t", "|", ";"))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every block, with the names that stand first in it."""
    blocks = list(_blocks(content.text.removeprefix("\ufeff")))
    if not blocks:
        raise NothingUsableError("it has no line with two timecodes")
    draft = Draft(NAME, in_order=True)
    head = "\n".join(split_lines(content.text)[: blocks[0].line - 1])
    frames = [block.codes[place] for block in blocks for place in (1, 3)]
    drops = ";" in blocks[0].codes[0]
    rate = frame_rate([frame for frame in frames if isinstance(frame, int)], head, drops=drops)
    if rate.guess:
        draft.problem(blocks[0].line, rate.guess)
    names = _names(blocks)
    labels = Labels((block.said[0] for block in blocks if block.said), len(blocks))
    for block in blocks:
        _add(block, rate, names, labels, draft)
    if draft.empty:
        raise NothingUsableError("it has timecodes, but no words")
    return counted_from_hour(draft.finish(), rate.ms(HOUR_MS, 0))


def _blocks(text: str) -> Iterator[_Block]:
    block: _Block | None = None
    for number, line in enumerate(split_lines(text), 1):
        if (match := _LINE.fullmatch(line)) and _is_code(match):
            if block is not None:
                _without_number(block.said)
                yield block
            block = _Block(number, (match[1], int(match[2]), match[3], int(match[4] or 0)))
            block.said += [match[5].lstrip(" ,\t")] if match[5].strip() else []
        elif block is not None and line.strip() and not _AROUND.fullmatch(line):
            block.said.append(line.strip())
    if block is not None:
        yield block


def _without_number(said: list[str]) -> None:
    """Take off the number of the next block, which stands above its times."""
    if len(said) > 1 and said[-1].isdecimal():
        del said[-1]


def _names(blocks: Sequence[_Block]) -> frozenset[str]:
    """Return the first lines that are names: with text below, and again, or numbered."""
    heads = Counter(block.said[0] for block in blocks if len(block.said) > 1)
    if heads.total() * 2 <= len(blocks):
        return frozenset()
    plain = {head for head in heads if (found := label_of(f"{head}:")) and found[0] == head}
    again = {head for head in heads if head in plain and heads[head] > 1}
    numbered = {head for head in heads if _NUMBERED.fullmatch(head)}
    return frozenset(plain | numbered if again or numbered else ())


def _clock(code: str) -> int:
    return parse_time(code.replace(";", ":")) or 0


def _add(
    block: _Block, rate: FrameRate, names: frozenset[str], labels: Labels, draft: Draft
) -> None:
    begin, first, until, last = block.codes
    start = rate.ms(_clock(begin), first)
    end = None if until is None else rate.ms(_clock(until), last)
    if end is not None and end < start:
        draft.problem(block.line, ENDS_EARLY)
        end = None
    speaker = block.said[0] if block.said[:1] and block.said[0] in names else None
    said = block.said[1:] if speaker else block.said
    if speaker is None and said and (found := labels.cut(said[0])):
        speaker, said = found[0], [found[1], *said[1:]]
    text = _BREAK.sub("\n", _SWITCH.sub("", "\n".join(said)).replace("|", "\n"))
    if text.strip():
        draft.segment(start, end, text, speaker=speaker)
