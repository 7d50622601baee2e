"""The JSON of programs and services that list timed entries: one table of where things stand.

A path leads through keys; `[]` enters every entry of a list, and `*` is any key. What tells a
dialect are keys that its entries have together and others do not; `words.start` is one of words.
"""

from typing import Final

from viewer.core.value import value
from viewer.formats.kit.speaker_keys import SPEAKERS
from viewer.formats.kit.time_keys import ENDS, LENGTHS, STARTS

Keys = tuple[str, ...]


@value
class Dialect:
    """Where a program puts what, and how it counts time."""

    title: str
    #: Paths of the list, and keys of which an entry has all of one row.
    paths: Keys
    marks: tuple[Keys, ...]
    start: Keys = ("start",)
    end: Keys = ("end",)
    length: Keys = ()
    text: Keys = ("text",)
    speaker: Keys = ("speaker",)
    words: Keys = ("words",)
    #: Milliseconds a unit, as a rule; keys that end in `ms` count them anyway.
    unit: float = 1000
    #: Whether it is that only where seconds cannot be meant.
    or_seconds: bool = False
    #: Whether an entry may be a word, or a piece of one, and nothing groups them.
    loose: bool = False
    #: Whether each of several lists is a channel of the recording.
    channels: bool = False
    #: Whether so much is known that no other reader need be asked.
    sure: bool = True


#: Keys that are times only beside others.
_BESIDE: Final = {"offset": ("duration",), "in": ("out",), "from": ("to",)}
_TEXTS: Final = (
    "text", "content", "transcript", "sentence", "transcription", "caption", "body", "payload",
    "subtitle", "utterance", "Text",
)  # fmt: skip
#: The list that says most, of those that fit, whatever it is called; where no other path leads.
ANY: Final = "*"

DIALECTS: Final = (
    Dialect(
        "Premiere",
        ("segments",),
        (("speaker", "duration", "words", "language"),),
        length=("duration",),
    ),
    Dialect(
        "Fireflies",
        ("", "sentences"),
        (
            ("speaker_name", "start_time", "raw_text"),
            ("speaker_name", "start_time", "text"),
            ("sentence", "startTime"),
            ("sentence", "start_time"),
        ),
        start=("start_time", "startTime"),
        end=("end_time", "endTime"),
        text=("text", "sentence", "raw_text"),
        speaker=SPEAKERS,
    ),
    Dialect(
        "Gladia",
        ("utterances", "prediction"),
        (("language", "channel", "words"), ("time_begin", "transcription")),
        start=("start", "time_begin"),
        end=("end", "time_end"),
        text=("text", "transcription"),
        words=("words",),
    ),
    Dialect(
        "Soniox",
        ("tokens", "words"),
        (("text", "start_ms"),),
        start=("start_ms",),
        end=("end_ms",),
        length=("duration_ms",),
        loose=True,
    ),
    Dialect(
        "Azure Video Indexer",
        ("videos[].insights.transcript", "transcript"),
        (("text", "instances"),),
        speaker=("speakerId",),
    ),
    Dialect(
        "Otter",
        ("transcripts",),
        (("transcript", "start_offset"),),
        start=("start_offset",),
        end=("end_offset",),
        text=("transcript",),
        speaker=("speaker_name", "speaker_id", "label", "speaker_model_label"),
        words=(),
        unit=1 / 16,
    ),
    Dialect(
        "Trint",
        ("paragraphs",),
        (("time", "words"), ("time", "speaker")),
        start=("time", "start"),
        length=("duration",),
        unit=1,
    ),
    Dialect(
        "Recall",
        ("", "transcript"),
        (("participant", "words"), ("speaker_id", "words", "language")),
        speaker=("participant", "speaker", "speaker_id"),
    ),
    Dialect(
        "Parakeet",
        ("sentences",),
        (("text", "start", "tokens"),),
        words=("tokens",),
    ),
    Dialect(
        "FunASR",
        ("sentence_info", "[].sentence_info", "sentences", "[].sentences", "stamp_sents"),
        (("text", "start", "timestamp"), ("text", "start", "spk"), ("text_seg", "ts_list")),
        text=("text", "sentence", "text_seg"),
        speaker=("spk", "speaker"),
        unit=1,
    ),
    Dialect(
        "FunASR",
        ("",),
        (("key", "text", "timestamp"),),
        unit=1,
    ),
    Dialect(
        "DashScope",
        ("transcripts[].sentences",),
        (("begin_time", "text"),),
        start=("begin_time",),
        end=("end_time",),
        speaker=SPEAKERS,
        unit=1,
        channels=True,
    ),
    Dialect(
        "Tingwu",
        ("Paragraphs",),
        (("ParagraphId", "Words"), ("SpeakerId", "Words")),
        start=(),
        end=(),
        text=("Text",),
        speaker=("SpeakerId",),
        words=("Words",),
        unit=1,
    ),
    Dialect(
        "Tencent Cloud",
        ("ResultDetail",),
        (("FinalSentence", "StartMs"),),
        start=("StartMs",),
        end=("EndMs",),
        text=("FinalSentence",),
        speaker=("SpeakerId",),
        words=(),
    ),
    Dialect(
        "Draft.js",
        ("blocks",),
        (("text", "data", "entityRanges"),),
        speaker=SPEAKERS,
    ),
    Dialect(
        "Sonix",
        ("transcript",),
        (("start_time", "end_time", "words"),),
        start=("start_time",),
        end=("end_time",),
    ),
    Dialect(
        "NeMo",
        ("sentences", "timestamp.segment", "words", "[].timestamp.segment"),
        (("start_time", "end_time", "text"), ("segment", "start"), ("word", "start_time")),
        start=("start", "start_time"),
        end=("end", "end_time"),
        text=("text", "segment", "word"),
        speaker=SPEAKERS,
        loose=True,
    ),
    Dialect(
        "Vibe",
        ("", "segments"),
        (("start", "stop", "text"),),
        end=("stop",),
        unit=10,
        or_seconds=True,
    ),
    Dialect(
        "MacWhisper",
        ("transcripts",),
        (("start", "end", "text"),),
        unit=1,
    ),
    Dialect("Bilibili", ("body",), (("from", "content"),), ("from",), ("to",), text=("content",)),
    Dialect(
        "TED",
        ("paragraphs[].cues", "cues"),
        (("time", "text"),),
        start=("time", "startTime"),
        unit=1,
    ),
    Dialect(
        "ElevenLabs",
        ("transcripts[].words",),
        (("text", "start", "type"),),
        speaker=SPEAKERS,
        loose=True,
        channels=True,
    ),
    Dialect(
        "Remotion",
        ("", "captions", "words", "subtitles"),
        (("text", "startMs", "endMs"),),
        start=("startMs",),
        end=("endMs",),
        loose=True,
    ),
    Dialect(
        "Gong",
        ("callTranscripts[].transcript[].sentences", "transcript[].sentences", "[].sentences"),
        (("speakerId", "start", "text"), ("speaker_id", "start", "text")),
        speaker=SPEAKERS,
        unit=1,
    ),
    Dialect(
        "Read",
        ("transcript.speaker_blocks", "speaker_blocks"),
        (("start_time", "speaker", "words"),),
        start=("start_time",),
        end=("end_time",),
        text=("words",),
        words=(),
    ),
    Dialect(
        "Google Meet",
        ("transcriptEntries", "", "entries"),
        (("participant", "languageCode", "text"),),
        start=("startTime",),
        end=("endTime",),
        speaker=("participant",),
    ),
    Dialect(
        "Spotify",
        ("lyrics.lines", "lines"),
        (("startTimeMs", "words"),),
        start=("startTimeMs",),
        end=(),
        text=("words",),
        words=(),
    ),
    Dialect(
        "Happy Scribe",
        ("", "transcript", "blocks"),
        (("speaker", "words.data_start"),),
        start=("data_start",),
        end=("data_end",),
    ),
    Dialect(
        "OpenInsights",
        ("segments",),
        (("content", "startTime", "speakerName"), ("content", "startTime", "speakerId")),
        start=("startTime",),
        end=("endTime",),
        text=("content",),
        speaker=SPEAKERS,
    ),
    *(
        Dialect(
            "",
            (
                "",
                "segments",
                "utterances",
                "transcript",
                "transcripts",
                "captions",
                "subtitles",
                "cues",
                "items",
                "entries",
                "phrases",
                "lines",
                "turns",
                "transcription",
                "monologues",
                "chunks",
                "results",
                "messages",
                "records",
                "data",
                "result",
                "sentences",
                "paragraphs",
                "content",
                "snippets",
                "transcript_json",
                "tracks[].transcript",
                "transcript[].segments",
                "[].segments",
                "result[].segments",
                "results[].segments",
                "transcripts[].segments",
                "files[].segments",
                ANY,
            ),
            tuple((text, start, *_BESIDE.get(start, ())) for text in _TEXTS for start in STARTS),
            start=STARTS,
            end=ENDS,
            length=LENGTHS,
            text=_TEXTS,
            speaker=SPEAKERS,
            sure=False,
        ),
    ),
)
