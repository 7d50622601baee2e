"""Real streams by Qt Multimedia, from a site in a process of its own."""

import pytest

from tests.playback.stage import FRAME_MS, Stage
from tests.video import Clip, cut, make_video
from tests.web.sites import Site
from viewer.core.media_source import MediaSource
from viewer.playback import choose, stream_engine
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.web.relaying import relay

TALK = Clip(seconds=6, keyframe_s=1)
NO_PARTS = {"ranges": "0"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Recordings as sites give them: a file, pieces in a list, and lists with a trap in them."""
    folder = tmp_path_factory.mktemp("streams")
    make_video(folder / "talk.mkv", TALK)
    cut(folder / "talk.mkv", folder / "talk.m3u8", "hls")
    cut(folder / "talk.mkv", folder / "talk.mpd", "dash")
    (folder / "portal.html").write_text("<html><title>Log in</title></html>")
    own = folder / "own.ts"
    own.write_bytes((folder / "talk0.ts").read_bytes())
    listed = (folder / "talk.m3u8").read_text().replace("talk0.ts", own.as_uri())
    (folder / "trap.m3u8").write_text(listed)
    return folder


@pytest.fixture(scope="module")
def site(folder):
    site = Site(folder)
    yield site
    site.die()
    relay.stop()


@pytest.fixture
def stage(qtbot):
    stage = Stage(qtbot, "qt")
    stage.player.close()
    stage.player = Player((), web=choose.Engines().web_makers)
    stage.player.failed.connect(stage._note_failure)
    yield stage
    stage.close()


def play(stage, url):
    stage.player.open(MediaSource(url, asked=True), stage.sink)
    stage.player.play()


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("talk.mkv", {}),
        ("talk.m3u8", {}),
        ("talk.mkv", NO_PARTS),
        ("talk.mpd", {}),
    ],
)
def test_a_stream_plays_and_a_seek_fetches_what_is_there(stage, site, name, how):
    play(stage, site.url(name, **how))
    stage.until(lambda: stage.times() and stage.times()[-1] >= 400)
    assert abs(stage.player.duration_ms - TALK.seconds * 1000) <= 250
    stage.player.seek(4_000)
    assert stage.player.position_ms == 4_000
    stage.plays_from(4_000)
    stage.until(lambda: stage.player.position_ms >= 4_400)
    stage.player.pause()
    stage.player.seek(2_000)
    stage.until(lambda: abs(stage.times()[-1] - 2_000) <= FRAME_MS)
    assert stage.player.position_ms == 2_000


def test_where_the_connection_is_cut_it_goes_on_at_the_place(stage, site, folder):
    size = (folder / "talk.mkv").stat().st_size
    stage.player.set_rate(2.0)
    play(stage, site.url("talk.mkv", cut=size * 2 // 3, once=1, rate=size // 2))
    stage.until(lambda: stage.player.state is PlayState.ENDED, limit_ms=60_000)
    assert stage.times()[-1] >= TALK.seconds * 1000 - 2 * FRAME_MS
    assert stage.failures == []
    assert len(site.asked("talk.mkv")) >= 3  # the first look, what was cut, the rest


def test_a_server_that_dies_is_one_sentence_and_the_place_is_known(stage, folder, monkeypatch):
    monkeypatch.setattr(stream_engine, "WAITS_S", (0.1, 0.2))
    size = (folder / "talk.mkv").stat().st_size
    site = Site(folder)
    try:
        play(stage, site.url("talk.mkv", rate=size // 5))
        stage.until(lambda: stage.times() and stage.times()[-1] >= 1_000)
    finally:
        site.die()
    stage.until(lambda: bool(stage.failures), limit_ms=60_000)
    ((sentence, _),) = stage.failures
    assert sentence.startswith("The connection to 127.0.0.1 broke off.")
    assert stage.player.gave_up_at_ms >= 1_000


@pytest.mark.parametrize(
    ("name", "how", "words"),
    [
        ("talk.mkv", {"status": 403}, "(403)"),
        ("portal.html", {"type": "audio/mpeg"}, "answers with a page"),
        ("talk.mkv", {"status": 302, "to": "file:///etc/passwd"}, "no address of the web"),
    ],
)
def test_what_is_refused_is_a_sentence(stage, site, name, how, words):
    play(stage, site.url(name, **how))
    stage.until(lambda: bool(stage.failures))
    ((sentence, _),) = stage.failures
    assert words in sentence
    assert sentence.endswith(".")


def test_a_list_from_the_web_plays_no_file_of_ones_own(stage, site):
    play(stage, site.url("trap.m3u8"))
    stage.until(lambda: bool(stage.failures) or (stage.times() and stage.times()[0] >= 1_900))
    assert not [ms for ms in stage.times() if ms < 1_900]


def test_a_file_plays_after_a_stream(stage, site, folder):
    play(stage, site.url("talk.mkv"))
    stage.until(lambda: bool(stage.times()))
    stage.player.close()
    stage.player = Player(choose.Engines("qt").makers())
    stage.open(folder / "talk.mkv")
    assert stage.player.state is PlayState.PAUSED


def test_a_site_that_refuses_in_the_middle_is_told_by_its_own_reason(stage, folder, monkeypatch):
    monkeypatch.setattr(stream_engine, "BREAKS_S", 2.0)
    monkeypatch.setattr(stream_engine, "WAITS_S", (0.1, 0.2))
    listed = (folder / "talk.m3u8").read_text()
    for piece in ("talk1.ts", "talk2.ts"):
        listed = listed.replace(piece, f"{piece}?status=403")
    (folder / "refused.m3u8").write_text(listed)
    site = Site(folder)
    try:
        play(stage, site.url("refused.m3u8"))
        stage.until(lambda: bool(stage.failures), limit_ms=60_000)
    finally:
        site.die()
    ((sentence, _),) = stage.failures
    assert "(403)" in sentence
    assert stage.player.gave_up_at_ms >= 1_000
