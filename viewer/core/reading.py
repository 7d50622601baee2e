"""The reading view: segments joined as prose, in paragraphs."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from viewer.core.segment import Segment
from viewer.core.sentences import mostly_broken, sentence_ends
from viewer.core.textjoin import close_directions, count_words, joint_of
from viewer.core.textmap import TextMap
from viewer.core.transcript import Transcript
from viewer.core.verse import is_sung

#: A silence so long begins a paragraph.
PAUSE_MS: Final = 2_500
#: A paragraph of so many words ends with the sentence.
WORDS: Final = 80
#: Where no sentence ends, one of more words ends at its longest pause, and so does one of twice
#: as many whose sentences end within lines alone.
MOST_WORDS: Final = 120
#: No paragraph is cut so near to its beginning.
_LEAST_WORDS: Final = 40
#: Speech with fewer ends of sentences than one to so many words is written without punctuation.
_LONGEST_SENTENCE: Final = 60


def reads_as_prose(transcript: Transcript) -> bool:
    """Return whether a transcript that nobody has read yet is better read in paragraphs.

    So is one without times, and one whose lines end in mid-sentence more often than not.
    """
    texts = (segment.text for segment in transcript.segments)
    return not transcript.verse and (not transcript.timed or mostly_broken(texts))


def paragraphs(transcript: Transcript) -> TextMap:
    """Return the map of a transcript's text in paragraphs."""
    segments = transcript.segments
    if not transcript.timed and not mostly_broken(segment.text for segment in segments):
        return TextMap.lines(segments)  # these are paragraphs already
    joints = [_joint(one.text, other.text) for one, other in _pairs(segments)]
    texts = [segment.text for segment in segments]
    for index in _breaks(transcript, texts, joints):
        joints[index - 1] = "\n"
    return TextMap(texts, joints)


def _pairs(segments: Sequence[Segment]) -> Iterator[tuple[Segment, Segment]]:
    return pairwise(segments)


def _joint(before: str, after: str) -> str:
    """Return what stands between two texts that read as one; open direction marks end there."""
    return close_directions(before)[len(before) :] + joint_of(before, after)


def _breaks(transcript: Transcript, texts: list[str], joints: list[str]) -> Iterator[int]:
    """Yield the segments with which paragraphs begin, but for the very first."""
    words = [count_words(text) for text in texts]
    ends = _sentence_ends(transcript, texts, joints)
    punctuated = len(ends) * _LONGEST_SENTENCE >= sum(words)
    turning = {*_turns(transcript), *_chapters(transcript), *_repeats(transcript)}
    closing = _closing(texts, joints, ends) if punctuated else frozenset[int]()
    begin = 0
    for index in (*sorted(turning), len(texts)):
        most = 2 * MOST_WORDS if punctuated else MOST_WORDS
        yield from _within(transcript.segments, range(begin, index), words, closing, most)
        begin = index
    yield from turning


def _within(
    segments: Sequence[Segment], turn: range, words: list[int], closing: frozenset[int], most: int
) -> Iterator[int]:
    """Yield where to break what would read as one, because it is long."""
    begin, count = turn.start, 0
    for index in turn:
        if count >= WORDS and index - 1 in closing:
            yield index
            begin, count = index, 0
        count += words[index]
        while count > most and begin < index:
            begin = _longest_pause(segments, range(begin, index), words)
            yield begin
            count = sum(words[begin : index + 1])


def _longest_pause(segments: Sequence[Segment], part: range, words: list[int]) -> int:
    """Return the segment of a part, or behind it, before which the longest pause is."""
    counts = list(accumulate(words[index] for index in part))
    least = part[bisect_left(counts, min(_LEAST_WORDS, counts[-1]))] + 1
    after = range(least, part.stop + 1)
    return max(after, key=lambda index: (_pause(segments[index - 1], segments[index]), index))


def _turns(transcript: Transcript) -> Iterator[int]:
    """Yield where somebody else speaks, after silence, and where lines keep their breaks."""
    spoken = False
    for index, segment in enumerate(transcript.segments):
        if spoken and begins_turn(transcript, index):
            yield index
        spoken = spoken or bool(segment.text.strip())


def begins_turn(transcript: Transcript, index: int) -> bool:
    """Return whether what is said before a segment does not go on in it."""
    segments, voices = transcript.segments, transcript.voices
    if not index or not segments[index].text.strip():
        return not index
    before, segment = segments[index - 1], segments[index]
    return (
        not before.text.strip()
        or voices[index] != voices[index - 1]
        or _pause(before, segment) >= PAUSE_MS
        or transcript.verse
        or is_sung(before.text)
        or is_sung(segment.text)
    )


def _chapters(transcript: Transcript) -> Iterator[int]:
    """Yield the segments with which chapters begin, but for the very first."""
    for index in transcript.chapter_segments:
        if index:
            yield index


def _repeats(transcript: Transcript) -> Iterator[int]:
    """Yield the segments with which lines begin that say the same over and over, and the next."""
    spoken = [index for index, segment in enumerate(transcript.segments) if segment.text.strip()]
    for run in transcript.repeats:
        yield from (index for index in run if index > spoken[0])
        after = bisect_left(spoken, run.stop)
        yield from spoken[after : after + 1]


def _pause(before: Segment, after: Segment) -> int:
    if before.end_ms is None or after.start_ms is None:
        return 0
    return after.start_ms - before.end_ms


def _sentence_ends(transcript: Transcript, texts: list[str], joints: list[str]) -> list[int]:
    """Return where in all of the text, read as one, sentences end."""
    text = "".join(part for pair in zip(texts, [*joints, ""], strict=True) for part in pair)
    return sentence_ends(text, transcript.language)


def _closing(texts: list[str], joints: list[str], ends: list[int]) -> frozenset[int]:
    """Return the segments with whose last letter a sentence ends."""
    known, offset, closing = set(ends), 0, list[int]()
    for index, (text, joint) in enumerate(zip(texts, [*joints, ""], strict=True)):
        if offset + len(text.rstrip()) in known:
            closing.append(index)
        offset += len(text) + len(joint)
    return frozenset(closing)
