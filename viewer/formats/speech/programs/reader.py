"""JSON of meeting services, editing programs and recognisers, by the table of `dialects`.

Entries are segments, with their words where they have some; entries that are words or pieces of
words are joined. Who a speaker's number belongs to stands in a list beside.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from viewer.core.late import late
from viewer.core.textjoin import UNSPACED
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_document import JsonText, peek, read_json
from viewer.formats.kit.json_values import entries, members
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.speaker_keys import NAMES
from viewer.formats.kit.time_keys import ENDS, LENGTHS, STARTS, raw_times, time_under
from viewer.formats.kit.time_units import LOOKED_AT, SECOND_MS, guessed, implied_unit, likelier_unit
from viewer.formats.kit.word_lines import mostly_words
from viewer.formats.speech.programs.dialects import Keys
from viewer.formats.speech.programs.finding import Found, find
from viewer.formats.speech.programs.moments import FROM_FIRST, since_first
from viewer.formats.speech.programs.token_times import with_words
from viewer.formats.speech.services.pieces import Piece, add_piece, add_words
from viewer.formats.speech.services.service import add_metadata, set_language
from viewer.formats.speech.services.words import WordKeys, first, read_words, speaker_name

NAME: Final = "programs-json"
_UNSPACED: Final = late(UNSPACED)
_DEEP: Final = frozenset({"videos", "paragraphs"})
_WORD_STARTS: Final = (*STARTS, "time")
_TEXT: Final = ("text", "word", "value", "content", "Text")
_SURE: Final = ("confidence", "probability", "score")
#: Objects in which some put what belongs to an entry.
_INSIDE: Final = ("data", "additions")
#: What services put among tokens to say that somebody stopped speaking.
_MARKS: Final = frozenset({"<end>", "<fin>"})
_LANGUAGES: Final = ("language_code", "language", "lang", "sourceLanguage")
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
        raise NothingUsableError("it is JSON without a list of timed entries that Cueline knows")
    found, counted = _counted(found)
    draft = Draft(NAME, in_order=not found.dialect.channels)
    _about(found, draft)
    if counted:
        draft.problem(1, FROM_FIRST)
    _Entries(found, draft, source, None if counted else _unit(found)).read()
    source.report(draft)
    if draft.empty:
        raise NothingUsableError("none of its entries can be read")
    return draft.finish()


def _counted(found: Found) -> tuple[Found, bool]:
    """Return what was found, with times by the calendar counted from the first, and if so."""
    keys = found.dialect.start, found.dialect.end
    lists = [since_first(listed, *keys) for _, listed in found.lists]
    if not any(lists):
        return found, False
    kept = ((path, made or raw) for (path, raw), made in zip(found.lists, lists, strict=True))
    return replace(found, lists=tuple(kept)), True


def _about(found: Found, draft: Draft) -> None:
    if found.dialect.title:
        draft.metadata["program"] = found.dialect.title
    for fields in found.around:
        add_metadata(draft, fields, "title", "name", "model")
        set_language(draft, *map(fields.get, _LANGUAGES))


class _Entries:
    """Reads the entries of a dialect's lists into a draft."""

    def __init__(self, found: Found, draft: Draft, source: JsonText, unit: float | None) -> None:
        self._found: Final = found
        self._dialect: Final = found.dialect
        self._draft: Final = draft
        self._source: Final = source
        self._people: Final = dict(_people(found))
        usual = SECOND_MS if self._dialect.or_seconds else self._dialect.unit
        self._guess: Final = None if unit is None else guessed(unit, usual)
        self._unit: Final = 1.0 if unit is None else unit

    def read(self) -> None:
        """Add every entry."""
        if self._guess:
            self._draft.problem(1, self._guess)
        for path, fields in self._found.lists:
            if self._dialect.loose and mostly_words(map(self._text, fields)):
                words = [dict(entry) for entry in map(members, fields)]
                add_words(self._draft, self._heard(words, path))
                continue
            for index, entry in enumerate(fields):
                self._read(_whole(members(entry)), index, path)

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
        said = [one for one in map(members, raw) if one and not _is_no_word(one)]
        flat = [self._flat(one) for one in said]
        keys = WordKeys(("text",), ("start",), ("end",), sure=_SURE, time=_plain)
        return read_words(list(_whole_words(flat)), keys, self._source, path)

    def _flat(self, one: dict[str, Any]) -> dict[str, Any]:
        """Return a word under the same keys, whatever its program calls them."""
        start, end = self._span(one, _WORD_STARTS, ENDS, LENGTHS)
        fields: dict[str, Any] = {key: one[key] for key in _SURE if key in one}
        speaker = self._speaker(one)
        return {**fields, "text": first(one, _TEXT), "start": start, "end": end, "speaker": speaker}

    def _times(self, entry: dict[str, Any]) -> tuple[int | None, int | None]:
        at = members(next(iter(entries(entry.get("instances"))), None)) or entry
        return self._span(at, self._dialect.start, self._dialect.end, self._dialect.length)

    def _span(
        self, entry: dict[str, Any], starts: Keys, ends: Keys, lengths: Keys
    ) -> tuple[int | None, int | None]:
        start, end = time_under(entry, starts, self._unit), time_under(entry, ends, self._unit)
        if end is None and start is not None:
            length = time_under(entry, lengths, self._unit)
            end = None if length is None else start + length
        return start, end

    def _speaker(self, entry: dict[str, Any]) -> str | None:
        for key in self._dialect.speaker:
            value = entry.get(key)
            if isinstance(value, dict):
                value = first(value, NAMES)
            if isinstance(value, str | int):
                value = _short(value)
                known = self._people.get(str(value))
                if (known or speaker_name(value)) is not None:
                    return known or speaker_name(value)
        return None


def _short(name: str | int) -> str | int:
    """Return a name without the way to it, as Google has it: `conferenceRecords/…/12`."""
    in_google = isinstance(name, str) and name.startswith("conferenceRecords/")
    return str(name).rpartition("/")[2] if in_google else name


def _whole(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry with what stands in objects of its own, and with its tokens as words."""
    inside = (members(entry[key]) for key in _INSIDE if key in entry)
    return with_words({**{key: one[key] for one in inside for key in one}, **entry})


def _is_no_word(one: dict[str, Any]) -> bool:
    return one.get("type") in ("spacing", "space") or first(one, _TEXT) in _MARKS


def _plain(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _unit(found: Found) -> float:
    """Return how many milliseconds a unit of this file is."""
    dialect = found.dialect
    every = (members(entry) for _, many in found.lists for entry in many[:LOOKED_AT])
    lines = (
        (*raw_times(entry, dialect.start, dialect.end, dialect.length), first(entry, dialect.text))
        for entry in every
    )
    if dialect.or_seconds:
        return likelier_unit(lines, (SECOND_MS, dialect.unit))
    return implied_unit(lines, dialect.unit)


def _people(found: Found) -> Iterator[tuple[str, str]]:
    """Yield the speakers' ids with their names, from the lists around the transcript."""
    for fields in found.around:
        insights = [members(members(one).get("insights")) for one in entries(fields.get("videos"))]
        for near in (fields, *insights):
            listed = (entries(near.get(key)) for key in ("speakers", "parties", "participants"))
            for person in map(members, chain.from_iterable(listed)):
                name = first(person, NAMES)
                key = first(person, ("speakerId", "speaker_id", "id"))
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
