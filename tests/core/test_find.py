"""Phrases across segment breaks, folded."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.find import Finder, Hit, fold


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
def test_hits_are_told_by_the_segments_they_touch(texts, phrase):
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
    assert list(found.segments()) == list(dict.fromkeys(hit.first for hit in hits))
