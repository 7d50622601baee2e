import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QMainWindow, QWidget

from viewer.state.settings import Window
from viewer.ui.details.panel import DetailsPanel
from viewer.ui.window import memory as window_memory
from viewer.ui.window.panes import Panes
from viewer.ui.window.text_side import TranscriptPane


@pytest.fixture
def make(qtbot, actions):
    """Windows with panes, as remembered."""

    def window(settings):
        window = QMainWindow()
        qtbot.addWidget(window)
        window.text = TranscriptPane(actions)
        window.panes = Panes(QWidget(), QWidget(), DetailsPanel(actions), window.text)
        window.setCentralWidget(window.panes)
        window_memory.restore(window, window.panes, window.text, settings)
        return window

    return window


def left(window):
    return Window(**window_memory.left(window, window.panes, window.text))


def screen_of(window):
    """Return what a window can use of its screen."""
    return window.screen().availableGeometry()


def test_a_new_user_has_a_window_of_some_size_within_the_screen(make, monkeypatch):
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, 2000, 1500))
    window = make(Window())
    assert (window.width(), window.height()) == (1200, 760)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, 700, 450))
    window = make(Window())
    assert 600 < window.width() < 700
    assert 400 < window.height() < 450


def test_a_window_that_was_larger_than_this_screen_or_beyond_it_is_seen_whole(make):
    first = make(Window())
    first.setGeometry(5000, 5000, 4000, 4000)
    second = make(left(first))
    assert screen_of(second).contains(second.geometry())
    assert second.height() > screen_of(second).height() / 2


def test_size_and_proportions_come_back(make):
    first = make(Window())
    first.resize(700, 500)
    first.panes.shares = (0.3, 0.6)
    first.text.beside.share = 420
    second = make(left(first))
    assert (second.width(), second.height()) == (700, 500)
    assert second.panes.shares == (0.3, 0.6)
    assert second.text.beside.share == 420


@pytest.mark.parametrize("geometry", ["!", "abc", "AAAA", "QUJD" * 100])
def test_what_is_no_geometry_is_passed_over(make, geometry):
    window = make(Window(geometry=geometry, splitter=None))
    assert window.size() == make(Window()).size()
