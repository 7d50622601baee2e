"""The Quote menu: styles and what else is chosen there."""

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.pages import heard
from viewer.playback.engine import PlayState
from viewer.quotes.styles import STYLES, Style, Wording
from viewer.state.places import places
from viewer.ui.commands.actions import Command
from viewer.ui.commands.quote_commands import QuoteCommands


@pytest.fixture
def styles(window):
    menu = window.menus.submenu(QuoteCommands.STYLE)
    menu.aboutToShow.emit()
    return menu


def action(styles, name):
    return next(each for each in styles.actions() if each.data() == name)


def test_every_style_stands_in_the_menu_once_and_the_first_is_on(styles):
    listed = [each.data() for each in styles.actions() if each.data()]
    assert sorted(listed) == sorted(Style)
    assert [each.data() for each in styles.actions() if each.isChecked()] == [Style.SOURCE]


def test_the_style_is_chosen_and_remembered(window, styles, user_settings):
    action(styles, "obsidian").trigger()
    assert window.quoting.style is STYLES[Style.OBSIDIAN]
    assert user_settings.settings.quoting.style == "obsidian"
    styles.aboutToShow.emit()
    assert action(styles, "obsidian").isChecked()


def test_a_style_that_was_dropped_into_the_folder_is_offered_until_it_is_gone(window, styles):
    folder = places().quote_styles
    folder.mkdir(parents=True)
    (folder / "my & own.csl").write_text("<style/>")
    styles.aboutToShow.emit()
    assert action(styles, "my & own").text() == "my && own"
    action(styles, "my & own-quote").trigger()
    assert window.quoting.style.label == "my & own-quote"
    (folder / "my & own.csl").unlink()
    window.quote_menu.apply()
    assert window.quoting.style is STYLES[Style.SOURCE]


def test_sounds_seconds_and_growing_are_remembered(window, user_settings):
    for command in (Command.WITHOUT_SOUNDS, Command.WHOLE_SECONDS, Command.GROW_COPIES):
        window.commands[command].trigger()
    assert window.quoting.wording == Wording(sounds=False, whole_seconds=True)
    assert window.quoting.grows
    kept = user_settings.settings.quoting
    assert (kept.sounds, kept.whole_seconds, kept.grow) == (False, True, True)


def test_what_was_just_heard_is_copied_and_more_when_asked_again(window, desk, talk):
    quoted, requoted = heard(window.quoting.quoted), heard(window.quoting.requoted)
    clock = iter((0.0, 2.9, 9.0)).__next__
    window.quote_menu.hearing._now = clock
    desk.open(talk)
    desk.player.seek(6_500)
    words = []
    for _ in range(3):
        window.commands[Command.CLIP_HEARD].trigger()
        words.append(QGuiApplication.clipboard().text().split("”")[0])
    assert words == ["“Two words more.", "“One line. Two words more.", "“Two words more."]
    assert [quote.text for quote in quoted] == ["Two words more."] * 2
    assert [(a.text, b.text) for a, b in requoted] == [
        ("Two words more.", "One line. Two words more.")
    ]
    QGuiApplication.clipboard().clear()


def test_a_quote_is_played_from_its_in_to_its_out(window, desk, talk):
    desk.open(talk)
    window.text.view.caret.set_range(14, 19)  # “words” of “Two words more.”
    window.commands[Command.PLAY_QUOTE].trigger()
    assert 4_000 < desk.player.position_ms < 5_000
    desk.pass_by(3)
    assert desk.player.state is PlayState.PAUSED
    assert 5_000 < desk.player.position_ms < 5_400


def test_where_nothing_is_heard_or_meant_it_says_so(window, desk, talk):
    reported = heard(window.quoting.copied)
    desk.open(talk)
    window.commands[Command.CLIP_HEARD].trigger()
    window.commands[Command.PLAY_QUOTE].trigger()
    assert reported == [
        "No sentence has been said yet.",
        "Select words that have times, or play the line first.",
    ]
