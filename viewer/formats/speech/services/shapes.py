"""Which service wrote a JSON: one table of shapes, known by the keys that only it uses.

A path leads through keys; `[]` enters a list. The first shape of which one path is there is the
file's, so those with the plainest paths come last. A path ends where a cut-off head ends: the list
it leads to may be empty by then.
"""

from dataclasses import field
from typing import Final

from viewer.core.value import value
from viewer.formats.kit.json_values import entries, members
from viewer.formats.kit.time_units import SECOND_MS

#: So many entries of a list at the top are looked at, and of one within.
_LOOKED_AT: Final = 200
_LOOKED_AT_WITHIN: Final = 5

Steps = tuple[str, ...]


@value
class Shape:
    """What the results of one service look like, and where its lists hold lists."""

    name: str
    title: str
    paths: tuple[str, ...]
    deep: frozenset[str] = frozenset()
    #: How many ms its numbers count, by its documentation.
    unit_ms: float = SECOND_MS
    _steps: tuple[Steps, ...] = field(init=False)

    def __post_init__(self) -> None:
        steps = tuple(tuple(path.replace("[]", ".[]").strip(".").split(".")) for path in self.paths)
        object.__setattr__(self, "_steps", steps)

    def fits(self, value: object) -> bool:
        """Return whether one of the paths is there."""
        return any(_leads(value, steps, _LOOKED_AT) for steps in self._steps)


def _leads(value: object, steps: Steps, looked_at: int) -> bool:
    if not steps:
        return True
    if steps[0] == "[]":
        looked = entries(value)[:looked_at]
        return any(_leads(entry, steps[1:], _LOOKED_AT_WITHIN) for entry in looked)
    return steps[0] in members(value) and _leads(members(value)[steps[0]], steps[1:], looked_at)


AWS: Final = Shape(
    "aws-json",
    "AWS Transcribe JSON",
    (
        "results.transcripts",
        "results.audio_segments",
        "results.items[].alternatives",
        "Transcript[].BeginOffsetMillis",
        "Transcript.Results",
        "[].Transcript.Results",
        "TranscriptEvent.Transcript",
        "[].TranscriptEvent.Transcript",
    ),
    frozenset({"channels", "Transcript"}),
)
DEEPGRAM: Final = Shape(
    "deepgram-json",
    "Deepgram JSON",
    (
        "results.channels",
        "results.utterances",
        "channel.alternatives",
        "[].channel.alternatives",
    ),
    frozenset({"channels", "alternatives", "utterances", "paragraphs"}),
)
ASSEMBLYAI: Final = Shape(
    "assemblyai-json",
    "AssemblyAI JSON",
    (
        "audio_url",
        "acoustic_model",
        "audio_duration",
        "speech_model",
        "utterances[].words",
        "sentences[].words[].text",
        "paragraphs[].words[].text",
    ),
    frozenset({"utterances", "sentences", "paragraphs"}),
    unit_ms=1.0,
)
REV: Final = Shape(
    "rev-json",
    "Rev JSON",
    ("monologues[].elements", "elements[].value", "[].elements[].value"),
    frozenset({"monologues"}),
)
AZURE: Final = Shape(
    "azure-json",
    "Azure Speech JSON",
    (
        "recognizedPhrases",
        "combinedRecognizedPhrases",
        "combinedPhrases",
        "phrases[].offsetMilliseconds",
        "AudioFileResults",
        "RecognitionStatus",
        "[].RecognitionStatus",
        "NBest",
        "[].NBest",
        "DisplayText",
        "[].DisplayText",
    ),
    frozenset(
        {"recognizedPhrases", "nBest", "phrases", "AudioFileResults", "SegmentResults", "NBest"}
    ),
)
SPEECHMATICS: Final = Shape(
    "speechmatics-json",
    "Speechmatics JSON",
    (
        "results[].alternatives[].content",
        "[].results[].alternatives[].content",
        "metadata.transcription_config",
        "words[].name",
    ),
)
VOSK: Final = Shape(
    "vosk-json",
    "Vosk and Kaldi JSON",
    (
        "result[].word",
        "result[].conf",
        "[].result[].word",
        "partial",
        "[].partial",
        "alternatives[].result",
        "[].alternatives[].result",
        "monologues[].terms",
        "result.hypotheses",
        "[].result.hypotheses",
        "retval.words",
        "words[].punct",
        "words[].alignedWord",
    ),
    frozenset({"monologues", "alternatives"}),
)
WATSON: Final = Shape(
    "watson-json",
    "IBM Watson JSON",
    (
        "result_index",
        "[].result_index",
        "results[].final",
        "[].results[].final",
        "results[].alternatives[].timestamps",
        "results[].results",
    ),
    frozenset({"results", "alternatives"}),
)
GOOGLE: Final = Shape(
    "google-json",
    "Google Speech JSON",
    (
        "results[].alternatives",
        "results[].resultEndTime",
        "results[].resultEndOffset",
        "[].results[].alternatives",
        "response.results",
        "response.chunks",
        "totalBilledTime",
        "annotation_results[].speech_transcriptions",
        "annotationResults[].speechTranscriptions",
    ),
    frozenset({"results", "alternatives"}),
)
#: The table; of two that fit the earlier is taken.
SHAPES: Final = (AWS, DEEPGRAM, ASSEMBLYAI, REV, AZURE, SPEECHMATICS, VOSK, WATSON, GOOGLE)


def shape_of(value: object) -> Shape | None:
    """Return the shape of a file's JSON, or None where it is none of these."""
    return next((shape for shape in SHAPES if shape.fits(value)), None)
