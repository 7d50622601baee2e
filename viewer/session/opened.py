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
    """A transcript and its recording, of which either may be absent, and what has changed.

    `picture_due` tells that the recording is still being made and will have a picture,
    `chosen_gone` that one was chosen by hand and is not where it was.
    """

    document: Document | None = None
    recording: Recording | None = None
    change: Change = Change.DOCUMENT
    picture_due: bool = False
    chosen_gone: bool = False

    @property
    def transcript(self) -> Transcript | None:
        """The open document's transcript."""
        return self.document.transcript if self.document is not None else None

    @property
    def anything(self) -> bool:
        """Whether anything is open."""
        return self.document is not None or self.recording is not None

    @property
    def can_forget(self) -> bool:
        """Whether a recording was chosen by hand, be it there or not."""
        return self.chosen_gone if self.recording is None else self.recording.chosen

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture, or will be: it has its place from the beginning."""
        return self.picture_due if self.recording is None else self.recording.info.has_video

    @property
    def other_document(self) -> bool:
        """Whether the transcript is another one, or was read anew."""
        return self.change is not Change.RECORDING
