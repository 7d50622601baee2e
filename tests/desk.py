"""A session on a fake engine, whose jobs wait until they are told to run, here."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tests.fakes import FakeEngine, FakeTime
from viewer.playback.player import Player
from viewer.session.document import Document, Version
from viewer.session.jobs import Jobs
from viewer.session.opened import Opened
from viewer.session.workspace import Workspace
from viewer.state.chosen_recordings import ChosenRecordings
from viewer.state.left_off import LeftOffs
from viewer.state.notebooks import Notebooks
from viewer.state.places import places

#: Three lines of two seconds, with a gap of a second after each.
STARTS_MS = (1000, 4000, 7000)


class Desk:
    """Everything behind the window; what the session tells is kept by the signal's name."""

    def __init__(self, length_ms=60_000):
        self.time = FakeTime()
        self.engine = FakeEngine(self.time, length_ms=length_ms)
        self.player = Player([lambda: self.engine], now=self.time)
        self.waiting = []
        self.jobs = Jobs(start=self.waiting.append)
        self.chosen = ChosenRecordings(places().recordings)
        self.workspace = work = Workspace(
            self.player,
            self.jobs,
            self.chosen,
            LeftOffs(places().left_off),
            Notebooks(places().notebooks),
        )
        #: Notes are read and kept on the spot.
        work.notes._jobs = Jobs(start=lambda task: task())
        self.follower, self.lines = work.follower, work.lines
        self.session, self.news = work.session, work.news
        self.opening, self.pairing, self.playing = work.opening, work.pairing, work.playing
        self.saving, self.sample = work.saving, work.sample
        self.reported = {}
        reported = {
            "opened_changed": self.session.opened_changed,
            "failed": self.news.failed,
            "saved": self.news.saved,
            "busy_changed": work.tasks.busy_changed,
        }
        for name, signal in reported.items():
            signal.connect(self.reported.setdefault(name, []).append)
        self.news.recording_failed.connect(self.reported["failed"].append)
        self.reported["no_recording"] = []
        self.news.no_recording.connect(lambda: self.reported["no_recording"].append(True))

    def work(self):
        """Run what waits, and what that begins, to the end."""
        while self.waiting:
            self.work_one()

    def work_one(self):
        """Run the job that has waited longest, and take its outcome in."""
        self.waiting.pop(0)()
        QCoreApplication.sendPostedEvents()

    def open(self, path, **how):
        """Open a file and wait for all that this begins."""
        self.opening.open(path, **how)
        self.work()

    def pass_by(self, seconds):
        """Let time go by, looked at twenty times a second."""
        for _ in range(round(seconds * 20)):
            self.time.pass_by(0.05)
            self.player.tick()

    def shut_down(self):
        """Let go of everything."""
        self.player.close()
        self.jobs.shut_down()


def write_srt(path, *texts, starts_ms=None):
    """Write a transcript of these lines and return its path."""
    starts_ms = starts_ms or [1000 + 3000 * i for i in range(len(texts))]
    cues = [
        f"{i + 1}\n{_clock(start)} --> {_clock(start + 2000)}\n{text}\n"
        for i, (start, text) in enumerate(zip(starts_ms, texts, strict=True))
    ]
    path.write_text("\n".join(cues), encoding="utf-8")
    return path


def write_untimed(path, *texts):
    """Write an archive transcript without times and return its path."""
    lines = "\n".join(f"*  {text}" for text in texts)
    link = "https://www.youtube.com/watch?v=abcdefghijk"
    head = f"---\nLength: 60s\n---\n# A talk\n**A channel:** [May 24, 2017]({link})\n\n"
    path.write_text(head + lines + "\n", encoding="utf-8")
    return path


def _clock(ms):
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{ms:03}"


def opened(transcript, name="talk.srt"):
    """The statement that a transcript is open, without a recording; None for nothing."""
    return Opened(Document(Version(Path(name)), transcript, "key") if transcript else None)


def path_of(desk):
    """The open transcript's file, or None."""
    return desk.session.document and desk.session.document.path


def sentences(desk):
    """What was told of failures."""
    return [str(error) for error in desk.reported["failed"]]
