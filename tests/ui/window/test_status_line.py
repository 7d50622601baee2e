"""The status bar: what is said is read whole, and what is open gives way to it."""

import pytest
from PySide6.QtWidgets import QLabel

from viewer.session.opened import Change, Opened
from viewer.ui.window.status_line import StatusLine


@pytest.fixture
def facts(qapp):
    return QLabel("12 lines")


@pytest.fixture
def note(qapp):
    return QLabel("Left off at 0:04")


@pytest.fixture
def bar(qtbot, facts, note):
    """A bar with room for all, which says nothing yet."""
    bar = StatusLine(facts, note)
    qtbot.addWidget(bar)
    note.hide()
    bar.resize(900, 24)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def test_a_message_stands_beside_what_is_open_where_both_have_room(bar, facts):
    bar.showMessage("Copied.")
    assert facts.isVisible()
    assert bar.shown_message() == "Copied."


def test_what_is_open_gives_way_to_a_message_and_comes_back_after_it(bar, facts):
    bar.resize(facts.sizeHint().width() + 60, 24)
    bar.showMessage("Copied it.")
    assert not facts.isVisible()
    assert bar.shown_message() == "Copied it."
    bar.clearMessage()
    assert facts.isVisible()


def test_what_is_said_of_one_file_goes_with_it(bar):
    bar.showMessage("Copied: 1 word.")
    for change in (Change.READING, Change.RECORDING):
        bar.show_opened(Opened(change=change))
        assert bar.currentMessage() == "Copied: 1 word."
    bar.show_opened(Opened())
    assert bar.currentMessage() == ""


def test_it_looks_again_when_there_is_other_room(bar, facts):
    said = "What was copied, in many words"
    bar.showMessage(said)
    bar.resize(bar.fontMetrics().horizontalAdvance(said) + 40, 24)
    assert not facts.isVisible()
    bar.resize(900, 24)
    assert facts.isVisible()


def test_a_message_that_is_too_long_ends_in_dots(bar):
    bar.resize(200, 24)
    bar.showMessage("words " * 40)
    assert bar.shown_message().startswith("words")
    assert bar.shown_message().endswith("…")


def test_what_is_open_gives_way_to_the_note_too(bar, facts, note):
    bar.resize(note.sizeHint().width() + 40, 24)
    assert facts.isVisible()
    note.show()
    assert not facts.isVisible()
    note.hide()
    assert facts.isVisible()


def test_a_selection_is_described_for_as_long_as_it_is(bar):
    bar.describe_selection("3 words,\n0:02")
    assert bar.currentMessage() == "3 words, 0:02"
    bar.describe_selection("")
    assert bar.currentMessage() == ""


def test_a_selection_that_ends_leaves_what_was_said_since(bar):
    bar.describe_selection("3 words")
    bar.showMessage("Copied.")
    bar.describe_selection("")
    assert bar.currentMessage() == "Copied."


def test_nothing_is_said_of_what_is_open_while_something_else_is_in_view(bar, facts, note):
    note.show()
    bar.showMessage("Copied.")
    bar.leave_text(True)
    assert bar.currentMessage() == ""
    assert not facts.isVisible()
    assert not note.isVisible()
    bar.showMessage("A folder was read.")
    bar.clearMessage()
    assert not facts.isVisible()
    bar.leave_text(False)
    assert facts.isVisible()
