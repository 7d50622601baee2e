"""Looking at recordings before they are cut: whether they can be, how large a clip will be."""

import shutil
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
import av.codec

from viewer.clip.kinds import Encoders, Kind
from viewer.clip.pictures import display_size
from viewer.clip.sound import layout_of
from viewer.clip.source import Source, check_stretch, frames_from, source_of
from viewer.clip.wish import Captions, Part, Wish
from viewer.core.timecode import format_clock
from viewer.core.value import value
from viewer.errors import ExportError, MediaError, UsageError
from viewer.media.probe import opened

#: Bytes that a pixel of one frame may take at most, as our encoders are set, and a second of sound.
_PIXEL: Final = {"mp4": 0.03, "webm": 0.03, "gif": 0.25}
_SOUND_S: Final = 24_000
#: What is to stay free beside the clip.
_SPARE: Final = 1_000_000
_FASTEST: Final = Fraction(60)
_USUAL: Final = Fraction(25)


@value
class Look:
    """What is known of a part: its stretch as far as the recording goes, and what is in it."""

    part: Part
    size: tuple[int, int] | None
    frame_rate: Fraction
    layout: str
    sample_rate: int
    bytes_a_second: float

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to be seen."""
        return self.size is not None

    @property
    def has_sound(self) -> bool:
        """Whether there is anything to be heard."""
        return bool(self.layout)


def look_at(wish: Wish, kind: Kind) -> tuple[Look, ...]:
    """Look at every part; raises `ViewerError` with a sentence for what cannot be made of them."""
    if not wish.parts:
        raise UsageError("There is nothing to cut.", hint="Say from when to when.")
    if not wish.exact and (len(wish.parts) > 1 or kind.name == "gif"):
        what = "Several stretches" if len(wish.parts) > 1 else "A GIF"
        raise UsageError(f"{what} cannot be copied, only encoded anew.", hint="Choose exact.")
    looks = tuple(map(_look, wish.parts))
    _check_kind(looks, wish, kind)
    return looks


def _look(part: Part) -> Look:
    with opened(part.recording) as container:
        part = check_stretch(part, container)
        source = source_of(part.recording, container)
        if source.video is None and source.audio is None:
            raise MediaError(f"{part.recording.name} has neither picture nor sound.")
        rate = Fraction(source.video.average_rate or _USUAL) if source.video else _USUAL
        context = source.audio.codec_context if source.audio else None
        length_s = (container.duration or 0) / av.time_base
        return Look(
            part,
            _size(source, part),
            min(max(rate, Fraction(1)), _FASTEST),
            layout_of(source) if context else "",
            context.sample_rate if context else 0,
            container.size / length_s if length_s else 0.0,
        )


def _size(source: Source, part: Part) -> tuple[int, int] | None:
    """Return the picture's size as it is shown, known from the first frame of the stretch."""
    if source.video is None:
        return None
    begin = Fraction(part.stretch.begin_ms, 1000)
    first = next(frames_from(source, source.video, begin, lambda: False), None)
    return None if first is None else display_size(source, first[0])


def _check_kind(looks: Sequence[Look], wish: Wish, kind: Kind) -> None:
    """Raise `MediaError` or `UsageError` for what the kind, or these recordings, cannot have."""
    name = looks[0].part.recording.name
    picture, sound = any(e.has_picture for e in looks), any(e.has_sound for e in looks)
    if not picture and not sound:
        where = format_clock(looks[0].part.stretch.begin_ms)
        raise MediaError(f"Nothing at {where} in {name} can be decoded.", hint="It may be damaged.")
    if kind.pictures_only and not picture:
        raise MediaError(f"{name} has no picture for a {kind.title}.", hint="Choose M4A or MP3.")
    if kind.sound_only and not sound:
        raise MediaError(f"{name} has no sound for {kind.title}.", hint="Choose MP4 or WebM.")
    if kind.longest_ms and wish.length_ms > kind.longest_ms:
        longest = kind.longest_ms // 1000
        raise UsageError(
            f"A {kind.title} can be {longest} seconds long at most.", hint="Choose MP4 or WebM."
        )
    _check_captions(wish, kind, picture=picture)


def _check_captions(wish: Wish, kind: Kind, *, picture: bool) -> None:
    if wish.captions is Captions.TRACK and not kind.captions:
        raise UsageError(f"{kind.title} has no track for captions.", hint="Choose MP4 or WebM.")
    if wish.captions is Captions.BURNED and (kind.sound_only or not picture):
        raise UsageError("There is no picture to draw captions on.", hint="Leave them out.")
    if wish.captions is Captions.BURNED and not wish.exact:
        raise UsageError("What is copied cannot be drawn on.", hint="Choose exact, or a track.")


def encoder(encoders: Encoders, kind: Kind) -> tuple[str, dict[str, str]]:
    """Return the best encoder that there is; raises `ExportError` where there is none."""
    for name, options in encoders:
        if name in av.codec.codecs_available and av.codec.Codec(name, "w").is_encoder:
            return name, options
    missing = ", ".join(name for name, _ in encoders)
    raise ExportError(
        f"{kind.title} cannot be written here: the encoder {missing} is missing.",
        hint="Choose another kind, or install PyAV's own wheel.",
    )


def bytes_needed(looks: Sequence[Look], wish: Wish, kind: Kind) -> int:
    """Return how many bytes the clip may take, rather more than less."""
    seconds = [look.part.length_ms / 1000 for look in looks]
    if not wish.exact:
        return round(sum(s * look.bytes_a_second for s, look in zip(seconds, looks, strict=True)))
    width, height = next((look.size for look in looks if look.size), (0, 0))
    pixels = 0 if kind.sound_only else width * height * float(looks[0].frame_rate)
    return round(sum(seconds) * (pixels * _PIXEL.get(kind.name, 0.0) + _SOUND_S))


def check_room(folder: Path, needed: int) -> None:
    """Raise `ExportError` where the folder's disk has not so many bytes free, or is not there."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise ExportError(f"Cannot write to {folder}: {error.strerror}.") from error
    if free < needed + _SPARE:
        raise ExportError(
            f"There is too little room in {folder}: the clip may need {_mb(needed)} MB, "
            f"and {_mb(free)} MB are free.",
            hint="Save it elsewhere, or make room.",
        )


def _mb(size: int) -> str:
    return f"{size / 1e6:,.1f}" if size < 10e6 else f"{size / 1e6:,.0f}"
