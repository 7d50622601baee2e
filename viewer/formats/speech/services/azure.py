"""Azure Speech: batch (versions 2 and 3), fast transcription, and the SDK's results.

Times are ticks of 100 ns, milliseconds, or `PT1.3S`. The SDK's results stand one after the other.
The words are as they were said (`twenty one`), a phrase as it is written (`21.`): the text is the
phrase's; where both have as many words, these are as written, too.
https://learn.microsoft.com/azure/ai-services/speech-service/batch-transcription-get
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from viewer.core.timecode import LATEST_MS, clock_seconds
from viewer.formats.draft import Draft
from viewer.formats.kit.json_document import JsonText
from viewer.formats.kit.json_values import entries, members, milliseconds
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.word_lines import Heard
from viewer.formats.kit.words import shown
from viewer.formats.speech.services.pieces import Piece, add_piece
from viewer.formats.speech.services.service import (
    objects,
    reader_of,
    set_duration,
    set_language,
    set_media,
)
from viewer.formats.speech.services.shapes import AZURE
from viewer.formats.speech.services.words import (
    WordKeys,
    first,
    read_words,
    speaker_name,
    with_text,
)

_DURATION: Final = re.compile(
    r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?", re.ASCII
)
_MOST_TICKS: Final = 1e18
_TEXTS: Final = ("display", "Display", "DisplayText", "text", "Text", "maskedITN", "MaskedITN",
                 "itn", "ITN", "lexical", "Lexical")  # fmt: skip
_WORDS: Final = ("displayWords", "DisplayWords", "words", "Words")
_WORD_TEXTS: Final = ("displayText", "DisplayText", "word", "Word", "text")
_CONFIDENCES: Final = ("confidence", "Confidence")
_CHANNELS: Final = ("channel", "Channel", "ChannelNumber")
_SPEAKERS: Final = ("speaker", "SpeakerId", "speakerId")
_NO_TEXT: Final = "Phrase {} has no text and was left out."


def _ticks(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    ms = milliseconds(value / 10_000, 1) if abs(value) < _MOST_TICKS else None
    return ms if ms is None or ms <= LATEST_MS else None  # or a word would be lost in our own JSON


def _iso(value: object) -> int | None:
    """Read a duration such as `PT1M2.5S`; a number counts milliseconds."""
    if not isinstance(value, str):
        return milliseconds(value, 1)
    match = _DURATION.fullmatch(value.strip())
    if match is None:
        return None
    hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return milliseconds(clock_seconds(hours, minutes, seconds))


#: How a phrase or word tells its start and length, the surest first.
_STYLES: Final[tuple[tuple[str, str, Callable[[object], int | None]], ...]] = (
    ("offsetInTicks", "durationInTicks", _ticks),
    ("offsetMilliseconds", "durationMilliseconds", partial(milliseconds, a_unit=1)),
    ("offsetInMs", "durationInMs", partial(milliseconds, a_unit=1)),
    ("offset", "duration", _iso),
    ("Offset", "Duration", _ticks),
)


def _keys(example: dict[str, Any]) -> WordKeys:
    styles = (style for style in _STYLES if style[0] in example)
    start, length, time = next(styles, _STYLES[0])
    return WordKeys(
        _WORD_TEXTS, (start,), length=(length,), sure=_CONFIDENCES, speaker=(), time=time
    )


def _read(source: JsonText, draft: Draft) -> None:
    phrases = list(_phrases(source.value, draft))
    channels = {str(first(phrase, _CHANNELS)) for phrase, _, _ in phrases}
    for phrase, path, number in phrases:
        _read_phrase(phrase, (path, number), len(channels) > 1, draft, source)
    if draft.empty:
        about = members(source.value)
        combined = first(about, ("combinedRecognizedPhrases", "combinedPhrases"))
        for text in filter(None, (_text(members(fields)) for fields in entries(combined))):
            draft.segment(None, None, text)


def _phrases(value: object, draft: Draft) -> Iterator[tuple[dict[str, Any], Path, int]]:
    """Return every phrase with the path of its list and its number there."""
    many = isinstance(value, list)
    for number, fields in enumerate(map(members, objects(value))):
        step: Path = (str(number),) if many else ()
        listed = [
            ((*step, key), fields[key]) for key in ("recognizedPhrases", "phrases") if key in fields
        ]
        for row, file in enumerate(map(members, entries(fields.get("AudioFileResults")))):
            path = *step, "AudioFileResults", str(row), "SegmentResults"
            listed.append((path, file.get("SegmentResults")))
            set_media(draft, file.get("AudioFileUrl") or file.get("AudioFileName"))
            set_duration(draft, milliseconds(file.get("AudioLengthInSeconds")))
        if listed:
            _read_about(fields, draft)
        for path, phrases in listed:
            for row, phrase in enumerate(entries(phrases)):
                yield members(phrase), path, row
        if not listed and (many or _text(fields) or "NBest" in fields):
            yield fields, (), number


def _read_about(fields: dict[str, Any], draft: Draft) -> None:
    set_media(draft, fields.get("source"))
    set_duration(draft, milliseconds(fields.get("durationMilliseconds"), 1))
    set_duration(draft, _ticks(fields.get("durationInTicks")))


def _text(phrase: dict[str, Any]) -> str:
    texts = (phrase.get(key) for key in _TEXTS)
    return next((text.strip() for text in texts if isinstance(text, str) and text.strip()), "")


def _read_phrase(
    phrase: dict[str, Any],
    place: tuple[Path, int],
    many_channels: bool,
    draft: Draft,
    source: JsonText,
) -> None:
    path, number = place
    best = first(phrase, ("nBest", "NBest"))
    best = members(next(iter(entries(best)), None)) or phrase
    text = _text(best) or _text(phrase)
    heard = _words(best, text, (*path, str(number)), source) or _words(phrase, text, path, source)
    if not text and not heard:
        if not {"recognitionStatus", "RecognitionStatus"} & phrase.keys():
            source.note(path, number, _NO_TEXT.format(f"{number + 1:,}"))
        return
    spoken = members(phrase.get("PrimaryLanguage")).get("Language")
    set_language(draft, phrase.get("locale"), spoken)
    keys = _keys(phrase)
    start, length = keys.time(first(phrase, keys.start)), keys.time(first(phrase, keys.length))
    end = None if start is None or length is None else start + length
    speaker = speaker_name(first(phrase, _SPEAKERS))
    if speaker is None and many_channels:
        speaker = f"Channel {first(phrase, _CHANNELS)}"
    add_piece(draft, Piece(start, end, text, heard, speaker))


def _words(best: dict[str, Any], text: str, path: Path, source: JsonText) -> list[Heard]:
    raw = next(filter(None, (entries(best.get(key)) for key in _WORDS)), [])
    example = next((word for word in raw if isinstance(word, dict)), {})
    heard = read_words(raw, _keys(example), source, path)
    written = shown(text).split()
    if len(written) == len(heard):
        for one, token in zip(heard, written, strict=True):
            one.word, one.raw = with_text(one.word, token), token
    return heard


claims, parse = reader_of(AZURE, _read)
