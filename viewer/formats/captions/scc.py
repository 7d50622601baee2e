"""SCC, captions coded for television (Scenarist): times that count frames, and codes.

Scenarist_SCC V1.0

00:00:01:15	94ae 94ae 9420 9420 9470 9470 c7ef efe4 2064 61f9 2e80 942f 942f

Every code is sent with a frame of its own. Behind `;` the clock leaves out numbers to keep up
with the time of day; elsewhere it counts 30 frames to 1.001 seconds, and so is slow.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from viewer.core.timecode import clock_seconds
from viewer.core.transcript import Transcript
from viewer.formats.captions.broadcast import HOUR_MS, add_captions
from viewer.formats.captions.line21 import Screen
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.text import split_lines

NAME: Final = "scc"

_SIGN: Final = re.compile(r"[\ufeff\s]{0,9}Scenarist_SCC V", re.I)
_LINE: Final = re.compile(r"\s{0,9}(\d{1,2}):([0-5]\d):([0-5]\d)([:;.,])([0-2]\d)\s+(\S.*)", re.A)
_CODE: Final = re.compile(r"[0-9a-fA-F]{4}")
_FRAMES: Final = 30
_FRAME_MS: Final = 1001 / 30
_SLOW_HOUR_MS: Final = HOUR_MS + HOUR_MS // 1000
_BARE: Final = 0x7F
_UNREADABLE: Final = "The time on this line could not be read; the line was left out."
_DAMAGED: Final = "Codes on this line that could not be read were left out."
_OTHER: Final = "The file has two channels of captions; the one with more of them is shown."


def claims(sample: Content) -> Claim:
    """Return whether the file says that it is one of Scenarist's."""
    return Claim.sure(_SIGN.match(sample.text))


@uncollected()
def parse(content: Content) -> Transcript:
    """Have the screen take every code at its time, and read what it showed."""
    draft = Draft(NAME, in_order=True)
    decoder = _Decoder()
    for number, text in enumerate(split_lines(content.text), 1):
        bare = text.strip()
        if not bare or _SIGN.match(text):
            continue
        match = _LINE.fullmatch(bare)
        if match is None:
            draft.problem(number, _UNREADABLE)
            continue
        decoder.hour_ms = _SLOW_HOUR_MS if match[4] == ":" else HOUR_MS
        if not decoder.line(_first_frame(match), match[6].split(), number):
            draft.problem(number, _DAMAGED)
    by_length = sorted((screen.captions for screen in decoder.closed()), key=len)
    if not by_length or not by_length[-1]:
        raise NothingUsableError("it has captions coded for television (SCC), but no words in them")
    if len(by_length) > 1 and by_length[0]:
        draft.problem(1, _OTHER)
    add_captions(draft, by_length[-1], decoder.hour_ms)
    return draft.finish()


def _first_frame(match: re.Match[str]) -> int:
    """Return the number of the frame that a time counts."""
    hours, minutes, seconds, frame = (int(match[group]) for group in (1, 2, 3, 5))
    whole = clock_seconds(hours, minutes, seconds)
    number = whole * _FRAMES + frame
    return number if match[4] == ":" else number - 2 * (whole // 60 - whole // 600)


@dataclass(slots=True)
class _Decoder:
    """Hands codes to the channel that they are for; of controls sent twice, the first."""

    #: How long an hour of the clock is.
    hour_ms: int = HOUR_MS
    _screens: tuple[Screen, Screen] = field(default_factory=lambda: (Screen(), Screen()))
    _channel: int = 0
    _before: tuple[int, int] | None = None
    #: Whether what is sent is about the programme, and no caption.
    _beside: bool = False

    def line(self, frame: int, codes: list[str], number: int) -> bool:
        """Take the codes of a line; return whether all of them could be read."""
        whole = True
        for place, code in enumerate(codes):
            if _CODE.fullmatch(code) is None:
                whole = False
                continue
            first, second = int(code[:2], 16) & _BARE, int(code[2:], 16) & _BARE
            self._take(first, second, round((frame + place) * _FRAME_MS), number)
        return whole

    def closed(self) -> tuple[Screen, Screen]:
        """Return both channels, what they still show ended."""
        for screen in self._screens:
            screen.close(None)
        return self._screens

    def _take(self, first: int, second: int, now_ms: int, number: int) -> None:
        if not 0x10 <= first < 0x20:
            self._before = None
            if 0 < first < 0x10:
                self._beside = first < 0x0F
            elif first and not self._beside:
                self._screens[self._channel].take(first, second, now_ms, number)
            return
        self._beside = False
        if self._before == (first, second):
            self._before = None
            return
        self._before = (first, second)
        self._channel = 1 if first & 0x08 else 0
        if second >= 0x20:
            self._screens[self._channel].take(first, second, now_ms, number)
