"""Where the open files lie, and what they are."""

from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.media.probe import probe
from viewer.session.document import Recording
from viewer.session.loading import read
from viewer.session.opened import Opened
from viewer.ui.details.file_facts import file_facts
from viewer.ui.details.panel import DetailsPanel


def test_a_transcript_and_its_recording(tmp_path):
    talk = tmp_path / "talk.srt"
    talk.write_text("1\n00:00:01,000 --> 00:00:02,000\nHi.\n")
    media = film(tmp_path / "talk.mp4", seconds=3, size=(64, 48))
    assert file_facts(read(talk), Recording(MediaSource(media), probe(media))) == [
        ("Transcript", f"{talk} · SubRip"),
        ("Recording", f"{media} · 0:03 · 64 × 48"),
    ]


def test_sound_alone_has_no_size(tmp_path):
    media = film(tmp_path / "talk.m4a", seconds=2, video=False)
    (fact,) = file_facts(None, Recording(MediaSource(media), probe(media)))
    assert fact == ("Recording", f"{media} · 0:02")


def test_nothing_open_is_nothing_reported():
    assert file_facts(None, None) == []


def test_the_panel_shows_them_also_without_a_transcript(qtbot, actions, tmp_path):
    panel = DetailsPanel(actions)
    qtbot.addWidget(panel)
    media = film(tmp_path / "a <b>.mp4")
    panel.show_opened(Opened(None, Recording(MediaSource(media), probe(media))))
    shown = panel._text.toPlainText()
    assert str(media) in shown
    panel.show_opened(Opened())
    assert panel._text.toPlainText() == ""
