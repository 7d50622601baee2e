"""AssemblyAI: `words` in milliseconds, and `utterances`, which may be null.

Its services for paragraphs and sentences give lists of these names instead.
https://www.assemblyai.com/docs/api-reference/transcripts/get
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final

from viewer.core.oneline import one_line
from viewer.core.transcript import Chapter
from viewer.formats.draft import Draft
from viewer.formats.kit.json_document import JsonText
from viewer.formats.kit.json_values import entries, members, milliseconds
from viewer.formats.speech.services.pieces import Piece, add_piece, add_words
from viewer.formats.speech.services.service import (
    add_metadata,
    reader_of,
    set_duration,
    set_language,
    set_media,
)
from viewer.formats.speech.services.shapes import ASSEMBLYAI
from viewer.formats.speech.services.words import WordKeys, read_words, speaker_name
from viewer.formats.text import repaired

_PIECES: Final = ("utterances", "sentences", "paragraphs")
_ABOUT: Final = ("id", "speech_model", "speech_model_used", "acoustic_model", "language_model")
_WORD: Final = WordKeys(("text",), ("start",), ("end",), speaker=("speaker", "channel"))
_NO_PIECE: Final = "Piece {} has no text and was left out."
#: So many times are looked at to tell milliseconds from seconds.
_LOOKED_AT: Final = 200


def _read(source: JsonText, draft: Draft) -> None:
    about = members(source.value)
    add_metadata(draft, about, *_ABOUT)
    set_language(draft, about.get("language_code"))
    set_duration(draft, milliseconds(about.get("audio_duration")))
    set_media(draft, about.get("audio_url"))
    if isinstance(summary := about.get("summary"), str):
        draft.description = summary
    key = next((key for key in _PIECES if entries(about.get(key))), "")
    time = _time_of(entries(about.get(key or "words")))
    _read_chapters(about, draft)
    text = about.get("text")
    text = text if isinstance(text, str) else ""
    if key:
        _read_pieces(key, about[key], time, draft, source)
    elif entries(about.get("words")):
        keys = replace(_WORD, time=time)
        add_words(draft, read_words(about["words"], keys, source, ("words",)), text)
    if draft.empty and text.strip():
        draft.segment(None, None, text)


def _time_of(fields: list[Any]) -> Callable[[object], int | None]:
    """Return how times are read: whole numbers are milliseconds, broken ones seconds."""
    times = [members(entry).get(key) for entry in fields[:_LOOKED_AT] for key in ("start", "end")]
    broken = any(isinstance(time, float) and not time.is_integer() for time in times)
    return partial(milliseconds, a_unit=1000 if broken else 1)


def _read_pieces(
    key: str,
    pieces: list[Any],
    time: Callable[[object], int | None],
    draft: Draft,
    source: JsonText,
) -> None:
    keys = replace(_WORD, time=time)
    for number, fields in enumerate(map(members, pieces)):
        heard = read_words(fields.get("words"), keys, source, (key, str(number), "words"))
        speaker = speaker_name(fields.get("speaker", fields.get("channel")))
        text = fields.get("text")
        text = text if isinstance(text, str) else ""
        if not heard and not text.strip():
            source.note((key,), number, _NO_PIECE.format(f"{number + 1:,}"))
            continue
        piece = Piece(time(fields.get("start")), time(fields.get("end")), text, heard, speaker)
        add_piece(draft, piece)


def _read_chapters(about: dict[str, Any], draft: Draft) -> None:
    for chapter in map(members, entries(about.get("chapters"))):
        start = milliseconds(chapter.get("start"), 1)
        titles = (chapter.get(key) for key in ("headline", "gist", "summary"))
        title = next((one for one in titles if isinstance(one, str) and one.strip()), None)
        if start is not None and start >= 0 and title is not None:
            draft.chapters.append(Chapter(start, one_line(repaired(title))))


claims, parse = reader_of(ASSEMBLYAI, _read)
