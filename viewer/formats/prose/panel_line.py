"""A transcript panel that was pasted where line breaks were lost: all of it on one line.

0:00good morning0:04and welcome          Anna Berg 3 seconds0:03Good morning.Ben 1 minute1:00Yes.

Among the clocks of the line those that rise are its times; what is spelled beside them is no text,
nor are the names before them.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from viewer.core.timecode import clock_seconds
from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels, may_hold_label
from viewer.formats.prose.head import read_head
from viewer.formats.prose.spelled_times import spells, without_spelled_end
from viewer.formats.text import split_lines

NAME: Final = "panel-line"

_CLOCK: Final = re.compile(
    r"(?<![\d:])(?<!\d[.,/-])[\[(]?(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)(?!:\d|[ap]\.?m\b)[\])]?",
    re.A | re.I,
)
_FEWEST: Final = 3
#: More lines with text than these are no panel on one line: a title above it, at most.
_MOST_LINES: Final = 3
#: Where blanks surround the clocks as in prose, the first one is so early.
_EARLY_MS: Final = 60_000
#: Of the clocks that stand as most do, so many rise.
_RISING: Final = 0.6
_SENTENCE_END: Final = re.compile(r".*[.?!…。！？؟।\"”»)\]][ \xa0]*", re.S)
_LONGEST_NAME: Final = 40
_MOST_WORDS: Final = 5
_MOST_NAMES: Final = 200
#: Of the places before clocks so many hold a name, where names stand there.
_NAMED: Final = 0.8
#: Up to two more times in words, a number, and the word behind it, to which text may be glued.
_UNIT: Final = re.compile(
    r"[ \xa0]?(?:\d{1,4}[ \xa0]?[^\d\s]{1,20}?[ \xa0,]{0,2}){0,2}\d{1,4}[ \xa0]?"
    r"([^\d\s.,;:!?]{1,20})"
)
_KNOWN_UNIT: Final = re.compile(
    r"second(?:es|[eosi])?|minut(?:es|os|[eoiya])?|Sekunden?|Minuten?|segundos?|"
    r"секунд[аыи]?|минут[аы]?|хвилин[аи]?|sekund[ya]?|秒|分钟|分鐘|分|초|분|"
    r"ثانية|ثوانٍ|ثواني|ثوان|دقيقة|دقائق|saniye|dakika|detik|menit|giây|phút|วินาที|นาที|"
    r"सेकंड|मिनट|δευτερόλεπτ[αο]|λεπτ[άό]"
)
#: A unit in another language ends where less than one in so many goes on with the same letter.
_ONE_IN: Final = 5
_FEWEST_ALIKE: Final = 4


@value
class _Time:
    begin: int
    end: int
    ms: int
    #: Whether a blank, or nothing, stands before it, and behind it.
    apart: tuple[bool, bool]


def claims(sample: Content) -> Claim:
    """Return whether nearly all of the text is one line with clocks that rise."""
    found = _panel(sample.text)
    return Claim.sure(found is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Cut the line at its times."""
    found = _panel(content.text)
    if found is None:
        raise NothingUsableError("none of its lines has times that rise")
    head, line, times = found
    draft = Draft(NAME, in_order=True)
    before, texts = _parted(line, times)
    if before[0] and not any(before[1:]):
        head, before[0] = [*head, before[0]], ""
    read_head(head, draft)
    texts = _without_units(texts, times)
    labels = Labels(filter(may_hold_label, texts), len(texts))
    for time, name, text in zip(times, before, texts, strict=True):
        label = None if name else labels.cut(text)
        speaker, said = label or (name or None, text)
        if said.strip():
            draft.segment(time.ms, None, said, speaker=speaker)
    if draft.empty:
        raise NothingUsableError("it has times, but no words")
    return draft.finish()


def _panel(text: str) -> tuple[list[str], str, list[_Time]] | None:
    """Return what stands above a panel on one line, that line, and its times."""
    if text.count("\n") > 2 * _MOST_LINES + 2 or "-->" in text:  # captions whose lines were lost
        return None
    lines = [line.strip() for line in split_lines(text.removeprefix("\ufeff")) if line.strip()]
    if not lines or len(lines) > _MOST_LINES or len(lines[-1]) * 2 < sum(map(len, lines)):
        return None
    line = lines[-1]
    times = _times(line)
    if len(times) < _FEWEST or times[0].begin > 2 * _LONGEST_NAME:
        return None
    if times[1].apart == (True, True) and (times[0].begin or times[0].ms >= _EARLY_MS):
        return None
    gaps = sum(1 for time, after in pairwise(times) if after.begin > time.end + 1)
    return (lines[:-1], line, times) if gaps * 4 >= (len(times) - 1) * 3 else None


def _times(line: str) -> list[_Time]:
    """Return the longest row of times that rise, of the clocks that stand as most do."""
    clocks = [_time(line, match) for match in _CLOCK.finditer(line)]
    if len(clocks) < _FEWEST:
        return []
    usual = Counter(clock.apart for clock in clocks[1:]).most_common(1)[0][0]
    clocks = [clock for clock in clocks if clock.apart[1] is usual[1]]
    rising = _rising([clock.ms for clock in clocks])
    return [clocks[i] for i in rising] if len(rising) >= _RISING * len(clocks) else []


def _time(line: str, match: re.Match[str]) -> _Time:
    hours, minutes, seconds = (int(match[group] or 0) for group in (1, 2, 3))
    before, behind = line[: match.start()][-1:], line[match.end() : match.end() + 1]
    bracketed = match[0].startswith(("[", "("))
    apart = (not bracketed and not before.strip(), not bracketed and not behind.strip())
    ms = clock_seconds(hours, minutes, seconds) * 1000
    return _Time(match.start(), match.end(), ms, apart)


def _rising(values: Sequence[int]) -> list[int]:
    """Return the places of the longest row of values of which none is less than one before."""
    tails: list[int] = []
    last: list[int] = []
    above: list[int] = []
    for place, number in enumerate(values):
        length = bisect_right(tails, number)
        above.append(last[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        last[length : length + 1] = [place]
    row = [last[-1]]
    while above[row[-1]] >= 0:
        row.append(above[row[-1]])
    return row[::-1]


def _parted(line: str, times: Sequence[_Time]) -> tuple[list[str], list[str]]:
    """Return the names that stand before the times, and the texts behind them."""
    edges = [0, *(time.end for time in times)]
    before = [
        without_spelled_end(line[edge : time.begin], time.ms)
        for edge, time in zip(edges, times, strict=False)
    ]
    names = _names(before)
    texts = [
        said[: len(said) - len(name)].strip()
        for said, name in zip(before[1:], names[1:], strict=True)
    ]
    return names, [*texts, line[edges[-1] :].strip()]


def _names(before: Sequence[str]) -> list[str]:
    """Return the name at the end of each piece, or nothing where there are none."""
    first = before[0].strip(" :,")
    if not _like_a_name(first):
        return [first, *("" for _ in before[1:])]
    tails = [_tail(piece) for piece in before]
    found = sum(1 for tail in tails[1:] if tail)
    if found >= _NAMED * (len(before) - 1):
        return [first, *tails[1:]]
    known = sorted(
        {first, *(t for t, n in Counter(tails).most_common(_MOST_NAMES) if n > 1)} - {""}, key=len
    )
    return [
        first,
        *(next((k for k in reversed(known) if piece.endswith(k)), "") for piece in before[1:]),
    ]


def _tail(piece: str) -> str:
    """Return what stands behind the last sentence of a piece if it is like a name.

    Where the sentence is not ended, a capital right behind another letter begins the name.
    """
    ended = _SENTENCE_END.match(piece)
    if ended and _like_a_name(piece[ended.end() :]):
        return piece[ended.end() :]
    last = piece[-_LONGEST_NAME:]
    places = (place for place in range(1, len(last)) if _begins_word(last[place - 1 : place + 1]))
    return next((last[place:] for place in places if _like_a_name(last[place:])), "")


def _begins_word(pair: str) -> bool:
    return pair[0].islower() and pair[1].isupper()


def _like_a_name(text: str) -> bool:
    words = text.split()
    upper = text[:1].isalpha() and not text[:1].islower()
    return upper and len(text) <= _LONGEST_NAME and len(words) <= _MOST_WORDS


def _without_units(texts: Sequence[str], times: Sequence[_Time]) -> list[str]:
    """Return the texts without the times that are spelled at their beginnings."""
    units = [_UNIT.match(text) for text in texts]
    tokens = [unit[1] for unit in units if unit is not None]
    if len(tokens) < _FEWEST or len(tokens) * 4 < len(texts) * 3:
        return list(texts)
    shared = Counter(token[:length] for token in tokens for length in range(1, len(token) + 1))
    fewest = max(len(tokens) // _ONE_IN, _FEWEST_ALIKE)
    bare = []
    for text, time, unit in zip(texts, times, units, strict=True):
        end = _unit_end(text, unit, shared, fewest) if unit else 0
        bare.append(text[end:].strip() if spells(text[:end], time.ms) else text)
    return bare


def _unit_end(text: str, unit: re.Match[str], shared: Counter[str], fewest: int) -> int:
    """Return where the word for seconds or minutes ends."""
    if known := _KNOWN_UNIT.match(unit[1]):
        return unit.start(1) + known.end()
    lengths = range(len(unit[1]), 0, -1)
    length = next((n for n in lengths if shared[unit[1][:n]] >= fewest), 0)
    apart = text[unit.end() : unit.end() + 1].isspace()
    return unit.start(1) + (length or (len(unit[1]) if apart else 0))
