"""Opening where one left off, in the window on a fake engine."""

import pytest

from tests.desk import write_srt
from tests.media.films import film
from viewer.ui.commands.actions import Command
from viewer.ui.window.returning import LISTENED_ON_MS


@pytest.fixture
def left(window, desk, tmp_path):
    """A transcript that was left at 25 s and is open again."""
    talk = write_srt(tmp_path / "talk.srt", *(f"Line {n}." for n in range(20)))
    film(talk.with_suffix(".mp4"))
    desk.open(talk)
    desk.player.seek(25_000)
    desk.opening.close()
    assert window.returning.note.isHidden()
    desk.open(talk)
    return window


def words(window):
    return window.returning.note._words.text()


def test_it_says_so_with_a_way_to_the_start(left, desk):
    assert not left.returning.note.isHidden()
    assert words(left) == "Where you left off: 0:25"
    left.returning.note.button.click()
    assert desk.player.position_ms == 0
    assert left.returning.note.isHidden()


def test_whoever_goes_elsewhere_or_listens_on_has_seen_it(left, desk):
    desk.player.seek(30_000)
    assert left.returning.note.isHidden()
    left.returning.show(desk.workspace.left_off.find(desk.session.document))
    left.returning._listened(25_000 + LISTENED_ON_MS)
    assert not left.returning.note.isHidden()
    left.returning._listened(25_001 + LISTENED_ON_MS)
    assert left.returning.note.isHidden()


def test_another_transcript_was_not_left_there(left, desk, tmp_path):
    desk.open(write_srt(tmp_path / "other.srt", "Something else."))
    assert left.returning.note.isHidden()


def test_the_menu_switches_it_off_and_the_settings_keep_that(window, desk, user_settings):
    assert window.commands[Command.RETURN].isChecked()
    window.commands[Command.RETURN].trigger()
    assert not desk.workspace.left_off.on
    assert not user_settings.settings.playback.resume
