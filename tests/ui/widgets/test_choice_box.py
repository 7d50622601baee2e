"""A drop-down's list can be read, in the light and in the dark."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from viewer.ui.theme.card_style import CardStyle
from viewer.ui.theme.palette import contrast, own_palette, suit_palette
from viewer.ui.widgets.choice_box import ChoiceBox


@pytest.fixture
def restored(qapp):
    style, palette = qapp.style().name(), qapp.palette()
    yield
    qapp.setStyle(style)
    qapp.setPalette(palette)
    suit_palette(qapp)


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("dark", [False, True])
def test_the_list_is_legible(qtbot, qapp, dark):
    QApplication.setStyle(CardStyle())
    qapp.setPalette(own_palette(dark=dark))
    suit_palette(qapp)
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["English", "Deutsch"])
    box.resize(200, 30)
    box.show()
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    picture = box.view().viewport().grab().toImage()
    row = box.view().visualRect(box.model().index(1, 0))
    ground = QColor(picture.pixel(row.right() - 2, row.center().y()))
    assert contrast(ground, box.view().palette().text().color()) > 7
    box.hidePopup()
