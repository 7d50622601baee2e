"""Spans in seconds at the beginning of lines, as programs around recognisers print them.

[0.00s -> 4.50s] Good morning.        (0.5 - 4.5) Anna: Good morning.        [1.2s] Yes.
SPEAKER_00 0.03 - 4.5: Good morning.  Anna [0.5 - 4.5]: Good morning.        0.5 - 4.5: Yes.
00h01m05s Good morning.               [1m05s] Anna: Good morning.            Anna (0h01m05s): Yes.
[ 00:00:01.000 -->  00:00:02.500] Good morning.   0:00:01.50 0:00:02.00 Good morning.

Here they are clocks in brackets, and names behind them. Clocks in the digits of other scripts, or
with wide colons, are written in ours.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from viewer.core.timecode import format_stamp, parse_time

_NUMBER: Final = r"([0-9]{1,6}(?:\.[0-9]{1,9})?)"
_TO: Final = r"(?:-{1,2}>|[-–—→]|to)"
_SPAN: Final = re.compile(
    rf"\s{{0,8}}[\[(]\s?{_NUMBER}\s?(s?)\s{{0,3}}(?:{_TO}\s{{0,3}}{_NUMBER}\s?(s?)\s?)?[\])]:?\s{{0,8}}"
)
#: Behind a name, or with nothing around it: then a colon, the unit, or nothing more tells it.
_BARE_SPAN: Final = re.compile(
    rf"\s{{0,8}}(?:([^\W\d_][^:\[\]()\n]{{0,50}}?)\s{{1,3}})?([\[(]?){_NUMBER}(s?)\s{{0,3}}{_TO}"
    rf"\s{{0,3}}{_NUMBER}(s?)[\])]?(?:\s?:(?:\s{{1,8}}|$)|$|(?<=s)\s{{1,8}})"
)
_UNITS: Final = r"(?:[0-9]{1,3}h\s?)?[0-9]{1,3}m\s?[0-9]{1,2}(?:[.,][0-9]{1,3})?s"
_UNIT_CLOCK: Final = re.compile(
    rf"(?:^\s{{0,8}}|(?<=[\[(])\s?)({_UNITS})(?:\s{{0,3}}{_TO}\s{{0,3}}({_UNITS}))?(?=\s?[\])]|[\s:]|$)"
)
_CLOCK: Final = r"((?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}[.,][0-9]{1,3})"
_WIDE: Final = re.compile(rf"\s{{0,8}}\[\s{{0,3}}{_CLOCK}\s{{0,3}}-->\s{{0,3}}{_CLOCK}\s{{0,3}}\]")
#: Two times with a blank between, of hours or with fractions, so that neither is only spoken of.
_FULL_CLOCK: Final = (
    r"[\[(]?([0-9]{1,3}:[0-5][0-9]:[0-5][0-9](?:[.,][0-9]{1,3})?"
    r"|[0-9]{1,3}:[0-5][0-9][.,][0-9]{1,3})[\])]?"
)
_TWO: Final = re.compile(rf"\s{{0,8}}{_FULL_CLOCK}[ \t]{{1,4}}{_FULL_CLOCK}[ \t]{{1,8}}(?=\S)")
#: A line lasts no longer than this.
_LONGEST_MS: Final = 600_000
_TIMES: Final = re.compile(r"[0-9](?:s|\.[0-9])")
_UNIT_SIGN: Final = re.compile(r"[0-9]s?(?:[\]):]|\s)")
_ANY_DIGITS: Final = re.compile(r"\s{0,8}[\[(]?(\d{1,3}[:：٫]\d{2}(?:[:：٫]\d{2})?)(?!\d)")
_HEAD: Final = 80
_FEWEST: Final = 2


def may_hold_times(text: str) -> bool:
    """Return whether there can be times in a text: seen at a glance."""
    return ":" in text or "->" in text or "：" in text or _UNIT_SIGN.search(text) is not None


def with_clocks(lines: Sequence[str]) -> list[str]:
    """Return the lines with clocks where they begin with seconds; no line is added or goes."""
    kept = [_with_usual_digits(line) for line in lines]
    lines = kept[:]
    found = {row: clocked for row, line in enumerate(lines) if (clocked := _clocked(line))}
    if len(found) >= _FEWEST:
        for row, text in found.items():
            kept[row] = text
    return kept


def _with_usual_digits(line: str) -> str:
    """Return a line that begins with a clock in the digits or colons of another script in ours."""
    if line.isascii() or not (begun := line.lstrip()[:2]).strip("[(")[:1].isdecimal():
        return line
    match = _ANY_DIGITS.match(line) if begun else None
    if match is None or match[1].isascii():
        return line
    clock = "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() else ":" for each in match[1]
    )
    return f"{line[: match.start(1)]}{clock}{line[match.end() :]}"


def _clocked(line: str) -> str:
    """Return a line that begins with seconds with clocks, or nothing."""
    begun = line.lstrip()[:1]
    if begun in ("[", "("):
        if (match := _SPAN.match(line)) and _is_time(*match.groups()):
            return f"{_clocks(match[1], match[3])} {line[match.end() :]}"
        if match := _WIDE.match(line):
            return f"[{match[1]} --> {match[2]}] {line[match.end() :].lstrip()}"
    head = line[:_HEAD]
    if (match := _TWO.match(head)) and 0 <= _length(match) <= _LONGEST_MS:
        return f"[{match[1]} --> {match[2]}] {line[match.end() :]}"
    if "m" in head and "s" in head and (match := _UNIT_CLOCK.search(head)):
        return f"{_in_brackets(line[: match.start()], match)}{line[match.end() :]}"
    match = _BARE_SPAN.match(line) if begun.isalnum() and _TIMES.search(head) else None
    if match is None or not _is_time(match[3], match[4], match[5], match[6]):
        return ""
    name = f"{match[1]}: " if match[1] else ""
    return f"{_clocks(match[3], match[5])} {name}{line[match.end() :]}"


def _length(match: re.Match[str]) -> int:
    start, end = (parse_time(match[place]) for place in (1, 2))
    return -1 if start is None or end is None else end - start


def _in_brackets(before: str, match: re.Match[str]) -> str:
    """Return what stands before a clock in units, and that as a clock in brackets."""
    times = [parse_time("".join(each.split())) for each in match.groups() if each]
    clocks = " --> ".join(format_stamp(ms or 0) for ms in times)
    return f"{before}{clocks}" if before[-1:] in ("[", "(") else f"[{clocks}]"


def _is_time(start: str, unit: str, end: str | None, _: str | None) -> bool:
    """Return whether numbers say that they are seconds."""
    return bool(unit) or (end is not None and "." in start and "." in end)


def _clocks(start: str, end: str | None) -> str:
    if end is None:
        return f"[{_clock(start)}]"
    return f"[{_clock(start)} --> {_clock(end)}]"


def _clock(seconds: str) -> str:
    return format_stamp(int(float(seconds) * 1000 + 0.5), separator=".")
