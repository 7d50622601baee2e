"""What a media file is: its length, its picture, its sound and its text tracks; or what is wrong.

PyAV's exceptions end here. What is found is proved by decoding one frame: random bytes have been
taken for MP3, and text for a picture, by their headers alone.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

import av
import av.container
import av.error
import av.stream

from viewer.core.counted import BARE, counted_ms
from viewer.core.timecode import LATEST_MS
from viewer.errors import MediaError
from viewer.media import containers
from viewer.media.info import MediaInfo, TextTrack

#: A file that gives no frame within so many packets is given up.
MOST_PACKETS: Final = 500
#: No more chapters than these are looked at.
MOST_CHAPTERS: Final = 2_000
#: Seconds for opening, and for each read, where the system can interrupt them.
TIMEOUT_S: Final = (10.0, 10.0)
_DAMAGED: Final = "It may be damaged, or not copied or downloaded to its end; try that again."


def probe(path: Path) -> MediaInfo:
    """Return what the media file at `path` holds; its suffix means nothing.

    Raises `MediaError` for anything that has neither picture nor sound that can be decoded.
    """
    whole = Path(os.path.abspath(path))
    head = _head(whole)
    with _opened(whole, head) as container:
        video, audio = _streams(container)
        if not video and not audio:
            raise _without_streams(whole, head)
        frame = _first_frame(container, video[:1] or audio[:1])
        if frame is None and video and audio:
            container.seek(0)
            video, frame = [], _first_frame(container, audio[:1])
        if frame is None:
            raise MediaError(f"Nothing in {whole.name} can be decoded.", hint=_DAMAGED)
        length_ms = counted_ms(whole) if container.format.name in BARE else None
        return _info(container, video, audio, frame, length_ms)


@contextmanager
def opened(path: Path) -> Iterator[av.container.InputContainer]:
    """Open a media file for reading; whatever goes wrong with it until then is a `MediaError`."""
    whole = Path(os.path.abspath(path))  # a path that starts with a slash is no URL
    with _opened(whole, _head(whole)) as container:
        yield container


def _head(path: Path) -> bytes:
    """Return the first bytes of a file; raises `MediaError` for what is no file with content."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise MediaError(f"{path.name} is a folder.", hint="Choose a recording inside it.")
        if not stat.S_ISREG(mode):
            raise MediaError(f"{path.name} is not a file.", hint="Choose a recording.")
        with path.open("rb") as file:
            head = file.read(4096)
    except FileNotFoundError as error:
        raise MediaError(
            f"There is no {path.name} in {path.parent}.",
            hint="If it was moved or renamed, choose it where it is now.",
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise MediaError(
            f"{path.name} cannot be read: {reason}.",
            hint="Check the file's permissions and its disk.",
        ) from error
    if not head:
        raise MediaError(f"{path.name} is empty.", hint=_DAMAGED)
    return head


@contextmanager
def _opened(path: Path, head: bytes) -> Iterator[av.container.InputContainer]:
    """Open a media file, and translate what PyAV raises until it is closed."""
    try:
        with av.open(
            str(path),
            options=dict(containers.OPTIONS),
            metadata_errors="replace",
            timeout=TIMEOUT_S,
        ) as container:
            yield container
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise _not_media(path, head) from error


def _not_media(path: Path, head: bytes) -> MediaError:
    if containers.is_picture(head):
        return MediaError(
            f"{path.name} is a picture, not a recording.", hint="Choose a video or sound file."
        )
    if containers.is_playlist(head):
        return MediaError(
            f"{path.name} is a playlist, not a recording.",
            hint="Open one of the recordings that it names.",
        )
    if _is_text(head):
        return _text(path)
    if head[4:8] == b"ftyp":
        return MediaError(f"{path.name} is not complete: its index is missing.", hint=_DAMAGED)
    return MediaError(
        f"{path.name} is not a recording: its content is of no known kind of video or sound.",
        hint="If it should be one, it may be damaged; download or copy it again.",
    )


def _without_streams(path: Path, head: bytes) -> MediaError:
    if _is_text(head):
        return _text(path)
    return MediaError(
        f"{path.name} has neither picture nor sound.",
        hint="If it holds captions, open it as a transcript.",
    )


def _text(path: Path) -> MediaError:
    return MediaError(f"{path.name} holds text, not a recording.", hint="Open it as a transcript.")


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 4:
            return False
        text = head[: error.start].decode("utf-8", "replace")
    return "\0" not in text


def _streams(container: av.container.InputContainer) -> tuple[list[Any], list[Any]]:
    """Return the streams of pictures and of sound that can be decoded."""
    known = [each for each in container.streams if each.codec_context is not None]
    return video_streams(container), [each for each in known if each.type == "audio"]


def video_streams(container: av.container.InputContainer) -> list[Any]:
    """Return the streams of pictures that can be decoded, without cover pictures."""
    cover = av.stream.Disposition.attached_pic
    known = [each for each in container.streams.video if each.codec_context is not None]
    return [each for each in known if not each.disposition & cover]


def rotation_of(frame: av.VideoFrame) -> int:
    """Return by how many degrees clockwise a frame is turned to be shown upright."""
    return round(-frame.rotation / 90) * 90 % 360


def _first_frame(container: av.container.InputContainer, streams: list[Any]) -> Any:  # noqa: ANN401 - a frame of either kind
    for packet in islice(container.demux(*streams), MOST_PACKETS):
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            continue
        if frames:
            return frames[0]
    return None


def _info(
    container: av.container.InputContainer,
    video: list[Any],
    audio: list[Any],
    frame: av.VideoFrame,
    length_ms: int | None,
) -> MediaInfo:
    picture = video[0].codec_context if video else None
    shape = video[0].sample_aspect_ratio if video else None
    return MediaInfo(
        duration_ms=length_ms or _duration_ms(container),
        has_video=bool(video),
        has_audio=bool(audio),
        width=picture.width if picture else 0,
        height=picture.height if picture else 0,
        pixel_aspect=float(shape) if shape else 1.0,
        rotation=rotation_of(frame) if picture else 0,
        title=container.metadata.get("title", ""),
        text_tracks=text_tracks_of(container),
        chapters=chapters_of(container),
    )


def chapters_of(container: av.container.InputContainer) -> tuple[tuple[int, str], ...]:
    """Return when the file's chapters begin that have a name, in order, and those names."""
    chapters = container.chapters() if hasattr(container, "chapters") else []
    named = (
        (round(each["start"] * each["time_base"] * 1000), each["metadata"].get("title", "").strip())
        for each in islice(chapters, MOST_CHAPTERS)
        if each["time_base"]
    )
    return tuple(sorted((ms, title) for ms, title in named if title and 0 <= ms <= LATEST_MS))


def _duration_ms(container: av.container.InputContainer) -> int | None:
    if container.duration and container.duration > 0:
        return round(container.duration / 1000)
    lengths = [
        each.duration * each.time_base
        for each in container.streams
        if each.duration and each.duration > 0 and each.time_base
    ]
    return round(max(lengths) * 1000) if lengths else None


def text_tracks_of(container: av.container.InputContainer) -> tuple[TextTrack, ...]:
    """Return the tracks of captions in a media file that is open."""
    return tuple(
        TextTrack(
            index,
            stream.codec_context.name if stream.codec_context else "",
            "" if stream.language in (None, "und") else stream.language,
            stream.metadata.get("title") or stream.metadata.get("name") or "",
        )
        for index, stream in enumerate(container.streams.subtitles)
    )
