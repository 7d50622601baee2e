"""Recordings whose names lie about what is in them play all the same."""

import wave

import pytest

from tests.desk import write_srt
from tests.end_to_end.conftest import PATIENCE_MS
from tests.media.films import film
from viewer.options import Options
from viewer.playback.engine import PlayState


def mp4(path):
    return film(path, seconds=8, video=False)


def aac(path):
    return film(path, seconds=8, video=False, container="adts")


def pcm(path):
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 16_000, 0, "NONE", ""))
        sound.writeframes(bytes(2 * 16_000 * 8))
    return path


@pytest.mark.parametrize("make", [mp4, aac, pcm])
def test_sound_of_another_kind_named_mp3_plays(start, qtbot, tmp_path, engine, make):
    talk = write_srt(tmp_path / "talk.srt", "One.", "Two.")
    media = make(talk.with_suffix(".mp3"))
    program = start(Options(file=talk, engine=engine))
    qtbot.waitUntil(lambda: program.player.state is PlayState.PAUSED, timeout=PATIENCE_MS)
    assert program.session.recording.path == media
    assert not program.player.silent
    program.player.seek(1200)
    program.player.play()
    qtbot.waitUntil(lambda: program.player.position_ms > 1700, timeout=PATIENCE_MS)
    assert program.follower.said.lit == (0,)
