import os

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
)

from viewer import __version__
from viewer.ui.commands.commands import COMMANDS
from viewer.ui.commands.key_table import KeyGroup, KeyRow, key_groups, plain
from viewer.ui.dialogs.about import AboutDialog
from viewer.ui.dialogs.keys_sheet import KeysSheet, in_columns
from viewer.ui.dialogs.open_files import name_filters
from viewer.ui.dialogs.report import ReportDialog
from viewer.ui.dialogs.source_view import SourceView


def shown(qtbot, dialog):
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


@pytest.fixture
def closing(qapp):
    """Let dialogs that delete themselves when closed do so."""
    yield
    for dialog in [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]:
        dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def texts(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.usefixtures("closing")
def test_the_key_sheet_has_every_command_and_cap_and_esc_closes_it(qtbot):
    sheet = shown(qtbot, KeysSheet())
    said = texts(sheet)
    assert {plain(spec.text) for spec in COMMANDS if spec.keys} <= set(said)
    wanted = [
        cap for group in key_groups() for row in group.rows for key in row.keys for cap in key
    ]
    for cap in set(wanted):
        assert said.count(cap) >= wanted.count(cap)
    narrow = [x for x in sheet.findChildren(QLabel) if x.width() < x.sizeHint().width()]
    assert [label.text() for label in narrow] == []
    with qtbot.waitSignal(sheet.finished):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_groups_are_spread_over_columns_of_like_height():
    sizes = {"a": 5, "b": 2, "c": 12, "d": 14, "e": 2, "f": 1}
    groups = [KeyGroup(name, (KeyRow("x", ()),) * size) for name, size in sizes.items()]
    columns = in_columns(groups, 3)
    assert columns[0][0].title == "a"
    assert sorted(group.title for column in columns for group in column) == list("abcdef")
    heights = [sum(len(group.rows) + 2 for group in column) for column in columns]
    assert max(heights) - min(heights) <= 3


@pytest.mark.usefixtures("closing")
def test_about_says_which_version_this_is(qtbot):
    said = " ".join(texts(shown(qtbot, AboutDialog())))
    assert __version__ in said
    assert "MIT" in said


@pytest.mark.usefixtures("closing")
def test_a_report_can_be_copied(qtbot):
    dialog = shown(qtbot, ReportDialog("This machine", "What it has.", "Qt: 6\nlibVLC: 3"))
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "Qt: 6\nlibVLC: 3"
    assert copy.text() == "Copied"
    dialog.set_text("more")
    assert (dialog.text(), copy.text()) == ("more", "Copy")


@pytest.mark.usefixtures("closing")
@pytest.mark.parametrize(
    ("line", "at"), [(3, "three"), (0, "one"), (99, "four"), (2, "two\ufffd2")]
)
def test_the_source_is_shown_at_its_line(qtbot, line, at):
    dialog = shown(qtbot, SourceView("talk.srt", "one\r\ntwo\u20282\rthree\nfour", line))
    text = dialog.findChild(QPlainTextEdit)
    assert text.textCursor().block().text() == at
    assert text.blockCount() == 4
    assert text.isReadOnly()
    assert [x.cursor.block().text() for x in text.extraSelections()] == [at]
    assert "talk.srt" in dialog.windowTitle()


@pytest.mark.usefixtures("closing")
def test_a_far_line_is_in_view_and_endless_ones_are_folded(qtbot):
    source = "\n".join(f"line {n}" for n in range(1, 5001)) + "\n" + "x" * 1_000_000
    dialog = shown(qtbot, SourceView("long.srt", source, 4000))
    text = dialog.findChild(QPlainTextEdit)
    place = text.cursorRect()
    assert text.viewport().rect().contains(place)
    assert abs(place.center().y() - text.viewport().height() / 2) < 60
    assert len(text.document().lastBlock().text()) <= 10_000
    dialog.grab()
    assert text.toPlainText().count("x") == 1_000_000
    dialog.go_to(1)
    assert text.textCursor().blockNumber() == 0


@pytest.mark.usefixtures("closing")
def test_a_line_after_a_folded_one_is_found_by_its_own_number(qtbot):
    source = "first\n" + "x" * 25_000 + "\n\nfourth"
    dialog = shown(qtbot, SourceView("long.json", source, 4))
    text = dialog.findChild(QPlainTextEdit)
    assert text.textCursor().block().text() == "fourth"
    dialog.go_to(2)
    assert text.textCursor().block().text() == "x" * 10_000
    numbers = [text.number_of(row) for row in range(text.blockCount())]
    assert numbers == ["1", "2", "", "", "3", "4"]


def test_filters_name_everything_first_and_every_file_last():
    assert name_filters([("SubRip", [".srt"]), ("WebVTT", [".vtt", ".srt"]), ("None", [])]) == [
        "All supported files (*.srt *.vtt)",
        "SubRip (*.srt)",
        "WebVTT (*.vtt *.srt)",
        "All files (*)",
    ]
    assert name_filters([("Video", [".mp4"])]) == ["Video (*.mp4)", "All files (*)"]
    assert name_filters([]) == ["All files (*)"]
    assert os.sep not in name_filters([])[0]


@pytest.mark.usefixtures("closing")
@pytest.mark.parametrize(("width", "groups_across"), [(1200, 3), (780, 2), (420, 1)])
def test_the_key_sheet_scrolls_no_way_but_down(qtbot, width, groups_across):
    sheet = shown(qtbot, KeysSheet())
    sheet.resize(width, 400)
    area = sheet.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.width() == width)
    assert area.horizontalScrollBar().maximum() == 0
    titles = [label for label in sheet.findChildren(QLabel) if label.isVisible()]
    wanted = {group.title for group in key_groups()}
    lefts = {label.mapTo(sheet, QPoint()).x() for label in titles if label.text() in wanted}
    assert len(lefts) == groups_across
