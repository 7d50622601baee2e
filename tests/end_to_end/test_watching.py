"""A video of the web beside its transcript: watched, clicked, quoted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, click_line, clipboard, press, select
from tests.web.player import SCHEMES, embed, site_with_player, unboxed
from viewer.options import Options
from viewer.playback import choose
from viewer.playback.engine import PlayState
from viewer.ui.commands.actions import Command

pytest.importorskip("PySide6.QtWebEngineWidgets", exc_type=ImportError)
URL = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    site = site_with_player(folder)
    yield site
    site.die()


def press_button(qtbot, window, text):
    def shown():
        bar = window.text.message
        return [b for b in bar.findChildren(QPushButton) if b.text() == text and b.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=PATIENCE_MS)
    qtbot.mouseClick(shown()[0], Qt.MouseButton.LeftButton, delay=80)


def test_a_transcript_with_a_link_is_watched_clicked_and_quoted(
    start, qtbot, tmp_path, site, monkeypatch
):
    def make(_site):
        from viewer.playback.site import fences
        from viewer.playback.site.engine import SiteEngine

        fences.set_up(["127.0.0.1"])
        return SiteEngine(embed(site), SCHEMES)

    unboxed()
    monkeypatch.setattr(choose, "make_site", make)
    said = {1: "The first line", 3: "The second line", 5: "The third line"}
    lines = "".join(f"*  {words}. [[00:00:0{n}]({URL}&t={n}s)]\n" for n, words in said.items())
    talk = tmp_path / "talk.md"
    talk.write_text(f"# A talk\n**A channel:** [May 24, 2017]({URL})\n\n{lines}")
    program = start(Options(file=talk))
    window, player = program.window, program.player
    press_button(qtbot, window, "Watch here")
    qtbot.waitUntil(lambda: player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: player.position_ms > 300, timeout=PATIENCE_MS)
    assert window.video.isVisible()
    click_line(window.text.view, 1)
    qtbot.waitUntil(lambda: player.position_ms >= 3_200, timeout=PATIENCE_MS)
    assert program.follower.said.lit == (1,)
    select(window.text.view, "second", "second line")
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert "“second line”" in clipboard()[0]
    engine = player._clocked.engine
    window.commands[Command.NO_NETWORK].trigger()
    qtbot.waitUntil(lambda: player.silent, timeout=PATIENCE_MS)
    assert player.position_ms >= 3_000
    qtbot.waitUntil(lambda: not isValid(engine), timeout=PATIENCE_MS)
