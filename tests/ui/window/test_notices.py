import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton

from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.errors import MediaError, ViewerError
from viewer.formats import registry
from viewer.state.places import places
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.choose_encoding import EncodingDialog
from viewer.ui.dialogs.report import ReportDialog
from viewer.ui.transcript.problems_panel import ProblemsPanel
from viewer.ui.widgets.message_bar import Kind
from viewer.ui.widgets.message_row import MessageRow


def buttons(window):
    bar = window.text.message
    return [b.text() for b in bar.findChildren(QPushButton) if b.text() and not b.isHidden()]


def sentence(window):
    shown = window.text.message._shown
    return shown.sentence if shown else ""


def gone(desk, talk):
    media = film(talk.with_name("scene.mp4"))
    desk.open(talk, media=MediaSource(media))
    media.unlink()
    desk.open(talk)


def broken(desk, talk):
    talk.with_suffix(".mp4").write_bytes(b"")
    desk.open(talk)


def refused(desk, talk):
    film(talk.with_suffix(".mp4"))
    desk.engine.refuses = "It cannot be played."
    desk.open(talk)


def not_saved(desk, talk):
    desk.open(talk)
    desk.saving.save_copy(talk, registry.by_name("subrip"))
    desk.work()


def not_there(desk, talk):
    desk.open(talk)
    desk.open(talk.with_name("none.mp4"))


def not_remembered(desk, talk):
    media = film(talk.with_name("scene.mp4"))
    places().recordings.parent.parent.mkdir(parents=True, exist_ok=True)
    places().recordings.parent.write_text("a file where the folder should be")
    desk.open(talk, media=MediaSource(media))


@pytest.mark.parametrize(
    ("fail", "offered"),
    [
        (gone, True), (broken, True), (refused, True),
        (not_saved, False), (not_there, False), (not_remembered, False),
    ],
)  # fmt: skip
def test_another_recording_is_offered_where_it_helps(window, desk, talk, fail, offered):
    fail(desk, talk)
    assert window.text.message._shown.kind is Kind.ERROR
    assert ("Choose recording…" in buttons(window)) is offered


def test_a_chosen_recording_that_is_gone_can_be_forgotten(window, desk, talk):
    gone(desk, talk)
    assert window.commands[Command.FORGET_RECORDING].isEnabled()  # as the menu has it
    offered = window.text.message.findChildren(QPushButton)
    next(button for button in offered if button.text() == "Forget this recording").click()
    desk.work()
    desk.open(talk)
    assert "scene.mp4" not in sentence(window)


def test_without_a_transcript_there_is_nothing_to_choose_for(window, desk, tmp_path):
    desk.engine.refuses = "It cannot be played."
    desk.open(film(tmp_path / "scene.mp4"))
    assert sentence(window) == "It cannot be played."
    assert buttons(window) == []


def test_where_nothing_plays_what_is_missing_is_offered(window, desk, talk, monkeypatch):
    monkeypatch.setattr("viewer.doctor.report", lambda _: {})
    monkeypatch.setattr("viewer.doctor.text", lambda _: "all of it")
    film(talk.with_suffix(".mp4"))
    desk.player._makers = ()
    desk.open(talk)
    assert buttons(window) == ["What is missing?"]
    window.text.message.act()
    desk.work()
    (report,) = window.findChildren(ReportDialog)
    assert "all of it" in report.findChild(QPlainTextEdit).toPlainText()
    report.close()


def test_what_looks_like_no_text_can_be_opened_with_an_encoding(window, desk, tmp_path):
    path = tmp_path / "talk.txt"
    path.write_bytes("დილამშვიდობისა".encode("utf-16-le"))
    desk.open(path)
    assert sentence(window) == "Cannot read talk.txt: it is not text."
    assert buttons(window) == ["Open with encoding…"]
    window.text.message.act()
    desk.work()
    dialog = window.findChild(EncodingDialog)
    dialog.findChild(QComboBox).setEditText("utf-16-le")
    assert "დილამშვიდობისა" in dialog.findChild(QPlainTextEdit).toPlainText()
    dialog._take()
    desk.work()
    assert desk.session.document.transcript.segments[0].text == "დილამშვიდობისა"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    desk.open(path)
    assert buttons(window) == []


def test_that_lines_of_a_copy_were_given_times_is_told(window, desk, tmp_path):
    path = tmp_path / "talk.md"
    link = "https://www.youtube.com/watch?v=abcdefghijk"
    lines = "*  One. [[00:00:10](#t=10s)]\n*  Two.\n"
    path.write_text(f"# A talk\n**Me:** [May 4, 2017]({link})\n{lines}")
    desk.open(path)
    desk.saving.save_copy(tmp_path / "copy.vtt", registry.by_name("webvtt"))
    desk.work()
    shown = window.text.message._shown
    assert shown.sentence.startswith("Saved as copy.vtt in ")
    assert shown.hint == "1 line has no time of its own; it was put between those beside it."
    desk.saving.save_copy(tmp_path / "copy.json", registry.by_name("cueline-json"))
    desk.work()
    assert window.text.message._shown.hint == ""


def test_other_failures_are_reported_as_they_are(window, desk, talk):
    desk.open(talk)
    window.text.message.clear()
    window.notices.show_error(ViewerError("It went wrong.", hint="Try again."))
    assert sentence(window) == "It went wrong."
    assert buttons(window) == []


def test_no_recording_is_reported_quietly(window, desk, talk):
    desk.open(talk)
    assert sentence(window) == "No recording was found near this transcript."
    assert "Choose recording…" in buttons(window)


def test_another_length_is_reported(window, desk, tmp_path, talk):
    text = talk.read_text().replace(
        "00:00:07,000 --> 00:00:09,000", "00:03:07,000 --> 00:03:09,000"
    )
    talk.write_text(text)
    film(talk.with_suffix(".mp4"), seconds=1)
    desk.open(talk)
    assert sentence(window) == "talk.mp4 is 0:01 long, but the transcript ends at 3:09."


def test_another_transcript_is_a_clean_bar(window, desk, talk, tmp_path):
    window.notices.show_error(MediaError("It cannot be played."))
    film(talk.with_suffix(".mp4"), seconds=9)
    desk.open(talk)
    assert sentence(window) == ""


def test_the_way_to_a_recording_is_the_commands(window, desk, talk):
    desk.open(talk)
    row = window.text.message.findChild(MessageRow)
    button = next(each for each in row.findChildren(QPushButton) if "recording" in each.text())
    key = window.commands.hint(Command.OPEN_RECORDING)
    assert key in button.toolTip()
    called = []
    window.commands[Command.OPEN_RECORDING].triggered.connect(lambda: called.append(True))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert called == [True]


def test_problems_in_a_file_are_reported_and_shown_by_a_click(window, desk, tmp_path):
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:02,000 --> 00:00:01,000\nBackwards.\n\n")
    desk.open(path)
    assert window.findChild(ProblemsPanel) is None
    said = [m.sentence for m in (window.text.message._shown, *window.text.message._kept)]
    assert "1 thing in this file was skipped or guessed." in said
    while sentence(window) != "1 thing in this file was skipped or guessed.":
        window.text.message.dismiss()
    window.text.message.act()
    assert not window.findChild(ProblemsPanel).isHidden()


def test_a_dropped_recording_can_be_taken_back_at_once(window, desk, talk):
    desk.open(talk)
    wrong = film(talk.with_name("wrong.mp4"))
    window.dropping.dropped.emit([wrong])
    desk.work()
    assert "wrong.mp4" in sentence(window)
    assert buttons(window) == ["Undo"]
    assert window.commands[Command.FORGET_RECORDING].isEnabled()
    next(b for b in window.text.message.findChildren(QPushButton) if b.text() == "Undo").click()
    desk.work()
    assert desk.session.recording is None
    assert not window.commands[Command.FORGET_RECORDING].isEnabled()


def test_a_jump_that_ends_too_early_is_said(window, desk):
    desk.player.fell_short.emit(85_544, "Qt Multimedia 6.11")
    said = "This recording does not state its length: Qt Multimedia 6.11 jumps to 1:25 at most."
    assert sentence(window) == said
