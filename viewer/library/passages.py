"""Hits with the words about them, as the transcript itself has them now."""

from itertools import islice

from viewer.core.excerpt import AFTER, BEFORE, excerpt, first_words, last_words
from viewer.core.find import Finder, Reading
from viewer.core.stretch import Stretch
from viewer.core.textjoin import join_texts
from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.library.around import around
from viewer.library.entry import Entry
from viewer.library.leaf import Leaf
from viewer.library.matching import match
from viewer.library.query import Node
from viewer.session import captions


@value
class Passage:
    """A place where something is said that was looked for."""

    segment: int
    start_ms: int | None
    end_ms: int | None
    speaker: str
    before: str
    text: str
    after: str
    #: The segment in which it ends, where it is another one.
    last: int | None = None
    #: When it is said with the word before it and the one after; None where that is not known.
    around: Stretch | None = None
    #: All that its segments say, which is what is heard from its start to its end.
    said: str = ""


def passages(entry: Entry, node: Node, most: int | None = None) -> list[Passage]:
    """Return what is looked for with the words about it; raises `ViewerError`.

    The file is read again: its own words are shown, not the index's.
    """
    transcript = captions.load(entry.path).transcript
    finder = Finder(segment.text for segment in transcript.segments)
    text = _Spoken(finder.reading, transcript, entry.facts.speakers)
    found = match(node, entry, text)
    spans = islice(found.to_show if found else (), most)
    return [_passage(transcript, finder.reading, *span) for span in spans]


class _Spoken:
    """A transcript's folded text, with the numbers that the index gave its speakers."""

    def __init__(self, reading: Reading, transcript: Transcript, speakers: tuple[str, ...]) -> None:
        self.text = reading.text
        self._reading, self._voices = reading, transcript.voices
        self._numbers = {name: number for number, name in enumerate(speakers)}

    def voice_at(self, place: int) -> int:
        return self._numbers.get(self._voices[self._reading.segment_at(place)] or "", -1)


def _passage(transcript: Transcript, reading: Reading, begin: int, end: int) -> Passage:
    hit, segments = reading.hit_at(begin, end), transcript.segments
    words = excerpt(segments, hit)
    return Passage(
        hit.first,
        segments[hit.first].start_ms,
        segments[hit.last].end_ms,
        transcript.voices[hit.first] or "",
        words.before,
        words.found,
        words.after,
        hit.last,
        around(transcript, hit),
        join_texts(segment.text for segment in segments[hit.first : hit.last + 1]),
    )


def sketched(entry: Entry, node: Node, leaf: Leaf, most: int | None = None) -> list[Passage]:
    """Return the same out of the index alone: at once, but in the letters that are compared."""
    found, made = match(node, entry, leaf), []
    for begin, end in islice(found.to_show if found else (), most):
        voice = leaf.voice_at(begin)
        made.append(
            Passage(
                leaf.segment_at(begin),
                leaf.start_ms_at(begin),
                None,
                entry.facts.speakers[voice] if voice >= 0 else "",
                last_words(leaf.text[max(begin - BEFORE - 1, 0) : begin], BEFORE),
                leaf.text[begin:end],
                first_words(leaf.text[end : end + AFTER + 1], AFTER),
            )
        )
    return made
