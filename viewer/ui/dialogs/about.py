"""Who this is: name, version, home, licence, and what is inside with its licences."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer import __version__
from viewer.resources import resource
from viewer.ui.dialogs.buttons import close_buttons
from viewer.ui.dialogs.versions import versions
from viewer.ui.theme import plain
from viewer.ui.widgets.plain_label import PlainLabel

#: Where the program is at home: what its application id stands for.
HOME: Final = "https://github.com/cueline/cueline"
_ICON: Final = 64
_LIST_HEIGHT: Final = 220
_WIDTH: Final = 560


class AboutDialog(QDialog):
    """Says what the program is; what is inside is handed in later, for finding out takes long.

    A wish: `home_requested(address)`, to see the project's page.
    """

    home_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Cueline"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._inside = QTreeWidget()
        self._inside.setHeaderLabels([self.tr("Inside"), self.tr("Version"), self.tr("Licence")])
        self._inside.setRootIsDecorated(False)
        self._inside.setAccessibleName(self.tr("What is inside, and its licences"))
        self._inside.setFixedSize(_WIDTH, _LIST_HEIGHT)
        self._inside.setColumnWidth(0, _WIDTH // 3)
        QTreeWidgetItem(self._inside, [self.tr("Looking…")])
        buttons = close_buttons(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 16)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        system = PlainLabel(plain.line(versions()["System"]))
        system.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(system)
        layout.addWidget(self._inside)
        layout.addWidget(buttons)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def show_inside(self, parts: Sequence[Mapping[str, str]]) -> None:
        """List the parts, each with a `name`, a `version` and a `licence`."""
        self._inside.clear()
        for part in parts:
            cells = [plain.line(part.get(key, "")) for key in ("name", "version", "licence")]
            QTreeWidgetItem(self._inside, cells)
        header = self._inside.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _head(self) -> QHBoxLayout:
        picture = PlainLabel()
        icon, scale = QIcon(str(resource("cueline.svg"))), self.devicePixelRatioF()
        picture.setPixmap(icon.pixmap(QSize(_ICON, _ICON), scale))
        picture.setFixedSize(_ICON, _ICON)
        name = PlainLabel("Cueline")
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.8)
        name.setFont(font)
        version = PlainLabel(self.tr("Version {0}").format(plain.line(__version__)))
        version.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        what = PlainLabel(self.tr("A desktop viewer for transcripts: read, click, hear, quote."))
        free = PlainLabel(self.tr("Free software under the MIT licence. Works offline."))
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (name, version, what, free):
            words.addWidget(widget)
        words.addWidget(self._home(), 0, Qt.AlignmentFlag.AlignLeading)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _home(self) -> QPushButton:
        home = QPushButton(plain.in_menu(HOME.removeprefix("https://")))
        home.setFlat(True)
        palette = home.palette()
        palette.setColor(QPalette.ColorRole.ButtonText, palette.color(QPalette.ColorRole.Link))
        home.setPalette(palette)
        home.setCursor(Qt.CursorShape.PointingHandCursor)
        home.setToolTip(self.tr("Open the project's page in the browser"))
        home.clicked.connect(lambda: self.home_requested.emit(HOME))
        return home
