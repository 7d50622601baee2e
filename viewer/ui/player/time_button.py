"""The running time beside the whole; a click turns it into the time that remains."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QWidget

from viewer.core.timecode import format_clock
from viewer.ui.theme.palette import tabular
from viewer.ui.theme.words import left_to_right
from viewer.ui.widgets.icon_button import IconButton


class TimeButton(IconButton):
    """Shows `0:36 / 4:58`, or `−4:22 / 4:58`, as wide as the longest time to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._position_ms = self._duration_ms = 0
        self._remaining = False
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFont(tabular(self.font()))
        self.clicked.connect(self._turn)
        self._refresh()

    def set_position(self, ms: int) -> None:
        """Take in where playback is."""
        self._position_ms = ms
        self._refresh()

    def set_duration(self, ms: int) -> None:
        """Take in how long the recording is."""
        self._duration_ms = ms
        self._refresh()

    def sizeHint(self) -> QSize:
        """Return the size that holds every time up to the end, so that nothing moves about.

        It is worked out from the widest text alone: a difference to the width of the text of the
        moment would be a pixel more or less as that is rounded.
        """
        metrics, option = self.fontMetrics(), QStyleOptionToolButton()
        self.initStyleOption(option)
        digit = max("0123456789", key=metrics.horizontalAdvance)
        widest = re.sub(
            r"\d", digit, left_to_right(self._words(self._duration_ms or self._position_ms))
        )
        option.text = widest
        text = metrics.size(Qt.TextFlag.TextShowMnemonic, widest)
        text.setWidth(text.width() + 2 * metrics.horizontalAdvance(" "))  # as Qt's own button has
        kind = QStyle.ContentsType.CT_ToolButton
        return self.style().sizeFromContents(kind, option, text, self)

    def _turn(self) -> None:
        self._remaining = not self._remaining
        self._refresh()
        self.updateGeometry()

    def _refresh(self) -> None:
        time = self._words(self._position_ms)
        words = left_to_right(time)
        if words == self.text():
            return
        self.setText(words)
        name = (
            self.tr("Remaining time: {time}")
            if self._remaining
            else self.tr("Elapsed time: {time}")
        )
        self.setAccessibleName(name.format(time=time))
        show = self.tr("Show elapsed time") if self._remaining else self.tr("Show remaining time")
        self.setToolTip(show)

    def _words(self, position_ms: int) -> str:
        if not self._duration_ms:
            return format_clock(position_ms)
        whole = format_clock(self._duration_ms)
        if self._remaining:
            left = max(self._duration_ms - position_ms, 0)
            return f"−{format_clock(left)} / {whole}"
        return f"{format_clock(position_ms)} / {whole}"
