"""Recordings for cutting, and what is read back from what was cut."""

import wave
from array import array
from dataclasses import dataclass
from fractions import Fraction
from math import pi, sin

import av

from tests.video import Clip, make_video, number_of

SMALL = {"width": 160, "height": 90}
RATE = 16_000


def numbered(path, **kind):
    """Write a small recording whose frames carry their numbers."""
    return make_video(path, Clip(**{"seconds": 6, "keyframe_s": 2, **SMALL, **kind}))


def bursts(path, seconds=6, *, told=None):
    """Write sound with a tone of 50 ms at the begin of each second; `told` is the stated length."""
    samples = array("h")
    for i in range(seconds * RATE):
        samples.append(round(20_000 * sin(2 * pi * 1000 * i / RATE)) if i % RATE < 800 else 0)
    with wave.open(str(path), "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(RATE)
        made.writeframes(samples.tobytes())
    if told is not None:
        data = bytearray(path.read_bytes())
        data[40:44] = (told * RATE * 2).to_bytes(4, "little")
        path.write_bytes(data)
    return path


@dataclass(frozen=True)
class Seen:
    """What is in a clip: the frames' numbers with when each begins, and when the last one ends."""

    numbers: list
    begins: list
    end: Fraction


def seen(path):
    """Decode every picture."""
    with av.open(str(path)) as container:
        video = container.streams.video[0]
        numbers, begins, end = [], [], Fraction(0)
        for frame in container.decode(video):
            numbers.append(number(frame))
            begins.append(frame.pts * frame.time_base)
            end = begins[-1] + (frame.duration or 0) * frame.time_base
    return Seen(numbers, begins, end)


def number(frame):
    """Return the number that a frame carries."""
    plain = frame.reformat(format="yuv420p")
    plane = plain.planes[0]
    return number_of(bytes(plane), plane.line_size, plain.width, plain.height)


def heard(path):
    """Decode every sample, of the first channel, with how many there are a second."""
    samples = array("f")
    with av.open(str(path)) as container:
        audio = container.streams.audio[0]
        mono = av.AudioResampler("fltp", "mono", audio.rate)
        for frame in container.decode(audio):
            for each in mono.resample(frame):
                samples.frombytes(bytes(each.planes[0])[: 4 * each.samples])
        return samples, audio.rate


def onsets(samples, rate):
    """Return where it becomes loud after silence, in seconds."""
    found, quiet = [], rate
    for i, sample in enumerate(samples):
        if abs(sample) > 0.2:
            if quiet > rate // 10:
                found.append(i / rate)
            quiet = 0
        else:
            quiet += 1
    return found


def expected(clip, begin_ms, end_ms):
    """Return which frames are shown in a stretch, and when each begins in it, in milliseconds."""
    starts = [*clip.starts_ms, Fraction(clip.seconds * 1000)]
    shown = [
        (n, max(starts[n] - begin_ms, Fraction(0)))
        for n in range(len(starts) - 1)
        if starts[n + 1] > begin_ms and starts[n] < end_ms
    ]
    return [n for n, _ in shown], [ms for _, ms in shown]
