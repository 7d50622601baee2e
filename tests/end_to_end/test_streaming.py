"""Recordings of the web in the real window: streamed, downloaded and found again, cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import (
    CONTROL,
    SHIFT,
    click_line,
    click_slowly,
    clipboard,
    press,
    select,
)
from tests.end_to_end.test_watching import press_button
from tests.video import Clip, cut, make_video
from tests.web.sites import Site
from viewer.options import Options
from viewer.playback import stream_engine
from viewer.playback.engine import PlayState
from viewer.ui.dialogs.download import DownloadDialog
from viewer.web.errand import available
from viewer.web.relaying import relay

TALK = Clip(seconds=9, keyframe_s=1)
SAID = {1: "The first line.", 3: "The second line.", 5: "The third line."}


@pytest.fixture(scope="module")
def recordings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    make_video(folder / "talk.mkv", TALK)
    cut(folder / "talk.mkv", folder / "talk.m3u8", "hls")
    yield folder
    relay.stop()


@pytest.fixture
def site(recordings):
    site = Site(recordings)
    yield site
    site.die()


@pytest.fixture
def talk(tmp_path):
    """A transcript that names a recording of the web: `talk(url)`."""

    def made(url):
        path = tmp_path / "talk.vtt"
        cues = [f"00:0{n}.000 --> 00:0{n + 2}.000\n{words}\n" for n, words in SAID.items()]
        path.write_text(f"WEBVTT\n\nNOTE media: {url}\n\n" + "\n".join(cues))
        return path

    return made


def stream(qtbot, program):
    """Press the buttons that play what is at an address in one's own network."""
    press_button(qtbot, program.window, "Stream")
    press_button(qtbot, program.window, "Open it")
    player = program.player
    qtbot.waitUntil(lambda: player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: player.position_ms > 300, timeout=PATIENCE_MS)


def test_pieces_of_a_recording_are_played_clicked_and_quoted(start, qtbot, talk, site):
    program = start(Options(file=talk(site.url("talk.m3u8"))))
    window, player = program.window, program.player
    stream(qtbot, program)
    click_line(window.text.view, 2)
    qtbot.waitUntil(lambda: player.position_ms >= 5_200, timeout=PATIENCE_MS)
    assert program.follower.said.lit == (2,)
    assert window.video.isVisible()
    select(window.text.view, "third", "third line.")
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert "third line." in clipboard()[0]


def test_where_the_network_is_cut_the_text_stays_with_one_sentence_at_the_place(
    start, qtbot, talk, recordings, monkeypatch
):
    monkeypatch.setattr(stream_engine, "WAITS_S", (0.1, 0.2))
    size = (recordings / "talk.mkv").stat().st_size
    dying = Site(recordings)
    try:
        program = start(Options(file=talk(dying.url("talk.mkv", rate=size // 6))))
        window, player = program.window, program.player
        stream(qtbot, program)
        qtbot.waitUntil(lambda: player.position_ms > 1_000, timeout=PATIENCE_MS)
    finally:
        dying.die()
    bar = window.text.message
    qtbot.waitUntil(lambda: player.silent and bar.isVisible(), timeout=3 * PATIENCE_MS)
    assert bar._shown.sentence.startswith("The connection to 127.0.0.1 broke off.")
    assert player.position_ms >= 1_000
    assert "The second line." in window.text.view.toPlainText()
    click_line(window.text.view, 1)
    qtbot.waitUntil(lambda: program.follower.said.lit == (1,), timeout=PATIENCE_MS)


@pytest.mark.skipif(not available(), reason="yt-dlp is not installed")
def test_what_is_downloaded_is_found_again_after_a_restart(start, qtbot, talk, site, tmp_path):
    path, folder = talk(site.url("talk.mkv")), tmp_path / "downloads"
    folder.mkdir()
    program = start(Options(file=path))
    window = program.window
    program.user_settings.change("web", folder=str(folder))
    press_button(qtbot, window, "Download…")
    press_button(qtbot, window, "Open it")
    qtbot.waitUntil(lambda: bool(window.findChildren(DownloadDialog)), timeout=PATIENCE_MS)
    (dialog,) = window.findChildren(DownloadDialog)
    buttons = dialog.findChild(QDialogButtonBox).buttons()
    click_slowly(next(button for button in buttons if button.text() == "Download"))
    player = program.player
    qtbot.waitUntil(
        lambda: not player.silent and player.state is PlayState.PAUSED, timeout=3 * PATIENCE_MS
    )
    (whole,) = folder.iterdir()
    assert program.session.recording.path == whole
    window.close()
    again = start(Options(file=path))
    qtbot.waitUntil(lambda: again.session.recording is not None, timeout=PATIENCE_MS)
    assert again.session.recording.path == whole
