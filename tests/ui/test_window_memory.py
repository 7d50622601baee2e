import pytest
from PySide6.QtWidgets import QMainWindow, QWidget

from viewer.state.settings import Window
from viewer.ui import window_memory
from viewer.ui.panes import Panes


@pytest.fixture
def make(qtbot):
    """Windows with panes, as remembered."""

    def window(settings):
        window = QMainWindow()
        qtbot.addWidget(window)
        window.panes = Panes(QWidget(), QWidget(), QWidget(), QWidget())
        window.setCentralWidget(window.panes)
        window_memory.restore(window, window.panes, settings)
        return window

    return window


def left(window):
    return Window(**window_memory.left(window, window.panes))


def test_a_new_user_has_a_window_of_some_size(make):
    window = make(Window())
    assert (window.width(), window.height()) == (1200, 760)


def test_size_and_proportions_come_back(make):
    first = make(Window())
    first.resize(700, 500)
    first.panes.shares = (0.3, 0.6)
    second = make(left(first))
    assert (second.width(), second.height()) == (700, 500)
    assert second.panes.shares == (0.3, 0.6)


@pytest.mark.parametrize("geometry", ["!", "abc", "AAAA", "QUJD" * 100])
def test_what_is_no_geometry_is_passed_over(make, geometry):
    window = make(Window.model_construct(geometry=geometry, splitter=None))
    assert (window.width(), window.height()) == (1200, 760)
