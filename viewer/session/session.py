"""What is open: the state alone; what changes it are `Opening`, `Pairing` and `Playing`."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from viewer.session.document import Document, Recording
from viewer.session.opened import Change, Opened


class Session(QObject):
    """Holds the open transcript and its recording, and tells when either is another one."""

    #: What is open now: an `Opened`.
    opened_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = Opened()

    @property
    def opened(self) -> Opened:
        """What is open."""
        return self._opened

    @property
    def document(self) -> Document | None:
        """The open transcript."""
        return self._opened.document

    @property
    def recording(self) -> Recording | None:
        """The recording that plays."""
        return self._opened.recording

    def begin(
        self,
        document: Document | None,
        recording: Recording | None = None,
        *,
        picture_due: bool = False,
    ) -> None:
        """Have another transcript open, or none, with its recording where that is known."""
        self._become(Opened(document, recording, Change.DOCUMENT, picture_due))

    def exchange(self, document: Document) -> None:
        """Have another reading of the same transcript open; its recording stays."""
        self._become(replace(self._opened, document=document, change=Change.READING))

    def pair(self, recording: Recording | None, *, chosen_gone: bool = False) -> None:
        """Have another recording with the open transcript, or none."""
        self._become(Opened(self.document, recording, Change.RECORDING, chosen_gone=chosen_gone))

    def _become(self, opened: Opened) -> None:
        self._opened = opened
        self.opened_changed.emit(opened)
