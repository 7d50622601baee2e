"""What speakers are told apart by: legible colours, and shapes for whoever sees no colours."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from viewer.ui.theme.palette import contrast, own_palette
from viewer.ui.theme.voices import draw_badge, voice_colour

MANY = 64


def drawn(number, colour):
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_badge(painter, number, QRectF(2, 2, 20, 20), colour)
    painter.end()
    return image


@pytest.mark.parametrize("dark", [False, True])
def test_every_name_is_legible_on_the_page(qapp, dark):
    palette = own_palette(dark=dark)
    page = palette.color(QPalette.ColorRole.Base)
    assert all(contrast(voice_colour(n, palette), page) >= 4.5 for n in range(MANY))


def test_eight_speakers_have_eight_shapes(qapp):
    shapes = [drawn(number, QColor("black")) for number in range(8)]
    assert all(shapes[a] != shapes[b] for a in range(8) for b in range(a))


@pytest.mark.parametrize("dark", [False, True])
def test_no_two_of_many_speakers_look_alike(qapp, dark):
    palette = own_palette(dark=dark)
    looks = {(n % 8, voice_colour(n, palette).name()) for n in range(MANY)}
    assert len(looks) == MANY
