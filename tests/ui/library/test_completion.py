from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from viewer.library.entry import Entry, Facts
from viewer.ui.library.completion import FieldCompleter


@pytest.fixture
def field(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    completer = FieldCompleter(field)
    facts = Facts("A", "Sky News", language="en", speakers=("Ann",))
    completer.show_entries([Entry(1, Path("/t"), "/t/a.md", facts)])
    return field


def offered(field, text):
    field.clear()
    QTest.keyClicks(field, text)
    completer = field.completer()
    found = []
    for row in range(completer.completionCount()):
        completer.setCurrentRow(row)
        found.append(completer.currentCompletion())
    completer.popup().hide()
    return found


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("cha", ["channel:", 'channel:"Sky News"']),
        ("wheat -SPEAKER:a", ["wheat -speaker:Ann"]),
        ("has:rec", ["has:recording"]),
        ("zebra", []),
        ("wheat ", []),
    ],
)
def test_the_last_word_is_completed(field, typed, completed):
    assert offered(field, typed) == completed
