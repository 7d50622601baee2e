"""The wheel and the menu at the picture, the seek bar's right button, files held over both."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import clipboard, press, turn_wheel
from viewer.playback.engine import PlayState
from viewer.ui.theme.palette import own_palette


def picture(program):
    return program.window.video.findChild(QVideoWidget)


def ask_for_menu(widget, spot):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, widget.mapToGlobal(spot))
    QApplication.sendEvent(widget, event)


def choose(menu, text):
    action = next(a for a in menu.actions() if a.text().replace("&", "") == text)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_the_wheel_changes_the_volume_and_says_so(opened):
    turn_wheel(picture(opened), -2)
    assert opened.player.volume == 90
    assert opened.window.video.word.text == "Volume 90 %"
    opened.player.set_muted(True)
    turn_wheel(picture(opened), 1)
    assert opened.player.volume == 95
    assert not opened.player.muted


@pytest.mark.parametrize("full", [False, True])
def test_the_menu_at_the_picture(opened, qtbot, full):
    opened.player.seek(36_000)
    if full:
        press(Qt.Key.Key_F)
    menu = opened.window.picture_menu.menu
    ask_for_menu(picture(opened), QPoint(50, 50))
    assert QApplication.activePopupWidget() is menu
    choose(menu, "Copy quote")
    assert clipboard()[0].startswith("“Raqqa was once a symbol")
    ask_for_menu(picture(opened), QPoint(50, 50))
    choose(menu, "Play or pause")
    qtbot.waitUntil(lambda: opened.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)


def test_the_right_button_on_the_seek_bar_copies_a_link_to_the_place(opened):
    bar = opened.window.play_bar.seek_bar
    ask_for_menu(bar, QPoint(round(bar.x_of(100_000)), bar.height() // 2))
    link, _, seconds = clipboard()[0].rpartition("&t=")
    assert link == "https://www.youtube.com/watch?v=YCxNiKcoljE"
    assert abs(float(seconds.rstrip("s")) - 100) < 2
    assert opened.player.position_ms == 0


def test_what_dropping_will_do_is_seen_over_the_picture_too(opened, qtbot):
    window = opened.window
    window.panes.shares = (0.8, 0.5)  # so that the middle of the window is the picture's
    window.dropping.held.emit([Path("/talks/other.srt")])
    sign, ground = window.drop_sign, own_palette(dark=True).window().color()

    def seen():
        spot = sign.mapToGlobal(QPoint(5, 5))
        shot = QGuiApplication.primaryScreen().grabWindow(0, spot.x(), spot.y(), 1, 1)
        return shot.toImage().pixelColor(0, 0) == ground

    qtbot.waitUntil(seen, timeout=PATIENCE_MS)
    window.dropping.held.emit([])
    qtbot.waitUntil(lambda: not seen(), timeout=PATIENCE_MS)
