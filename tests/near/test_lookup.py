"""Passages that are nearly what is said."""

import random

import hypothesis.strategies as st
import pytest
from hypothesis import example, given

from tests.conftest import SEED
from viewer.core.find import Finder
from viewer.formats import registry
from viewer.near.lookup import EXACT, Lookup

SEGMENTS = registry.load(SEED).segments
TEXTS = [segment.text for segment in SEGMENTS]
SEED_LOOKUP = Lookup(Finder(TEXTS))


def lookup(*texts):
    return Lookup(Finder(texts))


def words_of(texts, hit):
    if hit.first == hit.last:
        return texts[hit.first][hit.begin : hit.end]
    inner = texts[hit.first + 1 : hit.last]
    return " ".join([texts[hit.first][hit.begin :], *inner, texts[hit.last][: hit.end]])


@pytest.mark.parametrize(
    "passage",
    [
        "Raqqa was once a symbol of the group's strength",
        "raqqa WAS once — a symbol of the groups strength!",
        "Raqqa was  once\na symbol of the group’s strength",
    ],
)
def test_what_is_said_is_found_whatever_its_case_and_punctuation(passage):
    found = SEED_LOOKUP.find(passage)
    assert found.sure
    assert found.best.score == EXACT
    assert words_of(TEXTS, found.best.hit) == "Raqqa was once a symbol of the group's strength"


@pytest.mark.parametrize(
    "passage",
    [
        "Raqqa was once the symbol of the group's strength and crucial part of its",
        "Raqa was once a symbol of teh group's strenght and a crucial part of it's",
        "Raqqa was once a symbol of group strength and a really crucial part of its",
        "once a symbol of their group's strength, a crucial part of its caliphate",
    ],
)
def test_a_few_wrong_missing_or_added_words_do_not_matter(passage):
    found = SEED_LOOKUP.find(passage)
    assert found.sure
    assert found.best.hit.first == 7
    assert "symbol of the group's strength" in words_of(TEXTS, found.best.hit)


@given(st.integers(0, len(TEXTS) - 4), st.integers(0, 3), st.integers(0, 2**32))
@example(23, 1, 167)
def test_any_passage_with_one_word_in_six_spoiled_is_found(first, skip, chance):
    drawn = random.Random(chance)
    words = " ".join(TEXTS[first : first + 3]).split()[skip:]
    for i in range(drawn.randrange(6), len(words), 6):
        words[i] = drawn.choice(["", words[i][::-1], "something " + words[i]])
    found = SEED_LOOKUP.find(" ".join(words))
    assert found.best is not None
    assert abs(found.best.hit.first - first) <= 1


@given(st.text(max_size=80))
def test_any_text_at_all_is_looked_for(passage):
    for place in SEED_LOOKUP.find(passage).places:
        assert 0 <= place.hit.first <= place.hit.last < len(TEXTS)
        assert 0 < place.score <= EXACT


def test_what_is_said_again_and_again_is_not_sure_unless_the_place_is_told():
    found = lookup("Hello there.", "Something else.", "Hello there.", "Hello there.")
    places = found.find("hello there")
    assert not places.sure
    assert [place.hit.first for place in places.places] == [0, 2, 3]
    told = found.find("hello there", near=3)
    assert told.sure
    assert told.best.hit.first == 3


def test_what_is_not_said_is_not_found():
    assert SEED_LOOKUP.find("the quick brown fox jumps over the lazy dog").best is None
    assert SEED_LOOKUP.find("… — !").best is None
    assert lookup().find("Hello").best is None


def test_a_part_of_a_word_is_not_that_word():
    assert lookup("The cathedral stands.").find("cat").best is None


def test_scripts_without_spaces():
    texts = "今日はとても良い天気ですね。", "明日は雨が降るでしょう、たぶん。"
    found = lookup(*texts).find("明日は雪が降るでしょう")
    assert found.best.hit.first == 1
    assert lookup(*texts).find("天気").best.hit.first == 0


def test_a_long_passage_has_its_end_found():
    texts = [f"line {number} of a talk about {number * 7919} things" for number in range(400)]
    passage = " ".join(texts[100:160]).replace("line 130 of", "row 130 in")
    found = lookup(*texts).find(passage)
    assert (found.best.hit.first, found.best.hit.last) == (100, 159)
