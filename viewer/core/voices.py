"""Who says a line that carries no name of its own."""

from collections.abc import Sequence
from typing import Final

from viewer.core.segment import Segment

_ENDS: Final = frozenset(".?!…。？！؟।♪♫)]")
_QUOTES: Final = "\"'”’»› \u00a0"
#: What stands in a line of its own amid speech: sounds, songs, dashes of dialogue.
_APART: Final = frozenset("[(♪♫-–—>*")


def voices_of(segments: Sequence[Segment]) -> tuple[str | None, ...]:
    """Return for each segment who says it, or None where that cannot be known.

    Captions name a speaker at the beginning of a turn alone: the sentence that is not at its end
    goes on in the next line. Another sentence without a name may be anybody's.
    """
    if not any(segment.speaker for segment in segments):
        return (None,) * len(segments)
    voices: list[str | None] = []
    voice, open_sentence = None, False
    for segment in segments:
        text = segment.text.strip()
        goes_on = open_sentence and text[:1] not in _APART
        voice = segment.speaker or (voice if goes_on or not text else None)
        open_sentence = text.rstrip(_QUOTES)[-1:] not in _ENDS if text else open_sentence
        voices.append(voice)
    return tuple(voices)
