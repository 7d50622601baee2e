"""Test recordings made with PyAV, whose every frame carries its own number.

The number is drawn as sixteen black or white blocks over the whole height of the picture, most
significant bit first, so it survives compression and scaling and can be read back from a frame.
"""

import bisect
from dataclasses import dataclass
from fractions import Fraction

import av
from PIL import Image, ImageDraw

FPS = 25
BITS = 16
BLACK, GREY, WHITE = 16, 128, 235
#: A block whose brightness lies between these is damaged.
DARK, BRIGHT = 60, 190
SOUND_RATE = 44_100
#: How recordings are cut into pieces, for each kind of list.
PIECES = {
    "hls": {"hls_time": "2", "hls_list_size": "0"},
    "dash": {"seg_duration": "2", "use_template": "1", "use_timeline": "1"},
}


@dataclass(frozen=True)
class Clip:
    """What a test recording is like; `aspect` is how wide a pixel is for its height.

    `times_ms` are when its frames begin where their rate varies; there is no sound then.
    """

    seconds: int = 30
    fps: Fraction = Fraction(FPS)
    times_ms: tuple[int, ...] = ()
    width: int = 640
    height: int = 360
    keyframe_s: int = 10
    aspect: Fraction = Fraction(1)
    rotation: int = 0
    picture: bool = True
    sound: bool = True
    circle: bool = False

    @property
    def time_base(self):
        return Fraction(1, 1000) if self.times_ms else 1 / Fraction(self.fps)

    @property
    def starts_ms(self):
        """When each frame begins, exactly."""
        if self.times_ms:
            return [Fraction(ms) for ms in self.times_ms]
        return [
            number * 1000 / Fraction(self.fps) for number in range(int(self.seconds * self.fps))
        ]

    def numbers(self, second):
        """Return the numbers of the frames that begin within a second."""
        starts = self.starts_ms
        first, end = (bisect.bisect_left(starts, s * 1000) for s in (second, second + 1))
        return range(first, end)


def make_video(path, clip):
    """Write the clip to `path` as MP4 with H.264 and AAC, and return the path."""
    with av.open(str(path), "w") as box:
        video = _add_video(box, clip) if clip.picture else None
        sound = box.add_stream("aac", rate=SOUND_RATE, layout="mono") if clip.sound else None
        for second in range(clip.seconds):
            for number in clip.numbers(second) if video else ():
                box.mux(video.encode(_picture(number, clip)))
            if sound:
                box.mux(sound.encode(_silence(second)))
        for stream in (video, sound):
            if stream:
                box.mux(stream.encode())
    return path


def cut(whole, listed, kind):
    """Cut a recording into pieces, and list them."""
    with (
        av.open(str(whole)) as whole,
        av.open(str(listed), "w", format=kind, options=PIECES[kind]) as pieces,
    ):
        streams = {each.index: pieces.add_stream_from_template(each) for each in whole.streams}
        for packet in whole.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                pieces.mux(packet)


def number_of(luma, pitch, width, height):
    """Return the number that a picture carries, or None where it is damaged."""
    number = 0
    for bit in range(BITS):
        middle = (2 * bit + 1) * width // (2 * BITS)
        levels = {luma[y * pitch + middle] for y in (height // 8, height // 2, height * 7 // 8)}
        if min(levels) > BRIGHT:
            number |= 1 << (BITS - 1 - bit)
        elif max(levels) >= DARK:
            return None
    return number


def _add_video(box, clip):
    video = box.add_stream("libx264", rate=clip.fps)
    video.codec_context.time_base = clip.time_base
    video.width, video.height, video.pix_fmt = clip.width, clip.height, "yuv420p"
    video.sample_aspect_ratio = clip.aspect
    keyframes = str(round(clip.keyframe_s * clip.fps))
    video.options = {"g": keyframes, "keyint_min": keyframes, "sc_threshold": "0", "preset": "fast"}
    if clip.rotation:
        video.set_display_rotation(clip.rotation)
    return video


def _picture(number, clip):
    frame = av.VideoFrame(clip.width, clip.height, "yuv420p")
    image = _circle(clip) if clip.circle else _blocks(number, clip)
    _fill(frame.planes[0], image.tobytes(), clip.width)
    for plane in frame.planes[1:]:
        plane.update(bytes([GREY]) * plane.buffer_size)
    frame.pts = clip.times_ms[number] if clip.times_ms else number
    frame.time_base = clip.time_base
    return frame


def _fill(plane, data, width):
    padding = bytes(plane.line_size - width)
    rows = [data[i : i + width] + padding for i in range(0, len(data), width)]
    plane.update(b"".join(rows).ljust(plane.buffer_size, b"\0"))


def _blocks(number, clip):
    levels = bytes(WHITE if number >> (BITS - 1 - bit) & 1 else BLACK for bit in range(BITS))
    strip = Image.frombytes("L", (BITS, 1), levels)
    return strip.resize((clip.width, clip.height), Image.Resampling.NEAREST)


def _circle(clip):
    """Draw an ellipse that must look round once the pixels have their aspect."""
    image = Image.new("L", (clip.width, clip.height), BLACK)
    ry = clip.height / 3
    rx = float(ry / clip.aspect)
    x, y = clip.width / 2, clip.height / 2
    ImageDraw.Draw(image).ellipse((x - rx, y - ry, x + rx, y + ry), WHITE)
    return image


def _silence(second):
    frame = av.AudioFrame(format="s16", layout="mono", samples=SOUND_RATE)
    frame.planes[0].update(bytes(frame.planes[0].buffer_size))
    frame.sample_rate = SOUND_RATE
    frame.pts = second * SOUND_RATE
    frame.time_base = Fraction(1, SOUND_RATE)
    return frame
