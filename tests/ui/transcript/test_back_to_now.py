import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from viewer.ui.transcript.back_to_now import BackToNow


@pytest.fixture
def pane(qtbot):
    pane = QPlainTextEdit("word " * 3000)
    qtbot.addWidget(pane)
    pane.resize(500, 300)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def gap(button, area):
    corner = button.geometry().bottomRight()
    return area.bottomRight() - corner


def test_it_is_hidden_until_shown(pane):
    assert BackToNow(pane).isHidden()


def test_it_stays_in_the_corner_of_what_is_shown(pane):
    button = BackToNow(pane)
    button.show()
    before = gap(button, pane.viewport().geometry())
    assert pane.viewport().width() < pane.width() - 10  # there is a scroll bar
    pane.resize(800, 600)
    assert gap(button, pane.viewport().geometry()) == before
    assert 0 < before.x() < 30
    assert 0 < before.y() < 30
    button.hide()
    pane.resize(400, 200)
    button.show()
    assert gap(button, pane.viewport().geometry()) == before


def test_it_stands_within_the_room_that_it_asks_for(pane):
    button = BackToNow(pane)
    button.show()
    pane.setViewportMargins(0, 0, 0, button.room)
    assert not button.geometry().intersects(pane.viewport().geometry())
    assert pane.rect().contains(button.geometry())


def test_the_arrow_points_to_where_the_line_is(pane):
    button = BackToNow(pane)
    button.show()
    down = button.grab().toImage()
    button.point(up=True)
    assert button.grab().toImage() != down
    button.point(up=False)
    assert button.grab().toImage() == down


def test_it_floats_over_any_widget(qtbot):
    pane = QWidget()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show()
    button = BackToNow(pane)
    button.show()
    assert pane.rect().contains(button.geometry())


def test_a_click_is_a_wish_and_takes_no_focus(pane, qtbot):
    button = BackToNow(pane)
    button.show()
    pane.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert not button.hasFocus()


@pytest.mark.parametrize("points", [12, 36, 48])
@pytest.mark.parametrize("width", [200, 320, 900])
def test_letters_of_any_size_are_whole_in_a_pane_of_any_width(pane, points, width):
    button, told = BackToNow(pane), []
    button.show()
    button.room_changed.connect(lambda: told.append(button.room))
    font = pane.font()
    font.setPointSize(points)
    pane.setFont(font)
    pane.resize(width, 300)
    assert pane.rect().contains(button.geometry())
    assert button.width() >= button.sizeHint().width()
    assert told[-1:] in ([], [button.room])
    if width == 900:
        assert button.font().pointSize() == points
