"""What is open is stated once, and each part of the window shows it once."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.desk import write_srt
from tests.media.films import film
from viewer.ui.commands.actions import Command
from viewer.ui.commands.button import CommandButton
from viewer.ui.details.panel import DetailsPanel


@pytest.fixture
def counted(monkeypatch):
    """How often a button and the details were brought in line with what is open."""
    counts = {"button": 0, "details": 0}

    def count(owner, name, what, which=lambda _: True):
        method = getattr(owner, name)

        def counting(self, *words, **how):
            counts[what] += which(self)
            return method(self, *words, **how)

        monkeypatch.setattr(owner, name, counting)

    count(CommandButton, "set_words", "button", lambda b: b._command is Command.NEXT_LINE)
    count(DetailsPanel, "_write", "details")
    return counts


@pytest.fixture
def unfolded(counted, window):
    """The window with its details unfolded, from which on it is counted."""
    window.details.set_folded(False)
    QApplication.processEvents()  # a new theme's palette is on its way
    counted.update(button=0, details=0)
    return window


@pytest.mark.parametrize("opens", ["transcript", "recording"])
def test_a_pair_that_opens_is_shown_once(unfolded, desk, talk, counted, opens):
    media = film(talk.with_suffix(".mp4"), seconds=8)
    desk.open(talk if opens == "transcript" else media)
    assert counted == {"button": 1, "details": 1}
    shown = unfolded.details._text.toPlainText()
    assert str(talk) in shown
    assert str(media) in shown
    assert unfolded.play_bar.transport.next_button.isEnabled()


def test_a_transcript_whose_recording_is_not_found_soon_is_reported_all_the_same(
    unfolded, desk, talk, counted, qtbot
):
    desk.opening.open(talk)
    desk.work_one()
    assert unfolded.details._text.toPlainText() == ""
    unfolded.details._patience.setInterval(0)
    qtbot.waitUntil(lambda: str(talk) in unfolded.details._text.toPlainText())
    assert counted["details"] == 1


def test_details_that_nobody_sees_are_written_when_they_are_unfolded(window, desk, talk, counted):
    film(talk.with_suffix(".mp4"), seconds=8)
    desk.open(talk)
    assert counted["details"] == 0
    window.commands[Command.DETAILS_SHOWN].trigger()
    assert counted["details"] == 1
    assert str(talk) in window.details._text.toPlainText()


def test_another_language_is_reported_at_once(unfolded, desk, tmp_path):
    english = write_srt(tmp_path / "talk.en.srt", "One.")
    german = write_srt(tmp_path / "talk.de.srt", "Eins.")
    film(tmp_path / "talk.mp4", seconds=8)
    desk.open(english)
    siblings = desk.session.document.siblings
    desk.opening.switch_to(next(each for each in siblings if each.path == german))
    desk.work()
    assert str(german) in unfolded.details._text.toPlainText()
