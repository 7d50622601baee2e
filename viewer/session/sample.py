"""The sample: a transcript that comes with the program, and a stand-in for its recording."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from viewer.core.media_source import MediaSource
from viewer.core.transcript import Transcript
from viewer.media.inspection import info_of
from viewer.session import loading
from viewer.session.document import Document, Recording
from viewer.session.job import Job
from viewer.session.opening import Opening
from viewer.session.pairing import Pairing
from viewer.session.playing import Playing
from viewer.session.tasks import Doing


class Sample(QObject):
    """Opens the sample; its recording is made where it is not there yet."""

    def __init__(self, opening: Opening, playing: Playing, pairing: Pairing) -> None:
        super().__init__(opening)
        self._opening, self._playing, self._pairing = opening, playing, pairing

    def open(self, transcript: Path, recording: Callable[[Job, Transcript], Path]) -> None:
        """Open the sample; `recording` makes or finds its stand-in, in a job."""

        def opened(document: Document) -> None:
            def make(job: Job) -> loading.Found:
                source = MediaSource(recording(job, document.transcript))
                return loading.Found(Recording(source, info_of(source), stand_in=True))

            self._pairing.give_up()
            self._playing.begin(document, picture_due=True)  # else the text would move aside later
            self._pairing.find(Doing.MAKING, make, self._pairing.take)

        self._opening.read(lambda _: loading.read(transcript, is_sample=True), opened)
