"""Lines out of loose words."""

from viewer.core.segment import Word
from viewer.formats.draft import Draft
from viewer.formats.kit.word_lines import LONGEST_LINE, Heard, add_lines, joined, mostly_words


def lines(texts, *, gap=0, speakers=None, full="", paragraphs=()):
    heard = [
        Heard(
            Word(i * 1000 + (gap if i else 0), i * 1000 + 900, text.strip()),
            text,
            speakers[i] if speakers else None,
            i in paragraphs,
        )
        for i, text in enumerate(texts)
    ]
    draft = Draft("test")
    add_lines(draft, heard, full)
    return draft.finish().segments


def texts(*args, **kwargs):
    return [segment.text for segment in lines(*args, **kwargs)]


def test_a_sentence_is_a_line():
    assert texts(["One", "two.", "Three,", "four?", "Five"]) == ["One two.", "Three, four?", "Five"]


def test_an_abbreviation_ends_no_sentence():
    assert texts(["Mr.", "Brown", "and", "J.", "R.", "are", "here."]) == [
        "Mr. Brown and J. R. are here."
    ]


def test_a_new_speaker_begins_a_line():
    made = lines(["I", "am", "here", "No"], speakers=["A", "A", "A", "B"])
    assert [(s.text, s.speaker, s.start_ms, s.end_ms) for s in made] == [
        ("I am here", "A", 0, 2900),
        ("No", "B", 3000, 3900),
    ]


def test_a_paragraph_ends_a_line():
    assert texts(["a", "b", "c"], paragraphs={0}) == ["a", "b c"]


def test_a_long_pause_ends_a_line():
    words = [Word(0, 500, "a"), Word(600, 900, "b"), Word(2400, 2500, "c")]
    draft = Draft("test")
    add_lines(draft, [Heard(word, word.text) for word in words])
    assert [segment.text for segment in draft.finish().segments] == ["a b", "c"]


def test_without_punctuation_lines_stay_readable():
    made = texts(["word"] * 500)
    assert all(len(text) <= LONGEST_LINE + 10 for text in made)
    assert " ".join(made).split() == ["word"] * 500


def test_words_are_kept_with_their_lines():
    made = lines(["One", "two.", "Three."])
    assert [[word.text for word in segment.words] for segment in made] == [
        ["One", "two."],
        ["Three."],
    ]


def test_the_full_text_gives_punctuation():
    made = texts(["Hello", "world", "It", "is", "me"], full="Hello, world. It is me!")
    assert made == ["Hello, world.", "It is me!"]


def test_a_text_that_differs_gives_nothing():
    assert texts(["Hello", "world"], full="Something else.") == ["Hello world"]


def test_spaces_are_those_of_the_file_where_it_has_them():
    assert texts([" A", " well", "-known", " fact"]) == ["A well-known fact"]


def test_lone_punctuation_belongs_to_the_word_before():
    assert joined(["Yes", ",", "we", "can", "!"]) == "Yes, we can!"
    assert joined(["日本", "語", "。"]) == "日本語。"


def test_words_are_distinct_from_phrases():
    assert mostly_words(["I", " am", "your", "father."])
    assert not mostly_words(["I am", "your father"])
    assert not mostly_words(["今日はとてもいい天気ですね", "そうですね、本当に"])
    assert not mostly_words(["", " "])
