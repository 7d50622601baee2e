"""Phrases across segment breaks, folded."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core import occurrences
from viewer.core.find import Finder, Hit, Reading, fold
from viewer.core.folding import ALIKE, EXACTLY
from viewer.core.occurrences import Counted


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Islamic State", "ISLAMIC state"),
        ("Déjà vu", "deja VU"),
        ("group's strength", "groups strength"),
        ("group’s", "group's"),
        ("self-declared", "self declared"),
        ("Well, yes: no.", "well yes no"),
        ("Straße", "STRASSE"),
        ("ﬁne", "fine"),
        ("שָׁלוֹם", "שלום"),
        ("ＡＢＣ", "abc"),
        ("今日は 元気", "今日は元気"),
        ("a  b", "a b"),
    ],
)
def test_folded_alike(text, phrase):
    assert fold(phrase) in fold(text)


def test_letters_that_only_look_alike_stay_apart():
    assert fold("が") != fold("か")


def test_a_hit_tells_where_it_stands():
    assert list(Finder(["One two", "Two, one"]).find("two")) == [Hit(0, 0, 4, 7), Hit(1, 1, 0, 3)]


def test_a_phrase_over_several_segments():
    texts = ["He said: Déjà", "", "vu — again.", "No."]
    assert list(Finder(texts).find("said deja vu again")) == [Hit(0, 2, 3, 10)]


def test_across_a_break_between_characters_without_spaces():
    assert list(Finder(["今日は", "元気です"]).find("は元")) == [Hit(0, 1, 2, 1)]


def test_hits_do_not_overlap():
    assert len(list(Finder(["aaaa"]).find("aa"))) == 2


@pytest.mark.parametrize("phrase", ["", " ", "?!", "absent"])
def test_nothing_is_found(phrase):
    assert list(Finder(["One two?!", ""]).find(phrase)) == []


@given(
    st.lists(st.text(st.sampled_from("aÀß'’.- 日が\u0301\u3099ﬁ"), max_size=6), max_size=5),
    st.data(),
)
def test_every_hit_holds_the_phrase(texts, data):
    joined = [text for text in texts if fold(text)]
    phrase = data.draw(st.sampled_from([*joined, *map("".join, pairwise(joined)), "a"]))
    for hit in Finder(texts).find(phrase):
        said = texts[hit.first : hit.last + 1]
        said[-1] = said[-1][: hit.end]
        said[0] = said[0][hit.begin :]
        assert fold(phrase).replace(" ", "") in fold(" ".join(said)).replace(" ", "")


@given(st.lists(st.text(max_size=8), min_size=1, max_size=5))
def test_each_text_finds_itself(texts):
    finder = Finder(texts)
    for index, text in enumerate(texts):
        if fold(text):
            assert any(hit.first <= index <= hit.last for hit in finder.find(text))


def test_whole_words_alone():
    found = Finder(["The theme: the", "other the."]).find("the", whole_words=True)
    assert list(found) == [Hit(0, 0, 0, 3), Hit(0, 0, 11, 14), Hit(1, 1, 6, 9)]


def test_case_and_accents_where_they_are_to_count():
    texts = ["Résumé the resume", "RESUME"]
    assert [hit.first for hit in Finder(texts).find("resume")] == [0, 0, 1]
    assert list(Finder(texts, match_case=True).find("resume")) == [Hit(0, 0, 11, 17)]


@given(
    st.lists(st.text(st.sampled_from("ab -"), max_size=6), max_size=8),
    st.text(st.sampled_from("ab "), min_size=1, max_size=3),
)
def test_hits_are_known_by_the_segments_they_touch(texts, phrase):
    found = Finder(texts).find(phrase)
    hits = list(found)
    for index in range(len(texts)):
        touching = [
            n
            for n, hit in enumerate(hits)
            if hit.first <= index <= hit.last and texts[index].strip(" -")
        ]
        assert set(touching) <= set(found.within(index, index))
        assert found.number_from(index) == next(
            (n for n, hit in enumerate(hits) if hit.first >= index), 0
        )
    assert list(found.segments(100)) == list(dict.fromkeys(hit.first for hit in hits))


_LETTERS = st.text(st.sampled_from("aÀß½…'’.- \\n\xa0\u2028日が\u0301\u3099ﬁЙשׁ"), max_size=9)


@given(st.lists(_LETTERS, max_size=6), st.sampled_from([ALIKE, EXACTLY]))
def test_many_texts_are_folded_as_one_is(texts, folding):
    assert list(folding.fold_all(texts)) == [folding.fold(text) for text in texts]


@given(
    st.text(st.sampled_from("ab"), max_size=60),
    st.text(st.sampled_from("ab"), min_size=1, max_size=4),
    st.integers(2, 9),
)
def test_places_are_the_same_by_blocks_and_one_by_one(text, wanted, block):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "BLOCK", block)
        counted = Counted(text, wanted)
        places, here = [], text.find(wanted)
        while here >= 0:
            places.append(here)
            here = text.find(wanted, here + len(wanted))
        assert [counted.at(number)[0] for number in range(len(counted))] == places
        for place in range(len(text) + 2):
            assert counted.first_from(place) == sum(each < place for each in places)
            ended = [each for each in places if each + len(wanted) <= place]
            assert counted.first_past(place) == len(ended)


def test_of_more_hits_than_can_be_marked_each_part_of_the_text_has_one():
    found = Finder(["e", "no", *["e and e"] * 100, "last", "e"]).find("e")
    marked = list(found.segments(10))
    assert len(marked) <= 20
    assert marked == sorted(set(marked))
    assert max(after - before for before, after in pairwise(marked)) < 25


def test_folding_that_nobody_waits_for_ends():
    assert not Finder(["One"] * 3, cancelled=lambda: True).find("one")


def test_texts_read_on_as_they_are_shown():
    reading = Reading(["Ab, c", "", "d", "今日", "は"])
    assert reading.text == "Ab, c d 今日は"
    assert reading.hit_at(2, 6) == Hit(0, 0, 2, 5)
    assert reading.hit_at(4, 7) == Hit(0, 2, 4, 1)
    assert reading.hit_at(8, 11) == Hit(3, 4, 0, 1)


def test_scripts_that_run_from_right_to_left_and_those_without_spaces():
    texts = ["וכולן נפרקו", "עד הבוקר, אמר.", "今日は川の", "歴史、です"]
    assert list(Finder(texts).find("נפרקו עד")) == [Hit(0, 1, 6, 2)]
    assert list(Finder(texts).find("הבוקר אמר")) == [Hit(1, 1, 3, 13)]
    assert list(Finder(texts).find("川の歴史です")) == [Hit(2, 3, 3, 5)]
    assert list(Finder(texts).find("史", whole_words=False)) == [Hit(3, 3, 1, 2)]
