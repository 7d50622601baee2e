"""A hit with the words about it."""

from viewer.core.excerpt import AFTER, BEFORE, Excerpt, excerpt
from viewer.core.find import Hit
from viewer.core.segment import Segment

SEGMENTS = tuple(
    Segment(None, None, text) for text in ("He said:", "linked to more", "than", "a dozen. No.")
)


def test_the_words_of_neighbours_stand_about_it():
    found = excerpt(SEGMENTS, Hit(1, 1, 7, 9))
    assert found == Excerpt("He said: linked ", "to", " more than a dozen. No.")


def test_over_several_segments():
    found = excerpt(SEGMENTS, Hit(1, 3, 10, 7))
    assert found == Excerpt("He said: linked to ", "more than a dozen", ". No.")


def test_it_is_short_however_long_the_texts_are():
    segments = (Segment(None, None, "word " * 9999 + "here" + " word" * 9999),)
    begin = segments[0].text.index("here")
    found = excerpt(segments, Hit(0, 0, begin, begin + 4))
    assert found.before.startswith("…word")
    assert len(found.before) <= BEFORE + 2
    assert found.found == "here"
    assert len(found.after) <= AFTER + 1


def test_it_ends_with_a_whole_word_and_a_sign_where_more_is_said():
    segments = (Segment(None, None, "here" + " syllables" * 99),)
    found = excerpt(segments, Hit(0, 0, 0, 4))
    assert found.after.endswith(" syllables…")
    assert len(found.after) <= AFTER + 2
    whole = "here " + "x" * (AFTER - 1)
    assert excerpt((Segment(None, None, whole),), Hit(0, 0, 0, 4)).after == whole[4:]


def test_what_has_no_spaces_is_cut_where_it_must_be():
    found = excerpt((Segment(None, None, "字" * 999),), Hit(0, 0, 0, 4))
    assert found.after == "字" * AFTER + "…"
