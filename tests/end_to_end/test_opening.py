"""Opening: what is there, what is missing or broken, what comes second, what is dropped."""

import shutil

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.desk import write_srt, write_untimed
from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, click_line, clipboard, press, select
from tests.media.films import film
from viewer.options import Options
from viewer.playback.engine import PlayState

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def talk(tmp_path):
    return write_srt(tmp_path / "talk.srt", "One.", "Two.", "Three.")


def reported(program):
    """The sentences in the message bar."""
    bar = program.window.text.message
    if not bar.isVisible():
        return []
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]


def waits_for_the_clock(program, qtbot):
    qtbot.waitUntil(lambda: program.player.silent, timeout=PATIENCE_MS)


def is_usable(program, qtbot):
    """Space lights lines, words can be selected and quoted."""
    view = program.window.text.view
    view.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: program.follower.said.lit == (0,), timeout=PATIENCE_MS)
    press(Qt.Key.Key_Space)
    select(view, "Two", "Three")
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    return clipboard()[0].startswith("“Two. Three")


def test_nothing_open_says_what_to_do(start):
    program = start(Options())
    pane = program.window.text
    assert pane.card.isVisible()
    assert not program.window.play_bar.isVisible()
    assert not pane.header.isVisible()


def test_no_recording(start, qtbot, talk):
    program = start(Options(file=talk))
    waits_for_the_clock(program, qtbot)
    assert "No recording was found near this transcript." in reported(program)
    assert is_usable(program, qtbot)


@pytest.mark.parametrize("name", ["gone", "empty", "text"])
def test_a_recording_that_is_gone_or_broken_is_one_sentence(start, qtbot, talk, name):
    media = talk.with_name("scene.mp4")
    if name != "gone":
        media.write_bytes(b"" if name == "empty" else b"This is a text.\n" * 99)
    program = start(Options(file=talk, media=media))
    waits_for_the_clock(program, qtbot)
    sentences = [text for text in reported(program) if "scene.mp4" in text]
    assert len(sentences) == 1
    assert sentences[0].endswith(".")
    assert is_usable(program, qtbot)


def test_a_recording_cut_short_plays_or_is_one_sentence(start, qtbot, talk, engine):
    media = film(talk.with_suffix(".mp4"), seconds=4)
    media.write_bytes(media.read_bytes()[:-200])
    program = start(Options(file=talk, engine=engine))
    settled = (PlayState.PAUSED, PlayState.ENDED)
    qtbot.waitUntil(lambda: program.player.state in settled, timeout=PATIENCE_MS)
    assert program.session.document is not None


def test_a_transcript_without_times_opens_selects_and_quotes(start, qtbot, tmp_path):
    program = start(Options(file=write_untimed(tmp_path / "talk.md", "One.", "Two.", "Three.")))
    qtbot.waitUntil(lambda: program.session.document is not None, timeout=PATIENCE_MS)
    view = program.window.text.view
    view.setFocus()
    click_line(view, 1)
    press(Qt.Key.Key_Space)
    assert program.player.state is PlayState.EMPTY
    select(view, "Two", "Three")
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    link = "https://www.youtube.com/watch?v=abcdefghijk"
    assert clipboard()[0] == f"“Two. Three”\n— A talk, A channel, 24 May 2017 {link}"


def test_a_recording_of_sound_alone_gives_the_text_the_whole_width(start, qtbot, talk, engine):
    film(talk.with_suffix(".mp4"), seconds=2, video=False)
    program = start(Options(file=talk, engine=engine))
    qtbot.waitUntil(lambda: program.player.state is PlayState.PAUSED, timeout=PATIENCE_MS)
    assert program.window.text.width() == program.window.width()
    assert program.window.play_bar.isVisible()
    program.player.play()
    qtbot.waitUntil(lambda: program.follower.said.lit == (0,), timeout=PATIENCE_MS)


def test_a_recording_opened_first_finds_its_transcript(start, qtbot, talk, engine):
    media = film(talk.with_name("Talk about rivers [abcdefghijk].mp4"), seconds=2)
    archive = write_untimed(talk.with_name("rivers.md"), "One.")
    program = start(Options(file=media, engine=engine))
    qtbot.waitUntil(lambda: program.session.recording is not None, timeout=PATIENCE_MS)
    assert program.session.document.path == archive


def test_a_recording_alone_is_shown_beside_the_card(start, qtbot, tmp_path, engine):
    program = start(Options(file=film(tmp_path / "scene.mp4", seconds=2), engine=engine))
    qtbot.waitUntil(lambda: program.player.state is PlayState.PAUSED, timeout=PATIENCE_MS)
    assert program.window.video.isVisible()
    assert program.window.text.card.isVisible()
    assert program.window.play_bar.isVisible()
    assert "scene" in program.window.windowTitle()
    assert any(sentence.startswith("No transcript was found") for sentence in reported(program))
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: program.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)


def test_the_later_of_two_openings_wins(start, qtbot, seed, talk):
    program = start(Options())
    program.workspace.opening.open(seed)
    program.workspace.opening.open(talk)
    qtbot.waitUntil(program.jobs._pool.waitForDone, timeout=PATIENCE_MS)
    waits_for_the_clock(program, qtbot)
    assert program.session.document.path == talk
    assert program.window.text.view.toPlainText() == "One.\nTwo.\nThree."


def drop(widget, *paths):
    """Drop files on a widget, as the desktop does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = widget.rect().center()
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(middle), copy, data, LEFT, none)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(middle), copy, data, LEFT, none))


@pytest.mark.parametrize("place", ["text", "picture", "seek bar"])
def test_a_transcript_and_its_recording_dropped_anywhere_open_together(
    opened, qtbot, talk, tmp_path, place
):
    (tmp_path / "far").mkdir()
    media = film(tmp_path / "far" / "scene.mp4", seconds=2)
    window = opened.window
    drop(
        {
            "text": window.text.view.viewport(),
            "picture": window.video.childAt(window.video.rect().center()),
            "seek bar": window.play_bar.seek_bar,
        }[place],
        media,
        talk,
    )
    qtbot.waitUntil(
        lambda: opened.session.recording is not None and opened.session.recording.path == media,
        timeout=PATIENCE_MS,
    )
    assert opened.session.document.path == talk


def test_words_are_not_dropped(unheard):
    data = QMimeData()
    data.setText("some words")
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, LEFT, none)
    QApplication.sendEvent(unheard.window.text.view.viewport(), enter)
    assert not enter.isAccepted()


def test_the_chosen_recording_is_played_again_after_the_folder_was_moved(
    start, qtbot, talk, tmp_path, engine
):
    (tmp_path / "far").mkdir()
    media = film(tmp_path / "far" / "scene.mp4", seconds=2)
    first = start(Options(file=talk, media=media, engine=engine))
    qtbot.waitUntil(lambda: first.session.recording is not None, timeout=PATIENCE_MS)
    first.window.close()
    there = tmp_path / "there"
    there.mkdir()
    shutil.move(talk, there / talk.name)
    second = start(Options(file=there / talk.name, engine=engine))
    qtbot.waitUntil(lambda: second.session.recording is not None, timeout=PATIENCE_MS)
    assert second.session.recording.path == media


@pytest.mark.usefixtures("sample_made")
def test_the_sample_opens_with_its_stand_in_playing_and_named_so(start, qtbot, engine):
    program = start(Options(demo=True, engine=engine))
    qtbot.waitUntil(lambda: program.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: program.follower.said.lit == (0,), timeout=PATIENCE_MS)
    captions = [label.text() for label in program.window.video.findChildren(QLabel)]
    assert any("stand-in" in text for text in captions)
