"""Which of its dialects Whisper's JSON is in: where its segments are and how they tell times."""

from typing import Any, Final

from viewer.core.value import value
from viewer.formats.kit.json_values import members
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.word_lines import mostly_words

#: Where lists of segments are found.
_SEGMENTS: Final = ("speakers", "segments", "transcription", "chunks")
#: Where lists of words are found, for want of segments or beside them.
WORDS: Final = ("words", "word_segments")
#: What services wrap around a result.
_WRAPPERS: Final = ("output", "result", "results", "transcript", "transcription", "data")
#: Keys of other services, whose words look the same but count milliseconds.
_FOREIGN: Final = frozenset(
    {"acoustic_model", "audio_url", "language_model", "utterances", "events", "wireMagic"}
)
_TIMES: Final = frozenset({"start", "offsets", "timestamp", "timestamps", "words"})
TEXTS: Final = ("text", "content", "word", "transcript")
#: Podcasting 2.0's keys.
_PODCAST: Final = frozenset({"startTime", "body"})
#: So many entries are looked at before a list is given up.
_LOOKED_AT: Final = 20


@value
class Pieces:
    """The list that holds the transcript: the object around it, its path, its entries."""

    around: dict[str, Any]
    path: Path
    entries: list[Any]
    #: Whether an entry is a single word.
    are_words: bool


def find_pieces(value: object) -> Pieces | None:
    """Return where the transcript is in a file's JSON, or None where it is none of Whisper's."""
    if isinstance(value, list):
        found = _are_pieces(value)
        return Pieces({}, (), value, are_words=_are_words("", value)) if found else None
    if not isinstance(value, dict):
        return None
    found_here = _find_in(value, ())
    wrapped = (
        _find_in(value[key], (key,)) for key in _WRAPPERS if isinstance(value.get(key), dict)
    )
    return found_here or next(filter(None, wrapped), None)


def words_beside(pieces: Pieces) -> Pieces | None:
    """Return the list of words that stands beside a list of segments."""
    for key in WORDS:
        found = pieces.around.get(key)
        if isinstance(found, list) and _are_pieces(found):
            return Pieces(pieces.around, (*pieces.path[:-1], key), found, are_words=True)
    return None


def may_follow(value: object) -> bool:
    """Return whether the head of a file ends in the full text that some put before the segments."""
    return isinstance(value, dict) and "text" in value and value["text"] is None


def _find_in(value: dict[str, Any], path: Path) -> Pieces | None:
    if not _FOREIGN.isdisjoint(value):
        return None
    candidates = [
        Pieces(value, (*path, key), value[key], are_words=_are_words(key, value[key]))
        for key in (*_SEGMENTS, *WORDS)
        if isinstance(value.get(key), list) and _are_pieces(value[key], empty=key in _SEGMENTS)
    ]
    return next((found for found in candidates if found.entries), next(iter(candidates), None))


def _are_pieces(entries: list[Any], *, empty: bool = False) -> bool:
    if not entries:
        return empty
    return any(_is_piece(entry) for entry in entries[:_LOOKED_AT])


def _is_piece(entry: object) -> bool:
    if not isinstance(entry, dict) or not _PODCAST.isdisjoint(entry):
        return False
    has_text = any(key in entry for key in TEXTS) or "words" in entry
    return has_text and not _TIMES.isdisjoint(entry)


def _are_words(key: str, entries: list[Any]) -> bool:
    if key == "chunks":
        return mostly_words(str(members(entry).get("text", "")) for entry in entries[:200])
    if key in _SEGMENTS:
        return False
    return any("word" in members(entry) for entry in entries[:_LOOKED_AT]) or key in WORDS
