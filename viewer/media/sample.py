"""The stand-in recording of the sample: made once, kept in the cache folder.

The picture tells what is being said and when, and a soft tone sounds as each line starts, so that
eyes and ears can check the lit line against the recording.
"""

import hashlib
import math
from array import array
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any, Final

import av
import av.codec
import av.container
import av.error

from viewer.core.transcript import Transcript
from viewer.disk.whole import whole_file
from viewer.errors import MediaError
from viewer.media.picture import SIZE, Picture

#: Part of the file's name: a change of the recipe makes a new recording.
RECIPE: Final = 1
FRAMES_A_SECOND: Final = 25
SAMPLES_A_SECOND: Final = 48_000
#: Frames between two that can be decoded by themselves; short, so that seeking is quick.
KEYFRAME_DISTANCE: Final = 50
TONE_HZ: Final = 528.0
TONE_S: Final = 0.35
LOUDNESS: Final = 0.08
#: The smallest H.264 encoder there is for speed, and what FFmpeg always has.
_ENCODERS: Final = (("libx264", {"preset": "ultrafast", "crf": "26"}), ("mpeg4", {"qscale": "4"}))

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


def recording(
    transcript: Transcript, folder: Path, progress: Progress, cancelled: Cancelled
) -> Path:
    """Return the transcript's stand-in recording in `folder`, made now if it is not there."""
    path = path_for(transcript, folder)
    if not path.is_file():
        make(transcript, path, progress, cancelled)
    return path


def path_for(transcript: Transcript, folder: Path) -> Path:
    """Return where the transcript's stand-in recording is or will be, by its content."""
    content = hashlib.blake2b(digest_size=8, usedforsecurity=False)
    content.update(repr((transcript.source.title, _length_ms(transcript))).encode())
    for segment in transcript.segments:
        content.update(repr((segment.start_ms, segment.end_ms, segment.text)).encode())
    return folder / f"stand-in-{content.hexdigest()}-{RECIPE}.mp4"


def make(transcript: Transcript, path: Path, progress: Progress, cancelled: Cancelled) -> None:
    """Write a stand-in recording as long as the transcript, there only when it is whole.

    `progress` is given the part that is done, 0 to 1, each second of the recording; `cancelled` is
    asked as often. Raises `MediaError` where it is cancelled or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path, private=True) as file, av.open(file, "w", format="mp4") as container:
            _write(container, transcript, progress, cancelled)
    except (OSError, av.error.FFmpegError) as error:
        raise _failure(path, error) from error
    progress(1.0)


def _failure(path: Path, error: Exception) -> MediaError:
    reason = getattr(error, "strerror", None) or "it could not be encoded"
    return MediaError(
        f"The sample's recording could not be made in {path.parent}: {reason}.",
        hint="Check the folder's permissions and its free space, then try the sample again.",
    )


def _write(
    container: av.container.OutputContainer,
    transcript: Transcript,
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    """Encode second by second, the picture before its sound."""
    title = transcript.source.title or "Transcript"
    container.metadata["title"] = f"Stand-in recording: {title}"
    container.metadata["comment"] = "Made by Cueline from the transcript; not the real recording."
    video, audio = _video_stream(container), _audio_stream(container)
    length_ms = _length_ms(transcript)
    pictures, sounds = _pictures(transcript, length_ms), _sounds(transcript, length_ms)
    seconds = math.ceil(length_ms / 1000)
    for second in range(seconds):
        if cancelled():
            raise MediaError("The sample's recording was not made: it was cancelled.")
        for frame in islice(pictures, FRAMES_A_SECOND):
            container.mux(video.encode(frame))
        container.mux(audio.encode(next(sounds)))
        progress(second / seconds)
    container.mux(video.encode(None))
    container.mux(audio.encode(None))


def _video_stream(container: av.container.OutputContainer) -> Any:  # noqa: ANN401 - PyAV's own
    name, options = next(each for each in _ENCODERS if each[0] in av.codec.codecs_available)
    stream: Any = container.add_stream(name, rate=FRAMES_A_SECOND, options=dict(options))
    stream.width, stream.height = SIZE
    stream.pix_fmt = "yuv420p"
    stream.gop_size = KEYFRAME_DISTANCE
    return stream


def _audio_stream(container: av.container.OutputContainer) -> Any:  # noqa: ANN401 - PyAV's own
    stream: Any = container.add_stream("aac", rate=SAMPLES_A_SECOND, layout="mono")
    stream.bit_rate = 64_000
    return stream


def _pictures(transcript: Transcript, length_ms: int) -> Iterator[av.VideoFrame]:
    """Give frame by frame; one that shows nothing new is the same frame with a later time."""
    picture = Picture(transcript, length_ms)
    shown: object = None
    frame: av.VideoFrame | None = None
    for number in range(length_ms * FRAMES_A_SECOND // 1000):
        ms = number * 1000 // FRAMES_A_SECOND
        state = picture.state(ms)
        if frame is None or state != shown:
            shown = state
            image = picture.draw(ms)
            drawn: av.VideoFrame = av.VideoFrame.from_image(image)  # type: ignore[no-untyped-call]
            frame = drawn.reformat(format="yuv420p")
        frame.pts, frame.time_base = number, Fraction(1, FRAMES_A_SECOND)
        yield frame


def _sounds(transcript: Transcript, length_ms: int) -> Iterator[av.AudioFrame]:
    """Give silence second by second, with a tone where a line starts."""
    tone = _tone()
    begun = (s.start_ms for s in transcript.segments if s.start_ms is not None)
    starts = [ms * SAMPLES_A_SECOND // 1000 for ms in begun]
    count = length_ms * SAMPLES_A_SECOND // 1000
    for first in range(0, count, SAMPLES_A_SECOND):
        samples = array("f", bytes(4 * min(SAMPLES_A_SECOND, count - first)))
        for start in starts:
            _lay(tone, start - first, samples)
        frame = av.AudioFrame(format="fltp", layout="mono", samples=len(samples))
        frame.planes[0].update(samples.tobytes())
        frame.sample_rate, frame.pts = SAMPLES_A_SECOND, first
        frame.time_base = Fraction(1, SAMPLES_A_SECOND)
        yield frame


def _lay(tone: "array[float]", at: int, samples: "array[float]") -> None:
    """Copy what of `tone`, which begins `at` samples after `samples`, falls inside them."""
    begin, end = max(at, 0), min(at + len(tone), len(samples))
    if begin < end:
        samples[begin:end] = tone[begin - at : end - at]


def _tone() -> "array[float]":
    """Return a tone that rises and falls softly."""
    count = round(TONE_S * SAMPLES_A_SECOND)
    step = 2 * math.pi * TONE_HZ / SAMPLES_A_SECOND
    swell = (math.sin(math.pi * i / count) ** 2 for i in range(count))
    return array("f", (LOUDNESS * each * math.sin(step * i) for i, each in enumerate(swell)))


def _length_ms(transcript: Transcript) -> int:
    ends = (segment.end_ms or 0 for segment in transcript.segments)
    return max(transcript.duration_ms or max(ends, default=0), 1000)
