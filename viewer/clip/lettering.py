"""Captions drawn on pictures: white letters with a dark edge, at the foot."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, TypeAlias

from PIL import Image, ImageDraw, ImageFont

from viewer.media.picture import wrap

_Font: TypeAlias = ImageFont.ImageFont | ImageFont.FreeTypeFont

#: Draws a text for a picture of a width and height: bright letters, and what they cover.
Lettering: TypeAlias = Callable[[str, int, int], "Letters"]

#: Faces that systems have, those first that know most letters of the world's.
_FACES: Final = (
    "NotoSans-Regular.ttf",
    "DejaVuSans.ttf",
    "LiberationSans-Regular.ttf",
    "segoeui.ttf",
    "arial.ttf",
    "Arial.ttf",
    "Helvetica.ttc",
    "NotoSansCJK-Regular.ttc",
    "msyh.ttc",
    "msgothic.ttc",
    "malgun.ttf",
    "Hiragino Sans GB.ttc",
    "AppleSDGothicNeo.ttc",
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "Arial Unicode.ttf",
)
_HEIGHT: Final = 18  # of the picture's height, one letter's part
_SMALLEST: Final = 10
_ROOM: Final = 0.88
_MOST_HEIGHT: Final = 0.4
_EDGE: Final = 8  # of a letter's height, the edge's part
_NOTHING: Final = "\U0010fffe"


class Letters:
    """What is laid over the foot of a picture: its place, brightness, and how much it covers."""

    __slots__ = ("cover", "left", "light", "top")

    def __init__(self, left: int, top: int, light: Image.Image, cover: Image.Image) -> None:
        self.left, self.top, self.light, self.cover = left, top, light, cover


@lru_cache(maxsize=4)
def draw(text: str, width: int, height: int) -> Letters:
    """Draw a text in a face that has its letters, smaller where it is long."""
    pen = ImageDraw.Draw(Image.new("L", (1, 1)))
    size = max(height // _HEIGHT, _SMALLEST)
    while True:
        font = _face(text, size)
        edge = max(size // _EDGE, 1)
        words = "\n".join(_lines(text, font, width * _ROOM)) or " "
        box = pen.multiline_textbbox((0, 0), words, font, stroke_width=edge, align="center")
        fits = box[3] - box[1] <= height * _MOST_HEIGHT and box[2] - box[0] <= width
        if fits or size <= _SMALLEST:
            break
        size -= max(size // 8, 1)
    return _drawn(words, font, edge, box, (width, height))


def _lines(text: str, font: _Font, width: float) -> Iterator[str]:
    """Break a text between words, and within those that are too long, as where none are parted."""
    for line in wrap(text, font, width):
        begin = 0
        for end in range(1, len(line)):
            if font.getlength(line[begin : end + 1]) > width:
                yield line[begin:end]
                begin = end
        yield line[begin:]


def _drawn(
    words: str,
    font: _Font,
    edge: int,
    box: tuple[float, float, float, float],
    size: tuple[int, int],
) -> Letters:
    left, top, right, bottom = (round(side) for side in box)
    shape = min(right - left, size[0]), min(bottom - top, size[1])
    light, cover = Image.new("L", shape, 0), Image.new("L", shape, 0)
    at = -left, -top
    edged = {"stroke_width": edge, "align": "center"}
    ImageDraw.Draw(cover).multiline_text(at, words, 255, font, **edged)  # type: ignore[arg-type]
    # The same edge here, in black, for it takes part in the height of lines.
    ImageDraw.Draw(light).multiline_text(at, words, 255, font, stroke_fill=0, **edged)  # type: ignore[arg-type]
    foot = max(size[1] // 20, 2)
    # Colours are kept for two by two pixels: on an even place the edges stay sharp.
    x, y = (size[0] - shape[0]) // 2 & ~1, max(size[1] - foot - shape[1], 0) & ~1
    return Letters(x, y, light, cover)


def _face(text: str, size: int) -> _Font:
    """Return the first face that has all letters, or else the one that lacks the fewest."""
    wanted = frozenset(char for char in text if not char.isspace())
    known = [font for font in map(_loaded(size), _FACES) if font is not None]
    if not known:
        return ImageFont.load_default(size)
    return min(known, key=lambda font: _missing(font, wanted))


def _loaded(size: int) -> Callable[[str], ImageFont.FreeTypeFont | None]:
    return lambda name: _load(name, size)


@lru_cache(maxsize=128)
def _load(name: str, size: int) -> ImageFont.FreeTypeFont | None:
    try:
        return ImageFont.truetype(name, size)
    except OSError:
        return None


def _missing(font: ImageFont.FreeTypeFont, wanted: frozenset[str]) -> int:
    """Return how many letters a face has not: they look as one that nobody has."""
    absent = bytes(font.getmask(_NOTHING))
    return sum(bytes(font.getmask(char)) == absent for char in wanted)
