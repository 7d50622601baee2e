import pytest
from PySide6.QtWidgets import QPushButton

from tests.media.films import film
from viewer.errors import MediaError, PlaybackError, StateError, ViewerError


def buttons(window):
    bar = window.text.message
    return [b.text() for b in bar.findChildren(QPushButton) if b.text() and not b.isHidden()]


def sentence(window):
    shown = window.text.message._shown
    return shown.sentence if shown else ""


@pytest.mark.parametrize("kind", [MediaError, PlaybackError, StateError])
def test_a_recording_that_fails_can_be_chosen_anew(window, desk, talk, kind):
    desk.open(talk)
    window.telling.show_error(kind("It cannot be played."))
    assert sentence(window) == "It cannot be played."
    assert "Choose recording…" in buttons(window)


def test_without_a_transcript_there_is_nothing_to_choose_for(window):
    window.telling.show_error(MediaError("It cannot be played."))
    assert buttons(window) == []


def test_other_failures_are_told_as_they_are(window, desk, talk):
    desk.open(talk)
    window.text.message.clear()
    window.telling.show_error(ViewerError("It went wrong.", hint="Try again."))
    assert sentence(window) == "It went wrong."
    assert buttons(window) == []


def test_no_recording_is_told_quietly(window, desk, talk):
    desk.open(talk)
    assert sentence(window) == "No recording was found near this transcript."
    assert "Choose recording…" in buttons(window)


def test_another_length_is_told(window, desk, tmp_path, talk):
    text = talk.read_text().replace(
        "00:00:07,000 --> 00:00:09,000", "00:03:07,000 --> 00:03:09,000"
    )
    talk.write_text(text)
    film(talk.with_suffix(".mp4"), seconds=1)
    desk.open(talk)
    assert sentence(window) == "talk.mp4 is 0:01 long, the transcript ends at 3:09."


def test_another_transcript_is_a_clean_bar(window, desk, talk, tmp_path):
    window.telling.show_error(MediaError("It cannot be played."))
    film(talk.with_suffix(".mp4"), seconds=9)
    desk.open(talk)
    assert sentence(window) == ""


def test_problems_in_a_file_are_told_and_shown_by_a_click(window, desk, tmp_path):
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:02,000 --> 00:00:01,000\nBackwards.\n\n")
    desk.open(path)
    assert window.text.problems.isHidden()
    said = [m.sentence for m in (window.text.message._shown, *window.text.message._kept)]
    assert "1 thing in this file was skipped or guessed." in said
    while sentence(window) != "1 thing in this file was skipped or guessed.":
        window.text.message.dismiss()
    window.text.message._act()
    assert not window.text.problems.isHidden()
