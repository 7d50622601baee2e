"""By how much the clock in an MPEG-TS goes ahead of what is seen and heard.

libVLC tells the time by that clock (PCR), from its first tick on; all others, and whoever wrote the
transcript, count from the first picture or sound. It is usually sent 0.1 to 1.5 s after its tick.
"""

from pathlib import Path
from typing import Final

_HEAD: Final = 2 << 20
_SYNC: Final = 0x47
_PACKET: Final = 188
#: Before each packet of what cameras write (M2TS) stands a time of four bytes.
_PREFIX: Final = 4
#: Ticks a millisecond, and the number of ticks after which they begin anew.
_TICKS: Final = 90
_ROUND: Final = 1 << 33
#: No recording's clock is further ahead; where it seems to be, it was set anew in between.
_MOST_MS: Final = 10_000


def clock_lead_ms(recording: Path) -> int:
    """Return what libVLC's time is ahead of the recording's; 0 where its head does not tell."""
    try:
        with recording.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return 0
    clock, shown = _first_times(head)
    if clock is None or not shown:
        return 0
    leads_ms = [(each - clock) % _ROUND // _TICKS for each in shown.values()]
    return min((each for each in leads_ms if each <= _MOST_MS), default=0)


def _first_times(head: bytes) -> tuple[int | None, dict[int, int]]:
    """Return the clock's first tick, and the first time of each stream, in ticks."""
    clock: int | None = None
    shown: dict[int, int] = {}
    begin = head[:1] != bytes([_SYNC]) and _PREFIX
    prefixed = head[begin + _PACKET : begin + _PACKET + 1] != bytes([_SYNC])
    for at in range(begin, len(head) - _PACKET + 1, _PACKET + prefixed * _PREFIX):
        packet = head[at : at + _PACKET]
        if packet[0] != _SYNC:
            break
        payload = 4
        if packet[3] & 0x20:
            payload += 1 + packet[4]
            if clock is None and packet[4] >= 7 and packet[5] & 0x10:
                clock = int.from_bytes(packet[6:11], "big") >> 7
        if packet[1] & 0x40 and packet[3] & 0x10:
            time = _time_of(packet[payload:])
            if time is not None:
                shown.setdefault(int.from_bytes(packet[1:3], "big") & 0x1FFF, time)
    return clock, shown


def _time_of(begun: bytes) -> int | None:
    """Return when what begins in a packet is to be seen or heard (PTS), where it says so."""
    if len(begun) < 14 or begun[:3] != b"\0\0\1" or not begun[7] & 0x80:
        return None
    high, middle, low = begun[9] >> 1 & 7, begun[10:12], begun[12:14]
    return high << 30 | int.from_bytes(middle, "big") >> 1 << 15 | int.from_bytes(low, "big") >> 1
