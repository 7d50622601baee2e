"""Chapters listed in a description, as video platforms read them."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from viewer.core.oneline import one_line
from viewer.core.timecode import parse_time
from viewer.core.transcript import Chapter

_CLOCK: Final = r"\d{1,3}(?::[0-5]\d){1,2}"
_LEADING: Final = re.compile(rf"[^\w\n]{{0,12}}({_CLOCK})(?!:?\d)[\s)\]}}>|:.,~–—-]*(?=\S)(.*)")
_TRAILING: Final = re.compile(rf"[(\[{{]?({_CLOCK})[)\]}}]?")
#: A list that does not begin at zero needs this many entries to be believed.
_ENOUGH: Final = 3


def chapters_in(description: str) -> list[Chapter]:
    """Return the longest list of rising times with names in the description.

    A line has its clock in front (`00:00 Intro`, `(0:00) Intro`) or at its end. A list is
    believed that has two entries and begins at zero, or has three.
    """
    entries = (entry for line in description.split("\n") if (entry := _entry(line)))
    longest = max(_rising_runs(entries), key=len, default=[])
    needed = _ENOUGH if not longest or longest[0].start_ms else 2
    return longest if len(longest) >= needed else []


def _entry(line: str) -> Chapter | None:
    if ":" not in line:
        return None
    stripped = one_line(line)
    if match := _LEADING.match(stripped):
        clock, title = match[1], match[2]
    else:
        title, _, last = stripped.rpartition(" ")
        match = _TRAILING.fullmatch(last)
        if match is None:
            return None
        clock, title = match[1], title.rstrip(" -–—:|")
    ms = parse_time(clock)
    return Chapter(ms, title.strip()) if ms is not None and title.strip() else None


def _rising_runs(entries: Iterable[Chapter]) -> list[list[Chapter]]:
    runs: list[list[Chapter]] = []
    chapters = list(entries)
    if chapters:
        runs.append(chapters[:1])
    for before, chapter in pairwise(chapters):
        if chapter.start_ms > before.start_ms:
            runs[-1].append(chapter)
        else:
            runs.append([chapter])
    return runs
