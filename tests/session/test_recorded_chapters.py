"""A transcript without chapters has those of its recording."""

from tests import picture_texts
from tests.media.films import film
from tests.ui.pages import heard
from viewer.core.media_source import MediaSource
from viewer.core.transcript import Chapter
from viewer.session.opened import Change

NAMED = ((0, "Where rivers begin"), (400, "Floods"))
CHAPTERS = tuple(Chapter(ms, title) for ms, title in NAMED)


def test_they_are_there_with_the_recording_and_go_with_it(desk, talk, tmp_path):
    film(talk.with_suffix(".mp4"), seconds=1, chapters=NAMED)
    changes = heard(desk.session.opened_changed)
    desk.open(talk)
    document = desk.session.document
    assert document.transcript.chapters == CHAPTERS
    assert changes[-1].change is Change.READING
    assert desk.session.recording is not None
    other = film(tmp_path / "other.mp4", chapters=((0, "Another"),))
    desk.pairing.choose(MediaSource(other))
    desk.work()
    assert desk.session.document.transcript.chapters == (Chapter(0, "Another"),)
    desk.session.pair(None)
    desk.work()
    assert desk.session.document.transcript.chapters == ()
    assert desk.session.document.key == document.key


def test_chapters_of_its_own_stay(desk, tmp_path):
    talk = tmp_path / "talk.vtt"
    talk.write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nOne line.\n", "utf-8")
    film(talk.with_suffix(".mp4"), chapters=NAMED)
    desk.open(talk)
    assert desk.session.document.transcript.chapters == CHAPTERS
    talk = tmp_path / "other.md"
    talk.write_text(picture_texts.talk(), "utf-8")
    film(talk.with_suffix(".mp4"), chapters=NAMED)
    desk.open(talk)
    assert desk.session.recording is not None
    own = desk.session.document.transcript.chapters
    assert {chapter.title for chapter in own} >= {"Where rivers come from", "Where they go"}
