"""The kinds of files that a clip can be written as; nothing here takes long to load."""

from pathlib import Path
from typing import Final, TypeAlias

from viewer.core.value import value
from viewer.errors import UsageError

#: An encoder's name with its options, the better ones first.
Encoders: TypeAlias = tuple[tuple[str, dict[str, str]], ...]

_H264: Final[Encoders] = (
    ("libx264", {"preset": "fast", "crf": "20"}),
    ("mpeg4", {"qscale": "3"}),
)
_VP9: Final[Encoders] = (
    ("libvpx-vp9", {"deadline": "good", "cpu-used": "5", "row-mt": "1", "crf": "31", "b": "0"}),
    ("libvpx", {"deadline": "good", "cpu-used": "4", "crf": "8", "b": "4M"}),
)
_AAC: Final[Encoders] = (("aac", {"b": "160k"}),)
_OPUS: Final[Encoders] = (("libopus", {"b": "128k"}),)
_MP3: Final[Encoders] = (("libmp3lame", {"b": "160k"}),)


@value
class Kind:
    """One kind of file: what it is called, how it is made, and what can be copied into it.

    `captions` is the codec of its caption track; `longest_ms` bounds what may be that long.
    """

    name: str
    title: str
    container: str
    video: Encoders = ()
    audio: Encoders = ()
    copies: frozenset[str] = frozenset()
    captions: str = ""
    longest_ms: int | None = None

    @property
    def suffix(self) -> str:
        """What its files' names end in."""
        return f".{self.name}"

    @property
    def pictures_only(self) -> bool:
        """Whether it has no sound."""
        return not self.audio

    @property
    def sound_only(self) -> bool:
        """Whether it has no picture."""
        return not self.video


KINDS: Final[dict[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind(
            "mp4",
            "MP4",
            "mp4",
            _H264,
            _AAC,
            frozenset({"h264", "hevc", "av1", "vp9", "mpeg4", "aac", "mp3", "ac3", "opus"}),
            "mov_text",
        ),
        Kind(
            "webm",
            "WebM",
            "webm",
            _VP9,
            _OPUS,
            frozenset({"vp8", "vp9", "av1", "opus", "vorbis"}),
            "webvtt",
        ),
        Kind("m4a", "M4A", "ipod", (), _AAC, frozenset({"aac", "alac"})),
        Kind("mp3", "MP3", "mp3", (), _MP3, frozenset({"mp3"})),
        Kind("gif", "GIF", "gif", (("gif", {}),), longest_ms=30_000),
    )
}


def kind_of(out: Path, name: str | None = None) -> Kind:
    """Return the kind of that name, or the one that a file's name ends as; raises `UsageError`."""
    wanted = name or out.suffix.lower().removeprefix(".")
    if wanted in KINDS:
        return KINDS[wanted]
    known = ", ".join(KINDS)
    sentence = f"No clip can be written as {_ending(wanted)}."
    raise UsageError(sentence, hint=f"It can be one of: {known}.")


def check_still(out: Path) -> None:
    """Raise `UsageError` where a still's name does not end as the PNG that is written into it."""
    wanted = out.suffix.lower().removeprefix(".")
    if wanted != "png":
        sentence = f"No still can be written as {_ending(wanted)}."
        raise UsageError(sentence, hint="It is a PNG: give it a name that ends in .png.")


def _ending(wanted: str) -> str:
    return f"“.{wanted}”" if wanted else "a name without an ending"
