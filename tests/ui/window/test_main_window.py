"""The window on a fake engine: what it shows of the session, and what it asks of it."""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QLabel

from tests.desk import write_srt, write_untimed
from tests.media.films import film
from tests.ui.pages import heard
from tests.unheard import unheard
from viewer.formats import registry
from viewer.playback.engine import PlayState
from viewer.session.document import Version
from viewer.state.places import places
from viewer.state.recent_files import RecentFiles
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Command
from viewer.ui.transcript.go_to_bar import GoToBar
from viewer.ui.window.panes import Arrangement
from viewer.ui.window.wiring import make_window


def facts(window):
    return window.availability.facts.text()


def enabled(window, command):
    return window.commands[command].isEnabled()


def test_every_command_does_something(window):
    assert unheard(window.commands) == []


def test_nothing_open_offers_only_what_needs_nothing(window):
    assert window.text._stack.currentWidget() is window.text.card
    assert enabled(window, Command.OPEN)
    for command in (Command.COPY_QUOTE, Command.PLAY_PAUSE, Command.FOLLOW, Command.FULL_SCREEN):
        assert not enabled(window, command)
    assert window.windowTitle() == ""


def test_an_open_transcript_is_shown_and_reported(window, desk, talk):
    desk.open(talk)
    assert window.text.view.toPlainText() == "One line.\nTwo words more.\nThree."
    assert window.windowTitle() == "talk"
    assert facts(window) == "No recording: a silent clock · 3 lines"
    assert enabled(window, Command.COPY_QUOTE)
    assert enabled(window, Command.PLAY_PAUSE)
    assert window.commands[Command.FOLLOW].isChecked()


def test_a_transcript_without_times_cannot_be_played_but_copied(window, desk, tmp_path):
    desk.open(write_untimed(tmp_path / "talk.md", "Only one."))
    assert facts(window) == "1 line"
    assert enabled(window, Command.COPY_QUOTE)
    assert not enabled(window, Command.PLAY_PAUSE)
    assert not enabled(window, Command.FOLLOW)


def test_a_recording_shows_its_picture(window, desk, talk):
    film(talk.with_suffix(".mp4"), seconds=8)
    window.resize(1200, 700)
    window.show()
    desk.open(talk)
    assert window.panes.arrangement is Arrangement.BESIDE
    assert facts(window) == "Fake 1.0 · 3 lines"


def test_a_recording_alone_gives_the_window_its_name(window, desk, tmp_path):
    desk.open(film(tmp_path / "scene.mp4"))
    assert window.windowTitle() == "scene"
    assert window.text._stack.currentWidget() is window.text.card
    assert enabled(window, Command.PLAY_PAUSE)


def test_a_closed_transcript_leaves_nothing(window, desk, talk):
    desk.open(talk)
    window.commands[Command.CLOSE].trigger()
    assert window.windowTitle() == ""
    assert window.text._stack.currentWidget() is window.text.card
    assert not enabled(window, Command.COPY_QUOTE)
    assert facts(window) == ""


def test_a_click_plays_and_a_double_click_takes_it_back(window, desk, talk):
    film(talk.with_suffix(".mp4"), seconds=8)
    desk.open(talk)
    window.text.view.segment_chosen.emit(1)
    assert desk.player.position_ms == 4000
    assert desk.player.state is PlayState.PLAYING
    window.text.view.choice_withdrawn.emit()
    assert desk.player.position_ms == 0
    desk.pass_by(1)
    assert desk.player.state is PlayState.PAUSED


def test_where_the_text_is_hidden_the_line_is_over_the_picture(window, desk, talk):
    film(talk.with_suffix(".mp4"), seconds=8)
    desk.open(talk)
    desk.player.seek(4500)
    assert window.video.sink().subtitleText() == ""
    window.commands[Command.TRANSCRIPT_SHOWN].trigger()
    assert window.video.sink().subtitleText() == "Two words more."
    desk.player.seek(6500)
    assert window.video.sink().subtitleText() == ""


def test_a_stand_in_is_named_one(window, desk, talk, tmp_path):
    media = film(tmp_path / "scene.mp4")
    desk.sample.open(talk, lambda _job, _transcript: media)
    desk.work()
    captions = [label.text() for label in window.video.findChildren(QLabel)]
    assert any("stand-in" in caption for caption in captions)


def test_work_shows_a_word_and_can_be_given_up(window, desk, talk):
    desk.opening.open(talk)
    assert window.text.busy._delay.isActive()
    window.text.busy.cancel_requested.emit()
    assert not window.text.busy._delay.isActive()
    desk.work()
    assert desk.session.document is None


def test_a_saved_copy_is_reported_and_no_failure_before_it(window, desk, talk, monkeypatch):
    opened, bar, subrip = [], window.text.message, registry.by_name("subrip")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    desk.open(talk)
    window.files.copy_requested.emit(talk, subrip)
    desk.work()
    assert "talk.srt" in bar._shown.sentence
    window.files.copy_requested.emit(talk.with_name("copy.srt"), subrip)
    desk.work()
    assert bar._shown.sentence == f"Saved as copy.srt in {talk.parent}."
    bar.act()
    assert opened == [str(talk.parent)]
    assert bar.isHidden()


def test_another_language_is_chosen_in_the_header(window, desk, tmp_path):
    english = write_srt(tmp_path / "talk.en.srt", "One.")
    german = write_srt(tmp_path / "talk.de.srt", "Eins.")
    desk.open(english)
    window.text.header.language_chosen.emit(desk.session.document.siblings.index(Version(german)))
    desk.work()
    assert window.text.view.toPlainText() == "Eins."


def test_a_language_that_cannot_be_read_is_not_named(window, desk, tmp_path):
    english = write_srt(tmp_path / "talk.en.srt", "One.")
    german = write_srt(tmp_path / "talk.de.srt", "Eins.")
    desk.open(german)
    english.unlink()
    switch = window.text.header.findChild(QComboBox)
    assert switch.currentText() == "Deutsch"
    index = desk.session.document.siblings.index(Version(english))
    switch.setCurrentIndex(index)
    switch.activated.emit(index)
    desk.work()
    assert len(desk.reported["failed"]) == 1
    assert switch.currentText() == "Deutsch"


def test_playing_again_after_the_end_shows_the_beginning_at_once(window, desk, tmp_path):
    long = write_srt(tmp_path / "talk.srt", *(f"Line {i}." for i in range(100)))
    film(tmp_path / "talk.mp4", seconds=8)
    window.resize(900, 500)
    window.show()
    desk.engine.length_ms = 302_000
    desk.open(long)
    top = window.text.view.place()
    desk.player.seek(301_900)
    desk.player.play()
    desk.pass_by(1)
    assert desk.player.state is PlayState.ENDED
    assert window.text.view.place() != top
    desk.player.play()
    desk.pass_by(0.2)
    assert window.text.view.place() == top


def test_the_demo_is_a_wish(window):
    wishes = heard(window.demo_requested)
    window.commands[Command.DEMO].trigger()
    assert len(wishes) == 1


def test_only_links_of_the_web_are_opened(window, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "PySide6.QtGui.QDesktopServices.openUrl",
        lambda url: opened.append(url.toString()) or True,
    )
    for link in ("https://example.org/a", "file:///etc/passwd", "javascript:alert(1)"):
        window.details.link_requested.emit(link)
    assert opened == ["https://example.org/a"]


@pytest.mark.parametrize("busy", [False, True])
def test_a_closed_window_leaves_nothing_running(window, desk, talk, busy):
    desk.open(talk)
    desk.player.play()
    if busy:
        desk.opening.open(talk)
    window.show()
    window.close()
    assert desk.player.state is PlayState.EMPTY
    assert desk.session.document is None
    desk.work()
    assert desk.session.document is None


def test_settings_that_could_not_be_read_are_reported(qtbot, desk, home):
    places().settings.mkdir(parents=True)
    window = make_window(desk.workspace, UserSettings(places()), RecentFiles(places().recent))
    qtbot.addWidget(window)
    assert "settings.json" in window.text.message._shown.sentence


def test_a_failure_is_reported_also_while_the_transcript_is_hidden(window, desk, talk, tmp_path):
    film(talk.with_suffix(".mp4"))
    desk.open(talk)
    window.resize(1000, 700)
    window.show()
    window.commands[Command.TRANSCRIPT_SHOWN].trigger()
    assert not window.text.isVisible()
    desk.open(tmp_path / "none.srt")
    assert window.text.message.isVisible()
    assert window.text.message.width() == window.width()
    window.commands[Command.TRANSCRIPT_SHOWN].trigger()
    assert window.text.isAncestorOf(window.text.message)
    assert window.text.message.isVisible()


def test_of_the_bars_to_find_and_to_go_elsewhere_one_is_open(window, desk, talk):
    window.show()
    desk.open(talk)
    find = window.text.find_bar
    window.commands[Command.FIND].trigger()
    window.commands[Command.GO_TO].trigger()
    go_to = window.findChild(GoToBar)
    assert find.isHidden()
    assert go_to.isVisible()
    window.commands[Command.FOUND_SHOWN].trigger()
    assert find.isVisible()
    assert go_to.isHidden()
    window.commands[Command.GO_TO].trigger()
    assert window.text.side.isHidden()
