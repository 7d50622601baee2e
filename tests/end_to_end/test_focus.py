"""Where the keys go after a control was used, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QPushButton

from tests.desk import write_srt
from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import click_slowly, press
from viewer.options import Options
from viewer.playback.engine import PlayState
from viewer.ui.player.rates import RATES

Key = Qt.Key
TAB = Qt.FocusReason.TabFocusReason


@pytest.fixture
def bilingual(start, qtbot, tmp_path):
    """A transcript in two languages, with a clock for a recording."""
    talk = write_srt(tmp_path / "talk.en.srt", "One line.", "Two words more.", "Three.")
    write_srt(tmp_path / "talk.de.srt", "Eine Zeile.", "Zwei Wörter mehr.", "Drei.")
    program = start(Options(file=talk))
    qtbot.waitUntil(lambda: program.player.silent, timeout=PATIENCE_MS)
    program.window.text.view.setFocus()
    return program


def languages(program):
    return program.window.text.header.findChild(QComboBox)


def open_languages(program, qtbot):
    combo = languages(program)
    click_slowly(combo, QPoint(10, combo.height() // 2))
    qtbot.waitUntil(lambda: combo.view().isVisible(), timeout=PATIENCE_MS)
    qtbot.wait(QApplication.doubleClickInterval() + 100)  # sooner, a release does not choose
    return combo


def other_language(program):
    return "Eine Zeile." in program.window.text.view.toPlainText()


def test_after_a_language_is_chosen_the_text_has_the_keys(bilingual, qtbot):
    combo = open_languages(bilingual, qtbot)
    rows = [combo.model().index(row, 0) for row in range(2)]
    other = next(row for row in rows if row.row() != combo.currentIndex())
    click_slowly(combo.view().viewport(), combo.view().visualRect(other).center())
    qtbot.waitUntil(lambda: other_language(bilingual), timeout=PATIENCE_MS)
    view = bilingual.window.text.view
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view, timeout=PATIENCE_MS)
    press(Key.Key_Up)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: bilingual.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    assert not combo.view().isVisible()
    assert other_language(bilingual)


def test_a_choice_that_is_given_up_gives_the_keys_back_too(bilingual, qtbot):
    combo = open_languages(bilingual, qtbot)
    press(Key.Key_Escape)
    view = bilingual.window.text.view
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view, timeout=PATIENCE_MS)
    assert not combo.view().isVisible()


def test_a_control_that_is_used_by_keys_keeps_them(bilingual, qtbot):
    combo = languages(bilingual)
    combo.setFocus(TAB)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: combo.view().isVisible(), timeout=PATIENCE_MS)
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not combo.view().isVisible(), timeout=PATIENCE_MS)
    qtbot.wait(50)
    assert QApplication.focusWidget() is combo


def every_control(program):
    window, transport = program.window, program.window.play_bar.transport
    pressed = (transport.mute_button, transport.time_button, transport.volume_slider)
    folds = window.details.findChildren(QPushButton)[:1]
    return [*pressed, window.play_bar.seek_bar, *folds]


@pytest.mark.parametrize("reached", ["by mouse", "by Tab"])
def test_no_control_keeps_the_keys_after_a_click(opened, qtbot, reached):
    view = opened.window.text.view
    for control in every_control(opened):
        if reached == "by Tab":
            control.setFocus(TAB)
        click_slowly(control)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is view, timeout=PATIENCE_MS)


def test_a_click_on_one_control_takes_the_keys_from_another(opened, qtbot):
    transport, view = opened.window.play_bar.transport, opened.window.text.view
    transport.volume_slider.setFocus(TAB)
    click_slowly(transport.mute_button)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view, timeout=PATIENCE_MS)


# The choice of speed


@pytest.fixture
def speeds(opened, qtbot):
    """The opened menu of speeds, at a speed of 1.5."""
    opened.player.set_rate(1.5)
    button = opened.window.play_bar.transport.rate_button
    click_slowly(button)
    menu = button._menu
    qtbot.waitUntil(menu.isVisible, timeout=PATIENCE_MS)
    yield menu
    menu.close()


def test_the_speeds_open_at_the_present_one(opened, speeds):
    assert speeds.activeAction().data() == 1.5
    press_in(speeds, Key.Key_Down, Key.Key_Return)
    assert opened.player.rate == 1.75


def press_in(menu, *keys):
    """Press keys where a popup's keys go."""
    for key in keys:
        QTest.keyClick(menu.focusWidget() or menu, key)


def test_an_exact_speed_is_reached_and_taken_by_keys(opened, speeds, qtbot):
    field = speeds.findChild(QDoubleSpinBox)
    press_in(speeds, *[Key.Key_Down] * len([rate for rate in RATES if rate >= 1.5]))
    qtbot.waitUntil(field.hasFocus, timeout=PATIENCE_MS)
    assert field.value() == 1.5
    field.selectAll()
    press_in(speeds, Key.Key_1, Key.Key_Period, Key.Key_3, Key.Key_Return)
    qtbot.waitUntil(lambda: not speeds.isVisible(), timeout=PATIENCE_MS)
    assert opened.player.rate == 1.3
    view = opened.window.text.view
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view, timeout=PATIENCE_MS)


def test_the_speeds_open_in_the_field_only_for_an_exact_one(opened, qtbot):
    button = opened.window.play_bar.transport.rate_button
    opened.player.set_rate(1.35)
    click_slowly(button)
    field = button._menu.findChild(QDoubleSpinBox)
    qtbot.waitUntil(field.hasFocus, timeout=PATIENCE_MS)
    press_in(button._menu, Key.Key_Escape)
    assert not button._menu.isVisible()
    opened.player.set_rate(2.0)
    click_slowly(button)
    press_in(button._menu, Key.Key_Up, Key.Key_Return)
    assert opened.player.rate == 1.75


def test_escape_leaves_a_control_that_keys_used_and_closes_its_list_first(bilingual, qtbot):
    view, combo = bilingual.window.text.view, languages(bilingual)
    combo.setFocus(TAB)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: combo.view().isVisible(), timeout=PATIENCE_MS)
    QTest.keyClick(combo.view(), Key.Key_Escape)
    qtbot.waitUntil(lambda: not combo.view().isVisible(), timeout=PATIENCE_MS)
    QApplication.processEvents()
    assert combo.hasFocus()
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view, timeout=PATIENCE_MS)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: bilingual.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
