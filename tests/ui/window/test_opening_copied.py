"""Ctrl+V: files and links on the clipboard are opened; what cannot be is said as anywhere else."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.desk import path_of, sentences, write_srt
from viewer.ui.commands.actions import Command


def paste(window, desk, text):
    QGuiApplication.clipboard().setText(text)
    window.commands[Command.PASTE].trigger()
    desk.work()


@pytest.mark.parametrize("shape", ["{}", "file://{}", " {}\n"])
@pytest.mark.parametrize("name", ["dangling.srt", "dangling.mp3", "dangling"])
@pytest.mark.parametrize("something_open", [True, False])
def test_a_file_that_is_not_there_is_said_as_the_command_line_says_it(
    window, desk, talk, tmp_path, shape, name, something_open
):
    if something_open:
        desk.open(talk)
    paste(window, desk, shape.format(tmp_path / name))
    (said,) = sentences(desk)
    assert name in said
    assert "no such file" in said or said.startswith("There is no")  # of a recording
    assert window.statusBar().currentMessage() == ""
    assert path_of(desk) == (talk if something_open else None)


def test_words_that_begin_with_a_slash_are_looked_for(window, desk, talk):
    desk.open(talk)
    paste(window, desk, "/ˈwɔːtə/")
    assert sentences(desk) == []
    assert window.statusBar().currentMessage().startswith("Nothing like “/ˈwɔːtə/”")


def test_another_file_has_nothing_said_of_what_was_done_in_this_one(window, desk, talk, tmp_path):
    desk.open(talk)
    paste(window, desk, "Nobody says this anywhere")
    assert window.statusBar().currentMessage()
    paste(window, desk, str(write_srt(tmp_path / "other.srt", "Else.")))
    assert path_of(desk).name == "other.srt"
    assert window.statusBar().currentMessage() == ""


def test_no_disk_is_asked_before_a_job_does_it(window, desk, talk, monkeypatch):
    asked = []
    monkeypatch.setattr("os.path.exists", lambda path: bool(asked.append(path)))
    QGuiApplication.clipboard().setText(str(talk.with_suffix("")))
    window.commands[Command.PASTE].trigger()
    assert not asked
    desk.work()
    assert asked


def test_dropped_words_that_name_a_file_open_it(window, desk, talk):
    window.dropping.perhaps_dropped.emit(talk)
    desk.work()
    assert path_of(desk) == talk


def test_of_dropped_words_that_name_no_file_that_is_said(window, desk, talk):
    desk.open(talk)
    window.dropping.perhaps_dropped.emit(Path("/ˈwɔːtə/"))
    desk.work()
    assert window.statusBar().currentMessage() == "What was dropped is no link, and no file."
    assert path_of(desk) == talk
