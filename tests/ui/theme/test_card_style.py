"""Where the keyboard is can be seen in the platform's own controls."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.theme.card_style import CardStyle
from viewer.ui.theme.palette import contrast, is_fusion, own_palette, suit_palette
from viewer.ui.widgets.choice_box import ChoiceBox


@pytest.fixture
def restored(qapp):
    style, palette = qapp.style().name(), qapp.palette()
    yield
    qapp.setStyle(style)
    qapp.setPalette(palette)
    suit_palette(qapp)


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


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("ground", ["black", "white"])
@pytest.mark.parametrize("make", [QPushButton, ChoiceBox, QLineEdit, QPlainTextEdit])
def test_with_high_contrast_every_control_has_an_edge(qtbot, qapp, make, ground):
    QApplication.setStyle(CardStyle())
    if not is_fusion(qapp.style()):
        pytest.skip("other styles draw it in their own ways")
    qapp.setPalette(high_contrast(ground))
    control = make()
    qtbot.addWidget(control)
    assert max(contrast(color, QColor(ground)) for color in edge_of(control)) >= 4.4


@pytest.mark.usefixtures("restored")
def test_with_high_contrast_links_and_scroll_bars_are_seen(qtbot, qapp):
    qapp.setPalette(high_contrast("black"))
    suit_palette(qapp)
    assert contrast(qapp.palette().link().color(), QColor("black")) >= 4.5
    if not is_fusion(qapp.style()):
        pytest.skip("other styles draw scroll bars in their own ways")
    bar = QScrollBar()
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint().width(), 200)
    bar.setRange(0, 100)
    bar.setPageStep(50)
    picture = bar.grab().toImage()
    assert contrast(picture.pixelColor(bar.width() // 2, 60), QColor("black")) >= 2


def high_contrast(ground):
    """A palette in which everything stands on one colour, as with high contrast."""
    palette, role = QPalette(QColor(ground)), QPalette.ColorRole
    ink = QColor("white" if ground == "black" else "black")
    for each in (role.Window, role.Base, role.Button):
        palette.setColor(each, QColor(ground))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(each, ink)
    return palette
