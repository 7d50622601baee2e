"""The way to the desktop's browser: the one place that hands it an address."""

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.links import is_web_link
from viewer.errors import NetworkError
from viewer.session.network import Network


class Browser(QObject):
    """Opens pages of the web, and nothing else, where the network may be used."""

    #: A `NetworkError`.
    failed = Signal(object)
    #: An address for which there is no browser.
    unopened = Signal(str)

    def __init__(self, network: Network, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._network = network

    @Slot(str)
    def open(self, address: str) -> None:
        """Show a page in the browser."""
        if not is_web_link(address):
            return
        try:
            self._network.check()
        except NetworkError as error:
            self.failed.emit(error)
            return
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if not QDesktopServices.openUrl(QUrl(address)):
            self.unopened.emit(address)
