"""What stands below the last turn and nobody said: credits, and that a transcription ended.

Transcription ended after 00:31:04        Anna Berg stopped transcription

In other languages it is known by its place: of all lines it alone ends in a clock, a whole one, or
it is nearly a line above the first time, which tells that the transcription began.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from viewer.core.timecode import CLOCK, parse_time
from viewer.formats.kit.name_shapes import like_a_name
from viewer.formats.kit.speaker_labels import label_of

_CLOCK: Final = re.compile(CLOCK)
#: A whole clock at the end of words.
_ENDS_IN_CLOCK: Final = re.compile(
    r"(?=[^\d\s:])[^:]{4,80}[^:\d](?::[ \t])?\d{1,2}:\d\d:\d\d[^\d:]{0,12}"
)
#: The same of a clock without hours, as behind the names of turns in the first hour.
_ENDS_IN_SHORT_CLOCK: Final = re.compile(
    r"(?=[^\d\s:])[^:]{1,80}[^:\d](?::[ \t])?\d{1,2}:\d\d(?:[^\d:]{0,12}|[)\]].*)"
)
#: In so many lines it is how turns begin, not something that is said of a time.
_TURNS_FROM: Final = 2
_NOTE: Final = re.compile(
    r"(?:[^:]{0,60}(?:transcri|transkri|trascri|транскри|расшифров|文字起こし|转写|轉錄|转录|תמלול|تفريغ)"
    r"[^:]{0,60}"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?.{0,20}"
    r"|[^:]{1,80} (?:stopped|started|hat|a|ha|detuvo|inició|interrompeu|iniciou|heeft)"
    r" (?:(?:arrêté|démarré|detenido|iniciado|interrotto|avviato|die|de|la|el|a) ?){0,3}"
    r" ?(?:transcri|transkri|trascri)\w{2,8}(?: (?:beendet|gestartet|gestopt|gestart))?"
    r"|This editable transcript was computer generated.{0,200})",
    re.I,
)
#: A note that nobody said stands among so many lines at the end, with at most so many below.
_LAST: Final = 12
_MOST_BELOW: Final = 4
#: Two lines that tell of beginning and end have so much in common, and are no longer than this.
_ALIKE: Final = 0.6
_LONGEST: Final = 100
_AROUND: Final = "#*_ \t"
_SIGNS: Final = f"{_AROUND}|:([-–"
#: A time where a turn has one, and what tells that it is a date's.
_TIME: Final = re.compile(rf"\A[\[(]{{0,2}}{CLOCK}(?![\d:])|(?<![\d:]){CLOCK}[\])]{{0,2}}\Z")
_YEAR: Final = re.compile(r"\d{4}")
_STOPS: Final = tuple(".?!。？！…")
#: What Fathom puts among the words of a turn.
_ASIDE: Final = re.compile(
    r"(?:ACTION ITEM|HIGHLIGHT|BOOKMARK)\b.{0,500} - WATCH: https?://\S{1,300}"
)
#: What whisper.cpp tells of itself behind a transcript, and YouTube's choice of captions.
_LOG: Final = re.compile(
    r"(?:whisper|ggml)_\w{1,40}: .{0,300}|output_\w{3,8}: saving\b.{0,300}"
    r"|system_info: n_threads\b.{0,300}"
    r"|main: (?:processing '|WARNING|error|failed|reading|load|saving).{0,300}"
)
_CHOICE: Final = re.compile(
    r"[^\W\d][\w ()-]{1,40} \((?:auto-generated|automatisch erzeugt|générés automatiquement"
    r"|generados automáticamente|generados? automáticamente|geradas automaticamente"
    r"|generati automaticamente|automatisch gegenereerd|создано автоматически)\)",
    re.I,
)
_EXPORTED: Final = re.compile(
    r"This transcript was exported on .{0,60} view latest version .{0,40}"
)
_CREDIT: Final = re.compile(r"[*_]{0,2}Transcribed by .{0,10}https?://otter\.ai\S{0,10}", re.I)


def without_credit(lines: list[str]) -> list[str]:
    """Return the lines without those at the end that are blank or that nobody said."""
    end = _above_blank(lines, len(lines))
    while (above := _above_note(lines, end)) < end:
        end = _above_blank(lines, above)
    return lines[:end]


def _above_blank(lines: Sequence[str], end: int) -> int:
    while end and not lines[end - 1].strip():
        end -= 1
    return end


def _above_note(lines: Sequence[str], end: int) -> int:
    """Return the row of the first note among the last lines, of which none is a turn, or `end`."""
    found = end
    for row, line in _last(lines, end):
        if _is_no_speech(line) or _is_note_by_place(lines, row, end):
            found = row
        elif label_of(line) or _CLOCK.search(line):
            break
    return found


def _last(lines: Sequence[str], end: int) -> Iterator[tuple[int, str]]:
    rows = range(end - 1, max(end - _LAST, 0) - 1, -1)
    filled = [(row, lines[row].strip()) for row in rows if lines[row].strip()]
    yield from filled[:_MOST_BELOW]


def _is_note_by_place(lines: Sequence[str], row: int, end: int) -> bool:
    line = lines[row].strip(_AROUND)
    if _ENDS_IN_CLOCK.fullmatch(line):
        apart = lines[row].startswith("#") or not lines[row - 1].strip()
        return apart and not _ends_turns(lines[:row]) and not _is_second_turn(lines, row)
    return row == end - 1 and any(_are_alike(line, above) for above in _head(lines[:row]))


def _ends_turns(lines: Sequence[str]) -> bool:
    """Return whether lines end in clocks, so that one more which does begins a turn, too.

    The only turn past the first hour has the only whole clock of a file.
    """
    short = 0
    for line in lines:
        bare = line.strip(_AROUND)
        if _ENDS_IN_CLOCK.fullmatch(bare):
            return True
        short += _ENDS_IN_SHORT_CLOCK.fullmatch(bare) is not None
        if short == _TURNS_FROM:
            return True
    return False


def _is_second_turn(lines: Sequence[str], row: int) -> bool:
    """Return whether a name with a clock stands above words as the only other one does."""
    short = sum(1 for line in lines[:row] if _ENDS_IN_SHORT_CLOCK.fullmatch(line.strip(_AROUND)))
    has_words = row + 1 < len(lines) and bool(lines[row + 1].strip())
    return short == 1 and has_words and like_a_name(_CLOCK.split(lines[row], 1)[0].strip(_SIGNS))


def _head(lines: Sequence[str]) -> list[str]:
    """Return the lines above the first time, where that stands near the beginning."""
    above: list[str] = []
    for line in lines[:_LAST]:
        bare = line.strip(_AROUND)
        if _TIME.search(bare) and not _YEAR.search(bare):
            return above
        above += [bare] if bare else []
    return []


def _are_alike(line: str, above: str) -> bool:
    """Return whether two short lines of two words or more differ in but little, not in who."""
    if line == above or ":" in line or line.endswith(_STOPS):
        return False
    if max(len(line), len(above)) > _LONGEST or len(line.split()) < 2:
        return False
    return line.split()[:1] == above.split()[:1] and _ratio(line, above) >= _ALIKE


def _ratio(line: str, above: str) -> float:
    return SequenceMatcher(None, line, above, autojunk=False).ratio()


def without_credits(lines: list[str]) -> list[str]:
    """Return the lines with blank ones for credits, as where several transcripts are in a file."""
    return ["" if "ranscri" in line and _is_credit(line) else line for line in lines]


def _is_credit(line: str) -> bool:
    return bool(_CREDIT.fullmatch(line.strip()) or _EXPORTED.fullmatch(line.strip()))


def is_aside(line: str) -> bool:
    """Return whether a line among a turn's words is a note that nobody said."""
    return "WATCH:" in line and _ASIDE.fullmatch(line.strip()) is not None


def stated_end(lines: Sequence[str]) -> int | None:
    """Return when a meeting's transcription ended, as a note below it tells, or None."""
    last = [line for line in lines[-_LAST:] if line.strip() and _is_no_speech(line.strip())]
    clocks = [match[0] for line in last if (match := _CLOCK.search(line))]
    return parse_time(clocks[0]) if clocks else None


def _is_no_speech(line: str) -> bool:
    bare = line.strip("#*_. \t")
    if _LOG.fullmatch(line) or _CHOICE.fullmatch(line):
        return True
    return not line or bool(_CREDIT.fullmatch(line) or (len(bare) < 300 and _NOTE.fullmatch(bare)))
