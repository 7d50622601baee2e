from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from viewer.ui.commands.actions import Command
from viewer.ui.commands.worded import Worded
from viewer.ui.widgets.empty_card import EmptyCard


@pytest.fixture
def card(qtbot, actions):
    card = EmptyCard()
    Worded(card.open, actions, Command.OPEN)
    Worded(card.sample, actions, Command.DEMO)
    qtbot.addWidget(card)
    card.resize(900, 560)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    return card


def button(card, name):
    return next(
        b
        for b in card.findChildren(QPushButton)
        if not b.isHidden() and name in (b.text(), b.accessibleName())
    )


def test_it_says_what_to_do(card, actions, qtbot):
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert said == ["Open a transcript or a recording", "or drop one here"]
    with qtbot.waitSignal(actions[Command.OPEN].triggered):
        qtbot.mouseClick(button(card, "Open…"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(actions[Command.DEMO].triggered):
        qtbot.mouseClick(button(card, "Try the sample"), Qt.MouseButton.LeftButton)


def test_beside_a_recording_it_asks_for_its_transcript(card):
    button(card, "Open…").setFocus()
    card.set_recording("a & <b>.mp4")
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert said[0] == "Open the transcript of a & <b>.mp4"
    assert not button(card, "Open…").hasFocus()
    card.set_recording("")
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert said[0] == "Open a transcript or a recording"


def test_beside_a_recording_no_button_has_the_keys_until_one_turns_to_it(card):
    button(card, "Open…").setFocus()
    card.set_recording("a.mp4")
    assert card.focusWidget() is card
    button(card, "Open…").setFocus()
    card.set_recording("")
    assert card.focusWidget() is button(card, "Open…")


def test_the_last_five_are_offered_by_title(card, qtbot):
    card.set_recent([(f"Talk {n}", f"/tmp/{n}.md") for n in range(7)])
    shown = [b.accessibleName() for b in card.findChildren(QPushButton) if not b.isHidden()]
    assert [name for name in shown if name] == [f"Talk {n}" for n in range(5)]
    with qtbot.waitSignal(card.path_chosen) as chosen:
        qtbot.mouseClick(button(card, "Talk 3"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["/tmp/3.md"]
    button(card, "Open…").setFocus()
    for _ in range(5):
        QTest.keyClick(card.focusWidget(), Qt.Key.Key_Tab)
    assert button(card, "Talk 4").hasFocus()
    with qtbot.waitSignal(card.path_chosen) as chosen:
        QTest.keyClick(button(card, "Talk 4"), Qt.Key.Key_Space)
    assert chosen.args == ["/tmp/4.md"]


def test_a_new_list_takes_the_place_of_the_old_one(card):
    card.set_recent([("One", "/tmp/1.md"), ("", "/tmp/a talk.srt")])
    card.set_recent([("", "/tmp/a talk.srt")])
    names = [b.accessibleName() for b in card.findChildren(QPushButton) if not b.isHidden()]
    assert [name for name in names if name] == ["a talk"]
    card.set_recent([])
    assert "Recent" not in [x.text() for x in card.findChildren(QLabel) if x.isVisible()]


@pytest.mark.parametrize("size", [(900, 560), (2560, 1440), (500, 480)])
def test_the_card_stays_in_the_middle_and_whole(card, size):
    card.set_recent(
        [("A title that is far too long for the card " * 5, f"/tmp/{n}") for n in "123"]
    )
    card.resize(*size)
    card.layout().activate()
    inner = card.findChild(QFrame)
    assert abs(inner.geometry().center().x() - card.rect().center().x()) <= 1
    assert abs(inner.geometry().center().y() - card.rect().center().y()) <= 1
    assert card.rect().contains(inner.geometry())


def test_a_drag_lights_it(card):
    inner = card.findChild(QFrame)
    calm = inner.grab().toImage()
    card.hold([Path("a.srt")])
    assert inner.grab().toImage() != calm
    card.hold([])
    assert inner.grab().toImage() == calm


@pytest.mark.parametrize("width", [420, 460, 900])
def test_the_card_is_whole_and_in_the_middle_at_any_width(card, width):
    card.set_recent([("A title that is much longer than any narrow window has room for it", "a")])
    card.resize(width, 600)
    card.layout().activate()
    frame = card._card.geometry()
    assert card.minimumSizeHint().width() <= 420
    assert card.rect().contains(frame)
    assert abs(frame.center().x() - card.rect().center().x()) <= 1
    assert frame.width() == min(460, width - 2 * frame.left())
