"""Who this is: name, version, licence, and what it stands on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QVBoxLayout, QWidget

from viewer import __version__
from viewer.ui.dialogs.buttons import close_buttons
from viewer.ui.dialogs.versions import versions


class AboutDialog(QDialog):
    """Says what the program is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Cueline"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = QLabel("Cueline")
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.8)
        name.setFont(font)
        version = QLabel(self.tr("Version {version}").format(version=__version__))
        version.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        what = QLabel(self.tr("A desktop viewer for transcripts: read, click, hear, quote."))
        free = QLabel(self.tr("Free software under the MIT licence. Works offline."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 16)
        layout.setSpacing(8)
        for widget in (name, version, what, free):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addLayout(_stands_on())
        layout.addSpacing(8)
        layout.addWidget(close_buttons(self))
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)


def _stands_on() -> QFormLayout:
    form = QFormLayout()
    for name, value in versions().items():
        if name != "Cueline":
            shown = QLabel(value)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(name, shown)
    return form
