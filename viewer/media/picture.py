"""Draws the stand-in recording's picture: the line being said, its number and the time."""

from collections.abc import Iterable
from typing import Final, TypeAlias

from PIL import Image, ImageDraw, ImageFont

from viewer.core.timecode import format_clock
from viewer.core.transcript import Said, Transcript

SIZE: Final = (640, 360)
_MARGIN: Final = 36
_BAR_HEIGHT: Final = 4
#: Sizes of the line's text, tried from the first on until it fits.
_SIZES: Final = (30, 26, 22, 18, 15)
_MOST_HEIGHT: Final = 210
_CAPTION: Final = "STAND-IN RECORDING"

_GROUND: Final = "#16202b"
_TRACK: Final = "#2b3b4c"
_QUIET: Final = "#8ea3b8"
_TEXT: Final = "#f4f1ea"
_ACCENT: Final = "#f2b84b"

#: What the picture depends on: it need not be drawn anew while this stays the same.
State: TypeAlias = tuple[int | None, bool, int]
_Font: TypeAlias = ImageFont.ImageFont | ImageFont.FreeTypeFont


class Picture:
    """The picture at any moment of a transcript, in Pillow's own font."""

    def __init__(self, transcript: Transcript, length_ms: int) -> None:
        self._transcript = transcript
        self._length_ms = length_ms
        self._small = ImageFont.load_default(15)
        self._clock = ImageFont.load_default(34)
        self._sizes = [ImageFont.load_default(size) for size in _SIZES]
        self._fitted: tuple[str, str, _Font] | None = None

    def state(self, ms: int) -> State:
        """Return what is to be seen at `ms`: the line, whether it is over, the second."""
        said = self._transcript.said_at(ms)
        return said.followed, said.in_gap, ms // 1000

    def draw(self, ms: int) -> Image.Image:
        """Draw the picture at `ms`."""
        image = Image.new("RGB", SIZE, _GROUND)
        pen = ImageDraw.Draw(image)
        said = self._transcript.said_at(ms)
        width, height = SIZE
        pen.text((_MARGIN, 24), _CAPTION, _QUIET, self._small)
        if said.followed is not None:
            number = f"{said.followed + 1} / {len(self._transcript.segments)}"
            pen.text((width - _MARGIN, 24), number, _QUIET, self._small, anchor="ra")
            self._line(pen, said, self._transcript.segments[said.followed].text)
        time = format_clock(ms)
        pen.text((_MARGIN, height - 30), time, _ACCENT, self._clock, anchor="ls")
        total = format_clock(self._length_ms)
        pen.text((width - _MARGIN, height - 30), total, _QUIET, self._small, anchor="rs")
        pen.rectangle((0, height - _BAR_HEIGHT, width, height), _TRACK)
        pen.rectangle((0, height - _BAR_HEIGHT, width * ms // self._length_ms, height), _ACCENT)
        return image

    def _line(self, pen: ImageDraw.ImageDraw, said: Said, text: str) -> None:
        """Draw the line as large as it fits, quietly once it is over."""
        if self._fitted is None or self._fitted[0] != text:
            self._fitted = (text, *self._fit(pen, text))
        _, wrapped, font = self._fitted
        colour = _QUIET if said.in_gap else _TEXT
        pen.multiline_text((_MARGIN, 66), wrapped, colour, font, spacing=8)

    def _fit(self, pen: ImageDraw.ImageDraw, text: str) -> tuple[str, _Font]:
        """Return the text wrapped, and the largest font in which it fits so."""
        for font in self._sizes:
            wrapped = "\n".join(wrap(text, font, SIZE[0] - 2 * _MARGIN))
            _, top, _, bottom = pen.multiline_textbbox((0, 0), wrapped, font, spacing=8)
            if bottom - top <= _MOST_HEIGHT:
                break
        return wrapped, font


def wrap(text: str, font: _Font, width: float) -> Iterable[str]:
    """Break `text` into lines no wider than `width` pixels where words allow it."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line
