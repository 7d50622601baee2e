"""How characters of the transcript stand out, in the colours of its page."""

from typing import Final

from PySide6.QtGui import QColor, QTextCharFormat

from viewer.ui.theme.page_colours import PageColours
from viewer.ui.transcript.layers import Look

#: How much of a tag's colour lies behind the characters.
_NOTED: Final = 0.16


class TranscriptColours(PageColours):
    """What the transcript is painted with."""

    def ground_of(self, look: Look) -> QColor:
        """Return the colour of a band behind characters, or of a bar beside their lines."""
        return {
            Look.POINTED: self.pointed,
            Look.LIT: self.band,
            Look.FOLLOWED: self.bar,
            Look.LAST_SAID: self.dim_bar,
        }[look]

    def format_of(self, look: Look) -> QTextCharFormat:
        """Return how characters are drawn that stand out: found ones are underlined, too."""
        drawn = QTextCharFormat()
        if look is Look.SPOKEN:
            drawn.setBackground(self.spoken)
            # A selected word may have nearly the same ground.
            drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            drawn.setUnderlineColor(self.bar)
            return drawn
        if look is Look.RUSHED:
            drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            drawn.setUnderlineColor(self.rushed)
            return drawn
        if look is Look.DOUBTFUL:
            drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            drawn.setUnderlineColor(self.time)
            return drawn
        drawn.setFontUnderline(True)
        drawn.setBackground(self.found)
        if look is Look.FOUND_HERE:
            drawn.setBackground(self.found_here)
            drawn.setForeground(self.on_found_here)
        return drawn


def noted_format(colour: QColor) -> QTextCharFormat:
    """Return how characters are drawn that are in the notebook, in the colour of their tag."""
    drawn = QTextCharFormat()
    ground = QColor(colour)
    ground.setAlphaF(_NOTED)
    drawn.setBackground(ground)
    drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    drawn.setUnderlineColor(colour)
    return drawn
