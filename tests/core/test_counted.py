"""The length of bare MP3 and AAC, by sound that a real encoder has made."""

from itertools import count

import pytest

from tests.media.films import film
from tests.playback.vlc.heard import rising
from viewer.core.counted import counted_ms

UNSTATED = {"write_xing": "0", "id3v2_version": "0"}
#: What an encoder puts before and behind.
WITHIN_MS = 120


def made(path, seconds=20, *, kbits=64, codec="libmp3lame", container="", options=None):
    made_of = {"begin_s": 0, "end_s": seconds, "rate": 44_100, "kbits": kbits}
    return rising(path, codec, **made_of, container=container, options=options)


@pytest.fixture
def varying(tmp_path):
    """Of forty seconds, those at the beginning take a tenth of the room of the others."""
    parts = [
        made(tmp_path / f"{kbits}.mp3", kbits=kbits, options=UNSTATED).read_bytes()
        for kbits in (32, 320)
    ]
    path = tmp_path / "varying.mp3"
    path.write_bytes(b"".join(parts))
    return path


@pytest.mark.parametrize("options", [None, UNSTATED])
def test_an_mp3_is_as_long_as_its_packets(tmp_path, options):
    path = made(tmp_path / "a.mp3", options=options)
    assert abs(counted_ms(path) - 20_000) <= WITHIN_MS


def test_a_varying_bit_rate_does_not_mislead(varying):
    assert abs(counted_ms(varying) - 40_000) <= 2 * WITHIN_MS


def test_what_lost_its_end_is_as_long_as_what_is_there(tmp_path):
    path = made(tmp_path / "a.mp3")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert abs(counted_ms(path) - 10_000) <= WITHIN_MS


@pytest.mark.parametrize("name", ["a.aac", "a.mp3", "a"])
def test_bare_aac_is_counted_whatever_its_name(tmp_path, name):
    path = made(tmp_path / name, codec="aac", container="adts")
    assert abs(counted_ms(path) - 20_000) <= WITHIN_MS


@pytest.fixture
def slow(monkeypatch):
    """A clock on which each packet takes a hundredth of a second."""
    now = count(0, 0.01)
    monkeypatch.setattr("viewer.core.counted.monotonic", lambda: next(now))


def test_what_takes_too_long_is_reckoned_by_what_was_counted(varying, slow):
    whole = counted_ms(varying, limit_s=60)
    reckoned = counted_ms(varying, limit_s=12)
    assert whole < reckoned < 4 * whole  # as the first packets are small


def test_what_is_stated_is_better_than_what_is_reckoned(tmp_path, slow):
    assert counted_ms(made(tmp_path / "a.mp3"), limit_s=4) is None


@pytest.mark.parametrize("container", ["mp4", "matroska", "mov"])
def test_a_container_states_its_length(tmp_path, container):
    assert counted_ms(film(tmp_path / "a.mp3", video=False, container=container)) is None


@pytest.mark.parametrize("content", [b"", b"#EXTM3U\n#EXTINF:9,\nother.mp3\n", b"ID3", bytes(5000)])
def test_what_is_no_sound_has_no_length(tmp_path, content):
    path = tmp_path / "a.mp3"
    path.write_bytes(content)
    assert counted_ms(path) is None


def test_what_is_not_there_has_no_length(tmp_path):
    assert counted_ms(tmp_path / "none.mp3") is None
