"""The composition root: builds the window and everything behind it; nothing else knows them all."""

import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn

from PySide6.QtCore import QObject, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from viewer import __version__, quick_start
from viewer.core.media_source import MediaSource
from viewer.core.transcript import Said, Transcript
from viewer.errors import StateError
from viewer.leaving import LeavingOnSignals
from viewer.options import Options
from viewer.playback.choose import Engines
from viewer.playback.player import Player
from viewer.playback.trace import Trace
from viewer.resources import resource, seed_path
from viewer.session.follower import Follower
from viewer.session.job import Job
from viewer.session.jobs import Jobs
from viewer.session.stills import Stills
from viewer.session.workspace import Workspace
from viewer.signals import Signals
from viewer.state.chosen_recordings import ChosenRecordings
from viewer.state.left_off import LeftOffs
from viewer.state.notebooks import Notebooks
from viewer.state.places import places
from viewer.state.recent_files import RecentFiles
from viewer.state.user_settings import UserSettings
from viewer.ui.dialogs.bug_report import BugReporter
from viewer.ui.theme.card_style import CardStyle
from viewer.ui.window.wiring import make_window

log = logging.getLogger(__name__)

#: The exit status where Qt cannot show a window.
NO_WINDOW: Final = 1
_DOCTOR_HINT: Final = "Run `cueline doctor` to see what is missing."
#: What desktops file the window under.
APPLICATION_ID: Final = "io.github.cueline.Cueline"


class Program:
    """A window with its player, session and settings, ready to be shown and to be shut down."""

    def __init__(self, options: Options) -> None:
        self.user_settings = UserSettings(places())
        engine = options.engine or self.user_settings.settings.playback.engine
        self.trace = Trace(options.trace) if options.trace else None
        self.jobs = Jobs()
        self.engines = Engines(engine)
        self.player = Player(
            self.engines.makers(),
            web=self.engines.web_makers,
            stills=Stills(self.jobs),
        )
        own = self.user_settings.places
        chosen, left_offs = ChosenRecordings(own.recordings), LeftOffs(own.left_off)
        notebooks = Notebooks(own.notebooks)
        self.workspace = Workspace(self.player, self.jobs, chosen, left_offs, notebooks)
        self.session, self.follower = self.workspace.session, self.workspace.follower
        if self.trace is not None:
            self._write(self.trace)
        self.window = make_window(self.workspace, self.user_settings, RecentFiles(own.recent))
        self.workspace.playing.show_in(self.window.video.sink)
        self.window.demo_requested.connect(self.open_sample)

    def _write(self, trace: Trace) -> None:
        from viewer.playback.tracing import Tracing  # few want one

        Tracing(trace, self.player)
        LitTracer(trace, self.follower)

    def start(self, options: Options) -> None:
        """Show the window and open what was asked for."""
        self.window.show()
        opening = self.workspace.opening
        if options.demo:
            self.open_sample()
        elif options.address:
            self.window.web.addresses.open(options.address)
        elif options.file is not None:
            media = MediaSource(options.media) if options.media is not None else None
            opening.open(options.file, media=media, at_ms=options.at_ms)
        elif options.media is not None:
            opening.open(options.media, at_ms=options.at_ms)

    def open_sample(self) -> None:
        """Open the sample transcript with its stand-in recording."""
        folder = self.user_settings.places.samples

        def recording(job: Job, transcript: Transcript) -> Path:
            from viewer.media import sample  # what draws its pictures takes long to load

            return sample.recording(transcript, folder, job.report, job.is_cancelled)

        self.workspace.sample.open(seed_path(), recording)

    def leave(self) -> None:
        """Close the window and end the event loop, also one that a dialog runs."""
        self.window.asks = False
        self.window.close()
        QApplication.exit()

    def shut_down(self) -> bool:
        """Let go of the engines and the jobs; return whether all work came to rest."""
        self.player.close()
        if self.trace is not None:
            self.trace.close()
        stopped = self.engines.shut_down()
        rested = self.jobs.shut_down() and stopped
        try:
            self.user_settings.save()  # where another window held the file when ours closed
        except StateError as error:
            log.warning("%s", error)
        return rested


class LitTracer(QObject):
    """Writes to the trace which segment is lit."""

    def __init__(self, trace: Trace, follower: Follower) -> None:
        super().__init__(follower)
        self._trace = trace
        follower.said_changed.connect(self._note)

    @Slot(object, int)
    def _note(self, said: Said, ms: int) -> None:
        self._trace.lit(said.lit[-1] if said.lit else -1, ms)


def run(options: Options, signals: Signals | None = None) -> int:
    """Open the window and return the exit status when it is closed; raises `ViewerError`.

    `signals` are those that are noted already.
    """
    signals = signals or Signals()
    try:
        app = make_application()
        return _run(app, options, signals)
    finally:
        signals.stop()


def _run(app: QApplication, options: Options, signals: Signals) -> int:
    if signals.came:
        return 0
    BugReporter.install()
    leaving = LeavingOnSignals(signals)
    program = Program(options)
    leaving.asked.connect(program.leave)
    try:
        program.start(options)
        quick_start.end()
        leaving.listen()
        status = app.exec()
    finally:
        leaving.stop()
        rested = program.shut_down()
    if not rested:
        end_at_once(status)
    app.shutdown()  # which hands the clipboard on to the desktop
    return status


def end_at_once(status: int) -> NoReturn:
    """End the process without waiting for work that is stuck, as Qt would at a usual end.

    Nor for memory to be let go of piece by piece, which takes seconds after a long transcript.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, or none as under pythonw
            stream.flush()
    os._exit(status)


def make_application() -> QApplication:
    """Make the application with its names and its icon."""
    QGuiApplication.setDesktopFileName(APPLICATION_ID)
    before = qInstallMessageHandler(_Ear())
    try:
        app = QApplication(sys.argv[:1])
    finally:
        qInstallMessageHandler(before)
    app.setApplicationName("cueline")
    app.setApplicationDisplayName("Cueline")
    app.setApplicationVersion(__version__)
    app.setStyle(CardStyle())
    app.setWindowIcon(QIcon(str(resource("cueline.svg"))))
    return app


class _Ear:
    """Hears what Qt says while it starts, to say in one sentence why it would abort."""

    def __init__(self) -> None:
        self._warnings: list[str] = []

    def __call__(self, kind: QtMsgType, _context: object, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            reason = [*self._warnings, message][0].strip().splitlines()[0].rstrip(".")
            log.critical("No window can be shown: %s. %s", reason, _DOCTOR_HINT)
            end_at_once(NO_WINDOW)
        if kind is QtMsgType.QtWarningMsg:
            self._warnings.append(message)
        log.debug("%s", message)
