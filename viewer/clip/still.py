"""The picture at a moment as a PNG, which tells in itself what it is of."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from viewer.clip.kinds import check_still
from viewer.clip.pictures import Easel, display_size, pictures
from viewer.clip.source import Cancelled, check_stretch, source_of
from viewer.clip.wish import Part
from viewer.core.links import link_at
from viewer.core.stretch import Stretch
from viewer.core.timecode import format_clock, format_seconds, format_stamp
from viewer.core.transcript import Source
from viewer.disk.whole import write_whole
from viewer.errors import ExportError, MediaError
from viewer.media.probe import opened


def still_image(recording: Path, ms: int, cancelled: Cancelled = lambda: False) -> Image.Image:
    """Return the picture that is to be seen at a moment, upright; raises `MediaError`."""
    with opened(recording) as container:
        part = check_stretch(Part(recording, Stretch(ms, ms + 1)), container)
        source = source_of(recording, container)
        if source.video is None:
            raise MediaError(
                f"{recording.name} has no picture.", hint="Choose a recording with one."
            )
        shown = next(pictures(source, part.stretch, cancelled), None)
        if shown is None:
            raise MediaError(
                f"No picture at {format_clock(ms)} in {recording.name} can be decoded.",
                hint="It may be damaged there, or end before.",
            )
        easel = Easel(display_size(source, shown.frame))
        upright: Any = easel.upright(source, shown.frame)
        image: Image.Image = upright.to_image()
        return image


def facts_of(recording: Path, ms: int, source: Source, words: str = "") -> dict[str, str]:
    """Return what a still tells of itself, by PNG's own keywords where it has them."""
    seconds = format_seconds(ms).removesuffix(".0")
    about = {
        "Title": source.title or recording.stem,
        "Author": source.channel,
        "Description": words,
        "Time": format_stamp(ms),
        "Source": link_at(source.url, ms) or f"{recording.name}#t={seconds}",
        "Recording": recording.name,
        "Published": source.published.isoformat() if source.published else "",
        "Software": "Cueline",
    }
    return {key: value for key, value in about.items() if value}


def png(image: Image.Image, about: Mapping[str, str]) -> bytes:
    """Return a picture as PNG with what it tells, as text of any language."""
    info = PngInfo()
    for key, value in about.items():
        info.add_itxt(key, value)
    data = io.BytesIO()
    image.save(data, "PNG", pnginfo=info)
    return data.getvalue()


def save_still(recording: Path, ms: int, out: Path, source: Source, words: str = "") -> Path:
    """Write the picture at a moment to `out`, whole or not at all; raises `ViewerError`."""
    if out.exists() and out.samefile(recording):
        raise ExportError(f"{out.name} is the recording itself.", hint="Give it another name.")
    check_still(out)
    data = png(still_image(recording, ms), facts_of(recording, ms, source, words))
    try:
        write_whole(out, data)
    except OSError as error:
        raise ExportError(
            f"Cannot write {out.name}: {error.strerror or 'no reason given'}."
        ) from error
    return out
