"""What libVLC really plays: recordings whose tone tells the moment, and an ear for them."""

import ctypes
import math
import time
from array import array
from itertools import pairwise

import av

#: The tone rises steadily, by so many hertz each second.
LOWEST_HZ, HZ_A_SECOND = 400, 10
#: What is listened to at a time, around the moment that is asked for.
SPAN_S = 0.3

_PLAY = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint, ctypes.c_int64)
_TOLD = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int64)
_DRAIN = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


def rising(path, codec, *, begin_s, end_s, kbits, rate, container="", options=None):
    """Write the tones of some seconds as sound of one bit rate."""
    with av.open(str(path), "w", format=container or None, options=options or {}) as made:
        stream = made.add_stream(codec, rate=rate, layout="mono")
        stream.bit_rate = kbits * 1000
        for second in range(end_s - begin_s):
            times = ((begin_s + second + each / rate) for each in range(rate))
            tone = array("h", (round(16_000 * math.sin(_phase(at))) for at in times))
            frame = av.AudioFrame(format="s16p", layout="mono", samples=rate)
            frame.planes[0].update(tone.tobytes())
            frame.sample_rate, frame.pts = rate, second * rate
            made.mux(stream.encode(frame))
        made.mux(stream.encode(None))
    return path


def _phase(at_s):
    return 2 * math.pi * (LOWEST_HZ * at_s + HZ_A_SECOND / 2 * at_s * at_s)


class Ear:
    """Takes a player's sound in place of the loudspeaker; kept as long as the player lives.

    The sound comes at the recording's own rate: libVLC bends the pitch where it makes another one.
    """

    def __init__(self, rate):
        self.rate = rate
        #: The moments at which each part is to be heard, on libVLC's clock, and its samples.
        self.parts = []
        self._callbacks = (
            _PLAY(self._take), _TOLD(lambda *_: None), _TOLD(lambda *_: None),
            _TOLD(lambda *_: self.parts.clear()), _DRAIN(lambda _: None),
        )  # fmt: skip

    def listen_to(self, vlc, player):
        types = vlc.CallbackDecorators
        kinds = ("AudioPlayCb", "AudioPauseCb", "AudioResumeCb", "AudioFlushCb", "AudioDrainCb")
        pairs = zip(self._callbacks, kinds, strict=True)
        given = (ctypes.cast(each, getattr(types, kind)) for each, kind in pairs)
        player.audio_set_callbacks(*given, None)
        player.audio_set_format("S16N", self.rate, 1)

    def covers(self, moment_s):
        """Return whether all is there that is heard around a moment of `time.monotonic`."""
        if not self.parts:
            return False
        (begin, _), (end, last) = self.parts[0], self.parts[-1]
        end += len(last) / self.rate
        return begin <= moment_s - SPAN_S / 2 and moment_s + SPAN_S / 2 <= end

    def lacks(self, moment_s):
        """Return whether a moment is from before a jump, or nothing is heard any more."""
        return not self.parts or self.parts[0][0] > moment_s - SPAN_S / 2

    def second_at(self, moment_s):
        """Return which second of the recording is heard at a moment, by its tone."""
        begin_s, wanted = moment_s - SPAN_S / 2, int(SPAN_S * self.rate)
        samples = array("h")
        for at, part in tuple(self.parts):
            if at + len(part) / self.rate > begin_s and len(samples) < wanted:
                samples += part[max(round((begin_s - at) * self.rate), 0) :]
        return (_hertz(samples[:wanted], self.rate) - LOWEST_HZ) / HZ_A_SECOND

    def _take(self, _, samples, count, moment):
        part = array("h", ctypes.string_at(samples, count * 2))
        self.parts.append((moment / 1e6, part))


def _hertz(samples, rate):
    """Return a tone's frequency, by where it rises through nothing."""
    rises = [
        at + one / (one - other)
        for at, (one, other) in enumerate(pairwise(samples))
        if one < 0 <= other
    ]
    return (len(rises) - 1) * rate / (rises[-1] - rises[0])


def vlc_clock_is_ours(vlc):
    """Return whether libVLC dates sound by the clock that Python calls monotonic."""
    return abs(vlc.libvlc_clock() / 1e6 - time.monotonic()) < 0.1
