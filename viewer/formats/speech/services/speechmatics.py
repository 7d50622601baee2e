"""Speechmatics: `results` of words and punctuation, each with alternatives; also its old `words`.

A stream is one object a message, of which those that add to the transcript count.
https://docs.speechmatics.com/speech-to-text/batch/output
"""

from typing import Any, Final

from viewer.core.oneline import one_line
from viewer.core.transcript import Chapter
from viewer.formats.draft import Draft
from viewer.formats.kit.json_document import JsonText
from viewer.formats.kit.json_values import entries, members, milliseconds
from viewer.formats.kit.word_lines import Heard
from viewer.formats.speech.services.pieces import add_words
from viewer.formats.speech.services.service import (
    add_metadata,
    objects,
    reader_of,
    set_duration,
    set_language,
    set_media,
)
from viewer.formats.speech.services.shapes import SPEECHMATICS
from viewer.formats.speech.services.words import WordKeys, read_words, speaker_by_turn, speaker_name
from viewer.formats.text import repaired

#: Entries that are no words, and who speaks where that is not known.
_SKIPPED: Final = frozenset({"speaker_change", "channel_change"})
_UNKNOWN: Final = "UU"
#: Each channel costs a look at all words.
_MOST_CHANNELS: Final = 16
_RESULT: Final = WordKeys(("content",), ("start_time",), ("end_time",), skipped=_SKIPPED)
_OLD: Final = WordKeys(("name",), ("time",), length=("duration",))


def _read(source: JsonText, draft: Draft) -> None:
    about = members(source.value)
    job = members(about.get("job"))
    metadata = members(about.get("metadata"))
    add_metadata(draft, job, "id", "created_at")
    set_media(draft, job.get("data_name", job.get("name")))
    set_duration(draft, milliseconds(job.get("duration")))
    spoken = members(metadata.get("language_identification")).get("predicted_language")
    configured = members(metadata.get("transcription_config")).get("language")
    set_language(draft, spoken, None if configured == "auto" else configured, job.get("lang"))
    summary = members(about.get("summary")).get("content")
    draft.description = summary if isinstance(summary, str) else ""
    _read_chapters(about, draft)
    if entries(about.get("words")):
        _read_old(about, draft, source)
        return
    heard: list[Heard] = []
    many = isinstance(source.value, list)
    for number, fields in enumerate(map(members, objects(source.value))):
        if fields.get("message", "AddTranscript") == "AddTranscript":
            path = (str(number), "results") if many else ("results",)
            heard += read_words(fields.get("results"), _RESULT, source, path, _speaker)
    _add_by_channel(heard, source, draft)


def _speaker(entry: dict[str, Any]) -> str | None:
    best = members(next(iter(entries(entry.get("alternatives"))), None))
    speaker = best.get("speaker", entry.get("channel"))
    return None if speaker == _UNKNOWN else speaker_name(speaker)


def _add_by_channel(heard: list[Heard], source: JsonText, draft: Draft) -> None:
    """Add the words, those of each channel by themselves, for they come mixed."""
    results = entries(members(source.value).get("results"))
    if any("channel" in members(result) for result in results[:1]):
        channels = list(dict.fromkeys(one.speaker for one in heard))
        for channel in channels[:_MOST_CHANNELS]:
            add_words(draft, [one for one in heard if one.speaker == channel])
        heard = [one for one in heard if one.speaker in set(channels[_MOST_CHANNELS:])]
    add_words(draft, heard)


def _read_chapters(about: dict[str, Any], draft: Draft) -> None:
    for chapter in map(members, entries(about.get("chapters"))):
        start, title = milliseconds(chapter.get("start_time")), chapter.get("title")
        if start is not None and start >= 0 and isinstance(title, str):
            draft.chapters.append(Chapter(start, one_line(repaired(title))))


def _read_old(about: dict[str, Any], draft: Draft, source: JsonText) -> None:
    turns = map(members, entries(about.get("speakers")))
    fields = ((milliseconds(turn.get("time")), turn.get("name")) for turn in turns)
    words = [_punctuation(word) for word in about["words"]]
    add_words(draft, read_words(words, _OLD, source, ("words",), speaker_by_turn(fields, "time")))


def _punctuation(word: object) -> object:
    """Mark what is punctuation, for in the old form it looks like a word."""
    if members(word).get("name") in {".", ",", "?", "!"}:
        return {**members(word), "type": "punctuation"}
    return word


claims, parse = reader_of(SPEECHMATICS, _read)
