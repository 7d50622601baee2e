"""Quotes in transcripts that changed since."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from viewer.core.quote import quote_range, quote_segments
from viewer.core.refinding import Fate, Refinder
from viewer.core.segment import Segment
from viewer.core.textmap import TextMap
from viewer.core.transcript import Source, Transcript


def talk(*texts, source=Source("A talk")):
    segments = (Segment(i * 1_000, i * 1_000 + 900, text) for i, text in enumerate(texts))
    return Transcript(tuple(segments), source=source)


BEFORE = talk(
    "Once, upon a time.", "A river “rose”", "and fell. Twice.", "Once upon a time it fell."
)
TEXTS = TextMap.lines(BEFORE.segments)


def quoted(words):
    begin = TEXTS.text.index(words)
    return quote_range(BEFORE, TEXTS, begin, begin + len(words))


def test_an_unchanged_transcript_has_its_quotes_as_they_were():
    quote = quoted("river")
    assert Refinder(BEFORE).find(quote) == (Refinder(replace(BEFORE)).find(quote))
    assert Refinder(BEFORE).find(quote).fate is Fate.SAME
    assert Refinder(BEFORE).find(quote).quote is quote


def test_words_that_moved_are_found_where_they_are_now():
    quote = quoted("“rose”\nand fell.")
    after = talk("New.", "Words. Once upon a time", "a river “rose” and", "fell. Twice.")
    found = Refinder(after).find(quote)
    assert found.fate is Fate.FOUND
    assert found.quote.exact == "“rose” and\nfell."
    assert found.quote.lines[0].index == 2
    assert found.quote.start_ms > quote.start_ms
    assert found.quote.checksum == after.checksum
    assert Refinder(after).find(found.quote).fate is Fate.SAME


def test_words_in_their_old_place_are_found_there_even_if_said_again():
    quote = quote_segments(BEFORE, range(3, 4))
    after = talk("Once upon a time it fell.", *(s.text for s in BEFORE.segments[1:]))
    assert Refinder(after).find(quote).quote.lines[0].index == 3


def test_of_several_places_the_nearest_in_time():
    quote = quoted("Once, upon a time.")
    after = talk("But", "once upon a time", "x", "x", "once upon a time")
    assert Refinder(after).find(quote).quote.lines[0].index == 1


def test_words_that_are_gone_are_lost():
    quote = quoted("river “rose”")
    found = Refinder(talk("A lake rose.", "Rivers rose.")).find(quote)
    assert (found.quote, found.fate) == (quote, Fate.LOST)
    signs = quote_segments(talk("♪ ♪"), range(1))
    assert Refinder(talk("♪")).find(signs).fate is Fate.LOST


def test_the_source_stays_as_it_was_quoted():
    quote = quoted("river")
    found = Refinder(talk("A river", source=Source("Another name"))).find(quote)
    assert found.quote.source == Source("A talk")


WORDS = st.text(alphabet="abÉß .,“”’-漢", max_size=20)


@given(st.lists(WORDS, min_size=1, max_size=4), WORDS, st.data())
def test_what_only_moved_down_is_always_found(texts, new, data):
    before, after = talk(*texts), talk(new, *texts)
    begin = data.draw(st.integers(0, 40))
    quote = quote_range(before, TextMap.lines(before.segments), begin, begin + 10)
    if quote is not None and any(map(str.isalnum, quote.exact)):
        found = Refinder(after).find(quote)
        assert found.fate is not Fate.LOST
