"""The colours of pages that are read, all derived from the palette."""

from typing import Final, Self

from PySide6.QtGui import QColor, QPalette

from viewer.core.value import value
from viewer.ui.theme.palette import accent, contrast, distinct_from, mix

#: How much of the accent colour the lit line's band has, and of the text's the one pointed at.
LIT: Final = 0.15
POINTED: Final = 0.045
#: How much of a selection's colour may lie over what it is on, and what contrast it has to
#: that: a lit line is to stay lit.
SHARES: Final = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
DISTINCT: Final = 1.6
#: WCAG AA for text.
AA: Final = 4.5


@value
class PageColours:
    """What the page is painted with.

    `time` is legible on the page and on every band; `dim_bar` marks the line last said, in a gap.
    `selected` is seen through.
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
    spoken: QColor
    found: QColor
    found_here: QColor
    on_found_here: QColor
    rushed: QColor

    @classmethod
    def of(cls, palette: QPalette) -> Self:
        """Derive the colours from a palette."""
        role = QPalette.ColorRole
        page, text = palette.color(role.Base), palette.color(role.Text)
        bar = accent(palette)
        pointed, band = mix(page, text, POINTED), mix(page, bar, LIT)
        faint = palette.color(role.PlaceholderText)
        time = distinct_from(pointed, mix(page, faint, faint.alphaF()), text, AA)
        return cls(
            page=page,
            text=text,
            time=time,
            speaker=distinct_from(page, mix(bar, text, 0.25), text, AA),
            band=band,
            pointed=pointed,
            bar=bar,
            dim_bar=mix(page, bar, 0.5),
            selected=_over((page, band), palette.color(role.Highlight), text),
            spoken=_over((page, band), bar, text),
            found=_thin(bar, 0.3),
            found_here=bar,
            on_found_here=distinct_from(bar, page, text, AA),
            rushed=mix(page, time, 0.65),
        )


def _thin(colour: QColor, share: float) -> QColor:
    thin = QColor(colour)
    thin.setAlphaF(share)
    return thin


def _over(grounds: tuple[QColor, ...], colour: QColor, text: QColor) -> QColor:
    """Return a see-through colour that differs from all grounds, and on which text can be read."""
    thin = QColor(colour)
    for share in SHARES:
        mixed = [(ground, mix(ground, colour, share)) for ground in grounds]
        if any(contrast(text, over) < AA for _, over in mixed):
            break
        thin.setAlphaF(share)
        if all(contrast(over, ground) >= DISTINCT for ground, over in mixed):
            break
    return thin
