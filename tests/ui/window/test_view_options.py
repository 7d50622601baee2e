import pytest

from tests.desk import write_srt
from tests.media.films import film
from viewer.state.places import places
from viewer.state.recent_files import RecentFiles
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Command
from viewer.ui.transcript.problems_panel import ProblemsPanel
from viewer.ui.window.panes import Arrangement
from viewer.ui.window.wiring import make_window


@pytest.fixture
def seen(window, desk, talk):
    """A window with a picture beside its text."""
    film(talk.with_suffix(".mp4"), seconds=8)
    window.resize(1200, 700)
    desk.open(talk)
    return window


def do(window, command):
    window.commands[command].trigger()


def ticked(window, command):
    return window.commands[command].isChecked()


def test_what_is_shown_is_ticked(seen):
    assert ticked(seen, Command.PICTURE_SHOWN)
    assert ticked(seen, Command.TRANSCRIPT_SHOWN)
    assert ticked(seen, Command.TIMES_SHOWN)
    assert not ticked(seen, Command.DETAILS_SHOWN)
    assert ticked(seen, Command.THEME_SYSTEM)


def test_one_side_always_stays(seen):
    do(seen, Command.PICTURE_SHOWN)
    assert seen.panes.arrangement is Arrangement.TEXT_ALONE
    do(seen, Command.TRANSCRIPT_SHOWN)
    assert seen.panes.arrangement is Arrangement.PICTURE_ALONE
    assert ticked(seen, Command.PICTURE_SHOWN)
    do(seen, Command.PICTURE_SHOWN)
    assert seen.panes.arrangement is Arrangement.TEXT_ALONE
    assert ticked(seen, Command.TRANSCRIPT_SHOWN)


def test_a_hidden_transcript_is_shown_again_with_the_next_recording(seen, desk, tmp_path):
    do(seen, Command.TRANSCRIPT_SHOWN)
    assert seen.panes.arrangement is Arrangement.PICTURE_ALONE
    other = write_srt(tmp_path / "other.srt", "One.")
    film(other.with_suffix(".mp4"), seconds=8)
    desk.open(other)
    assert seen.panes.arrangement is not Arrangement.PICTURE_ALONE
    assert ticked(seen, Command.TRANSCRIPT_SHOWN)


def test_times_can_be_hidden(seen, user_settings):
    do(seen, Command.TIMES_SHOWN)
    assert seen.text.view.sheet.gutter.width == 0
    assert user_settings.settings.reading.times_shown is False


def test_letters_grow_shrink_and_go_back(seen, user_settings):
    for command, points, kept in (
        (Command.ZOOM_IN, 13, 13),
        (Command.ZOOM_IN, 14, 14),
        (Command.ZOOM_OUT, 13, 13),
        (Command.ZOOM_RESET, 12, None),
    ):
        do(seen, command)
        assert seen.text.view.font().pointSize() == points
        assert user_settings.settings.reading.point_size == kept


def test_where_the_systems_letters_are_large_so_are_the_transcripts(
    qapp, request, seen, user_settings
):
    before = qapp.font()
    request.addfinalizer(lambda: qapp.setFont(before))
    large = qapp.font()
    large.setPointSize(22)
    qapp.setFont(large)
    seen.options.apply()
    assert seen.text.view.font().pointSize() == 22
    assert user_settings.settings.reading.point_size is None
    user_settings.change("reading", point_size=12)
    seen.options.apply()
    assert seen.text.view.font().pointSize() == 12
    do(seen, Command.ZOOM_RESET)
    assert seen.text.view.font().pointSize() == 22


def test_details_fold_from_either_side(seen, user_settings):
    do(seen, Command.DETAILS_SHOWN)
    assert not seen.details.folded
    assert user_settings.settings.window.details_shown
    seen.details.set_folded(True)
    assert not ticked(seen, Command.DETAILS_SHOWN)
    assert not user_settings.settings.window.details_shown


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (Command.THEME_DARK, "dark"),
        (Command.THEME_LIGHT, "light"),
        (Command.THEME_SYSTEM, "system"),
    ],
)
def test_a_theme_is_applied_kept_and_the_only_one_ticked(seen, user_settings, command, name):
    do(seen, command)
    themes = (Command.THEME_DARK, Command.THEME_LIGHT, Command.THEME_SYSTEM)
    assert [theme for theme in themes if ticked(seen, theme)] == [command]
    assert user_settings.settings.reading.theme == name
    do(seen, Command.THEME_SYSTEM)


def test_problems_are_shown_and_go_with_their_transcript(window, desk, tmp_path):
    damaged = write_srt(tmp_path / "damaged.srt", "One.", "Two.")
    damaged.write_text(damaged.read_text() + "\n\nlost words\n\n00:00:zz --> no\nx\n")
    desk.open(damaged)
    assert desk.session.document.transcript.problems
    window.show()
    do(window, Command.PROBLEMS_SHOWN)
    listed = window.findChild(ProblemsPanel)
    assert listed.isVisible()
    assert listed._list.count() == len(desk.session.document.transcript.problems)
    desk.open(write_srt(tmp_path / "sound.srt", "One."))
    assert not listed.isVisible()
    assert not listed._list.count()
    assert not ticked(window, Command.PROBLEMS_SHOWN)


def test_everything_is_applied_from_the_settings(qtbot, desk, user_settings):
    user_settings.change("reading", point_size=20, times_shown=False)
    user_settings.change("window", details_shown=True, picture_shown=False)
    user_settings.save()
    again = make_window(desk.workspace, UserSettings(places()), RecentFiles(places().recent))
    qtbot.addWidget(again)
    assert again.text.view.font().pointSize() == 20
    assert not ticked(again, Command.TIMES_SHOWN)
    assert ticked(again, Command.DETAILS_SHOWN)
    assert not ticked(again, Command.PICTURE_SHOWN)


def test_whether_to_follow_is_remembered_but_not_that_the_reader_scrolled(
    seen, desk, user_settings
):
    desk.player.seek(1500)
    seen.text.view.reader_scrolled.emit(True)
    assert not ticked(seen, Command.FOLLOW)
    assert user_settings.settings.reading.follow
    do(seen, Command.FOLLOW)
    do(seen, Command.FOLLOW)
    assert user_settings.settings.reading.follow is False
    desk.open(desk.session.document.path)
    assert not ticked(seen, Command.FOLLOW)


def test_how_words_and_paragraphs_are_shown_is_remembered(window):
    commands, view = window.commands, window.text.view
    for command in (Command.CLICK_WORDS, Command.DOUBTFUL_WORDS, Command.PARAGRAPHS):
        commands[command].setEnabled(True)
        commands[command].trigger()
    reading = window.user_settings.settings.reading
    assert (reading.click_words, reading.doubtful_words, reading.paragraphs) == (True, True, True)
    assert view.mouse.plays_words
    assert window.text.reading.wanted
