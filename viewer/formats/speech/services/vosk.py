"""Vosk and its kin of the Kaldi family: several programs, one way of timing words.

Vosk gives `result` and `text`, one object an utterance, in a list or one after the other, or
`alternatives`; its command `vosk-transcriber` gives `monologues` of `terms`. Kaldi's GStreamer
server gives hypotheses whose words count from their segment's start. The BBC's gives `words` with
`punct`, and who speaks in `segmentation`; Gentle gives `words` that it aligned to a text.
"""

from collections.abc import Iterator
from typing import Any, Final

from viewer.formats.draft import Draft
from viewer.formats.kit.json_document import JsonText
from viewer.formats.kit.json_values import entries, members, milliseconds
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.word_lines import Heard
from viewer.formats.speech.services.pieces import Piece, add_piece, add_utterances, add_words
from viewer.formats.speech.services.service import objects, reader_of
from viewer.formats.speech.services.shapes import VOSK
from viewer.formats.speech.services.words import WordKeys, read_words, speaker_by_turn, speaker_name

_RESULT: Final = WordKeys(("word",), ("start",), ("end",), sure=("conf",))
_TERM: Final = WordKeys(("text",), ("start",), ("end",))
_ALIGNED: Final = WordKeys(("word",), ("start",), length=("length",))
_WORD: Final = WordKeys(("punct", "word"), ("start",), ("end",))
_UNKNOWN: Final = "unknown"


def _read(source: JsonText, draft: Draft) -> None:
    about = members(source.value)
    fields = members(about.get("retval", about))
    if entries(fields.get("words")):
        path: Path = ("retval", "words") if "retval" in about else ("words",)
        _read_kaldi(about, fields, path, draft, source)
    elif entries(about.get("monologues")):
        _read_monologues(about["monologues"], draft, source)
    else:
        add_utterances(draft, _utterances(draft, source))


def _read_kaldi(
    about: dict[str, Any], fields: dict[str, Any], path: Path, draft: Draft, source: JsonText
) -> None:
    segmentation = members(fields.get("segmentation", about.get("segmentation")))
    turns = map(members, entries(segmentation.get("segments")))
    starts = (
        (milliseconds(turn.get("start")), members(turn.get("speaker")).get("@id")) for turn in turns
    )
    text = fields.get("transcript")
    heard = read_words(fields["words"], _WORD, source, path, speaker_by_turn(starts, "start"))
    add_words(draft, heard, text if isinstance(text, str) else "")


def _read_monologues(monologues: list[Any], draft: Draft, source: JsonText) -> None:
    for number, fields in enumerate(map(members, monologues)):
        path = "monologues", str(number), "terms"
        heard = read_words(fields.get("terms"), _TERM, source, path)
        who = members(fields.get("speaker"))
        names = (who.get("name"), who.get("id"))
        speaker = next((name for name in map(speaker_name, names) if name), None)
        start, end = milliseconds(fields.get("start")), milliseconds(fields.get("end"))
        add_piece(draft, Piece(start, end, "", heard, None if speaker == _UNKNOWN else speaker))


def _utterances(draft: Draft, source: JsonText) -> Iterator[tuple[object, list[Heard]]]:
    for number, fields in enumerate(map(members, objects(source.value))):
        best = members(next(iter(entries(fields.get("alternatives"))), fields))
        if isinstance(fields.get("result"), dict):
            _read_hypothesis(fields, number, draft, source)
            continue
        place = str(number), "result"
        yield best.get("text"), read_words(best.get("result"), _RESULT, source, place)


def _read_hypothesis(fields: dict[str, Any], number: int, draft: Draft, source: JsonText) -> None:
    result = members(fields.get("result"))
    best = members(next(iter(entries(result.get("hypotheses"))), None))
    text = best.get("transcript")
    if result.get("final") is False or not isinstance(text, str) or not text.strip():
        return
    start, length = (milliseconds(fields.get(key)) for key in ("segment-start", "segment-length"))
    words = [_moved(word, start or 0) for word in entries(best.get("word-alignment"))]
    heard = read_words(words, _ALIGNED, source, (str(number),))
    end = None if start is None or length is None else start + length
    add_piece(draft, Piece(start, end, text, heard, speaker_name(fields.get("speaker"))))


def _moved(word: object, ms: int) -> object:
    """Return a word that counts from the recording's start instead of its segment's."""
    start = milliseconds(members(word).get("start"))
    return word if start is None else {**members(word), "start": (start + ms) / 1000}


claims, parse = reader_of(VOSK, _read)
