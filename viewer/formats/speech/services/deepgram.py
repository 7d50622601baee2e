"""Deepgram: `results.utterances`, or the sentences of paragraphs, or words alone, by channel.

A stream is one object a message, of which the final ones count.
https://developers.deepgram.com/reference/speech-to-text/listen-pre-recorded
"""

from typing import Any, Final

from viewer.formats.draft import Draft
from viewer.formats.kit.json_document import JsonText
from viewer.formats.kit.json_values import entries, members, milliseconds, remark
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.word_lines import Heard
from viewer.formats.speech.services.pieces import Piece, add_piece, add_words
from viewer.formats.speech.services.service import (
    add_metadata,
    objects,
    reader_of,
    set_duration,
    set_language,
)
from viewer.formats.speech.services.shapes import DEEPGRAM
from viewer.formats.speech.services.words import WordKeys, read_words, speaker_name

_WORD: Final = WordKeys(("punctuated_word", "word"), ("start",), ("end",))


def _read(source: JsonText, draft: Draft) -> None:
    about = members(source.value)
    metadata = members(about.get("metadata"))
    results = members(about.get("results"))
    add_metadata(draft, metadata, "request_id", "created")
    models = map(members, members(metadata.get("model_info")).values())
    if model := ", ".join(filter(None, (remark(model.get("name")) for model in models))):
        draft.metadata["model"] = model
    set_duration(draft, milliseconds(metadata.get("duration")))
    summary = members(results.get("summary")).get("short")
    draft.description = summary if isinstance(summary, str) else ""
    channels = entries(results.get("channels"))
    _set_language(channels, draft)
    if entries(results.get("utterances")):
        _read_utterances(results["utterances"], len(channels) > 1, draft, source)
    for number, channel in enumerate(channels if draft.empty else ()):
        speaker = f"Channel {number}" if len(channels) > 1 else None
        _read_channel(
            members(channel), speaker, ("results", "channels", str(number)), draft, source
        )
    if not results:
        _read_stream(draft, source)


def _set_language(channels: list[Any], draft: Draft) -> None:
    for channel in map(members, channels):
        languages = entries(_best(channel).get("languages"))
        set_language(draft, channel.get("detected_language"), *languages[:1])


def _best(channel: dict[str, Any]) -> dict[str, Any]:
    return members(next(iter(entries(channel.get("alternatives"))), None))


def _read_utterances(
    utterances: list[Any], many_channels: bool, draft: Draft, source: JsonText
) -> None:
    for number, fields in enumerate(map(members, utterances)):
        path = "results", "utterances", str(number), "words"
        heard = read_words(fields.get("words"), _WORD, source, path)
        speaker = speaker_name(fields.get("speaker"))
        if many_channels:
            speaker = _in_channel(fields.get("channel"), speaker, heard)
        text = fields.get("transcript")
        start, end = milliseconds(fields.get("start")), milliseconds(fields.get("end"))
        add_piece(draft, Piece(start, end, text if isinstance(text, str) else "", heard, speaker))


def _in_channel(channel: object, speaker: str | None, heard: list[Heard]) -> str | None:
    """Return a speaker's name with the channel's, and give it to the words, too."""
    where = f"Channel {channel}" if isinstance(channel, int) else None
    for one in heard:
        one.speaker = ", ".join(filter(None, (where, one.speaker))) or None
    return ", ".join(filter(None, (where, speaker))) or None


def _read_channel(
    channel: dict[str, Any], speaker: str | None, path: Path, draft: Draft, source: JsonText
) -> None:
    best = _best(channel)
    heard = read_words(best.get("words"), _WORD, source, (*path, "alternatives", "0", "words"))
    if speaker is not None:
        for one in heard:
            one.speaker = ", ".join(filter(None, (speaker, one.speaker)))
    text = best.get("transcript")
    text = text if isinstance(text, str) else ""
    sentences = _sentences(best)
    if sentences and heard:
        _read_sentences(sentences, heard, draft)
    elif heard:
        add_words(draft, heard, text)
    elif text.strip():
        draft.segment(None, None, text, speaker=speaker)


def _sentences(best: dict[str, Any]) -> list[int]:
    """Return when the sentences of all paragraphs begin."""
    paragraphs = entries(members(best.get("paragraphs")).get("paragraphs"))
    fields = (entries(members(paragraph).get("sentences")) for paragraph in paragraphs)
    starts = (milliseconds(members(sentence).get("start")) for many in fields for sentence in many)
    return sorted(start for start in starts if start is not None)


def _read_sentences(starts: list[int], heard: list[Heard], draft: Draft) -> None:
    """Add the words as sentences, each of those that begin before the next sentence does."""
    words: list[Heard] = []
    row = 0
    for one in heard:
        start = one.word.start_ms
        if start is not None and row < len(starts) and start >= starts[row]:
            add_piece(draft, Piece(None, None, "", words))
            words = []
            while row < len(starts) and start >= starts[row]:
                row += 1
        words.append(one)
    add_piece(draft, Piece(None, None, "", words))


def _read_stream(draft: Draft, source: JsonText) -> None:
    for number, message in enumerate(map(members, objects(source.value))):
        best = _best(members(message.get("channel")))
        if not best or message.get("is_final") is False:
            continue
        heard = read_words(best.get("words"), _WORD, source, (str(number),))
        start, length = milliseconds(message.get("start")), milliseconds(message.get("duration"))
        end = None if start is None or length is None or heard else start + length
        text = best.get("transcript")
        start = None if heard else start
        add_piece(draft, Piece(start, end, text if isinstance(text, str) else "", heard))


claims, parse = reader_of(DEEPGRAM, _read)
