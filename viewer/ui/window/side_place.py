"""Where the side panel stands: beside the text, or in the picture's place where room is short."""

from PySide6.QtCore import QObject, Qt, Slot

from viewer.ui.side.panel import SidePanel
from viewer.ui.window.beside import Beside
from viewer.ui.window.panes import PICTURE_WIDTH_PX, Arrangement, Panes


class SidePlace(QObject):
    """Moves the panel: the picture gives way to it first in width, then altogether.

    So the text is never squeezed between both. Without a picture `Beside` knows where it stands.
    """

    def __init__(self, panes: Panes, beside: Beside, panel: SidePanel) -> None:
        super().__init__(panes)
        self._panes, self._beside, self._panel = panes, beside, panel
        self._over = False
        panes.arranged.connect(self.place)
        panes.resized.connect(self.place)
        panel.shown_changed.connect(self.place)

    @Slot()
    def place(self) -> None:
        """Put the panel where it belongs now."""
        shown = bool(self._panel.shown)
        over = shown and self._has_no_room()
        self._panes.set_text_room(self._beside.both_px if shown and not over else 0)
        if over is not self._over:
            self._over = over
            self._move(shown=shown)
        self._beside.apply()

    def _move(self, *, shown: bool) -> None:
        focused = self._panel.window().focusWidget() if self._panel.has_keys() else None
        self._panes.cover_picture(self._panel if self._over else None)
        if not self._over:
            self._beside.take_panel()
        self._panel.setVisible(shown)  # which another parent changes
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_no_room(self) -> bool:
        """Return whether picture, text and panel cannot stand beside each other."""
        picture = self._panes.arrangement in (Arrangement.BESIDE, Arrangement.ABOVE)
        return picture and self._panes.width() < PICTURE_WIDTH_PX + self._beside.both_px
