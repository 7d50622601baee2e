"""What a media file holds, as it is reported; what looks into it takes long to load.

So it is loaded with the first look, in the job or command that takes one.
"""

from typing import Final

from viewer.core.value import value

_TEXT_CODECS: Final = frozenset({"ass", "mov_text", "srt", "ssa", "subrip", "text", "webvtt"})


@value
class TextTrack:
    """A track of captions inside a media file; `index` counts these tracks alone, from 0."""

    index: int
    codec: str
    language: str = ""
    title: str = ""

    @property
    def is_text(self) -> bool:
        """Whether the captions are text, and not pictures of text."""
        return self.codec in _TEXT_CODECS


@value
class MediaInfo:
    """What a media file holds.

    `duration_ms` is None where the file does not say. `width` and `height` are the picture's
    stored pixels; `pixel_aspect` is how much wider than high one of them is shown; `rotation` is by
    how many degrees clockwise the picture is turned to be shown upright: 0, 90, 180 or 270.
    `chapters` are when those begin that have a name, in milliseconds, and their names.
    """

    duration_ms: int | None
    has_video: bool
    has_audio: bool
    width: int = 0
    height: int = 0
    pixel_aspect: float = 1.0
    rotation: int = 0
    title: str = ""
    text_tracks: tuple[TextTrack, ...] = ()
    chapters: tuple[tuple[int, str], ...] = ()

    @property
    def display_size(self) -> tuple[int, int]:
        """Width and height of the picture as it is to be shown."""
        shown = (round(self.width * self.pixel_aspect), self.height)
        return (shown[1], shown[0]) if self.rotation in (90, 270) else shown


#: What can be said of a recording that nothing has looked into.
UNKNOWN: Final = MediaInfo(None, has_video=True, has_audio=True)
