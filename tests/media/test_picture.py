import pytest
from PIL import ImageFont

from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.media.picture import SIZE, Picture, wrap


@pytest.mark.parametrize("text", ["", "word", "many words " * 20, "unbreakable" * 20])
def test_wrapped_text_keeps_every_word(text):
    font = ImageFont.load_default(20)
    lines = list(wrap(text, font, 200))
    assert " ".join(lines).split() == text.split()
    assert all(font.getlength(line) <= 200 or " " not in line for line in lines)


@pytest.mark.parametrize(
    "text", ["", "short", "a long line of words " * 60, "日本語", "\u202bעברית"]
)
def test_any_line_can_be_drawn(text):
    transcript = Transcript((Segment(0, 1000, text),))
    assert Picture(transcript, 2000).draw(500).size == SIZE


def test_the_state_tells_when_to_draw_anew():
    picture = Picture(Transcript((Segment(100, 500, "a"), Segment(500, 900, "b"))), 2000)
    assert picture.state(0) != picture.state(100)
    assert picture.state(100) == picture.state(499)
    assert picture.state(499) != picture.state(500)
    assert picture.state(899) != picture.state(900)
    assert picture.state(999) != picture.state(1000)
