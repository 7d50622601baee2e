import pytest

from tests.desk import Desk, write_srt
from tests.media.films import film
from viewer.session.notes import Notes
from viewer.state.chosen_recordings import ChosenRecordings
from viewer.state.notebooks import Notebooks
from viewer.state.places import places


@pytest.fixture
def desk(qapp):
    desk = Desk()
    yield desk
    desk.shut_down()


@pytest.fixture
def choices():
    """The recordings that the user chose: none as yet."""
    return ChosenRecordings(places().recordings)


@pytest.fixture
def talk(tmp_path):
    """A transcript of three lines, alone in its folder."""
    return write_srt(tmp_path / "talk.srt", "One.", "Two.", "Three.")


@pytest.fixture
def recording(tmp_path):
    """A recording that no name joins to the transcript."""
    (tmp_path / "far").mkdir()
    return film(tmp_path / "far" / "scene.mp4", seconds=1)


@pytest.fixture
def notes(desk):
    made = Notes(Notebooks(places().notebooks), desk.jobs)
    desk.session.opened_changed.connect(made.show_opened)
    yield made
    made.keep_now()


@pytest.fixture
def failures(notes):
    told = []
    notes.failed.connect(told.append)
    return told
