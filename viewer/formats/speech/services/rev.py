"""Rev: `monologues` of `elements`, words and what stands between them, spaces included.

The service's times are seconds, those of transcripts by people are clocks.
https://docs.rev.ai/api/asynchronous/transcripts/
"""

from typing import Any, Final

from viewer.formats.draft import Draft
from viewer.formats.kit.json_document import JsonText
from viewer.formats.kit.json_values import entries, members
from viewer.formats.kit.json_walk import Path
from viewer.formats.speech.services.pieces import Piece, add_piece
from viewer.formats.speech.services.service import objects, reader_of, set_language
from viewer.formats.speech.services.shapes import REV
from viewer.formats.speech.services.words import WordKeys, nobody, read_words, speaker_name

_ELEMENT: Final = WordKeys(("value",), ("ts", "timestamp"), ("end_ts", "end_timestamp"))
_NO_TEXT: Final = "Monologue {} has no text and was left out."


def _read(source: JsonText, draft: Draft) -> None:
    about = members(source.value)
    set_language(draft, about.get("language"))
    names = _names(entries(about.get("speakers")))
    if "monologues" in about:
        _read_monologues(about["monologues"], ("monologues",), names, draft, source)
        return
    finals = [
        fields if members(fields).get("type", "final") == "final" else None
        for fields in objects(source.value)
    ]
    _read_monologues(finals, (), names, draft, source)


def _names(speakers: list[Any]) -> dict[object, str]:
    """Return the speakers' names by their number."""
    fields = [members(speaker) for speaker in speakers]
    pairs = ((one.get("id"), speaker_name(one.get("name"))) for one in fields)
    return {key: name for key, name in pairs if isinstance(key, int | str) and name}


def _read_monologues(
    monologues: object, path: Path, names: dict[object, str], draft: Draft, source: JsonText
) -> None:
    for number, fields in enumerate(entries(monologues)):
        if fields is None:
            continue
        elements = entries(members(fields).get("elements"))
        values = (members(element).get("value") for element in elements)
        text = "".join(value for value in values if isinstance(value, str))
        if not text.strip():
            source.note(path, number, _NO_TEXT.format(f"{number + 1:,}"))
            continue
        speaker = _speaker(members(fields), names)
        heard = read_words(elements, _ELEMENT, source, (*path, str(number), "elements"), nobody)
        add_piece(draft, Piece(None, None, text, heard, speaker))


def _speaker(fields: dict[str, Any], names: dict[object, str]) -> str | None:
    own = members(fields.get("speaker_info")).get("display_name", fields.get("speaker_name"))
    key = fields.get("speaker")
    named = names.get(key) if isinstance(key, int | str) else None
    return named or speaker_name(own) or speaker_name(key)


claims, parse = reader_of(REV, _read)
