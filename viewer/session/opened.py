"""What is open, stated in one piece."""

from enum import Enum, auto

from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.session.document import Document, Recording


class Change(Enum):
    """What is another one than before."""

    #: Another transcript, or none; the recording is its own, where it is known already.
    DOCUMENT = auto()
    #: The same transcript read in another way, or its other language: the recording stays.
    READING = auto()
    #: The recording alone.
    RECORDING = auto()


@value
class Opened:
    """A transcript and its recording, of which either may be absent, and what has changed."""

    document: Document | None = None
    recording: Recording | None = None
    change: Change = Change.DOCUMENT

    @property
    def transcript(self) -> Transcript | None:
        """The open document's transcript."""
        return self.document.transcript if self.document is not None else None

    @property
    def anything(self) -> bool:
        """Whether anything is open."""
        return self.document is not None or self.recording is not None

    @property
    def other_document(self) -> bool:
        """Whether the transcript is another one, or was read anew."""
        return self.change is not Change.RECORDING
