"""The words of services' JSON: one reader, to which each service says where things stand."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Final

from viewer.core.segment import Word
from viewer.core.value import value
from viewer.formats.kit.json_document import JsonText
from viewer.formats.kit.json_values import confidence, entries, milliseconds, name
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.word_lines import Heard
from viewer.formats.kit.words import HalfTimed, shown, word_of

NO_TEXT: Final = "Word {} has no text and was left out."
NO_TIME: Final = "Word {} has no time that can be read; it was put between its neighbours."
_PUNCTUATION: Final = frozenset({"punctuation", "PUNCTUATION", "punct"})


#: Tells who says a word.
Speaker = Callable[[dict[str, Any]], str | None]


def nobody(_word: dict[str, Any]) -> None:
    """Return None, for a word of which another place tells who says it."""


@value
class WordKeys:
    """Where a service puts what belongs to a word, and how it counts time."""

    text: tuple[str, ...]
    start: tuple[str, ...]
    end: tuple[str, ...] = ()
    length: tuple[str, ...] = ()
    sure: tuple[str, ...] = ("confidence",)
    speaker: tuple[str, ...] = ("speaker",)
    time: Callable[[object], int | None] = milliseconds
    #: What a confidence of zero says: some write it for none.
    zero: float | None = 0.0
    #: Entries of these types are no words.
    skipped: frozenset[str] = frozenset()


def first(entry: dict[str, Any], keys: Iterable[str]) -> object:
    """Return the value of the first of the keys that the entry has, or None."""
    for key in keys:
        if key in entry:
            return entry[key]
    return None


def speaker_name(value: object) -> str | None:
    """Return a speaker's name; a number or a single letter is one of many."""
    if isinstance(value, str):
        bare = value.strip()
        return f"Speaker {bare}" if len(bare) == 1 or bare.isdecimal() else bare or None
    return name(value)


class WordList:
    """Words as they are read: punctuation that stands alone joins its neighbour."""

    def __init__(self) -> None:
        self._heard: Final[list[Heard]] = []
        self._ahead: list[str] = []
        self._behind: list[str] = []

    def add(self, word: Word | HalfTimed, raw: str, speaker: str | None) -> None:
        """Add a word."""
        if self._behind:
            self._join_before()
        if self._ahead:
            marks = "".join(self._ahead)
            word, raw = with_text(word, marks + word.text), marks + raw
            self._ahead.clear()
        self._heard.append(Heard(word, raw, speaker))

    def punctuate(self, text: str, *, ahead: bool = False) -> None:
        """Add punctuation to the word before, or with `ahead` to the word to come."""
        (self._ahead if ahead or not self._heard else self._behind).append(text)

    def finish(self) -> list[Heard]:
        """Return all words."""
        self._join_before()
        return self._heard

    def _join_before(self) -> None:
        if self._behind:
            last, marks = self._heard[-1], "".join(self._behind)
            last.word, last.raw = with_text(last.word, last.word.text + marks), last.raw + marks
            self._behind.clear()


def with_text(word: Word | HalfTimed, text: str) -> Word | HalfTimed:
    """Return the word with another text, as it is shown."""
    text = shown(text) or word.text
    if isinstance(word, Word):
        return Word(word.start_ms, word.end_ms, text, word.confidence)
    return HalfTimed(word.start_ms, word.end_ms, text, word.confidence)


def read_words(
    raw: object,
    keys: WordKeys,
    source: JsonText,
    path: Path,
    speaker: Speaker | None = None,
    rows: Sequence[int] | None = None,
) -> list[Heard]:
    """Return the words of a list, and note those that are none.

    `speaker` knows who says one; `rows` are their numbers in the list at `path`, where `raw` is
    but a choice from it.
    """
    made = WordList()
    untimed: list[int] = []
    for index, fields, kind in _objects(entries(raw), keys, rows):
        said = _best(fields)
        text = first(said, keys.text)
        if text.__class__ is not str or not (bare := text.strip()):
            if not (text.__class__ is str and kind in _PUNCTUATION):
                source.note(path, index, NO_TEXT.format(f"{index + 1:,}"))
            continue
        if kind.__class__ is str and kind in _PUNCTUATION:
            made.punctuate(bare, ahead=fields.get("attaches_to") == "next")
            continue
        start, end = _times(fields, keys)
        if start is None:
            untimed.append(index)
        sure = confidence(first(said, keys.sure))
        word = word_of(start, end, text, keys.zero if sure == 0 else sure)
        made.add(
            word, bare, speaker(fields) if speaker else speaker_name(first(said, keys.speaker))
        )
    heard = made.finish()
    if len(untimed) < len(heard):  # otherwise the file has no times at all
        _note_untimed(untimed, source, path)
    return heard


def _note_untimed(untimed: list[int], source: JsonText, path: Path) -> None:
    for index in untimed:
        source.note(path, index, NO_TIME.format(f"{index + 1:,}"))


def _objects(
    raw: Sequence[object], keys: WordKeys, rows: Sequence[int] | None
) -> Iterator[tuple[int, dict[str, Any], object]]:
    """Yield the number, the object and the kind of each entry that is to be read."""
    for index, entry in zip(rows or range(len(raw)), raw, strict=True):
        fields = entry if isinstance(entry, dict) else {}
        kind = fields.get("type", fields.get("Type"))
        if not (kind.__class__ is str and kind in keys.skipped):
            yield index, fields, kind


def _best(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the likeliest of the readings that a word may have."""
    others = entries(fields.get("alternatives"))
    return others[0] if others and isinstance(others[0], dict) else fields


def _times(fields: dict[str, Any], keys: WordKeys) -> tuple[int | None, int | None]:
    start = keys.time(first(fields, keys.start))
    if not keys.length:
        return start, keys.time(first(fields, keys.end))
    length = keys.time(first(fields, keys.length))
    return start, None if start is None or length is None else start + length


def speaker_by_turn(turns: Iterable[tuple[int | None, object]], key: str) -> Speaker:
    """Return who says a word whose start stands under `key`, from when each turn begins."""
    known = [(start, speaker_name(name)) for start, name in turns if start is not None]
    known.sort(key=itemgetter(0))
    starts = [start for start, _ in known]

    def speaker(word: dict[str, Any]) -> str | None:
        start = milliseconds(word.get(key))
        row = -1 if start is None else bisect_right(starts, start) - 1
        return known[row][1] if row >= 0 else None

    return speaker
