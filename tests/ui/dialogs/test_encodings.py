"""The list of encodings: names that people know, each of which can be read."""

import pytest
from PySide6.QtWidgets import QInputDialog, QWidget

from viewer.formats.decoding.alphabets import PAGES
from viewer.formats.decoding.encoding import decode
from viewer.ui.dialogs.encodings import ask_encoding


@pytest.fixture
def asked(monkeypatch, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    seen = []

    def ask(present, answer=None):
        def choose(_parent, _title, _question, labels, row):
            seen.append((labels, row))
            return (labels[row] if answer is None else answer), True

        monkeypatch.setattr(QInputDialog, "getItem", choose)
        return ask_encoding(parent, "talk.srt", present)

    ask.seen = seen
    return ask


@pytest.mark.parametrize("page", ["utf-8", "iso2022_jp", *PAGES])
def test_whatever_a_file_was_read_as_is_marked(asked, page):
    chosen = asked(page)
    labels, row = asked.seen[0]
    assert decode(b"abc", chosen).encoding == decode(b"abc", page).encoding
    assert labels[row].endswith(f"({chosen})")
    assert len(set(labels)) == len(labels)


def test_every_offer_is_known(asked):
    asked("utf-8")
    for label in asked.seen[0][0]:
        name = asked("utf-8", label)
        assert label.endswith(f"({name})")
        assert decode(b"", name).text == ""


def test_one_that_is_not_in_the_list_is_put_on_top(asked):
    assert asked("utf-16-le") == "utf-16-le"
    assert asked.seen[0][1] == 0


def test_a_file_that_was_not_read_has_none_marked(asked):
    assert asked(None) == "utf-8"


def test_a_name_can_be_typed(asked):
    assert asked("utf-8", " cp437 ") == "cp437"
    assert asked("utf-8", "  ") is None
