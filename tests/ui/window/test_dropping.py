"""What is dropped is opened and stays where it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.ui.window.dropping import Dropping, local_files

MOVE, LEFT = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
NOTHING = Qt.DropAction.IgnoreAction
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def board(qtbot):
    """A widget that takes drops, and what it told."""
    widget = QWidget()
    qtbot.addWidget(widget)
    dropping = Dropping(widget)
    widget.reported = []
    dropping.dropped.connect(widget.reported.append)
    dropping.held.connect(widget.reported.append)
    return widget


def urls(*names):
    data = QMimeData()
    data.setUrls([QUrl(name) for name in names])
    return data


def enter(widget, data, offered=MOVE):
    event = QDragEnterEvent(QPoint(1, 1), offered, data, LEFT, NO_KEY)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event


@pytest.mark.parametrize(
    ("offered", "agreed"),
    [(MOVE | Qt.DropAction.CopyAction, Qt.DropAction.CopyAction), (MOVE, NOTHING)],
)
def test_a_file_that_would_be_moved_is_opened_and_not_moved(board, offered, agreed):
    data = urls("file:///talks/a.srt", "file:///talks/a.mp4")
    assert enter(board, data, offered).isAccepted()
    drop = QDropEvent(QPointF(1, 1), offered, data, LEFT, NO_KEY)
    QApplication.sendEvent(board, drop)
    assert drop.isAccepted()
    assert drop.dropAction() is agreed
    files = [Path("/talks/a.srt"), Path("/talks/a.mp4")]
    assert board.reported == [files, [], files]


def test_what_is_dragged_away_again_is_reported(board):
    enter(board, urls("file:///talks/a.srt"))
    QApplication.sendEvent(board, QDragLeaveEvent())
    assert board.reported == [[Path("/talks/a.srt")], []]


@pytest.mark.parametrize("data", [urls("ftp://example.org/a.srt"), urls()])
def test_what_is_no_local_file_is_left_alone(board, data):
    assert not enter(board, data).isAccepted()
    assert board.reported == []


def test_a_file_may_be_named_by_text_alone(tmp_path):
    path = tmp_path / "a talk.srt"
    path.touch()
    for text, found in (
        (str(path), [path]),
        (QUrl.fromLocalFile(str(path)).toString(), [path]),
        (f"  {path}\n", [path]),
        (str(tmp_path / "gone.srt"), [tmp_path / "gone.srt"]),  # which is said where it is opened
        (str(tmp_path / "gone"), [tmp_path / "gone"]),
        (str(tmp_path / "no folder" / "gone.MP3"), [tmp_path / "no folder" / "gone.MP3"]),
        ("file:///nowhere/gone", [Path("/nowhere/gone")]),
        ("/ˈwɔːtə/ and /tiː/", []),
        ("/nowhere/to be found", []),
        (f"{path}\nand more", []),
        (f"file://{path}\nfile://{path}", []),
        ("a talk.srt", []),
        ("/" + "x" * 100_000, []),
        ("/a\0b", []),
    ):
        data = QMimeData()
        data.setText(text)
        assert local_files(data) == found
