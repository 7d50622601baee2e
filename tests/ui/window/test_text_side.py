from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.ui.pages import timed
from viewer.core.transcript import Source, Transcript
from viewer.media.info import TextTrack
from viewer.session.document import Document, Version
from viewer.session.opened import Opened
from viewer.ui.theme.languages import native_name
from viewer.ui.transcript.following import WayBack
from viewer.ui.window.text_side import TranscriptPane

LINES = timed("One.", "Two.")


@pytest.fixture
def pane(qtbot, actions):
    pane = TranscriptPane(actions)
    qtbot.addWidget(pane)
    pane.languages = []
    pane.header.set_languages = lambda names, current: pane.languages.append((names, current))
    return pane


def document(transcript, *names):
    versions = tuple(Version(Path(name)) for name in names or ("talk.srt",))
    return Document(versions[0], transcript, "key", tuple(sorted(versions, key=str)))


def test_the_card_stands_where_no_transcript_is(pane):
    pane.show_opened(Opened(None))
    assert pane._stack.currentWidget() is pane.card
    assert pane.header.isHidden()
    pane.show_opened(Opened(document(LINES)))
    assert pane._stack.currentWidget() is pane.view
    assert not pane.header.isHidden()
    assert pane.view.toPlainText() == "One.\nTwo."
    pane.show_opened(Opened(None))
    assert pane._stack.currentWidget() is pane.card
    assert pane.view.toPlainText() == ""


def test_languages_call_themselves_by_their_names(pane):
    pane.show_opened(
        Opened(document(LINES, "talk.en.srt", "talk.de.srt", "talk.ro.srt", "talk.srt"))
    )
    names, current = pane.languages[-1]
    assert names[0] == "Deutsch"
    assert "English" in names[1]
    assert names[2].casefold() == "română"
    assert names[3] == "srt"
    assert current == 1


def test_those_of_one_kind_are_told_by_their_names_and_folders(pane):
    paths = [
        "talks/subs/talk.srt",
        "talks/talk.srt",
        "talks/notes.srt",
        "talks/talk.vtt",
        "talks/subs/talk.de.srt",
    ]
    versions = tuple(Version(Path(path)) for path in [*paths, "talks/talk.de.srt"])
    pane.show_opened(Opened(Document(versions[0], LINES, "", versions)))
    assert pane.languages[-1][0] == [
        "srt · talk · subs", "srt · talk · talks", "srt · notes", "vtt",
        "Deutsch · subs", "Deutsch · talks",
    ]  # fmt: skip


def test_a_tracks_title_is_reported_where_it_tells_more_than_its_language(pane):
    tracks = [("eng", "English"), ("ger", "German"), ("eng", "English (SDH)")]
    tracks += [("eng", "Commentary"), ("jpn", ""), ("jpn", ""), ("", "Signs"), ("", "")]
    versions = tuple(
        Version(Path("m.mkv"), TextTrack(index, "srt", language, title))
        for index, (language, title) in enumerate(tracks)
    )
    pane.show_opened(Opened(Document(versions[0], LINES, "", versions)))
    assert pane.languages[-1][0] == [
        "English", "Deutsch", "English (SDH)",
        "English · Commentary", "日本語 · 5", "日本語 · 6", "Signs", "8",
    ]  # fmt: skip


def test_a_transcript_that_is_not_among_its_siblings_does_no_harm(pane):
    alone = Document(Version(Path("/a/talk.srt")), LINES, "key", (Version(Path("b.en.srt")),))
    pane.show_opened(Opened(alone))
    assert pane.languages[-1][1] == 0


def test_the_title_is_the_transcripts(pane):
    titled = Transcript(LINES.segments, source=Source(title="Rivers"))
    pane.show_opened(Opened(document(titled)))
    assert pane.header._title.text() == "Rivers"


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en", "English"), ("es", "español"), ("nl", "Nederlands"), ("he", "עברית"), ("xx", "xx")],
)
def test_a_language_without_a_country_has_a_name_without_one(tag, name):
    assert native_name(tag) == name


def test_a_country_that_is_reported_is_named():
    assert native_name("en-GB") == "British English"


def test_what_is_told_above_the_text_waits_while_the_mouse_is_at_work_in_it(pane):
    pane.show_opened(Opened(document(LINES)))
    pane.resize(600, 400)
    pane.show()
    top = pane.view.mapTo(pane, QPoint()).y()
    pane.hold_still()
    pane.message.show_message("Something to be told.")
    QApplication.processEvents()
    assert pane.view.mapTo(pane, QPoint()).y() == top
    pane.let_move()
    QApplication.processEvents()
    assert pane.view.mapTo(pane, QPoint()).y() == top + pane.message.height() > top


def test_the_way_back_is_offered_where_the_text_keeps_two_lines_beside_it(pane):
    pane.show_opened(Opened(document(LINES)))
    pane.resize(420, 400)
    pane.show()
    pane.show_way_back(WayBack(leads_up=True))
    assert pane.back_to_now.isVisible()
    pane.resize(420, pane.header.height() + pane.back_to_now.room)
    QApplication.processEvents()
    assert pane.back_to_now.isHidden()
    assert pane.view.viewport().height() == pane.view.height() >= pane.beside.text_least_px
    pane.resize(420, 400)
    QApplication.processEvents()
    assert pane.back_to_now.isVisible()
    pane.show_way_back(None)
    assert pane.back_to_now.isHidden()


def test_the_text_asks_for_what_is_told_above_it_and_not_for_its_title(pane):
    pane.show_opened(Opened(document(LINES)))
    pane.find_bar.hide()
    pane.resize(420, 400)
    pane.show()
    before = pane.minimumSizeHint().height()
    assert before == pane.beside.text_least_px
    pane.message.show_message("Something to be told.")
    QApplication.processEvents()
    assert pane.minimumSizeHint().height() == before + pane.message.height()
