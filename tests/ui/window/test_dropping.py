"""What is dropped is opened and stays where it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.ui.window.dropping import Dropping, local_files, names_file, perhaps_file

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
    widget.perhaps = []
    dropping.perhaps_dropped.connect(widget.perhaps.append)
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


def words(text):
    data = QMimeData()
    data.setText(text)
    return data


def test_a_file_may_be_named_by_text_alone(tmp_path):
    path = tmp_path / "a talk.srt"
    path.touch()
    for text, found in (
        (str(path), [path]),
        (QUrl.fromLocalFile(str(path)).toString(), [path]),
        (f"  {path}\n", [path]),
        (str(tmp_path / "gone.srt"), [tmp_path / "gone.srt"]),  # which is said where it is opened
        (str(tmp_path / "no folder" / "gone.MP3"), [tmp_path / "no folder" / "gone.MP3"]),
        ("file:///nowhere/gone", [Path("/nowhere/gone")]),
        (f"{path}\nand more", []),
        (f"file://{path}\nfile://{path}", []),
        ("a talk.srt", []),
        ("/" + "x" * 100_000, []),
        ("/a\0b", []),
    ):
        assert local_files(words(text)) == found
        assert perhaps_file(words(text)) is None


def test_whether_other_words_name_a_file_only_the_disk_tells(tmp_path):
    (tmp_path / "talk").touch()
    for text, is_file in (
        (str(tmp_path / "talk"), True),
        (str(tmp_path), True),
        (str(tmp_path / "gone"), True),  # which is said where it is opened
        ("/ˈwɔːtə/ and /tiː/", False),
        ("/ˈwɔːtə/", False),
        ("/gone.srt", False),
        ("/nowhere/to be found", False),
    ):
        assert local_files(words(text)) == []
        assert perhaps_file(words(text)) == Path(text)
        assert names_file(Path(text)) is is_file


def test_no_disk_is_asked_while_something_is_dragged_or_dropped(board, monkeypatch):
    """A network disk that has gone does not answer, and would hold the window and the drag."""

    def ask(*_):
        raise AssertionError("a disk was asked")

    for name in ("stat", "lstat", "listdir", "scandir", "access", "path.exists", "path.isdir"):
        monkeypatch.setattr(f"os.{name}", ask)
    for data in (words("/away/talk"), words("/away/talk.srt"), urls("file:///away/talk")):
        assert enter(board, data).isAccepted()
        drop = QDropEvent(QPointF(1, 1), MOVE, data, LEFT, NO_KEY)
        QApplication.sendEvent(board, drop)
        assert drop.isAccepted()
    monkeypatch.undo()
    sure, found = Path("/away/talk.srt"), Path("/away/talk")
    assert board.reported == [[], [], [sure], [], [sure], [found], [], [found]]
    assert board.perhaps == [Path("/away/talk")]
