"""Other keys, chosen in the dialog of a real window, and there again in the next one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import SHIFT, press
from viewer.options import Options
from viewer.playback.engine import PlayState
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.change_keys import ChangeKeys


def test_the_editors_keys_and_one_of_ones_own(start, unheard, qtbot):
    window, player, path = unheard.window, unheard.player, unheard.session.document.path
    window.commands[Command.CHANGE_KEYS].trigger()
    (dialog,) = window.findChildren(ChangeKeys)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE_MS)
    dialog._scheme.setFocus()
    press(Qt.Key.Key_Down)
    dialog._search.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "replay")
    dialog.field.setFocus()
    press(Qt.Key.Key_R, SHIFT)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Escape)
    window.activateWindow()  # no window manager does so here
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
    window.text.view.setFocus()
    player.seek(20_000)
    press(Qt.Key.Key_L)
    assert player.position_ms == 25_000
    press(Qt.Key.Key_J)
    assert player.position_ms == 20_000
    press(Qt.Key.Key_K)
    assert player.state is PlayState.PLAYING
    press(Qt.Key.Key_K)
    window.close()
    again = start(Options(file=path)).window
    keys = [key.toString() for key in again.commands[Command.REPLAY_LINE].shortcuts()]
    assert keys == ["Shift+R"]
    assert again.commands[Command.BACK].shortcuts()[0].toString() == "J"
