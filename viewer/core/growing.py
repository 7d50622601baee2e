"""Growing and shrinking what is selected by words and by sentences, over the ends of lines.

Offsets are those of a text map: it may show lines or paragraphs.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from viewer.core.reading import begins_turn
from viewer.core.sentences import count_ends, sentence_begins
from viewer.core.spoken import spoken_words
from viewer.core.textmap import TextMap
from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.core.words import whole_words, with_marks, word_at

#: So many characters around a place are looked at; no sentence is longer.
_AROUND: Final = 4_000
#: Speech with fewer ends of sentences than one to so many words is written without punctuation.
_WORDS_A_SENTENCE: Final = 60
#: Nobody says more in one go without punctuation, in characters: there lines stand for sentences.
_LONGEST_BARE: Final = 1_500
#: There a longer silence parts what is said, in milliseconds.
_PAUSE_MS: Final = 800


@value
class Grower:
    """The words and sentences of a transcript as a text map shows it."""

    transcript: Transcript
    text_map: TextMap

    def to_words(self, begin: int, end: int) -> tuple[int, int]:
        """Return a range grown to whole words, without the spaces around them."""
        return self._trimmed(*whole_words(self.text_map.text, begin, end))

    def to_sentences(self, begin: int, end: int) -> tuple[int, int]:
        """Return a range grown so that it begins and ends with sentences."""
        first, last = self._trimmed(begin, end)
        if first == last:
            return begin, end
        return self.sentence_at(first)[0], self.sentence_at(last - 1)[1]

    def word_moved(self, offset: int, *, forward: bool, is_end: bool) -> int:
        """Return where an end of a selection stands after it is moved by a word."""
        text, step = self.text_map.text, 1 if forward else -1
        at = offset if forward else offset - 1
        while 0 <= at < len(text):
            begin, end = word_at(text, at)
            bound = with_marks(text, end if is_end else begin, is_end=is_end)
            is_word = any(map(str.isalnum, text[begin:end]))
            if is_word and (bound > offset if forward else bound < offset):
                return bound
            at = (end if forward else begin - 1) if end > begin else at + step
        return offset

    def sentence_moved(self, offset: int, *, forward: bool, is_end: bool) -> int:
        """Return where an end of a selection stands after it is moved by a sentence."""
        text = self.text_map.text
        at = offset if forward else offset - 1
        while 0 <= at < len(text):
            begin, end = self.sentence_at(at)
            bound = end if is_end else begin
            if bound > offset if forward else bound < offset:
                return bound
            at = max(end, at + 1) if forward else min(begin, at) - 1
        return offset

    def _trimmed(self, begin: int, end: int) -> tuple[int, int]:
        part = self.text_map.text[begin:end]
        lead = len(part) - len(part.lstrip())
        return begin + lead, max(begin + len(part.rstrip()), begin + lead)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Return the sentence on which a character stands; a space belongs to the one before."""
        begins = self._begins(offset)
        at = max(bisect_right(begins, offset) - 1, 0)
        after = begins[at + 1] if at + 1 < len(begins) else self._window(offset)[1]
        return self._trimmed(begins[at], after)

    def _begins(self, offset: int) -> list[int]:
        """Return where sentences begin around a place."""
        low, high = self._window(offset)
        text = self.text_map.text[low:high].replace("\n", " ")
        parts = sorted({low, *self._turns(low, high)})
        if count_ends(text) * _WORDS_A_SENTENCE < len(text.split()):
            return self._broken(sorted({*parts, *self._pauses(low, high)}), high)
        begins = list[int]()
        for begin, end in pairwise([*parts, high]):
            said = text[begin - low : end - low]
            begins += [begin, *(begin + at for at in sentence_begins(said, self._language) if at)]
        return begins

    def _broken(self, begins: list[int], high: int) -> list[int]:
        """Return where parts without punctuation begin, an endless one with each of its lines."""
        found = list[int]()
        for begin, end in pairwise([*begins, high]):
            found.append(begin)
            if end - begin > _LONGEST_BARE:
                lines = (self.text_map.range_of(i)[0] for i in self._segments(begin, end))
                found += [at for at in lines if begin < at < end]
        return found

    @property
    def _language(self) -> str | None:
        return self.transcript.language

    def _window(self, offset: int) -> tuple[int, int]:
        """Return the range of whole segments around a place that is looked at."""
        text_map = self.text_map
        first = text_map.segment_at(max(offset - _AROUND, 0)) or 0
        last = text_map.segment_at(min(offset + _AROUND, len(text_map.text))) or 0
        return text_map.range_of(first)[0], text_map.range_of(last)[1]

    def _segments(self, low: int, high: int) -> range:
        first, last = self.text_map.segment_at(low) or 0, self.text_map.segment_at(high) or 0
        return range(first, last + 1)

    def _turns(self, low: int, high: int) -> Iterator[int]:
        chapters = self.transcript.chapter_segments
        for index in self._segments(low, high):
            at = bisect_left(chapters, index)
            chapter = at < len(chapters) and chapters[at] == index
            if chapter or begins_turn(self.transcript, index):
                yield self.text_map.range_of(index)[0]

    def _pauses(self, low: int, high: int) -> Iterator[int]:
        """Yield where speech goes on after silence: with a line, or inside one at a timed word."""
        until: int | None = None
        for index in self._segments(low, high):
            segment, begin = self.transcript.segments[index], self.text_map.range_of(index)[0]
            start = segment.start_ms
            ends = segment.end_ms if segment.end_ms is not None else start
            spans: list[tuple[int, int | None, int | None]] = [
                (spoken.begin, spoken.word.start_ms, spoken.word.end_ms)
                for spoken in spoken_words(segment)
            ]
            for place, starts, after in spans or [(0, start, ends)]:
                if until is not None and starts is not None and starts - until > _PAUSE_MS:
                    yield begin + place
                until = after
