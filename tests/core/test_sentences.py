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


def test_long_texts_are_looked_at_in_pieces_that_end_with_sentences():
    one = "He paid 3.5 dollars 😀 in the U.S. to Dr. Smith. "
    assert sentences((one * 1_000).strip()) == [one.strip()] * 1_000


@pytest.mark.parametrize("mark", "\"'`‘“„«‹")
def test_however_many_marks_open_none_is_looked_for_through_all_of_the_text(monkeypatch, mark):
    seen = []
    monkeypatch.setattr(
        "sentencex.get_sentence_boundaries", lambda _, text: seen.append(text) or []
    )
    sentence_ends(f"{mark}a. " * 20_000)
    assert max(map(len, seen)) <= 4_000
    assert max(text.count(mark) for text in seen) <= 200
    assert sum(map(len, seen)) < 2 * len(f"{mark}a. ") * 20_000
