"""The picture on the whole screen, the play bar that lies on it, and the words for keys."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, press
from viewer.ui.theme.palette import own_palette
from viewer.ui.window import full_screen

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def whole(opened, qtbot):
    """The program in full screen."""
    opened.player.seek(60_000)
    press(Key.Key_F)
    assert opened.window.isFullScreen()
    return opened


def surface(program):
    video = program.window.video
    return video.childAt(video.rect().center())


def on_screen(widget):
    """What the screen shows where a widget is."""
    corner, size = widget.mapToGlobal(QPoint()), widget.size()
    screen = QGuiApplication.primaryScreen()
    return screen.grabWindow(0, corner.x(), corner.y(), size.width(), size.height()).toImage()


def share_of(image, colour):
    """How much of an image has a colour, looked at in every fourth dot."""
    dots = [
        image.pixelColor(x, y)
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    ]
    return sum(dot == colour for dot in dots) / len(dots)


def move_pointer(program):
    """Move the pointer on the picture, from wherever it is."""
    spots = [program.window.mapToGlobal(QPoint(x, x)) for x in (200, 260)]
    QCursor.setPos(next(spot for spot in spots if spot != QCursor.pos()))


def test_the_picture_has_all_of_it_whether_the_bar_is_there_or_not(whole, qtbot):
    window, bar = whole.window, whole.window.panes.over_picture
    ground = own_palette(dark=True).window().color()
    move_pointer(whole)
    all_of_it = QRect(QPoint(), window.size())
    picture = surface(whole)
    qtbot.waitUntil(lambda: share_of(on_screen(bar), ground) > 0.5, timeout=PATIENCE_MS)
    assert QRect(picture.mapTo(window, QPoint()), picture.size()) == all_of_it
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=PATIENCE_MS + full_screen.IDLE_MS)
    qtbot.waitUntil(lambda: share_of(on_screen(bar), ground) < 0.1, timeout=PATIENCE_MS)
    assert QRect(picture.mapTo(window, QPoint()), picture.size()) == all_of_it
    move_pointer(whole)
    qtbot.waitUntil(lambda: share_of(on_screen(bar), ground) > 0.5, timeout=PATIENCE_MS)


def test_the_bar_on_the_picture_can_be_used_by_mouse_and_by_tab(whole, qtbot):
    transport = whole.window.play_bar.transport
    QTest.mouseClick(transport.next_button, Qt.MouseButton.LeftButton)
    assert whole.player.position_ms > 60_000
    press(Key.Key_Tab)
    assert whole.window.panes.over_picture.isAncestorOf(QApplication.focusWidget())
    press(Key.Key_Escape)
    assert not whole.window.isFullScreen()
    assert whole.window.play_bar.isVisible()


WORDS = [
    (Key.Key_BracketRight, None, "1.25×"),
    (Key.Key_BracketLeft, None, "1×"),
    (Key.Key_Down, CONTROL | SHIFT, "Volume 95 %"),
    (Key.Key_Up, CONTROL | SHIFT, "Volume 100 %"),
    (Key.Key_Up, CONTROL | SHIFT, "Volume 100 %"),
    (Key.Key_M, None, "Muted"),
    (Key.Key_M, None, "Sound on"),
    (Key.Key_Down, ALT, "Next line"),
    (Key.Key_Up, ALT, "Previous line"),
    (Key.Key_R, None, "Once more"),
]


@pytest.mark.parametrize("full", [False, True])
def test_a_word_says_on_the_picture_what_a_key_did(opened, qtbot, full):
    opened.player.seek(60_000)
    if full:
        press(Key.Key_F)
    word = opened.window.video.word
    ground = own_palette(dark=True).window().color()
    for key, modifiers, said in WORDS:
        press(key, modifiers or Qt.KeyboardModifier.NoModifier)
        assert word.text == said
        qtbot.waitUntil(lambda: share_of(on_screen(word), ground) > 0.4, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not word.isVisible(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: share_of(on_screen(word), ground) < 0.4, timeout=PATIENCE_MS)


@pytest.mark.parametrize(("key", "said"), [(Key.Key_Right, "+5 s"), (Key.Key_Left, "−5 s")])
def test_steps_in_time_are_said_too(whole, key, said):
    press(key)
    assert whole.window.video.word.text == said
