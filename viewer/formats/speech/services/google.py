"""Google Cloud Speech-to-Text, versions 1 and 2, as the service, its tools and clients write it.

Yandex SpeechKit writes the same, but for what it calls its list and its texts.

Times are `"1.300s"`, or objects of seconds and nanoseconds. Version 1 gives all words again, with
who says them, in the last result.
https://cloud.google.com/speech-to-text/docs/reference/rest/v1/speech/recognize
"""

from collections.abc import Iterator
from typing import Any, Final

from viewer.formats.draft import Draft
from viewer.formats.kit.json_document import JsonText
from viewer.formats.kit.json_values import entries, members, milliseconds
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.word_lines import Heard
from viewer.formats.speech.services.pieces import Piece, add_piece, add_words
from viewer.formats.speech.services.service import add_metadata, objects, reader_of, set_language
from viewer.formats.speech.services.shapes import GOOGLE
from viewer.formats.speech.services.words import WordKeys, first, read_words, speaker_name

_STARTS: Final = ("startTime", "startOffset", "start_time", "start_offset")
_ENDS: Final = ("endTime", "endOffset", "end_time", "end_offset")
_SPEAKERS: Final = ("speakerLabel", "speaker_label", "speakerTag", "speaker_tag")
_RESULT_ENDS: Final = ("resultEndTime", "resultEndOffset", "result_end_time", "result_end_offset")
_CHANNELS: Final = ("channelTag", "channel_tag")
_LANGUAGES: Final = ("languageCode", "language_code")
_TRANSCRIPTIONS: Final = ("speechTranscriptions", "speech_transcriptions")
_TEXTS: Final = ("transcript", "text")
_NO_TEXT: Final = "Result {} has no text and was left out."

Result = tuple[dict[str, Any], Path, int]


def _time(value: object) -> int | None:
    if isinstance(value, str):
        return milliseconds(value.strip().removesuffix("s"))
    if not isinstance(value, dict):
        return milliseconds(value)
    whole, nanos = milliseconds(value.get("seconds", 0)), value.get("nanos", 0)
    if whole is None or not isinstance(nanos, int | float) or not 0 <= nanos < 1_000_000_000:
        return None
    return whole + int(nanos / 1_000_000 + 0.5)


_WORD: Final = WordKeys(("word",), _STARTS, _ENDS, speaker=_SPEAKERS, time=_time, zero=None)


def _read(source: JsonText, draft: Draft) -> None:
    add_metadata(draft, members(source.value), "requestId", "totalBilledTime")
    results = [one for one in _results(source.value) if _final(one[0])]
    channels = {str(first(result, _CHANNELS)) for result, _, _ in results}
    said = [(one, _words(one, source)) for one in results]
    if _repeats_all([heard for _, heard in said]):
        for result, _, _ in results:
            set_language(draft, first(result, _LANGUAGES))
        add_words(draft, said[-1][1])
        return
    ends: dict[str, int] = {}
    for one, heard in said:
        _add(one, heard, ends, len(channels) > 1, draft, source)


def _final(result: dict[str, Any]) -> bool:
    return result.get("isFinal") is not False and result.get("is_final") is not False


def _results(value: object) -> Iterator[Result]:
    """Return every result with the path of its list and its number there."""
    many = isinstance(value, list)
    for number, fields in enumerate(map(members, objects(value))):
        step: Path = (str(number),) if many else ()
        inner = members(fields.get("response", fields))
        if "response" in fields:
            step = (*step, "response")
        for key in ("results", "chunks"):
            yield from _listed(inner.get(key), (*step, key))
        for file, result in members(inner.get("results")).items():  # of a batch
            wrapped = members(members(result).get("transcript", result))
            yield from _listed(wrapped.get("results"), (*step, "results", file))
        for key in ("annotationResults", "annotation_results"):
            for found in map(members, entries(inner.get(key))):
                yield from _listed(first(found, _TRANSCRIPTIONS), (*step, key))


def _listed(results: object, path: Path) -> Iterator[Result]:
    for number, result in enumerate(entries(results)):
        yield members(result), path, number


def _best(result: dict[str, Any]) -> dict[str, Any]:
    return members(next(iter(entries(result.get("alternatives"))), None))


def _words(one: Result, source: JsonText) -> list[Heard]:
    result, path, number = one
    words = _best(result).get("words")
    if number == 0:
        _start_at_zero(next(iter(entries(words)), None))
    heard = read_words(words, _WORD, source, (*path, str(number), "alternatives", "0", "words"))
    for said in heard:
        said.speaker = None if said.speaker == "Speaker 0" else said.speaker  # says: not known
    return heard


def _start_at_zero(word: object) -> None:
    """Give the first word its time where it is left out for being zero."""
    fields = members(word)
    if first(fields, _STARTS) is None and first(fields, _ENDS) is not None:
        fields["startTime"] = 0


def _repeats_all(said: list[list[Heard]]) -> bool:
    """Return whether the last result has the words of all, with who says them."""
    if len(said) < 2 or not said[-1] or any(one.speaker is None for one in said[-1]):
        return False
    before = [heard for heard in said[:-1] if heard]
    words = sum(map(len, before))
    unsaid = all(one.speaker is None for heard in before for one in heard)
    return bool(before) and unsaid and len(said[-1]) >= words


def _add(
    one: Result,
    heard: list[Heard],
    ends: dict[str, int],
    many_channels: bool,
    draft: Draft,
    source: JsonText,
) -> None:
    result, path, number = one
    set_language(draft, first(result, _LANGUAGES))
    text = first(_best(result), _TEXTS)
    text = text.strip() if isinstance(text, str) else ""
    if not text and not heard:
        if not entries(result.get("alternatives")):
            source.note(path, number, _NO_TEXT.format(f"{number + 1:,}"))
        return
    channel = str(first(result, _CHANNELS))
    speaker = speaker_name(f"Channel {channel}") if many_channels else None
    end = _time(first(result, _RESULT_ENDS))
    start = None if heard or end is None else min(ends.get(channel, 0), end)
    ends[channel] = end if end is not None else ends.get(channel, 0)
    add_piece(draft, Piece(start, None if heard else end, text, heard, speaker))


claims, parse = reader_of(GOOGLE, _read)
