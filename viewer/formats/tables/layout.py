"""Which column of a table is which: by what its header says, or by what stands in its rows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from viewer.core.timecode import clock_seconds
from viewer.core.value import value
from viewer.formats.tables.times import is_clear_time, is_time

#: Names of columns, without case, marks and units; the likelier of two come first.
_START: Final = (
    "start", "start time", "begin", "begin time", "starttime", "begintime", "start timecode",
    "in", "in point", "time in", "timecode in", "tc in", "from", "onset", "time start",
    "segment start", "timespan", "time span", "time", "timestamp", "timecode",
    "tc", "anfang", "beginn", "startzeit", "zeit", "zeitspanne", "zeitstempel", "début", "heure",
    "horodatage", "inicio", "hora", "tiempo", "marca de tiempo", "inizio", "tempo", "início",
    "начало", "время", "таймкод", "开始", "开始时间", "时间", "開始", "開始時間", "時間", "時刻",
    "시작", "시간", "זמן", "התחלה", "الوقت",
)  # fmt: skip
_END: Final = (
    "end", "end time", "endtime", "stop", "stop time", "end timecode", "out", "out point",
    "time out", "timecode out", "tc out", "to", "until", "time end",
    "segment end", "ende", "endzeit", "fin", "fim", "fine", "конец", "结束", "结束时间", "終了",
    "終了時間", "끝", "סיום",
)  # fmt: skip
#: When captions come and go: names of columns that are other things alone.
_SHOW: Final = ("show", "show time")
_HIDE: Final = ("hide", "hide time")
_LENGTH: Final = ("duration", "dur", "length", "dauer")
_TEXT: Final = (
    "text", "transcript", "transcription", "content", "utterance", "caption", "captions",
    "subtitle", "subtitles", "dialogue", "dialog", "speech", "sentence", "annotation", "message",
    "label", "value", "words", "word", "line", "inhalt", "transkript", "transkription", "texte",
    "contenu", "texto", "contenido", "transcripción", "testo", "contenuto", "trascrizione",
    "conteúdo", "transcrição", "текст", "содержание", "内容", "文本", "字幕", "テキスト",
    "発言", "내용", "텍스트", "טקסט", "النص",
)  # fmt: skip
#: What says it in lists of markers and regions, which have an end and no text.
_MARKED: Final = (
    "description", "notes", "note", "comment", "comments", "name", "marker name", "region name",
    "title",
)  # fmt: skip
_SPEAKER: Final = (
    "speaker", "speaker name", "speakername", "speaker label", "participant", "voice", "who",
    "name", "person", "role", "speaker id", "tier", "sprecher", "locuteur", "intervenant",
    "hablante", "orador", "participante", "interlocutore", "parlante", "falante", "говорящий",
    "спикер", "участник", "说话人", "发言人", "話者", "発言者", "화자", "참석자", "דובר",
    "المتحدث",
)  # fmt: skip
#: A clock with the number of the frame behind it has so many parts.
_WITH_FRAMES: Final = 4
_UNITS: Final = {
    "ms": 1, "msec": 1, "msecs": 1, "millisecond": 1, "milliseconds": 1, "millis": 1,
    "s": 1000, "sec": 1000, "secs": 1000, "second": 1000, "seconds": 1000, "ss msec": 1000,
    "hh mm ss ms": None, "hh mm ss": None, "hh mm ss mmm": None, "hms": None,
}  # fmt: skip
_MARKS: Final = re.compile(r"[\W_]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: Of the cells of a column of times, one in so many may be something else.
_STRAY_ONE_IN: Final = 10
_FEWEST_ROWS: Final = 2
#: A start and an end; a column of numbers before both counts the rows.
_FEWEST_TIMES: Final = 2
_LONGEST_NAME: Final = 40
#: `Speaker 1`, `SPEAKER_00`, or whatever ends in a colon.
_LABEL: Final = re.compile(r"(?i:speaker|sprecher|spk)[ _]?\w{1,3}:?|[^:]{1,40}[:：]")


@value
class Layout:
    """Where the pieces of a segment stand in a row, and what a number counts, if stated."""

    start: int
    text: int
    end: int | None = None
    length: int | None = None
    speaker: int | None = None
    unit_ms: int | None = None
    length_unit_ms: int | None = None
    header: bool = False


def by_header(cells: Sequence[str]) -> Layout | None:
    """Return the columns that a header names, or None where it names no start or no text."""
    names = [_name(cell) for cell in cells]
    start, end, text = _find(names, _START), _find(names, _END), _find(names, _TEXT)
    shown, hidden = _find(names, _SHOW), _find(names, _HIDE)
    if shown is not None and hidden is not None:
        start, end = shown, hidden
    length = _find(names, _LENGTH)
    if text is None and (end is not None or length is not None):
        text = _find(names, _MARKED)
    if start is None or text is None:
        return None
    unit = names[start][1] or (names[end][1] if end is not None else None)
    length_unit = names[length][1] if length is not None else None
    speaker = _find(names, _SPEAKER)
    speaker = None if speaker == text else speaker
    return Layout(start, text, end, length, speaker, unit, length_unit or unit, header=True)


def _name(cell: str) -> tuple[str, int | None]:
    """Return a column's name, without its unit, and the unit's worth."""
    bare = _MARKS.sub(" ", _CAMEL.sub(" ", cell.strip()[:_LONGEST_NAME]).lower()).strip()
    for words in (4, 3, 2, 1):
        name, unit = " ".join(bare.split()[:-words]), " ".join(bare.split()[-words:])
        if name and unit in _UNITS:
            return name.removesuffix(" in"), _UNITS[unit]
    return bare, None


def _find(names: Sequence[tuple[str, int | None]], wanted: Sequence[str]) -> int | None:
    places = {name: place for place, (name, _) in reversed(list(enumerate(names)))}
    return next((places[name] for name in wanted if name in places), None)


def with_spans(layout: Layout) -> Layout:
    """Return the layout of a table whose starts are spans, once these are two cells."""

    def moved(place: int | None) -> int | None:
        return place if place is None or place <= layout.start else place + 1

    text = layout.text + (layout.text > layout.start)
    speaker, length = moved(layout.speaker), moved(layout.length)
    return replace(layout, end=layout.start + 1, text=text, speaker=speaker, length=length)


def by_shape(rows: Sequence[Sequence[str]]) -> Layout | None:
    """Return the columns that look like times, text and names, or None."""
    width = max(set(map(len, rows)), key=lambda n: sum(len(row) == n for row in rows), default=0)
    alike = [row for row in rows if len(row) >= width]
    if width < 2 or len(alike) < _FEWEST_ROWS or len(alike) * 2 < len(rows):
        return None
    columns = list(zip(*(row[:width] for row in alike), strict=True))
    times = _times_of(columns)
    texts = [place for place in range(width) if place not in times and _is_text(columns[place])]
    if not times or not texts:
        return None
    # A second time that is the first again in every row is no end.
    later = [p for p in times[1:] if not _equal(columns[times[0]], columns[p])]
    start, end = (
        times[0],
        next((p for p in later[:1] if _follows(columns[times[0]], columns[p])), None),
    )
    if not any(map(is_clear_time, columns[start])) and end is None:
        return None  # a count of something
    voices = [place for place in texts if _are_labels(columns[place])]
    said = [place for place in texts if place not in voices] or texts
    text = max(said, key=lambda place: sum(map(len, columns[place])))
    others = (*voices, *texts)
    speaker = next((p for p in others if p != text and _are_names(columns[p])), None)
    return Layout(start, text, end, speaker=speaker)


def below_header(rows: Sequence[Sequence[str]]) -> Layout | None:
    """Return the columns by their looks below a row that has no known word for the text."""
    layout = by_shape(rows[1:]) if len(rows) > _FEWEST_ROWS else None
    header = rows[0]
    if layout is None or any(map(is_time, header)) or len(header) != len(rows[1]):
        return None
    if layout.text >= len(header):
        return None  # the first rows are narrower than most
    named, _ = _name(header[layout.text])
    if named in (*_START, *_END, *_LENGTH, *_SPEAKER):
        return None  # names with times, but nothing that is said
    return replace(layout, header=True)


def _times_of(columns: Sequence[Sequence[str]]) -> list[int]:
    """Return the places of the columns of times; the numbers of rows before two others are none."""
    times = [place for place, column in enumerate(columns) if _are_times(column)]
    if len(times) <= _FEWEST_TIMES:
        return times
    first, second, third = (columns[place] for place in times[:3])
    follow = _follows(second, third) and _follows(third[:-1], second[1:])
    return times[1:] if follow and _count(first) else times


def _count(cells: Sequence[str]) -> bool:
    """Return whether cells are whole numbers, each one more than the one above."""
    bare = [cell.strip() for cell in cells]
    if not all(len(cell) < _LONGEST_NAME and cell.isascii() and cell.isdecimal() for cell in bare):
        return False
    return all(int(cell) == int(bare[0]) + row for row, cell in enumerate(bare))


def _are_times(column: Sequence[str]) -> bool:
    strays = sum(not is_time(cell) for cell in column)
    return strays * _STRAY_ONE_IN <= len(column)


def _is_text(column: Sequence[str]) -> bool:
    return any(any(map(str.isalpha, cell)) for cell in column)


def _are_labels(column: Sequence[str]) -> bool:
    """Return whether a column holds what can only be speakers, however short the texts are."""
    filled = [cell.strip() for cell in column if cell.strip()]
    return bool(filled) and all(_LABEL.fullmatch(cell) for cell in filled)


def _are_names(column: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in column if cell.strip()]
    return (
        bool(filled)
        and all(len(cell) <= _LONGEST_NAME for cell in filled)
        and (len(set(filled)) * 2 <= len(filled) or len(filled) < 2 * _FEWEST_ROWS)
    )


def _equal(starts: Sequence[str], others: Sequence[str]) -> bool:
    return [*map(_rank, starts)] == [*map(_rank, others)]


def _follows(starts: Sequence[str], ends: Sequence[str]) -> bool:
    """Return whether ends lie at or behind their starts, stated roughly by the text of both."""
    pairs = [(_rank(a), _rank(b)) for a, b in zip(starts, ends, strict=True)]
    return sum(b >= a for a, b in pairs) * _STRAY_ONE_IN >= len(pairs) * (_STRAY_ONE_IN - 1)


def _rank(cell: str) -> float:
    """Return about when a cell says: frames behind its clock count for little."""
    try:
        numbers = [float(part) for part in re.split(r"[:;]", cell.strip().replace(",", "."))]
    except ValueError:
        return 0.0
    frames = numbers.pop() if len(numbers) == _WITH_FRAMES else 0.0
    hours, minutes, seconds = (0.0, 0.0, 0.0, *numbers)[-3:]
    return clock_seconds(hours, minutes, seconds) + frames / 1000
