import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton

from viewer.core.transcript import Part
from viewer.ui.transcript.header import TranscriptHeader
from viewer.ui.widgets.elided_label import ElidedLabel


def last_column(label):
    """Return how high the rightmost letter's last column begins, and how high the label is."""
    image = label.grab().toImage()
    ground = image.pixel(image.width() // 2, 0)
    inked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) != ground
    ]
    right = max(x for x, _ in inked)
    return min(y for x, y in inked if x == right), image.height()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_title_ends_with_its_full_stop_in_every_direction(qtbot, direction):
    label = ElidedLabel("It ends HERE.")
    qtbot.addWidget(label)
    label.resize(300, 30)
    QApplication.setLayoutDirection(direction)
    try:
        top, height = last_column(label)
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert top > height / 2


def test_a_title_is_cut_where_there_is_no_room_and_reported_in_a_tooltip(qtbot):
    header = TranscriptHeader()
    qtbot.addWidget(header)
    label = header.findChild(ElidedLabel)
    title = "What Does the Fall of Mosul\nand Raqqa Mean For ISIS?"
    header.set_title(title)
    header.resize(900, 40)
    with qtbot.waitExposed(header):
        header.show()
    header.grab()
    assert label.shown_text() == label.text() == " ".join(title.split())
    assert label.toolTip() == ""
    header.resize(200, 40)
    header.grab()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.accessibleName() == label.text()


def test_a_choice_of_languages_is_there_only_when_there_are_several(qtbot):
    header = TranscriptHeader()
    qtbot.addWidget(header)
    header.set_languages(["English"])
    assert header.findChild(QComboBox) is None
    chosen = []
    header.language_chosen.connect(chosen.append)
    header.set_languages(["English", "Română"], 1)
    switch = header.findChild(QComboBox)
    assert not switch.isHidden()
    assert switch.currentText() == "Română"
    assert chosen == []
    switch.setCurrentIndex(0)
    assert chosen == []  # only the user chooses
    header.set_languages(["English", "Română"], 1)
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Up)
    assert chosen == [0]
    assert switch.currentText() == "Română"  # until the other one is there
    header.set_languages(["English"])
    assert switch.isHidden()


def test_a_choice_of_tiers_is_there_only_when_there_are_several(qtbot):
    header = TranscriptHeader()
    qtbot.addWidget(header)
    header.set_parts([Part("Anna", shown=True)])
    assert header.findChild(QToolButton) is None
    chosen = []
    header.parts_chosen.connect(chosen.append)
    header.set_parts([Part("Anna", shown=True), Part("Q & A", shown=False)])
    button = header.findChild(QToolButton)
    assert not button.isHidden()
    anna, other = button.menu().actions()
    assert (anna.isChecked(), other.isChecked()) == (True, False)
    other.trigger()
    assert chosen == [("Anna", "Q & A")]
    assert not other.isChecked()  # until it is shown
    header.set_parts([])
    assert button.isHidden()


def test_the_last_tier_stays(qtbot):
    header = TranscriptHeader()
    qtbot.addWidget(header)
    chosen = []
    header.parts_chosen.connect(chosen.append)
    header.set_parts([Part("Anna", shown=True), Part("Ben", shown=False)])
    anna = header.findChild(QToolButton).menu().actions()[0]
    anna.trigger()
    assert anna.isChecked()
    assert chosen == []
