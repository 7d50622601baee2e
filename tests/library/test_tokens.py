from viewer.library.tokens import HAS_LONG, looked_up, words_of


def test_words_and_characters_that_are_words():
    assert words_of("") == []
    assert words_of("of the") == ["of", "the"]
    assert words_of("abc新聞 of かx") == ["abc", "新", "聞", "of", "か", "x"]


def test_long_words_stand_under_one():
    assert looked_up("a " + "b" * 65 + " a") == {"a", HAS_LONG}
