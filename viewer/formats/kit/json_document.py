"""A file's JSON: its value, as far as it can be read, and the lines on which its entries stand."""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

from viewer.core.late import late
from viewer.formats.draft import MOST_PROBLEMS, Draft
from viewer.formats.format import Content
from viewer.formats.kit.json_walk import Path, walk
from viewer.formats.text import split_lines

_CUT_OFF: Final = "The file breaks off here; its last, unfinished part was left out."
_DAMAGED: Final = "The JSON is damaged here; what could be read of it is shown."
#: An object, or a list of objects, or an empty list.
_OBJECT: Final = re.compile(r'[\ufeff\s]*(?:(?:\[\s*)?\{\s*["}]|\[\s*\]\s*\Z)')
_BEGINNING: Final = 2_000
#: A comma behind the last entry, which people and language models leave; texts are passed over.
_LAST_COMMA: Final = late(r'"(?:[^"\\]|\\.)*+(?:"|\Z)|(,)(?=\s{0,999}+[}\]])', re.S)
#: Under what a head's lists of lists are found in the results of services.
NESTED: Final = frozenset(
    {
        "AudioFileResults", "NBest", "SegmentResults", "Transcript", "alternatives", "channels",
        "monologues", "nBest", "paragraphs", "phrases", "recognizedPhrases", "results",
        "sentences", "utterances",
    }
)  # fmt: skip
_PEEKED: Final = "json"
#: Below this length `walk` is as quick.
_LONG: Final = 8_000


@dataclass(slots=True)
class JsonText:
    """JSON as it was read, with what is to be said about its entries, by list and number."""

    text: str
    value: Any
    #: Where the JSON breaks its rules: offsets.
    breaks: list[int] = field(default_factory=list)
    #: How it is walked through: see `walk`.
    deep: frozenset[str] = frozenset()
    stream: bool = False
    _notes: list[tuple[Path, int, str]] = field(default_factory=list)

    def unread(self) -> "JsonText":
        """Return it without what was noted."""
        return JsonText(self.text, self.value, self.breaks, self.deep, self.stream)

    def note(self, path: Path, index: int, message: str) -> None:
        """Note a problem with entry `index` of the list at `path`; finding lines comes later."""
        self._notes.append((path, index, message))

    def report(self, draft: Draft) -> None:
        """Add the problems to the draft, each with its line number."""
        for line, offset in zip(self._lines(self.breaks), self.breaks, strict=True):
            draft.problem(line, _CUT_OFF if self._cut_off(offset) else _DAMAGED)
        if not self._notes:
            return
        places = walk(self.text, self.deep, stream=self.stream).offsets
        listed, others = self._notes[:MOST_PROBLEMS], self._notes[MOST_PROBLEMS:]
        offsets = [_place(places.get(path, []), index) for path, index, _ in listed]
        for line, (_, _, message) in zip(self._lines(offsets), listed, strict=True):
            draft.problem(line, message)
        for _, _, message in others:  # these are counted only, wherever they stand
            draft.problem(1, message)

    def _cut_off(self, offset: int) -> bool:
        begin = self.text.lstrip("\ufeff \t\r\n")[:1]
        closing = "}" if begin == "{" else "]"
        return offset == self.breaks[-1] and not self.text.rstrip().endswith(closing)

    def _lines(self, offsets: list[int]) -> list[int]:
        lines: dict[int, int] = {}
        line, before = 1, 0
        for offset in sorted(set(offsets)):
            line += len(split_lines(self.text[before:offset])) - 1
            lines[offset] = line
            before = offset
        return [lines[offset] for offset in offsets]


def loads_fast(text: str) -> object:
    """Return JSON's value as `json.loads` does, in half of its time.

    Raises `ValueError`, and that also for halves of pairs and depths that `json.loads` takes.
    """
    from pydantic_core import from_json

    try:
        return from_json(text, cache_strings="keys")
    except TypeError as error:  # halves of pairs in the text itself
        raise ValueError(str(error)) from error


def read_json(text: str, deep: frozenset[str] = frozenset(), *, stream: bool = False) -> JsonText:
    """Read JSON; what is damaged or cut off is read as far as it goes, and what is none is None.

    `deep` and `stream` are those of `walk`.
    """
    with suppress(ValueError):
        return JsonText(text, loads_fast(text.removeprefix("\ufeff")), [], deep, stream)
    text = without_last_commas(text)
    with suppress(ValueError):
        return JsonText(text, loads_fast(text.removeprefix("\ufeff")), [], deep, stream)
    walked = walk(text, deep, stream=stream)
    return JsonText(text, walked.value, walked.breaks, deep, stream)


def without_last_commas(text: str) -> str:
    """Return JSON with blanks for commas that nothing follows: every place stays where it is."""
    return _LAST_COMMA.sub(lambda found: " " if found[1] else found[0], text)


def peek(sample: Content) -> object:
    """Return what the head of a file holds, lists and texts cut off; None where it is no JSON.

    It is walked once for all readers, objects one after the other as a list.
    """
    if _PEEKED not in sample.known:
        is_json = looks_like_json(sample.text)
        sample.known[_PEEKED] = _head(sample.text) if is_json else None
    return sample.known[_PEEKED]


def _head(text: str) -> object:
    """Return what the head of a file holds, in a fifth of the time where it is sound JSON."""
    from pydantic_core import from_json

    bare = text.removeprefix("\ufeff")
    if bare.rstrip().endswith(("}", "]")):  # else it is cut off
        with suppress(ValueError):
            return loads_fast(bare)
    if len(text) >= _LONG:
        with suppress(TypeError, ValueError):
            value = from_json(bare, allow_partial="trailing-strings", cache_strings="keys")
            if _without_cut(value):
                return value
    return walk(without_last_commas(text), NESTED, stream=True).value


def _without_cut(value: object) -> bool:
    """Take away what breaks off at the end, as `walk` does; return whether that is known.

    A text's key stays. Of a list of one entry nobody knows whether that is whole.
    """
    key: object = None
    while value and isinstance(value, dict | list):
        last = next(reversed(value)) if isinstance(value, dict) else len(value) - 1
        if isinstance(value, list) and key not in NESTED:
            del value[last]
            return bool(value)
        key = last if isinstance(value, dict) else None
        if isinstance(value[last], str):
            value[last] = None
        value = value[last]
    return True


def whole_json(text: str, encoding: str) -> Content:
    """Return a whole text of JSON as if it were a head, for what its head does not tell."""
    known: dict[str, object] = {_PEEKED: read_json(text, NESTED, stream=True).value}
    return Content(b"", text, encoding, known=known)


def looks_like_json(text: str) -> bool:
    """Return whether the text begins as a JSON object does, or as a list of objects."""
    return _OBJECT.match(text[:_BEGINNING]) is not None


def _place(offsets: list[int], index: int) -> int:
    return offsets[index] if index < len(offsets) else 0
