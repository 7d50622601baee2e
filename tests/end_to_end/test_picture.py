"""What the picture looks like on a screen."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtMultimedia import QVideoFrame

from tests.end_to_end.conftest import PATIENCE_MS
from viewer.ui.player.video_panel import VideoPanel

# Without a graphics card.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)
GREEN = QColor("#208040")


def green_frame():
    image = QImage(320, 240, QImage.Format.Format_RGBA8888)
    image.fill(GREEN)
    return QVideoFrame(image)


def test_frames_are_drawn_in_shape_with_black_around(qtbot):
    panel = VideoPanel()
    qtbot.addWidget(panel)
    panel.resize(400, 150)
    panel.show()
    qtbot.waitExposed(panel)
    panel.sink().setVideoFrame(green_frame())

    def seen(x):
        corner = panel.mapToGlobal(QPoint())
        screen = QGuiApplication.primaryScreen()
        shot = screen.grabWindow(0, corner.x(), corner.y(), 400, 150).toImage()
        return shot.pixelColor(QPoint(x, 50) * shot.devicePixelRatio())

    middle, beside = 200, 20
    qtbot.waitUntil(lambda: abs(seen(middle).green() - GREEN.green()) < 12, timeout=PATIENCE_MS)
    assert seen(beside).lightness() < 8
