"""Where the keyboard is can be seen in the platform's own controls."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from viewer.ui.theme.card_style import CardStyle
from viewer.ui.theme.palette import contrast, edge_menus, is_fusion, own_palette
from viewer.ui.widgets.choice_box import ChoiceBox


@pytest.fixture
def restored(qapp):
    style, palette = qapp.style().name(), qapp.palette()
    yield
    qapp.setStyle(style)
    qapp.setPalette(palette)
    edge_menus(qapp)


def edge_of(control):
    """The colours through the upper edge of a control, from outside in."""
    picture = control.grab().toImage()
    return [QColor(picture.pixel(picture.width() // 2, y)) for y in range(4)]


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("make", [QPushButton, ChoiceBox, QLineEdit])
def test_a_control_that_the_keyboard_is_in_has_a_ring(qtbot, qapp, make, dark):
    QApplication.setStyle(CardStyle())
    if not is_fusion(qapp.style()):
        pytest.skip("other styles mark it in their own ways")
    qapp.setPalette(own_palette(dark=dark))
    window, before, control = QWidget(), QPushButton(), make()
    qtbot.addWidget(window)
    row = QVBoxLayout(window)
    row.addWidget(before)
    row.addWidget(control)
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    ground = window.palette().window().color()
    assert max(contrast(color, ground) for color in edge_of(control)) < 3
    QTest.keyClick(before, "\t")
    assert control.hasFocus()
    assert max(contrast(color, ground) for color in edge_of(control)) >= 3


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("dark", [False, True])
def test_an_empty_tick_box_can_be_seen(qtbot, qapp, dark):
    QApplication.setStyle(CardStyle())
    if not is_fusion(qapp.style()):
        pytest.skip("other styles mark it in their own ways")
    qapp.setPalette(own_palette(dark=dark))
    box = QCheckBox()
    qtbot.addWidget(box)
    picture, ground = box.grab().toImage(), box.palette().window().color()
    row = [QColor(picture.pixel(x, picture.height() // 2)) for x in range(picture.width())]
    assert max(contrast(color, ground) for color in row) >= 2.9
