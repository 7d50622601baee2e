from viewer.library.tokens import HAS_LONG, bridge, is_word, joint, joints_of, looked_up, words_of


def test_words_and_characters_that_are_words():
    assert words_of("") == []
    assert words_of("of the") == ["of", "the"]
    assert words_of("abc新聞 of かx") == ["abc", "新", "聞", "of", "か", "x"]


def test_long_words_stand_under_one():
    long = "b" * 65
    assert looked_up(f"a {long} a") == {"a", HAS_LONG}
    assert joints_of(f"a {long} a") == {joint("a", long), joint(long, "a")}


def test_neighbours_stand_under_the_letters_they_meet_with():
    assert (looked_up("of the"), joints_of("of the")) == ({"of", "the"}, {joint("of", "the")})
    assert (looked_up("中国"), joints_of("中国")) == ({"中", "国"}, {joint("中", "国")})
    assert joint("weekend", "ofteners") == joint("end", "often")
    assert len({joint("of", "the"), joint("the", "of"), joint("roof", "the")}) == 3
    assert bridge("at", "a", "talk") == bridge("that", "a", "ta")
    assert bridge("end", "of", "it") in joints_of("the end of it")
    assert bridge("end", "for", "it") not in joints_of("the end for it")
    assert all(map(is_word, looked_up("of the")))
    assert not any(map(is_word, joints_of("the end of it")))
