"""The wrong thing opened in the window: a sentence in the message bar, and what is open stays."""

import re

import pytest
from PySide6.QtWidgets import QLabel

from tests.formats.wrong_things import ALL, make

#: Not "folder.srt", which the window takes into the library as any other folder.
CHOSEN = [
    "empty.srt", "gone.srt", "pipe", "astray.srt", "photo.srt", "paper.pdf",
    "sheet.xlsx", "base.db", "random.txt", "package.json", "cut.json", "lost.srt", "people.csv",
    "code.py", "head.vtt", "numbers.srt", "huge.srt",
]  # fmt: skip


#: What only the command line has.
COMMAND_LINE = re.compile(r"`|--\w")


def reported(window):
    """The texts in the message bar that are to be seen."""
    bar = window.text.message
    return [
        label.text() for label in bar.findChildren(QLabel) if label.text() and not label.isHidden()
    ]


@pytest.mark.parametrize("name", CHOSEN)
def test_a_sentence_and_what_to_do_stand_in_the_message_bar(window, desk, tmp_path, name):
    desk.open(make(name, tmp_path))
    sentence, hint = reported(window)
    assert not window.text.message.isHidden()
    assert sentence.startswith(f"Cannot read {name}: ")
    assert ALL[name][1] in sentence
    assert hint.endswith(".")
    assert not COMMAND_LINE.search(hint)
    assert desk.session.document is None


def test_a_damaged_recording_comes_with_advice_in_the_window(window, desk, tmp_path):
    path = tmp_path / "cut.srt"
    path.write_bytes(b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 9)
    desk.open(path)
    sentence, hint = reported(window)
    assert sentence == "Cannot read cut.srt: it is a recording, not a transcript."
    assert hint == "Open its transcript; a recording beside that is found by its name."


def test_what_was_open_stays_open(window, desk, talk, tmp_path):
    desk.open(talk)
    desk.open(make("photo.png", tmp_path))
    assert desk.session.document.path == talk
    assert reported(window)[0] == "Cannot read photo.png: it is a picture, not a transcript."
