"""The library finds what the find bar finds: the same places, in the same letters."""

from contextlib import closing
from itertools import count

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.library.making import FOLDER, filled, read_of
from viewer.core.find import Finder
from viewer.core.folding import fold
from viewer.core.segment import Segment
from viewer.library.index import Batch
from viewer.library.query import Phrase, parse
from viewer.library.search import Library
from viewer.library.sqlite_index import SqliteIndex

_NUMBERS = count()
#: Words and bits of words, of scripts with spaces and without, with marks of every kind.
_BITS = (
    "the", "of", "art", "party", "Don’t", "isn't", "café", "CAFE", "Straße", "STRASSE", "ﬁne",
    "中国", "新聞", "かった", "が", "カ゛", "ไทย", "한국", "Привет", "שלום", "مرحبا",
    "Ünïcödé", "100 %", "C++", "$5", "x_y", "'", "–", " ", "\n", "…", "ǅ", "İ", "é", "👍🏽",
    "A" * 70, "\u200b", "\u3099",
)  # fmt: skip
_TEXT = st.lists(st.sampled_from(_BITS) | st.text(max_size=4), max_size=6).map("".join)
_SPACED = st.lists(st.sampled_from(_BITS) | st.text(max_size=4), max_size=6).map(" ".join)
_TALK = st.lists(_TEXT | _SPACED, min_size=1, max_size=6)


@settings(max_examples=60)
@given(st.lists(_TALK, min_size=1, max_size=4), st.data())
@example([["the end of", "the party"]], None)
def test_every_phrase_is_found_as_in_the_window(tmp_path_factory, talks, data):
    file = tmp_path_factory.getbasetemp() / "same" / f"{next(_NUMBERS)}.sqlite"
    with closing(SqliteIndex(file)) as index:
        half = [read_of(str(i), talk) for i, talk in enumerate(talks)]
        library = Library(filled(index, *half[::2]))
        index.write(index.add_folder(FOLDER), Batch(half[1::2]))  # their joints are not made
        for phrase in _phrases(talks, data):
            assert found(library, phrase) == by_brute_force(talks, phrase), phrase
    file.unlink()


def _phrases(talks, data):
    """Return parts of what is said, across lines, and what may not be said at all."""
    whole = "".join(fold(" ".join(said(talk))) + " " for talk in talks)
    if data is None:
        return ["of the", "art", "d of th"]
    begin = data.draw(st.integers(0, max(len(whole) - 1, 0)))
    part = whole[begin : begin + data.draw(st.integers(1, 30))]
    return [part, data.draw(_SPACED), part.upper(), part[:2]]


def found(library, phrase):
    wanted = fold(phrase)
    if not wanted:
        return {}
    return {
        hits.entry.title: (hits.count, places(library, hits, wanted))
        for hits in library.search(Phrase(wanted))
    }


def places(library, hits, wanted):
    [(_, leaf)] = library.index.leaves([hits.entry.id])
    begins = [i for i in range(len(leaf.text)) if leaf.text.startswith(wanted, i)]
    return [leaf.segment_at(begin) for begin in begins][:1]


def by_brute_force(talks, phrase):
    if not fold(phrase):
        return {}
    every = {str(i): Finder(said(talk)).find(phrase) for i, talk in enumerate(talks)}
    return {name: (len(hits), [hits[0].first]) for name, hits in every.items() if len(hits)}


def said(talk):
    """Return a talk's lines as every reader hands them over."""
    return [Segment(None, None, text).text for text in talk]


@pytest.mark.parametrize("long", [64, 65, 200])
def test_a_phrase_may_end_or_begin_in_a_word_too_long_to_be_looked_up(index, long):
    """No other word begins, or ends, as the phrase does: how they meet is not known."""
    library = Library(filled(index, read_of("0", ["i a " + "a" * long + " b i"])))
    for phrase in ("i a a", "a b i"):
        assert len(list(library.search(Phrase(phrase)))) == 1


def test_a_part_of_a_word_is_found_after_whole_words(index):
    library = Library(
        filled(
            index,
            read_of("roof", ["the roof then fell"], published="2020-01-01"),
            read_of("of", ["the end of", "the line"], published="2001-01-01"),
            read_of("other", ["nothing"]),
        )
    )
    hits = list(library.search(parse('"of the"')))
    assert [(each.entry.title, each.count, each.tier) for each in hits] == [
        ("of", 1, 1),
        ("roof", 1, 2),
    ]
