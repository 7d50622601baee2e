"""By how much the clock in an MPEG-TS goes ahead of its pictures and sound."""

import pytest

from tests.media.films import film
from tests.playback.vlc.heard import rising
from viewer.playback.vlc.clock_lead import clock_lead_ms

#: Sound of a second.
SOUND = {"begin_s": 0, "end_s": 1, "kbits": 96, "rate": 22_050, "container": "mpegts"}


@pytest.mark.parametrize("lead_ms", [0, 350, 700])
@pytest.mark.parametrize("camera", ["0", "1"])
def test_it_is_what_the_sound_is_behind_the_first_tick(tmp_path, lead_ms, camera):
    options = {"max_delay": str(lead_ms * 1000), "mpegts_m2ts_mode": camera}
    path = rising(tmp_path / "talk.ts", "mp2", **SOUND, options=options)
    assert abs(clock_lead_ms(path) - lead_ms) <= 1


def test_the_clock_may_begin_anew_between_its_first_tick_and_the_sound(tmp_path):
    path = rising(tmp_path / "talk.ts", "mp2", **SOUND, options={"max_delay": "700000"})
    data = bytearray(path.read_bytes())
    (tick_at,) = (
        at for at in range(0, 188 * 4, 188) if data[at + 3] & 0x20 and data[at + 5] & 0x10
    )
    tick = int.from_bytes(data[tick_at + 6 : tick_at + 11], "big") >> 7
    assert clock_lead_ms(path) == 700
    for ticks, lead_ms in ((tick - 90_000, 1_700), (tick + 90_000, 0)):
        stamp = (ticks % (1 << 33)) << 7 | data[tick_at + 10] & 0x7F
        path.write_bytes(data[: tick_at + 6] + stamp.to_bytes(5, "big") + data[tick_at + 11 :])
        assert clock_lead_ms(path) == lead_ms


def test_what_is_none_or_cut_off_has_none(tmp_path):
    assert clock_lead_ms(tmp_path / "none.ts") == 0
    assert clock_lead_ms(film(tmp_path / "talk.mp4")) == 0
    path = rising(tmp_path / "talk.ts", "mp2", **SOUND, options={"max_delay": "700000"})
    data = path.read_bytes()
    for length in (0, 1, 100, 188, 189, 191, 400, 800):
        path.write_bytes(data[:length])
        assert 0 <= clock_lead_ms(path) <= 700
