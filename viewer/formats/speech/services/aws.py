"""Amazon Transcribe: batch results, Call Analytics, and the events of a stream.

`results.items` are words and punctuation with times as strings. Who says them stands in each item,
or apart in `speaker_labels`, or in `channel_labels`, which have the items again, by channel. Newer
files have `audio_segments`, which name their items by number. Call Analytics has turns in
`Transcript`, in milliseconds.
https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html#how-it-works-output
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from viewer.formats.draft import Draft
from viewer.formats.kit.json_document import JsonText
from viewer.formats.kit.json_values import entries, members, milliseconds
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.word_lines import Heard
from viewer.formats.speech.services.pieces import Piece, add_piece, add_words
from viewer.formats.speech.services.service import add_metadata, objects, reader_of, set_language
from viewer.formats.speech.services.shapes import AWS
from viewer.formats.speech.services.words import Speaker, WordKeys, nobody, read_words, speaker_name

_SPEAKER: Final = ("speaker_label", "channel_label")
_ITEM: Final = WordKeys(("content",), ("start_time",), ("end_time",), speaker=_SPEAKER)
_STREAMED: Final = WordKeys(
    ("Content",), ("StartTime",), ("EndTime",), sure=("Confidence",), speaker=("Speaker",)
)
_TURN: Final = WordKeys(
    ("Content",),
    ("BeginOffsetMillis",),
    ("EndOffsetMillis",),
    sure=("Confidence",),
    time=partial(milliseconds, a_unit=1),
)
_NO_TURN: Final = "Turn {} has no text and was left out."


def _read(source: JsonText, draft: Draft) -> None:
    about = members(source.value)
    results = members(about.get("results"))
    add_metadata(draft, about, "jobName", "JobName")
    set_language(draft, results.get("language_code"), about.get("LanguageCode"))
    set_language(draft, about.get("language_code"))
    if isinstance(about.get("Transcript"), list):
        _read_turns(about["Transcript"], draft, source)
    elif results:
        _read_results(results, draft, source)
    else:
        _read_stream(draft, source)


def _read_results(results: dict[str, Any], draft: Draft, source: JsonText) -> None:
    channels = entries(members(results.get("channel_labels")).get("channels"))
    segments = entries(results.get("audio_segments"))
    speaker = _speaker_of(results)
    if segments:
        _read_segments(segments, results, speaker, draft, source)
    elif channels:
        for number, channel in enumerate(channels):
            path = "results", "channel_labels", "channels", str(number), "items"
            add_words(draft, _words(members(channel).get("items"), speaker, source, path))
    else:
        heard = _words(results.get("items"), speaker, source, ("results", "items"))
        add_words(draft, heard, _full_text(results))
    if draft.empty and (text := _full_text(results)).strip():
        draft.segment(None, None, text)


def _full_text(results: dict[str, Any]) -> str:
    texts = (members(one).get("transcript") for one in entries(results.get("transcripts")))
    return " ".join(text for text in texts if isinstance(text, str))


def _words(
    raw: object,
    speaker: Speaker,
    source: JsonText,
    path: Path,
    rows: Sequence[int] | None = None,
) -> list[Heard]:
    return read_words(raw, _ITEM, source, path, speaker, rows)


def _speaker_of(results: dict[str, Any]) -> Speaker:
    """Return who says an item: it tells itself, or the list of who speaks when does."""
    labels = members(results.get("speaker_labels"))
    by_start: dict[object, object] = {}
    for segment in entries(labels.get("segments")):
        label = members(segment).get("speaker_label")
        for item in entries(members(segment).get("items")):
            start = members(item).get("start_time")
            if isinstance(start, str | float | int):
                by_start[start] = members(item).get("speaker_label", label)

    def speaker(item: dict[str, Any]) -> str | None:
        own = item.get("speaker_label")
        start = item.get("start_time")
        if own is None and isinstance(start, str | float | int):
            own = by_start.get(start)
        return speaker_name(own if own is not None else item.get("channel_label"))

    return speaker


def _read_segments(
    segments: list[Any], results: dict[str, Any], speaker: Speaker, draft: Draft, source: JsonText
) -> None:
    items = entries(results.get("items"))
    path = "results", "items"
    by_id: dict[int | str, int] = {}
    for row, item in enumerate(items):
        key = members(item).get("id")
        by_id.setdefault(key if isinstance(key, int | str) else row, row)
    left = set(range(len(items)))
    for segment in map(members, segments):
        named = (key for key in entries(segment.get("items")) if isinstance(key, int | str))
        rows = [by_id.pop(key) for key in named if key in by_id]
        left.difference_update(rows)
        heard = _words([items[row] for row in rows], speaker, source, path, rows)
        who = speaker_name(segment.get("speaker_label", segment.get("channel_label")))
        add_piece(draft, _piece(segment, ("start_time", "end_time", "transcript"), heard, who))
    rows = sorted(left)
    add_words(draft, _words([items[row] for row in rows], speaker, source, path, rows))


def _piece(
    fields: dict[str, Any], keys: tuple[str, str, str], heard: list[Heard], speaker: str | None
) -> Piece:
    start, end = milliseconds(fields.get(keys[0])), milliseconds(fields.get(keys[1]))
    text = fields.get(keys[2])
    return Piece(start, end, text if isinstance(text, str) else "", heard, speaker)


def _read_turns(turns: list[Any], draft: Draft, source: JsonText) -> None:
    for number, turn in enumerate(turns):
        fields = members(turn)
        heard = read_words(
            fields.get("Items"), _TURN, source, ("Transcript", str(number), "Items"), nobody
        )
        role = fields.get("ParticipantRole", fields.get("ParticipantId"))
        piece = _piece(fields, ("", "", "Content"), heard, _role(role))
        piece.start_ms = milliseconds(fields.get("BeginOffsetMillis"), 1)
        piece.end_ms = milliseconds(fields.get("EndOffsetMillis"), 1)
        if not heard and not piece.text.strip():
            source.note(("Transcript",), number, _NO_TURN.format(f"{number + 1:,}"))
        add_piece(draft, piece)


def _role(value: object) -> str | None:
    """Return a role as a name: `AGENT` is Agent."""
    role = speaker_name(value)
    return role.capitalize() if role and role.isupper() and role.isalpha() else role


def _read_stream(draft: Draft, source: JsonText) -> None:
    for number, event in enumerate(objects(source.value)):
        fields = members(members(event).get("TranscriptEvent", event))
        for result in map(members, entries(members(fields.get("Transcript")).get("Results"))):
            said = next(iter(entries(result.get("Alternatives"))), None)
            if result.get("IsPartial") is True or not isinstance(said, dict):
                continue
            set_language(draft, result.get("LanguageCode"))
            heard = read_words(said.get("Items"), _STREAMED, source, (str(number),))
            times = {"from": result.get("StartTime"), "to": result.get("EndTime")}
            piece = _piece(
                {**times, "text": said.get("Transcript")},
                ("from", "to", "text"),
                heard,
                speaker_name(result.get("ChannelId")),
            )
            add_piece(draft, piece)


claims, parse = reader_of(AWS, _read)
