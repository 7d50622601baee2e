"""Words out of pieces of text with times."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Word
from viewer.formats.kit.inline_times import words_of

PIECES = st.lists(
    st.tuples(st.integers(-(10**6), 10**6), st.text("ab \n漢", max_size=9), st.none())
)


def test_a_word_lasts_until_the_next():
    pieces = [(None, "good", None), (400, " day", 0.5)]
    assert words_of(pieces, 100, 900) == (Word(100, 400, "good"), Word(400, 900, "day", 0.5))


def test_a_piece_without_letters_is_a_silence():
    pieces = [(100, "good", None), (300, " ", None), (600, "day", None), (800, "", None)]
    assert words_of(pieces, 100, 900) == (Word(100, 300, "good"), Word(600, 800, "day"))


def test_more_words_than_anybody_says_at_once_are_taken_in_rows():
    words = words_of([(0, "a " * 2_500, None)], 0, 5_000)
    assert len(words) == 500
    assert words[:2] == (Word(0, 10, "a a a a a"), Word(10, 20, "a a a a a", None, True))


def test_words_that_share_a_time_share_it_by_their_lengths():
    assert words_of([(0, "one three", None)], 0, 800) == (
        Word(0, 300, "one"),
        Word(300, 800, "three", None, True),
    )


def test_a_piece_without_a_time_goes_on_with_the_one_before():
    pieces = [(None, "go", None), (None, "od", None), (500, "day", None), (None, "s", None)]
    assert words_of(pieces, 0, 900) == (Word(0, 500, "good"), Word(500, 900, "days"))


def test_a_time_inside_a_word_parts_it():
    assert [word.text for word in words_of([(0, "今日", None), (1, "は", None)], 0, 2)] == [
        "今日",
        "は",
    ]


@given(PIECES, st.integers(0, 10**6), st.integers(0, 10**6))
def test_words_stay_in_order_and_inside(pieces, start, length):
    words = words_of(pieces, start, start + length)
    times = [ms for word in words for ms in (word.start_ms, word.end_ms)]
    assert times == sorted(times)
    assert all(start <= ms <= start + length for ms in times)
    assert [word.text for word in words] == [t for _, text, _ in pieces for t in text.split()]
