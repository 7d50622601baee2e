from itertools import pairwise

from viewer.library.tokens import (
    HAS_LONG,
    PARTS,
    TOGETHER,
    bridge,
    is_word,
    joint,
    joints_of,
    looked_up,
    words_of,
)


def test_words_and_characters_that_are_words():
    assert words_of("") == []
    assert words_of("of the") == ["of", "the"]
    assert words_of("abc新聞 of かx") == ["abc", "新", "聞", "of", "か", "x"]


def test_long_words_stand_under_one():
    long = "b" * 65
    assert looked_up(f"a {long} a") == {"a", HAS_LONG}
    assert joints_of(f"a {long}") == [{joint("a", long), HAS_LONG}]


def test_neighbours_stand_under_the_letters_they_meet_with():
    assert (looked_up("of the"), joints_of("of the")) == ({"of", "the"}, [{joint("of", "the")}])
    assert (looked_up("中国"), joints_of("中国")) == ({"中", "国"}, [{joint("中", "国")}])
    assert joint("weekend", "ofteners") == joint("end", "often")
    assert len({joint("of", "the"), joint("the", "of"), joint("roof", "the")}) == 3
    assert bridge("at", "a", "talk") == bridge("that", "a", "ta")
    [met] = joints_of("the end of it")
    assert bridge("end", "of", "it") in met
    assert bridge("end", "for", "it") not in met
    assert joints_of("it ends there") == [{joint("it", "ends"), joint("ends", "there")}]
    assert all(map(is_word, looked_up("of the")))
    assert not any(map(is_word, met))
    assert joints_of("") == [frozenset()]


def test_few_words_stand_together_in_a_part_wherever_they_begin():
    for length in (1, 308, 309, 2_700, 9_000):
        order = [f"{number}x" for number in range(length)]
        parts = joints_of(" ".join(order))
        assert len(parts) <= PARTS
        for begin in range(length - TOGETHER + 1):
            some = order[begin : begin + TOGETHER]
            met = {joint(left, right) for left, right in pairwise(some)}
            assert any(met <= part for part in parts)
