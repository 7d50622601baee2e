"""The window on the screen, and the library in it, with a folder."""

import shutil

import pytest

from tests.desk import write_srt


@pytest.fixture
def talks(tmp_path, seed):
    folder = tmp_path / "talks"
    folder.mkdir()
    shutil.copy(seed, folder / "isis.md")
    write_srt(folder / "other.srt", "Another talk", "about wheat.")
    (folder / "bad.srt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    return folder


@pytest.fixture
def shown(window, qtbot):
    """The window on the screen."""
    window.resize(1000, 700)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def room(shown):
    return shown.library


@pytest.fixture
def view(room, desk, talks):
    """The library with a folder in it that was read."""
    room.open_folder(talks)
    desk.work()
    return room.view


@pytest.fixture
def noting(window, qtbot, desk, talk):
    """What keeps notes in a window that shows three lines."""
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    desk.open(talk)
    yield window.noting
    window.asks = False
