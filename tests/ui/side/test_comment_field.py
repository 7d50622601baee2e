"""A comment is taken in when its field is left, and never over what another window wrote."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from viewer.state.note import Note
from viewer.ui.side.comment_field import CommentField

ONE, OTHER = Note("00000001", comment="Look."), Note("00000002")


@pytest.fixture
def held():
    return {each.id: each for each in (ONE, OTHER)}


@pytest.fixture
def field(qtbot, held):
    field = CommentField(held.get)
    qtbot.addWidget(field)
    field.told = []
    field.revised.connect(lambda ident, text: field.told.append((ident[-1], text)))
    field.show_note(ONE)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    return field


def test_it_shows_a_comment_and_can_be_written_on_where_there_is_a_note(field):
    assert field.toPlainText() == "Look."
    assert field.isEnabled()
    field.show_note(None)
    assert field.toPlainText() == ""
    assert not field.isEnabled()
    assert field.told == []


def test_what_was_written_is_taken_in_when_nobody_types_any_more(field, qtbot):
    QTest.keyClicks(field, "!")
    assert field.told == []
    qtbot.waitUntil(lambda: field.told == [("1", "Look.!")])


def test_escape_takes_it_in_and_leaves(field, qtbot):
    QTest.keyClicks(field, "!")
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.told == [("1", "Look.!")]


def test_going_to_another_note_takes_it_in_of_the_one_it_is_about(field):
    QTest.keyClicks(field, "!")
    field.show_note(OTHER)
    assert field.told == [("1", "Look.!")]
    assert field.toPlainText() == ""


def test_to_begin_to_write_is_told(field, qtbot):
    field.clearFocus()
    with qtbot.waitSignal(field.entered):
        field.setFocus()


def test_what_another_window_wrote_is_shown_while_nobody_types(field, held):
    held[ONE.id] = replace(ONE, comment="Look there.")
    field.show_note(held[ONE.id])
    assert field.toPlainText() == "Look there."
    field.take()
    assert field.told == []


def test_what_another_window_wrote_while_one_types_is_kept_below(field, held):
    QTest.keyClicks(field, "!")
    held[ONE.id] = replace(ONE, comment="From A.")
    field.show_note(held[ONE.id])
    assert field.toPlainText() == "Look.!"
    field.take()
    assert field.told == [("1", "From A.\nLook.!")]


def test_what_was_typed_and_taken_back_changes_nothing_of_others(field, held):
    QTest.keyClicks(field, "!")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    held[ONE.id] = replace(ONE, comment="From A.")
    field.take()
    assert field.told == []


def test_what_is_forgotten_is_not_taken_in(field, held, qtbot):
    QTest.keyClicks(field, "!")
    held.clear()
    field.forget()
    field.show_note(None)
    assert field.told == []
