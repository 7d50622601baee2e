"""Words out of whisper.cpp's tokens."""

from viewer.core.segment import Word
from viewer.formats.speech.whisper.tokens import words_of_tokens


def token(text, start, end, sure=0.5):
    return {"text": text, "offsets": {"from": start, "to": end}, "p": sure}


def test_pieces_are_put_together_at_spaces():
    tokens = [
        token("[_BEG_]", 0, 0), token(" Hel", 0, 200, 0.75), token("lo", 200, 400, 0.25),
        token(",", 400, 450), token(" you", 500, 800), token("[_TT_40]", 800, 800),
    ]  # fmt: skip
    assert words_of_tokens(tokens, 0, 1000) == (
        Word(0, 450, "Hello,", 0.25),
        Word(500, 800, "you", 0.5),
    )


def test_scripts_without_spaces_are_cut_at_tokens():
    tokens = [token("今日", 0, 200), token("は", 200, 300), token("。", 300, 300)]
    assert [word.text for word in words_of_tokens(tokens, 0, 400)] == ["今日", "は。"]


def test_tokens_without_times_are_put_between_their_neighbours():
    words = words_of_tokens([token(" a", 0, 200), {"text": " b"}, {"text": None}, 3], 0, 400)
    assert words == (Word(0, 200, "a", 0.5), Word(200, 400, "b", interpolated=True))
