"""A transcript that changes on disk while it is open, as editors, scripts and people change it."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import click_slowly, clipboard, press, select

CHANGED = "has changed on disk."


def shows(program, words):
    """Return whether the bar over the text says these words."""
    bar = program.window.text.message
    return bar.isVisible() and words in bar.accessibleName()


def button(program, words):
    bar = program.window.text.message
    return next(each for each in bar.findChildren(QPushButton) if each.text() == words)


def in_place(path, data):
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()


def by_renaming(path, data):
    new = path.with_name(".new")
    new.write_bytes(data)
    os.replace(new, path)


@pytest.mark.parametrize("write", [in_place, by_renaming])
def test_new_words_are_read_when_that_is_wanted(unheard, qtbot, write):
    window, path = unheard.window, unheard.session.document.path
    view, old = window.text.view, path.read_bytes()
    unheard.player.seek(60_000)
    select(view, "Mosul", "Mosul")
    lit = view.lit.followed
    write(path, old.replace(b"Mosul", b"Paris"))
    qtbot.waitUntil(lambda: shows(unheard, CHANGED), timeout=PATIENCE_MS)
    assert "Paris" not in view.toPlainText()
    click_slowly(button(unheard, "Reload"))
    qtbot.waitUntil(lambda: "Paris" in view.toPlainText(), timeout=PATIENCE_MS)
    assert not shows(unheard, CHANGED)
    assert unheard.player.position_ms == 60_000
    assert view.lit.followed == lit
    select(view, "Paris", "Paris")
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Paris" in clipboard()[0]


def test_gone_and_put_back_and_read_again_by_its_key(unheard, qtbot):
    window, path = unheard.window, unheard.session.document.path
    view, old = window.text.view, path.read_bytes()
    path.unlink()
    qtbot.waitUntil(lambda: shows(unheard, "is not on disk any more"), timeout=PATIENCE_MS)
    assert "Mosul" in view.toPlainText()
    path.write_bytes(old)
    qtbot.waitUntil(lambda: not shows(unheard, "on disk"), timeout=PATIENCE_MS)
    path.write_bytes(old.replace(b"Mosul", b"Paris"))
    view.setFocus()
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "Paris" in view.toPlainText(), timeout=PATIENCE_MS)
    assert not shows(unheard, "on disk")
