"""How things stand: which commands make sense now, and what the status bar says is open."""

from PySide6.QtCore import QLocale, QObject, Slot

from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.document import Document, Recording
from viewer.session.opened import Opened
from viewer.session.session import Session
from viewer.ui.commands.actions import Actions, Need
from viewer.ui.theme import plain
from viewer.ui.widgets.plain_label import PlainLabel
from viewer.ui.window.full_screen import FullScreen
from viewer.ui.window.panes import Panes
from viewer.web.ways import Means, offer


class Availability(QObject):
    """Keeps commands, panes and the label `facts` in step with what is open."""

    def __init__(
        self,
        session: Session,
        player: Player,
        full_screen: FullScreen,
        commands: Actions,
        panes: Panes,
    ) -> None:
        super().__init__(panes)
        self._session, self._player, self._full_screen = session, player, full_screen
        self._commands, self._panes = commands, panes
        self._names_web = False
        self._loop = ""
        self.facts = PlainLabel()

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Take in that something else is open."""
        transcript = opened.transcript
        self._names_web = transcript is not None and offer(transcript, Means()) is not None
        self.refresh()

    @Slot(str)
    def show_loop(self, words: str) -> None:
        """Say what is played over and over; an empty text for nothing."""
        self._loop = words
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Enable what makes sense now, and tell what is open."""
        document = self._session.document
        playable = self._player.state not in (PlayState.EMPTY, PlayState.FAILED)
        self._commands.offer(self._have(document, playable=playable))
        anything = document is not None or self._session.recording is not None
        self._panes.set_open(anything, playable=playable)
        self.facts.setText(plain.line(" · ".join(self._facts(document))))

    def _have(self, document: Document | None, *, playable: bool) -> Need:
        transcript = document.transcript if document else None
        recording = self._session.recording
        have = Need.NOTHING
        for holds, need in (
            (transcript is not None or recording is not None, Need.OPEN),
            (transcript is not None, Need.TRANSCRIPT),
            (transcript is not None and transcript.timed, Need.TIMES),
            (transcript is not None and bool(transcript.problems), Need.PROBLEMS),
            (transcript is not None and bool(transcript.chapters), Need.CHAPTERS),
            (transcript is not None and bool(transcript.speakers), Need.SPEAKERS),
            (self._session.opened.can_forget, Need.CHOSEN_RECORDING),
            (playable, Need.PLAYBACK),
            (playable and not self._player.silent, Need.SOUND),
            (self._panes.has_picture and not self._full_screen.on, Need.PICTURE),
            (self._full_screen.on, Need.FULL_SCREEN),
            (recording is not None and recording.path is not None, Need.MEDIA_FILE),
            (_has_frames(recording), Need.FRAMES),
            (self._names_web, Need.WEB_LINK),
        ):
            have |= need if holds else Need.NOTHING
        return have

    def _facts(self, document: Document | None) -> list[str]:
        without = (
            self.tr("No recording: a silent clock")
            if self._session.recording is None
            else self.tr("No media engine: a silent clock")
        )
        silent = without if self._player.silent else ""
        engine = silent or self._player.engine_name
        waiting = self.tr("Waiting for the network…") if self._player.buffering else ""
        facts = list(filter(None, (self._loop, waiting, engine)))
        if document is not None:
            facts.append(self._lines(document))
            if (encoding := document.transcript.encoding) not in ("utf-8", "ascii"):
                facts.append(encoding)
        return facts

    def _lines(self, document: Document) -> str:
        """Return how many lines the file has, and in how many they are shown."""
        count, shown = document.line_count, len(document.transcript.segments)
        numbers = QLocale()
        numbers.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)  # C has no groups
        many = self.tr("{n} lines").format(n=numbers.toString(count))
        lines = self.tr("1 line") if count == 1 else many
        if shown == count:
            return lines
        cut = self.tr("{lines}, cut into {n} to be read")
        return cut.format(lines=lines, n=numbers.toString(shown))


def _has_frames(recording: Recording | None) -> bool:
    """Return whether there is a file of which single pictures can be taken."""
    return recording is not None and recording.path is not None and recording.info.has_video
