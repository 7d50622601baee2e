"""What is told while files are held over the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.media.films import film

TEXT, FILM = Path("/talks/other.srt"), Path("/talks/other.mp4")


@pytest.fixture
def sign(window, qtbot):
    window.show()
    qtbot.waitExposed(window)
    yield window.drop_sign
    window.close()


def reported(sign, *paths):
    sign.hold(list(paths))
    return "".join(letter for letter in sign.text if letter.isprintable())


def test_nothing_is_reported_on_the_card_which_lights_up_itself(sign):
    assert reported(sign, TEXT) == ""


def test_over_a_transcript_it_says_what_dropping_will_do(sign, desk, talk):
    desk.open(talk)
    assert reported(sign, TEXT) == "Drop to open other.srt"
    assert reported(sign, FILM) == "Drop to play other.mp4 with this transcript"
    assert reported(sign, FILM, TEXT) == "Drop to open other.srt with other.mp4"
    assert reported(sign) == ""


def test_over_a_recording_alone_it_says_what_dropping_will_do(sign, desk, tmp_path):
    desk.open(film(tmp_path / "alone.mp4"))
    assert reported(sign, FILM) == "Drop to open other.mp4"


def test_it_stays_in_a_narrow_window(sign, window, desk, talk):
    desk.open(talk)
    window.resize(420, 400)
    QApplication.processEvents()
    reported(sign, Path("/talks/" + "a very long name " * 12 + ".srt"))
    assert window.rect().contains(sign.geometry())
