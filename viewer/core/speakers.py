"""Who speaks in a transcript: how often, for how long, and where each turn begins."""

from collections import Counter
from collections.abc import Iterator

from viewer.core.textjoin import count_words
from viewer.core.transcript import Transcript
from viewer.core.value import value


@value
class Speaker:
    """A speaker with the share of what is said, from 0 to 1, and the number of turns.

    `spoken_ms` is None where nothing is timed; the share is that of the words then.
    """

    name: str
    share: float
    spoken_ms: int | None
    turns: int


def turns_of(transcript: Transcript) -> Iterator[tuple[int, str | None]]:
    """Yield the segment with which each turn begins, and whose it is; None is not known."""
    before: str | None = ""
    for index, voice in enumerate(transcript.voices):
        if voice != before and transcript.segments[index].text.strip():
            yield index, voice
            before = voice


def speakers_of(transcript: Transcript) -> tuple[Speaker, ...]:
    """Return the speakers in the order in which they first speak."""
    turns = Counter(voice for _, voice in turns_of(transcript))
    said, timed = Counter[str | None](), transcript.timed
    for segment, voice in zip(transcript.segments, transcript.voices, strict=True):
        length = (segment.end_ms or 0) - (segment.start_ms or 0)
        said[voice] += max(length, 0) if timed else count_words(segment.text)
    whole = sum(said.values()) or 1
    return tuple(
        Speaker(name, said[name] / whole, said[name] if timed else None, turns[name])
        for name in transcript.speakers
    )


def turn_from(transcript: Transcript, index: int, by: int) -> int | None:
    """Return where whoever says a segment begins to speak the next (1) or last (-1) time.

    Where nobody is known to say it, that is anybody's turn.
    """
    voice = transcript.voices[index] if index < len(transcript.voices) else None
    begins = [at for at, whose in turns_of(transcript) if voice in (None, whose)]
    if by > 0:
        return min((at for at in begins if at > index), default=None)
    own = max((at for at in begins if at <= index), default=None)
    return max((at for at in begins if own is not None and at < own), default=None)


def turn_of(transcript: Transcript, name: str, after: int) -> int | None:
    """Return where a speaker begins to speak the next time after a segment, or the first time."""
    begins = [at for at, whose in turns_of(transcript) if whose == name]
    return next((at for at in begins if at > after), begins[0] if begins else None)
