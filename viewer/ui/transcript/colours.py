"""The colours of the transcript's page, all derived from the palette."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QPalette

from viewer.ui.theme.palette import accent, mix, told_from

#: How much of the accent colour the lit line's band has, and of the text's the one pointed at.
LIT: Final = 0.15
POINTED: Final = 0.045
#: WCAG AA for text.
AA: Final = 4.5


@dataclass(frozen=True, slots=True)
class TranscriptColours:
    """What the page is painted with.

    `time` is legible on the page and on every band; `dim_bar` marks the line last said, in a gap.
    """

    page: QColor
    text: QColor
    time: QColor
    speaker: QColor
    band: QColor
    pointed: QColor
    bar: QColor
    dim_bar: QColor
    selected: QColor

    @classmethod
    def of(cls, palette: QPalette) -> "TranscriptColours":
        """Derive the colours from a palette."""
        role = QPalette.ColorRole
        page, text = palette.color(role.Base), palette.color(role.Text)
        bar = accent(palette)
        pointed = mix(page, text, POINTED)
        faint = palette.color(role.PlaceholderText)
        time = told_from(pointed, mix(page, faint, faint.alphaF()), text, AA)
        return cls(
            page=page,
            text=text,
            time=time,
            speaker=told_from(page, mix(bar, text, 0.25), text, AA),
            band=mix(page, bar, LIT),
            pointed=pointed,
            bar=bar,
            dim_bar=mix(page, bar, 0.5),
            selected=palette.color(role.Highlight),
        )
