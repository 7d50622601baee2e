"""Where sentences end."""

import pytest

from viewer.core.sentences import ends_sentence, mostly_broken, sentence_ends


def sentences(text, language=None):
    begins = [0, *sentence_ends(text, language)]
    return [
        text[a:b].strip() for a, b in zip(begins, [*begins[1:], len(text)], strict=True) if a < b
    ]


def test_abbreviations_decimals_and_quotes_end_no_sentence():
    text = 'He paid 3.5 dollars in the U.S. to Dr. Smith. "No." she said. Why? 😀 So.'
    assert sentences(text, "en-US") == [
        "He paid 3.5 dollars in the U.S. to Dr. Smith.",
        '"No." she said.',
        "Why?",
        "😀 So.",
    ]


def test_japanese_and_unknown_languages():
    assert sentences("皆さん。川です。", "ja") == ["皆さん。", "川です。"]
    assert sentences("One. Two.", "xx") == ["One.", "Two."]
    assert sentence_ends("") == []


@pytest.mark.parametrize("line", ["Yes.", 'He said "no."', "皆さん。」", "Why? ", "and so…", "هل؟"])
def test_a_line_that_ends_a_sentence(line):
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["and", "one,", "", "3.5", "-"])
def test_a_line_that_does_not(line):
    assert not ends_sentence(line)


def test_blank_lines_tell_nothing():
    assert mostly_broken(["one", "two", "three.", "", ""])
    assert not mostly_broken(["one", "two."])
