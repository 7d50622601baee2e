"""Everything behind the window, made and wired together."""

from viewer.playback.player import Player
from viewer.session.clipping import Clipping
from viewer.session.follower import Follower
from viewer.session.jobs import Jobs
from viewer.session.left_off import LeavingOff
from viewer.session.line_ends import LineEnds
from viewer.session.lines import Lines
from viewer.session.loop import Loop
from viewer.session.network import Network
from viewer.session.news import News
from viewer.session.notes import Notes
from viewer.session.opening import Opening
from viewer.session.pairing import Pairing
from viewer.session.passage import Passage
from viewer.session.playing import Playing
from viewer.session.recorded_chapters import RecordedChapters
from viewer.session.resuming import Resuming
from viewer.session.sample import Sample
from viewer.session.saving import Saving
from viewer.session.session import Session
from viewer.session.tasks import Tasks
from viewer.session.web_recordings import WebRecordings
from viewer.session.word_follower import WordFollower
from viewer.state.chosen_recordings import ChosenRecordings
from viewer.state.left_off import LeftOffs
from viewer.state.notebooks import Notebooks


class Workspace:
    """What is open and all that can be done with it; the window shows it and asks it."""

    def __init__(
        self,
        player: Player,
        jobs: Jobs,
        chosen: ChosenRecordings,
        left_offs: LeftOffs,
        notebooks: Notebooks,
    ) -> None:
        self.player, self.jobs = player, jobs
        self._play(player)
        self._open(player, jobs, chosen, left_offs)
        self.notes = Notes(notebooks, jobs, self.session)
        for each in (self.notes, self.lines, self.loop, self.passage, self.line_ends):
            self.session.opened_changed.connect(each.show_opened)

    def _play(self, player: Player) -> None:
        """Make what goes by the player's position."""
        self.follower = Follower(player)
        self.word_follower = WordFollower(player, self.follower)
        self.lines = Lines(player, self.follower)
        self.line_ends = LineEnds(player)  # before the loop, which goes back at the same moment
        self.passage = Passage(player)
        self.loop = Loop(player)
        self.resuming = Resuming(player, self.loop)

    def _open(
        self, player: Player, jobs: Jobs, chosen: ChosenRecordings, left_offs: LeftOffs
    ) -> None:
        """Make what opens files, and what it is told of."""
        self.session = session = Session()
        self.news = news = News()
        self.network = Network(session)
        self.tasks = tasks = Tasks(jobs, session)
        self.playing = Playing(session, player, self.follower, news)
        self.pairing = Pairing(session, self.playing, tasks, jobs, chosen, news)
        self.left_off = left_off = LeavingOff(session, player, left_offs, jobs)
        self.playing.leaving.connect(left_off.note)
        self.opening = Opening(session, self.playing, self.pairing, tasks, chosen, left_off, news)
        self.recorded_chapters = RecordedChapters(session, jobs)
        self.web = WebRecordings(session, self.playing, player, self.network)
        self.saving = Saving(session, tasks, news)
        self.clipping = Clipping(session, tasks, news)
        self.sample = Sample(self.opening, self.playing, self.pairing)
