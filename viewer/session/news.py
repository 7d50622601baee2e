"""What came of opening, finding and saving: reported once, for the window to put into words."""

from PySide6.QtCore import QObject, Signal


class News(QObject):
    """The signals that are no state, in one place whoever has something to tell."""

    #: An expected failure, a `ViewerError`.
    failed = Signal(object)
    #: One of the open transcript's recording, in place of which another one may do.
    recording_failed = Signal(object)
    #: One of the web's: the error, and the `Recording`, which may be tried again.
    web_failed = Signal(object, object)
    #: No recording was found, and none was chosen.
    no_recording = Signal()
    #: A recording was opened for which no transcript was found.
    no_transcript = Signal()
    #: What was to be opened is a folder: its path.
    folder_opened = Signal(object)
    #: Another recording was chosen for the open transcript: a `Choice`, for `take_back`.
    recording_chosen = Signal(object)
    #: Other recordings moved along with one that was chosen again: a mapping for `relink`.
    moved_along = Signal(object)
    #: A transcript was opened where it was left: a `LeftOff`.
    returned = Signal(object)
    #: A copy was written: its path.
    saved = Signal(object)
    #: A copy was written in which lines were given times: its path, and how many lines.
    saved_guessing = Signal(object, int)
