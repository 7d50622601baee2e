from PySide6.QtWidgets import QComboBox

from viewer.ui.elided_label import ElidedLabel
from viewer.ui.transcript_header import TranscriptHeader


def test_a_title_is_cut_where_there_is_no_room_and_told_in_a_tooltip(qtbot):
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
    switch = header.findChild(QComboBox)
    assert switch.isHidden()
    header.set_languages(["English"])
    assert switch.isHidden()
    chosen = []
    header.language_chosen.connect(chosen.append)
    header.set_languages(["English", "Română"], 1)
    assert not switch.isHidden()
    assert switch.currentText() == "Română"
    assert chosen == []
    switch.setCurrentIndex(0)
    assert chosen == []  # only the user chooses
    switch.activated.emit(0)
    assert chosen == [0]
