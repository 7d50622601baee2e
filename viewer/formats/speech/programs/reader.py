"""JSON of meeting services, editing programs and recognisers, by the table of `dialects`.

Entries are segments, with their words where they have some; entries that are words or pieces of
words are joined. Who a speaker's number belongs to stands in a list beside.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from viewer.core.textjoin import UNSPACED
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_document import JsonText, peek, read_json
from viewer.formats.kit.json_values import entries, members, milliseconds
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.word_lines import mostly_words
from viewer.formats.speech.programs.dialects import Found, find
from viewer.formats.speech.services.pieces import Piece, add_piece, add_words
from viewer.formats.speech.services.service import set_language, tell
from viewer.formats.speech.services.words import WordKeys, first, read_words, speaker_name

NAME: Final = "programs-json"
_UNSPACED: Final = re.compile(UNSPACED)
_DEEP: Final = frozenset({"videos", "paragraphs"})
_TEXT: Final = ("text", "word", "value", "content")
_START: Final = ("start", "start_time", "start_ms", "startMs", "startOffset", "time_begin", "time",
                 "start_timestamp")  # fmt: skip
_END: Final = ("end", "end_time", "end_ms", "endMs", "endOffset", "time_end", "end_timestamp")
_SURE: Final = ("confidence", "probability", "score")
_NAMES: Final = ("name", "speaker_name", "speakerName", "label")
_NO_TEXT: Final = "Entry {} has no text and was left out."
_NO_TIME: Final = "Entry {} has no time that can be read and is shown without one."


def claims(sample: Content) -> Claim:
    """Return whether the head holds a list that is in the table."""
    found = find(peek(sample))
    if found is None:
        return Claim.NO
    return Claim.SURE if found.dialect.sure else Claim.LIKELY


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every entry that can be read, and note what cannot."""
    source = read_json(content.text, _DEEP, stream=True)
    found = find(source.value)
    if found is None:
        raise NothingUsableError("it is JSON without a list of timed entries that is known here")
    draft = Draft(NAME, in_order=True)
    _about(found, draft)
    _Entries(found, draft, source).read()
    source.report(draft)
    if draft.empty:
        raise NothingUsableError("none of its entries can be read")
    return draft.finish()


def _about(found: Found, draft: Draft) -> None:
    if found.dialect.title:
        draft.metadata["program"] = found.dialect.title
    for told in found.around:
        tell(draft, told, "title", "name", "model")
        set_language(draft, *(told.get(key) for key in ("language", "lang", "sourceLanguage")))


class _Entries:
    """Reads the entries of a dialect's lists into a draft."""

    def __init__(self, found: Found, draft: Draft, source: JsonText) -> None:
        self._found: Final = found
        self._dialect: Final = found.dialect
        self._draft: Final = draft
        self._source: Final = source
        self._people: Final = dict(_people(found))
        self._unit: Final = _unit(found)

    def read(self) -> None:
        """Add every entry."""
        for path, told in self._found.lists:
            if self._dialect.loose and mostly_words(map(self._text, told)):
                words = [dict(entry) for entry in map(members, told)]
                add_words(self._draft, self._heard(words, path))
                continue
            for index, entry in enumerate(told):
                self._read(members(entry), index, path)

    def _read(self, entry: dict[str, Any], index: int, path: Path) -> None:
        text, heard = self._text(entry), []
        key = next((key for key in self._dialect.words if entries(entry.get(key))), None)
        if key is not None:
            heard = self._heard(entries(entry[key]), (*path, str(index), key))
        if not text.strip() and not heard:
            self._source.note(path, index, _NO_TEXT.format(f"{index + 1:,}"))
            return
        start, end = self._times(entry)
        if start is None and not heard:
            self._source.note(path, index, _NO_TIME.format(f"{index + 1:,}"))
        add_piece(self._draft, Piece(start, end, text, heard, self._speaker(entry)))

    def _text(self, entry: object) -> str:
        said = first(members(entry), self._dialect.text)
        return said if isinstance(said, str) else ""

    def _heard(self, raw: list[Any], path: Path) -> list[Any]:
        said = [one for one in map(members, raw) if one]
        lengths = ("duration", "duration_ms") if not any(_has(_END, one) for one in said) else ()
        flat = [self._flat(one, lengths) for one in said]
        keys = WordKeys(("text",), ("start",), ("end",), sure=_SURE, time=_plain)
        return read_words(list(_whole_words(flat)), keys, self._source, path)

    def _flat(self, one: dict[str, Any], lengths: tuple[str, ...]) -> dict[str, Any]:
        """Return a word under the same keys, whatever its program calls them."""
        start, end = self._time(one, _START), self._time(one, _END)
        length = self._time(one, lengths)
        if end is None and start is not None and length is not None:
            end = start + length
        told: dict[str, Any] = {key: one[key] for key in _SURE if key in one}
        speaker = self._speaker(one)
        return {**told, "text": first(one, _TEXT), "start": start, "end": end, "speaker": speaker}

    def _times(self, entry: dict[str, Any]) -> tuple[int | None, int | None]:
        at = members(next(iter(entries(entry.get("instances"))), None)) or entry
        start, end = self._time(at, self._dialect.start), self._time(at, self._dialect.end)
        length = self._time(at, self._dialect.length)
        if end is None and start is not None and length is not None:
            end = start + length
        return start, end

    def _time(self, entry: dict[str, Any], keys: tuple[str, ...]) -> int | None:
        key = next((key for key in keys if key in entry), None)
        if key is None:
            return None
        value = entry[key]
        value = value.get("relative") if isinstance(value, dict) else value
        counted = 1 if key.lower().endswith("ms") else self._unit
        if isinstance(value, int | float) and not isinstance(value, bool):
            try:
                return milliseconds(value * counted, 1)
            except OverflowError:
                return None
        return milliseconds(value, 1000 if counted >= 1000 else 1)

    def _speaker(self, entry: dict[str, Any]) -> str | None:
        for key in self._dialect.speaker:
            value = entry.get(key)
            if isinstance(value, dict):
                value = first(value, _NAMES)
            if isinstance(value, str | int):
                known = self._people.get(str(value))
                if (known or speaker_name(value)) is not None:
                    return known or speaker_name(value)
        return None


def _plain(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _has(keys: tuple[str, ...], one: dict[str, Any]) -> bool:
    return any(key in one for key in keys)


def _unit(found: Found) -> float:
    """Return how many milliseconds a unit of this file is."""
    dialect = found.dialect
    if not dialect.whole:
        return dialect.unit
    keys = (*dialect.start, *dialect.end)
    told = (members(entry).get(key) for _, many in found.lists for entry in many for key in keys)
    return 1000 if any(isinstance(time, float) and time % 1 for time in told) else dialect.unit


def _people(found: Found) -> Iterator[tuple[str, str]]:
    """Yield the speakers' ids with their names, from the lists around the transcript."""
    for told in found.around:
        insights = [members(members(one).get("insights")) for one in entries(told.get("videos"))]
        for near in (told, *insights):
            for person in map(members, entries(near.get("speakers"))):
                name = first(person, _NAMES)
                key = person.get("id", person.get("speaker_id"))
                if isinstance(name, str) and name.strip() and isinstance(key, str | int):
                    yield str(key), name.strip()


def _whole_words(pieces: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Join pieces of words: where some begin with a blank, those without go on with a word."""
    texts = [one["text"] for one in pieces]
    spaced = any(isinstance(text, str) and text[:1].isspace() for text in texts[1:])
    word: dict[str, Any] | None = None
    for one in pieces:
        text = one["text"]
        if word is not None and spaced and _goes_on(word, one):
            word["text"] += text
            word["end"] = one["end"]
            continue
        if word is not None:
            yield word
        word = one
    if word is not None:
        yield word


def _goes_on(word: dict[str, Any], one: dict[str, Any]) -> bool:
    text = one["text"]
    if not isinstance(text, str) or not isinstance(word["text"], str) or not text:
        return False
    if text[0].isspace() or word["text"][-1:].isspace() or word["speaker"] != one["speaker"]:
        return False
    return not _UNSPACED.match(text)
