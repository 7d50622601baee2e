"""IBM Watson Speech to Text: results whose `timestamps` are lists of word, start and end.

How sure it is of the words, and who says them, stands in lists beside; a job's file wraps several
results, and a stream is one object a message.
https://cloud.ibm.com/docs/speech-to-text?topic=speech-to-text-basic-response
"""

from collections.abc import Iterator
from typing import Any

from viewer.formats.draft import Draft
from viewer.formats.kit.json_document import JsonText
from viewer.formats.kit.json_values import confidence, entries, members, milliseconds
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.word_lines import Heard
from viewer.formats.kit.words import word_of
from viewer.formats.speech.services.pieces import add_utterances
from viewer.formats.speech.services.service import add_metadata, objects, reader_of
from viewer.formats.speech.services.shapes import WATSON
from viewer.formats.speech.services.words import NO_TEXT, WordList, speaker_name

Speakers = dict[int, str | None]


def _read(source: JsonText, draft: Draft) -> None:
    add_metadata(draft, members(source.value), "id", "created")
    add_utterances(draft, _utterances(source))


def _utterances(source: JsonText) -> Iterator[tuple[object, list[Heard]]]:
    messages = list(_messages(source.value))
    speakers = _speakers(messages)
    for message, path in messages:
        for number, result in enumerate(map(members, entries(message.get("results")))):
            best = members(next(iter(entries(result.get("alternatives"))), None))
            if result.get("final") is False or not best:
                continue
            place = *path, "results", str(number), "alternatives", "0", "timestamps"
            yield best.get("transcript"), _words(best, speakers, source, place)


def _messages(value: object) -> Iterator[tuple[dict[str, Any], Path]]:
    """Return every object with results or speakers, with its path."""
    many = isinstance(value, list)
    for number, fields in enumerate(map(members, objects(value))):
        path: Path = (str(number),) if many else ()
        yield fields, path
        for row, inner in enumerate(map(members, entries(fields.get("results")))):
            if "results" in inner:
                yield inner, (*path, "results", str(row))


def _speakers(messages: list[tuple[dict[str, Any], Path]]) -> Speakers:
    """Return who begins a word when; later messages are surer."""
    made: Speakers = {}
    for message, _ in messages:
        for label in map(members, entries(message.get("speaker_labels"))):
            start = milliseconds(label.get("from"))
            if start is not None:
                made[start] = speaker_name(label.get("speaker"))
    return made


def _words(best: dict[str, Any], speakers: Speakers, source: JsonText, path: Path) -> list[Heard]:
    made = WordList()
    sure = [_second(pair) for pair in entries(best.get("word_confidence"))]
    stamps = entries(best.get("timestamps"))
    known = len(sure) == len(stamps)
    for index, stamp in enumerate(stamps):
        text, start, end, *_ = *entries(stamp)[:3], None, None, None
        if not isinstance(text, str) or not text.strip():
            source.note(path, index, NO_TEXT.format(f"{index + 1:,}"))
            continue
        start_ms = milliseconds(start)
        word = word_of(start_ms, milliseconds(end), text, sure[index] if known else None)
        speaker = speakers.get(start_ms) if start_ms is not None else None
        made.add(word, text.strip(), speaker)
    return made.finish()


def _second(pair: object) -> float | None:
    return confidence(pair[1]) if isinstance(pair, list) and len(pair) > 1 else None


claims, parse = reader_of(WATSON, _read)
