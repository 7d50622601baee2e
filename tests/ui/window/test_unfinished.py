"""Closing while something is being made: one question, and no half file either way."""

import pytest

from tests.clip.recordings import numbered
from tests.desk import write_srt
from tests.ui.window.test_notices import sentence
from viewer.core.media_source import MediaSource
from viewer.core.stretch import Stretch
from viewer.formats import registry
from viewer.session.clipping import Manner
from viewer.session.tasks import Doing, Kind
from viewer.ui.dialogs.give_up_work import GiveUpWork


@pytest.fixture
def out(tmp_path):
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "clip.mp4"


@pytest.fixture
def cutting(window, desk, tmp_path, out):
    """A window that is about to cut a clip."""
    recording = numbered(tmp_path / "talk.mp4", seconds=4)
    desk.open(write_srt(tmp_path / "talk.srt", "One."), media=MediaSource(recording))
    desk.workspace.clipping.save([Stretch(0, 1000)], Manner(), out)
    yield window
    desk.workspace.tasks.cancel(*Kind)


@pytest.fixture
def asked(monkeypatch):
    """The questions that are asked, each answered by what is put into `asked.answer`."""

    class Asked(list):
        answer = staticmethod(lambda dialog: dialog.keep.click())

    asked = Asked()

    def ask(dialog):
        asked.append(dialog.question.text())
        asked.answer(dialog)

    monkeypatch.setattr(GiveUpWork, "exec", ask)
    return asked


def test_a_clip_is_cut_on_where_that_is_wanted(cutting, desk, asked, out):
    assert not cutting.close()
    assert asked == ["A clip is still being cut. Quit and give it up?"]
    desk.work()
    assert out.stat().st_size
    assert cutting.close()
    assert len(asked) == 1


def test_a_clip_that_is_given_up_leaves_nothing(cutting, desk, asked, out):
    asked.answer = lambda dialog: dialog.quit.click()
    assert cutting.close()
    desk.work()
    assert list(out.parent.iterdir()) == []
    assert desk.workspace.tasks.making is None


def test_what_comes_to_its_end_meanwhile_needs_no_answer(cutting, desk, asked, out):
    asked.answer = lambda _: desk.work()
    assert cutting.close()
    assert out.exists()


def test_what_fails_meanwhile_keeps_the_window(cutting, desk, asked, out):
    out.parent.rmdir()
    asked.answer = lambda _: desk.work()
    assert not cutting.close()
    assert "clip.mp4" in sentence(cutting) or "out" in sentence(cutting)


def test_a_signal_ends_it_without_a_question(cutting, asked):
    cutting.asks = False
    assert cutting.close()
    assert asked == []


def test_a_signal_that_comes_while_it_is_asked_ends_it(cutting, asked):
    def leave(dialog):
        cutting.asks = False
        dialog.reject()

    asked.answer = leave
    assert cutting.close()


def test_the_end_of_the_session_asks_nothing(cutting, asked, monkeypatch):
    class Ending:
        isSavingSession = staticmethod(lambda: True)  # noqa: N815 - Qt's name

    monkeypatch.setattr("viewer.ui.window.main_window.application", Ending)
    assert cutting.close()
    assert asked == []


def test_of_a_copy_and_of_the_librarys_places_it_is_asked_too(window, desk, talk, asked):
    window.show()
    desk.open(talk)
    desk.saving.save_copy(talk.with_name("copy.srt"), registry.by_name("subrip"))
    assert not window.close()
    desk.work()
    window.library._made()
    desk.work()
    librarian = window.library.librarian
    librarian._saving = desk.jobs.run(lambda _: None, lambda _: None, None)
    assert not window.close()
    librarian.cancel_saving()
    desk.work()
    assert window.close()
    assert asked == ["A file is still being saved. Quit and give it up?"] * 2


def test_reading_is_given_up_without_a_question(window, desk, talk, asked):
    window.show()
    desk.opening.open(talk)
    assert desk.workspace.tasks.making is None
    assert window.close()
    assert asked == []
    desk.work()


def test_a_download_is_named_as_one(desk):
    tasks = desk.workspace.tasks
    tasks.run(Kind.DOWNLOADING, Doing.UPDATING, lambda _: None, lambda _: None, None)
    assert tasks.making is Doing.UPDATING
    desk.work()
    assert tasks.making is None
