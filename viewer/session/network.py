"""Whether anything may go out to the network; every door asks here first."""

from PySide6.QtCore import QObject, Signal, Slot

from viewer.errors import NetworkError


class Network(QObject):
    """The one switch. Even where it is on, nothing goes out but what the user asked for."""

    #: Whether the network may be used from now on.
    allowed_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._allowed = True

    @property
    def allowed(self) -> bool:
        """Whether what the user asks for may go out."""
        return self._allowed

    @Slot(bool)
    def allow(self, allowed: bool) -> None:
        """Let the network be used, or not."""
        if allowed != self._allowed:
            self._allowed = allowed
            self.allowed_changed.emit(allowed)

    def check(self) -> None:
        """Raise `NetworkError` where nothing may go out."""
        if not self._allowed:
            raise NetworkError("The network is switched off for Cueline.")
