"""Sound by a real libVLC: its length, and that what is told after a jump is what is heard."""

import time

import pytest

from tests.playback.stage import Stage
from tests.playback.vlc.heard import Ear, rising, vlc_clock_is_ours
from viewer.playback.engine import PlayState
from viewer.playback.vlc import handle

#: MPEG-2's rate, at which libVLC's own reader was furthest off.
RATE = 22_050
SECONDS = 160
#: An MP3 says nothing on its length then.
UNSTATED = {"write_xing": "0", "id3v2_version": "0"}
#: The clock in an MPEG-TS is 0.7 s ahead of its sound, as FFmpeg's command writes it.
AHEAD = {"max_delay": "700000"}
#: A line's worth: what is told may be so far from what is heard.
NEAR_S = 0.25
#: A busy machine may be late now and then: one of so many looks has to be right.
LOOKS = 5

pytestmark = pytest.mark.xdist_group("libVLC")


@pytest.fixture(scope="module")
def recordings(tmp_path_factory):
    """The same tones: at one low bit rate, so without a word on it, at two; and others'."""
    folder = tmp_path_factory.mktemp("tones")
    even = {"begin_s": 0, "end_s": SECONDS, "kbits": 24, "rate": RATE}
    rising(folder / "stated.mp3", "libmp3lame", **even)
    rising(folder / "unstated.mp3", "libmp3lame", **even, options=UNSTATED)
    rising(folder / "flac.ogg", "flac", **even)
    rising(folder / "alac.caf", "alac", **even)
    rising(folder / "mp2.ts", "mp2", **{**even, "kbits": 96}, container="mpegts", options=AHEAD)
    parts = {**even, "end_s": 40, "kbits": 96}, {**even, "begin_s": 40}
    for part, each in enumerate(parts):
        rising(folder / f"{part}.mp3", "libmp3lame", **each, options=UNSTATED)
    joined = ((folder / f"{part}.mp3").read_bytes() for part in range(2))
    (folder / "varying.mp3").write_bytes(b"".join(joined))
    return folder


@pytest.fixture
def ear(monkeypatch):
    ear, make = Ear(RATE), handle.make_player

    def make_player(vlc, instance):
        if not vlc_clock_is_ours(vlc):
            pytest.skip("libVLC goes by another clock here")
        player = make(vlc, instance)
        ear.listen_to(vlc, player)
        return player

    monkeypatch.setattr(handle, "make_player", make_player)
    return ear


@pytest.fixture
def stage(qtbot, facts, ear):
    if not facts["vlc"].available:
        pytest.skip(facts["vlc"].reason)
    stage = Stage(qtbot, "vlc")
    yield stage
    stage.close()


@pytest.mark.parametrize(
    "name", ["stated.mp3", "unstated.mp3", "varying.mp3", "flac.ogg", "alac.caf", "mp2.ts"]
)
def test_length_jumps_and_end_are_right(stage, ear, recordings, name):
    lengths = []
    stage.player.duration_changed.connect(lengths.append)
    stage.open(recordings / name)
    stage.player.play()
    for target_s in (140, 60, 110):
        stage.player.seek(target_s * 1000)
        _hears_what_is_told(stage, ear, target_s)
    stage.player.seek((SECONDS - 1) * 1000)
    stage.until(lambda: stage.player.state is PlayState.ENDED)
    assert {round(each / 1000) for each in lengths if each} == {SECONDS}


def _hears_what_is_told(stage, ear, target_s):
    """Look at what is told after a jump until it is what is heard then."""
    off = []
    for _ in range(LOOKS):
        seen_s = time.monotonic() + 0.5
        stage.until(lambda s=seen_s: time.monotonic() >= s)
        looked_s, told_s = time.monotonic(), stage.player.position_ms / 1000
        stage.until(lambda s=looked_s: ear.covers(s) or ear.lacks(s))
        if not ear.covers(looked_s):
            continue
        assert 0 <= told_s - target_s < 10
        off.append(told_s - ear.second_at(looked_s))
        if abs(off[-1]) <= NEAR_S:
            return
    pytest.fail(f"At {target_s} s it is off by {off}.")
