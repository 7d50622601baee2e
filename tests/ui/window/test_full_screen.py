import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget

from viewer.ui.details.panel import DetailsPanel
from viewer.ui.theme.palette import is_dark, own_palette
from viewer.ui.window.full_screen import FullScreen
from viewer.ui.window.panes import Arrangement, Panes


@pytest.fixture
def window(qtbot, actions):
    window = QMainWindow()
    qtbot.addWidget(window, before_close_func=lambda _: window.full.leave())
    window.text, window.bar = QPushButton("Text"), QWidget()
    window.panes = Panes(QWidget(), window.bar, DetailsPanel(actions), window.text)
    window.panes.set_open(True)
    window.panes.set_has_picture(True)
    window.setCentralWidget(window.panes)
    window.menuBar().addMenu("File")
    window.statusBar()
    window.resize(1000, 600)
    window.show()
    qtbot.waitActive(window)
    return window


@pytest.fixture
def full(window):
    window.full = FullScreen(window, window.panes)
    window.emitted = []
    window.full.changed.connect(window.emitted.append)
    return window.full


def test_there_and_back(window, full):
    full.toggle()
    assert full.on
    assert window.isFullScreen()
    assert window.panes.arrangement is Arrangement.PICTURE_ALONE
    assert not window.menuBar().isVisible()
    assert not window.statusBar().isVisible()
    full.toggle()
    assert not full.on
    assert not window.isFullScreen()
    assert window.panes.arrangement is Arrangement.BESIDE
    assert window.menuBar().isVisible()
    assert window.statusBar().isVisible()
    assert window.emitted == [True, False]


def test_a_maximized_window_is_maximized_again(window, full):
    window.showMaximized()
    full.enter()
    full.leave()
    assert window.isMaximized()


def test_leaving_twice_or_entering_twice_is_once(window, full):
    full.leave()
    full.enter()
    full.enter()
    full.leave()
    full.leave()
    assert window.emitted == [True, False]


def test_the_focus_is_the_windows_and_comes_back(window, full):
    window.text.setFocus()
    full.enter()
    assert QApplication.focusWidget() is window
    full.leave()
    assert QApplication.focusWidget() is window.text


def test_the_play_bar_and_the_pointer_hide_when_nobody_moves(window, full):
    full.enter()
    assert full._idle.isActive()
    full._idle.timeout.emit()
    assert not window.bar.isVisible()
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor


@pytest.mark.parametrize("move", ["mouse", "key"])
def test_they_come_back_with_a_move_or_a_key(window, full, move):
    full.enter()
    full._idle.timeout.emit()
    if move == "mouse":
        none, spot = Qt.MouseButton.NoButton, QPointF(5, 5)
        kind, keys = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(window.panes, QMouseEvent(kind, spot, spot, none, none, keys))
    else:
        QTest.keyClick(window, Qt.Key.Key_Shift)
    assert window.bar.isVisible()
    assert window.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert full._idle.isActive()


def test_they_stay_while_the_keys_are_at_the_play_bar(window, full):
    full.enter()
    window.bar.setFocus()
    full._idle.timeout.emit()
    assert window.bar.isVisible()
    assert full._idle.isActive()
    window.setFocus()
    full._idle.timeout.emit()
    assert not window.bar.isVisible()


def test_the_picture_has_the_whole_screen_and_the_play_bar_lies_on_it(window, full):
    full.enter()
    picture = window.panes._picture
    for shown in (True, False):
        window.panes.show_over_picture(shown)
        QApplication.processEvents()
        assert QRect(picture.mapTo(window, QPoint()), picture.size()) == window.rect()
    full.leave()
    assert window.bar.isVisible()
    assert picture.height() < window.height()


@pytest.mark.parametrize("dark", [False, True])
def test_the_play_bar_is_dark_on_the_picture_and_as_the_window_below_it(window, full, dark):
    window.setPalette(own_palette(dark=dark))
    full.enter()
    assert is_dark(window.bar.palette())
    full.leave()
    assert is_dark(window.bar.palette()) is dark


def test_below_a_text_the_play_bar_stays(window, full):
    window.panes.set_has_picture(False)
    full.enter()
    full._idle.timeout.emit()
    assert window.bar.isVisible()
    assert not window.panes.over_picture.isVisible()


def test_afterwards_nothing_hides(window, full):
    full.enter()
    full._idle.timeout.emit()
    full.leave()
    assert not full._idle.isActive()
    assert window.bar.isVisible()
    assert window.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_window_manager_that_ends_it_gives_all_back(window, full):
    full.enter()
    window.setWindowState(Qt.WindowState.WindowNoState)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowStateChange))
    assert not full.on
    assert window.menuBar().isVisible()
    assert window.emitted == [True, False]


def test_what_the_bar_covers_of_the_picture_is_reported(window, full):
    emitted = []
    window.panes.covered.connect(emitted.append)
    full.enter()
    bar = window.panes.over_picture
    assert emitted == [bar.height()]
    window.panes.show_over_picture(False)
    window.panes.show_over_picture(False)
    assert emitted == [bar.height(), 0]
    window.panes.show_over_picture(True)
    full.leave()
    assert emitted == [bar.height(), 0, bar.height(), 0]
