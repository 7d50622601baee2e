"""Colours, all taken from the palette; and the palettes for platforms without one."""

from enum import StrEnum
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

Theme = Literal["system", "light", "dark"]

_Role = QPalette.ColorRole


class Tone(StrEnum):
    """What kind of thing is said, as far as it has a colour of its own."""

    INFO = "info"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


_SCHEMES: Final = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_ROLES: Final = {
    _Role.Window: ("#f4f3f1", "#202124"),
    _Role.WindowText: ("#201f1d", "#e8e6e1"),
    _Role.Base: ("#fdfcfa", "#18191b"),
    _Role.AlternateBase: ("#f4f3f1", "#202124"),
    _Role.Text: ("#201f1d", "#e8e6e1"),
    _Role.PlaceholderText: ("#6a6762", "#9c9a95"),
    _Role.Button: ("#f8f7f5", "#2c2d31"),
    _Role.ButtonText: ("#201f1d", "#e8e6e1"),
    _Role.BrightText: ("#ffffff", "#ffffff"),
    _Role.Light: ("#ffffff", "#3c3e43"),
    _Role.Midlight: ("#e9e7e4", "#313338"),
    _Role.Mid: ("#cbc8c3", "#3a3c41"),
    _Role.Dark: ("#a5a29c", "#141517"),
    _Role.Shadow: ("#76736e", "#0b0b0c"),
    _Role.Highlight: ("#2b68a8", "#3a6ea5"),
    _Role.HighlightedText: ("#ffffff", "#ffffff"),
    _Role.Accent: ("#2b68a8", "#6ba5e0"),
    _Role.Link: ("#1d5a9c", "#7fb3ea"),
    _Role.LinkVisited: ("#6a4a9a", "#b79be0"),
    _Role.ToolTipBase: ("#ffffff", "#34363b"),
    _Role.ToolTipText: ("#201f1d", "#e8e6e1"),
}
_TONES: Final = {
    "done": ("#1d7a46", "#6cc08b"),
    "warning": ("#946200", "#e3b04b"),
    "error": ("#b3261e", "#f2857b"),
}
#: How much darker than the window Fusion's outlines are, in percent.
_FUSION_DARKER: Final = 140
_WRITING: Final = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText)


def accent(palette: QPalette, *, ratio: float = 3.0) -> QColor:
    """Return the accent colour, moved so far that it is distinguished from window and page alike.

    A ratio of 3 is what WCAG asks of things that are not text, 4.5 of text.
    """
    color = palette.color(_Role.Accent)
    for ground in (_Role.Base, _Role.Window):
        color = distinct_from(palette.color(ground), color, palette.color(_Role.Text), ratio)
    return color


def tone(meaning: Tone, palette: QPalette) -> QColor:
    """Return the colour that what is said stands in; distinguished from window and page alike."""
    if meaning is Tone.INFO:
        return accent(palette)
    color = QColor(_TONES[meaning][is_dark(palette)])
    for ground in (_Role.Base, _Role.Window):
        color = distinct_from(palette.color(ground), color, palette.color(_Role.Text), 3.0)
    return color


def link(palette: QPalette) -> QColor:
    """Return the colour of links, moved so far that they can be read on window and page alike.

    Where a desktop names none, Qt's is a blue that nobody reads on black.
    """
    color = palette.color(_Role.Link)
    for ground in (_Role.Base, _Role.Window):
        color = distinct_from(palette.color(ground), color, palette.color(_Role.Text), 4.5)
    return color


def is_flat(palette: QPalette) -> bool:
    """Return whether what one writes in has the window's own colour, as with high contrast.

    Then controls are told apart from words by their edges alone.
    """
    return palette.color(_Role.Window) == palette.color(_Role.Base)


def edge(palette: QPalette, *, ratio: float = 3.0) -> QColor:
    """Return a quiet colour for the edge of something in the window, distinguished from that."""
    ground = palette.color(_Role.Window)
    return distinct_from(ground, ground, palette.color(_Role.Text), ratio)


def distinct_from(ground: QColor, color: QColor, towards: QColor, ratio: float) -> QColor:
    """Return `color`, mixed with no more of `towards` than it needs to contrast by `ratio`."""
    shares = (step / 20 for step in range(21))
    mixed = (mix(color, towards, share) for share in shares)
    return next((it for it in mixed if contrast(it, ground) >= ratio), QColor(towards))


def is_dark(palette: QPalette) -> bool:
    """Return whether text is lighter than what it stands on."""
    text, ground = palette.color(_Role.WindowText), palette.color(_Role.Window)
    return _luminance(text) > _luminance(ground)


def mix(a: QColor, b: QColor, share: float) -> QColor:
    """Return the colour between two, with `share` of `b`, from 0 to 1."""
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def contrast(a: QColor, b: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21, by WCAG 2.2."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tabular(font: QFont) -> QFont:
    """Return the font with figures of one width, so that a running time does not jitter."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Have the program light, dark, or as the system is; also where the platform has no scheme.

    Each palette that is set is told to all widgets there are: done once they are made, 3 % of a
    start.
    """
    wanted = _SCHEMES[theme]
    hints = QGuiApplication.styleHints()
    app.setPalette(QPalette())  # takes back our own, so that the system's is seen again
    hints.setColorScheme(wanted)
    got = hints.colorScheme()
    unknown = Qt.ColorScheme.Unknown
    if got == unknown or wanted not in (got, unknown):
        app.setPalette(own_palette(dark=wanted == Qt.ColorScheme.Dark))
    suit_palette(app)


def suit_palette(app: QApplication) -> None:
    """Have links read, and what Fusion draws too faintly seen; after each change of the palette."""
    made = app.palette()
    if made.color(_Role.Link) != link(made):
        made.setColor(_Role.Link, link(made))
        app.setPalette(made)
    if is_fusion(app.style()):
        app.setPalette(_for_menus(app.palette()), "QMenu")  # type: ignore[arg-type]  # the stubs
        app.setPalette(_for_bars(app.palette()), "QScrollBar")  # type: ignore[arg-type]  # have bytes


def _for_menus(made: QPalette) -> QPalette:
    """Have the edges of menus and of their tick boxes seen in the dark.

    Fusion draws them in a colour darker than the window's, which is lost on a dark menu.
    """
    if is_dark(made):
        ground = made.color(_Role.Base)
        seen = distinct_from(ground, ground, made.color(_Role.Text), 3.0)
        made.setColor(_Role.Window, seen.lighter(_FUSION_DARKER))
    return made


def _for_bars(made: QPalette) -> QPalette:
    """Have what is dragged of a scroll bar seen where a button has the window's colour."""
    if is_flat(made):
        made.setColor(_Role.Button, edge(made))
    return made


def is_fusion(style: QStyle) -> bool:
    """Return whether Fusion draws, whether something is laid over it or not."""
    return beneath(style).name() == "fusion"


def beneath(style: QStyle) -> QStyle:
    """Return the style that draws, without what is laid over it."""
    return style.baseStyle() if isinstance(style, QProxyStyle) else style


def own_palette(*, dark: bool) -> QPalette:
    """Return the program's own palette, for platforms that have none."""
    made = QPalette()
    for role, pair in _ROLES.items():
        made.setColor(role, QColor(pair[dark]))
    off = QPalette.ColorGroup.Disabled
    for role in _WRITING:
        made.setColor(off, role, mix(made.color(role), made.color(_Role.Window), 0.55))
    for role in (_Role.Highlight, _Role.Accent):
        made.setColor(off, role, made.color(_Role.Mid))
    return made


def _luminance(color: QColor) -> float:
    red, green, blue = (_linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
