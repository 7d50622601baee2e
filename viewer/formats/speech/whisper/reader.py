"""Whisper's JSON, as its many programs write it.

openai-whisper, faster-whisper, WhisperX, whisper-timestamped: `segments`, each with `start`, `end`
(seconds), `text`, and maybe `speaker` and `words`; also as a bare list, or one object a line.
whisper.cpp: `transcription`, each with `offsets` (milliseconds) and maybe `tokens`.
Transformers: `chunks`, each with `timestamp`: two seconds, of which the second can be null.
OpenAI's service: `words` beside or instead of the segments.

The segments are checked by hand: validating 100,000 of them as pydantic models took 11 times as
long as `json.loads` (5 times, with words); this takes about twice as long in all (once).
"""

from typing import Any, Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_document import JsonText, peek, read_json
from viewer.formats.kit.json_values import members, milliseconds, remark
from viewer.formats.kit.speaker_keys import speaker_under
from viewer.formats.kit.time_units import guessed
from viewer.formats.kit.word_lines import Heard, add_lines
from viewer.formats.kit.words import WordReader, word_of
from viewer.formats.speech.whisper.dialects import put_right, put_words_right
from viewer.formats.speech.whisper.segments import Segments, times_of
from viewer.formats.speech.whisper.shape import TEXTS, Pieces, find_pieces, may_follow, words_beside

NAME: Final = "whisper-json"

#: Not metadata, for they are shown elsewhere or are the transcript itself.
_KNOWN_KEYS: Final = frozenset({"text", "language", "duration", "systeminfo"})
#: Entries of word lists that are no words.
_NO_WORDS: Final = frozenset({"spacing", "audio_event"})


def claims(sample: Content) -> Claim:
    """Return whether the head holds a list of timed pieces, or the text that comes before one."""
    value = peek(sample)
    if find_pieces(value) is not None:
        return Claim.SURE
    return Claim.likely(may_follow(value))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every segment that can be read, with its words, and note what cannot."""
    source = read_json(content.text)
    pieces = find_pieces(source.value)
    if pieces is None:
        raise NothingUsableError("it is JSON without a list of timed segments or words")
    draft = Draft(NAME, in_order=True)
    _read_about(members(source.value), draft)
    _read_about(pieces.around, draft)
    if pieces.are_words:
        _read_words(pieces, draft, source)
    else:
        if guess := guessed(put_right(pieces.entries, pieces.around)):
            draft.problem(1, guess)
        Segments(pieces, draft, source).read()
        words = words_beside(pieces) if draft.empty else None
        if words is not None:
            _read_words(words, draft, source)
    source.report(draft)
    if draft.empty:
        empty = "its list of segments is empty"
        raise NothingUsableError("none of its segments can be read" if pieces.entries else empty)
    return draft.finish()


def _read_about(value: dict[str, Any], draft: Draft) -> None:
    about = members(value.get("result")), members(value.get("params")), value
    for fields in about:
        language = fields.get("language", fields.get("language_code"))
        if isinstance(language, str) and 0 < len(language.strip()) <= 40 and language != "auto":
            draft.language = language.strip()
    duration = milliseconds(value.get("duration"))
    draft.duration_ms = duration if duration and duration > 0 else draft.duration_ms
    model = remark(members(value.get("params")).get("model"))
    if model:
        draft.metadata["model"] = model
    for key, raw in value.items():
        text = None if key in _KNOWN_KEYS else remark(raw)
        if text is not None and (label := remark(key)):
            draft.metadata[label] = text


def _read_words(pieces: Pieces, draft: Draft, source: JsonText) -> None:
    if guess := guessed(put_words_right(pieces.entries, pieces.around, TEXTS)):
        draft.problem(1, guess)
    heard: list[Heard] = []
    first = next((entry for entry in pieces.entries if isinstance(entry, dict)), None)
    reader = WordReader(first)
    for index, entry in enumerate(pieces.entries):
        if members(entry).get("type") in _NO_WORDS:
            continue
        raw = next((entry[k] for k in TEXTS if isinstance(members(entry).get(k), str)), None)
        if raw is None:
            source.note(pieces.path, index, f"Word {index + 1:,} has no text and was left out.")
            continue
        word = reader.one(entry)
        if "timestamp" in entry:
            word = word_of(*times_of(entry), raw)
        heard.append(Heard(word, raw, speaker_under(entry), entry.get("paragraph") is True))
    full_text = pieces.around.get("text")
    add_lines(draft, heard, full_text if isinstance(full_text, str) else "")
