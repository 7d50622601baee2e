"""The segments of Whisper's JSON, in all its dialects: the usual fast, the others patiently."""

import operator
from bisect import bisect_right
from collections import Counter
from itertools import repeat
from typing import Any, Final

from viewer.core.segment import Word
from viewer.formats.draft import Draft
from viewer.formats.kit.json_document import JsonText
from viewer.formats.kit.json_values import LATEST_S, entries, members, milliseconds, name
from viewer.formats.kit.word_lines import Heard, joined
from viewer.formats.kit.word_turns import add_turns, several_speak
from viewer.formats.kit.words import WordReader
from viewer.formats.speech.whisper.shape import TEXTS, Pieces, words_beside
from viewer.formats.speech.whisper.tokens import words_of_tokens

NO_OBJECT: Final = "Segment {} is not an object and was left out."
NO_TEXT: Final = "Segment {} has no text and was left out."
NO_START: Final = "Segment {} has no time that can be read and is shown without one."
ENDS_EARLY: Final = "Segment {} ends before it starts; its end was estimated."
BELOW_ZERO: Final = "Segment {} begins before zero; its beginning was set to zero."
GOES_BACK: Final = "Segment {} begins before the one above it."


class Segments:
    """Reads a list of segments into a draft."""

    def __init__(self, pieces: Pieces, draft: Draft, source: JsonText) -> None:
        self._pieces: Final = pieces
        self._draft: Final = draft
        self._source: Final = source
        self._words: Final = WordReader(_first_word(pieces.entries))
        self._latest_ms = 0
        self._voiced = _have_speakers(pieces.entries)

    def read(self) -> None:
        """Add every segment, with its words."""
        self._share_words()
        _flatten(self._pieces.entries)
        if columns := _columns(self._pieces.entries):
            self._draft.extend(zip(*columns, repeat(None), strict=False))
        else:
            self._read_each()

    def _read_each(self) -> None:
        add, words = self._draft.segment, self._words.read
        latest = 0
        for index, entry in enumerate(self._pieces.entries):
            try:
                start, end, text = entry["start"], entry["end"], entry["text"]
                plain = latest <= start <= end <= LATEST_S and text.__class__ is str
            except (KeyError, TypeError):
                plain = False
            if not plain:
                self._latest_ms = max(self._latest_ms, int(latest * 1000 + 0.5))
                self._read_odd(index, entry)
                continue
            latest = start
            start_ms, end_ms = int(start * 1000 + 0.5), int(end * 1000 + 0.5)
            raw = entry.get("words")
            if raw.__class__ is list:
                if self._voiced and self._add_turns(entry, start_ms, end_ms):
                    continue
                said = words(raw, start_ms, end_ms)
                speaker = name(entry.get("speaker")) or _speaker_of(raw)
                add(start_ms, end_ms, text, speaker=speaker, words=said)
            elif "speaker" in entry:
                add(start_ms, end_ms, text, speaker=name(entry["speaker"]))
            else:
                add(start_ms, end_ms, text)

    def _read_odd(self, index: int, entry: object) -> None:
        if not isinstance(entry, dict):
            self._note(index, NO_OBJECT)
            return
        start, end = times_of(entry)
        words = self._words_of(entry, start, end)
        text = next((entry[k] for k in TEXTS if isinstance(entry.get(k), str)), None)
        if text is None and not words:
            self._note(index, NO_TEXT)
            return
        if start is None and words:
            start, end = words[0].start_ms, words[-1].end_ms if end is None else end
        start, end = self._checked(index, start, end)
        if self._voiced and self._add_turns(entry, start, end):
            return
        said = joined(word.text for word in words) if text is None else text
        speaker = name(entry.get("speaker")) or _speaker_of(entries(entry.get("words")))
        self._draft.segment(start, end, said, speaker=speaker, words=words if words else ())

    def _add_turns(self, entry: dict[str, Any], start: int | None, end: int | None) -> bool:
        """Add a segment's turns, and return whether its words tell of several."""
        raw = [one for one in entries(entry.get("words")) if isinstance(one, dict)]
        voices = {name(one.get("speaker")) for one in (entry, *raw)}
        if len(voices - {None}) < 2:
            return False
        heard = [one for one in map(self._heard, raw) if one.word.text]
        if not several_speak(heard, name(entry.get("speaker"))):
            entry["speaker"] = heard[0].speaker if heard else entry["speaker"]
            return False
        text = entry.get("text")
        add_turns(self._draft, heard, text if isinstance(text, str) else "", (start, end))
        return True

    def _heard(self, one: dict[str, Any]) -> Heard:
        word = self._words.one(one)
        raw = next((one[key] for key in TEXTS if isinstance(one.get(key), str)), word.text)
        return Heard(word, raw, name(one.get("speaker")))

    def _words_of(
        self, entry: dict[str, Any], start: int | None, end: int | None
    ) -> tuple[Word, ...]:
        if isinstance(entry.get("tokens"), list) and "offsets" in entry:
            return words_of_tokens(entry["tokens"], start, end)
        return self._words.read(entries(entry.get("words")), start, end)

    def _checked(
        self, index: int, start: int | None, end: int | None
    ) -> tuple[int | None, int | None]:
        if start is None:
            self._note(index, NO_START)
            return None, None
        if start < 0:
            self._note(index, BELOW_ZERO)
            start = 0
        if end is not None and end < start:
            self._note(index, ENDS_EARLY)
            end = None
        if start < self._latest_ms:
            self._note(index, GOES_BACK)
        self._latest_ms = max(self._latest_ms, start)
        return start, end

    def _note(self, index: int, message: str) -> None:
        self._source.note(self._pieces.path, index, message.format(f"{index + 1:,}"))

    def _share_words(self) -> None:
        """Give segments without words theirs from the list beside them."""
        beside, segments = words_beside(self._pieces), self._pieces.entries
        if beside is None or any("words" in members(entry) for entry in segments[:20]):
            return
        starts = [_seconds(entry) for entry in segments]
        if not starts or starts != sorted(starts):
            return
        shares: list[list[Any]] = [[] for _ in segments]
        for word in beside.entries:
            row = bisect_right(starts, _seconds(word) + 0.01) - 1
            shares[max(row, 0)].append(word)
        for entry, share in zip(segments, shares, strict=True):
            if isinstance(entry, dict):
                entry["words"] = share


def _flatten(segments: list[Any]) -> None:
    """Put the times of other dialects where the usual one has them, as far as they are sound."""
    if any("start" in members(entry) for entry in segments[:1]):
        return
    for entry in segments:
        try:
            if "timestamp" in entry:
                entry["start"], entry["end"] = entry["timestamp"]
            elif "tokens" not in entry:
                offsets = entry["offsets"]
                entry["start"], entry["end"] = offsets["from"] / 1000, offsets["to"] / 1000
        except (KeyError, TypeError, ValueError, OverflowError):
            continue


def _columns(segments: list[Any]) -> tuple[list[int], list[int], list[str]] | None:
    """Return starts, ends and texts where every segment is sound and has nothing else to tell."""
    try:
        starts = [entry["start"] for entry in segments]
        ends = [entry["end"] for entry in segments]
        texts = [entry["text"] for entry in segments]
    except (KeyError, TypeError):
        return None
    if not starts or any("words" in entry or "speaker" in entry for entry in segments):
        return None
    if not {*map(type, starts), *map(type, ends)} <= {int, float} or {*map(type, texts)} != {str}:
        return None
    if starts != sorted(starts) or starts[0] < 0 or not all(map(operator.le, starts, ends)):
        return None
    if max(ends) > LATEST_S:
        return None
    milliseconds_of = [[int(s * 1000 + 0.5) for s in column] for column in (starts, ends)]
    return milliseconds_of[0], milliseconds_of[1], texts


def times_of(entry: dict[str, Any]) -> tuple[int | None, int | None]:
    """Return when an entry starts and ends, in whichever of its ways it says so."""
    if isinstance(offsets := entry.get("offsets"), dict):
        return milliseconds(offsets.get("from"), 1), milliseconds(offsets.get("to"), 1)
    if isinstance(stamp := entry.get("timestamp"), list):
        start, end, *_ = *stamp[:2], None, None
        return milliseconds(start), milliseconds(end)
    if isinstance(stamps := entry.get("timestamps"), dict):
        return milliseconds(stamps.get("from")), milliseconds(stamps.get("to"))
    start_ms = milliseconds(entry.get("start"))
    length = milliseconds(entry.get("duration"))
    if "end" not in entry and start_ms is not None and length is not None:
        return start_ms, start_ms + length
    return start_ms, milliseconds(entry.get("end"))


def _have_speakers(segments: list[Any]) -> bool:
    """Return whether words anywhere tell who says them."""
    lists = (entries(members(entry).get("words")) for entry in segments)
    return any("speaker" in one for words in lists for one in words if isinstance(one, dict))


def _first_word(segments: list[Any]) -> object:
    lists = (entries(members(entry).get("words")) for entry in segments)
    return next((words[0] for words in lists if words), None)


def _speaker_of(words: list[Any]) -> str | None:
    """Return who says most of the words, where they say it and their segment does not."""
    if not words or "speaker" not in members(words[0]):
        return None
    names = Counter(name(members(word).get("speaker")) for word in words)
    return next((speaker for speaker, _ in names.most_common() if speaker), None)


def _seconds(entry: object) -> float:
    ms = milliseconds(members(entry).get("start"))
    return 0.0 if ms is None else ms / 1000
