"""Picture and sound that came apart, joined into one file; nothing is made anew."""

from fractions import Fraction
from heapq import merge
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av import Packet
    from av.container import InputContainer, OutputContainer

_KINDS: Final = ("video", "audio")
#: What FFmpeg calls the containers that yt-dlp chooses among; all others are MP4.
_CONTAINERS: Final = {".mkv": "matroska", ".webm": "webm"}


def join(parts: list[Path], whole: Path) -> None:
    """Write what is in several files into one; raises `av.FFmpegError`."""
    import av

    part = whole.with_name(f"{whole.name}.part")
    inputs = [av.open(str(each), "r") for each in parts]
    try:
        container = _CONTAINERS.get(whole.suffix, "mp4")
        with av.open(str(part), "w", format=container) as output:
            for packet in merge(*[_led(each, output) for each in inputs], key=_decoded_s):
                output.mux(packet)
    finally:
        for each in inputs:
            each.close()
    part.replace(whole)


def join_for_yt_dlp() -> None:
    """Have yt-dlp leave joining to this, as where FFmpeg's program is not there."""
    from yt_dlp.postprocessor.common import PostProcessor

    class Joiner(PostProcessor):  # type: ignore[misc] # it has no types
        """Stands for the one that asks FFmpeg's program."""

        available = True

        def can_merge(self) -> bool:
            """Say that it can."""
            return True

        def run(self, known: dict[str, Any]) -> tuple[list[str], dict[str, Any]]:
            """Join what has come, and return what is not needed any more."""
            parts: list[str] = known["__files_to_merge"]
            join([Path(each) for each in parts], Path(known["filepath"]))
            return parts, known

    import_module("yt_dlp.YoutubeDL").FFmpegMergerPP = Joiner  # type: ignore[attr-defined]


def _led(box: "InputContainer", output: "OutputContainer") -> "Iterator[Packet[Any]]":
    """Make the streams of a file known, and return its packets, which lead to them."""
    known = {
        each.index: output.add_stream_from_template(each)
        for each in box.streams
        if each.type in _KINDS
    }

    def packets() -> "Iterator[Packet[Any]]":
        for packet in box.demux():
            if packet.dts is not None and packet.stream.index in known:
                packet.stream = known[packet.stream.index]
                yield packet

    return packets()


def _decoded_s(packet: "Packet[Any]") -> Fraction:
    return Fraction((packet.dts or 0) * packet.time_base)
