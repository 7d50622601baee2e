"""Notes written to a file from their panel."""

import csv

import docx
import pytest
from PySide6.QtWidgets import QMenu

from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.export_notes import ExportNotes


@pytest.fixture
def notes(window, qtbot, desk, talk):
    """The panel of a window with three quotes, the second of them tagged."""
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    desk.open(talk)
    for index in range(3):
        window.quoting.copy_quote_of(index)
    ident = window.workspace.notes.notebook.by_time()[1].id
    window.noting.revise(ident, {"tag": "red", "comment": "=look"})
    window.commands[Command.NOTES_SHOWN].trigger()
    yield window.text.side.widget("notes")
    window.asks = False


@pytest.fixture
def choose(monkeypatch):
    """Choose a name in the dialog as a person does; the dialogs that were seen are returned."""
    seen = []

    def at(name):
        def run(dialog):
            seen.append(dialog)
            dialog.setOption(dialog.Option.DontUseNativeDialog)
            dialog.selectFile(name)
            return 1

        monkeypatch.setattr(ExportNotes, "exec", run)
        return seen

    return at


def export(notes, desk):
    """Choose the entry in the panel's menu, and wait for the file."""
    notes._more.click()
    (menu,) = notes.findChildren(QMenu)
    entry = menu.actions()[0]
    assert entry.isEnabled()
    entry.trigger()
    menu.close()
    menu.deleteLater()
    desk.work()


def test_what_the_filter_leaves_is_written(window, notes, desk, talk, choose):
    seen = choose(str(talk.with_name("mine.csv")))
    notes.tags.setCurrentIndex(notes.tags.findData("red"))
    export(notes, desk)
    text = talk.with_name("mine.csv").read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(text.splitlines())
    assert (row["text"], row["tag"], row["comment"]) == ("Two words more.", "Red", "'=look")
    assert seen[0].directory().absolutePath() == str(talk.parent)
    told = window.text.message._shown
    assert told.sentence == f"Saved as mine.csv in {talk.parent}."
    assert [each.text for each in told.actions] == ["Show folder"]


def test_all_are_written_and_the_kind_is_offered_again(window, notes, desk, talk, choose):
    seen = choose(str(talk.with_name("mine.docx")))
    export(notes, desk)
    texts = [each.text for each in docx.Document(str(talk.with_name("mine.docx"))).paragraphs]
    assert texts[0] == "talk"
    assert [each for each in texts if each.endswith(("line.", "more.", "Three."))] == [
        "One line.",
        "Two words more.",
        "Three.",
    ]
    export(notes, desk)
    assert seen[1].selectedNameFilter().startswith("Word")


def test_what_fails_is_said_in_a_sentence(window, notes, desk, talk, choose):
    choose(str(talk))
    before = talk.read_bytes()
    export(notes, desk)
    assert "belongs to the transcript" in window.text.message._shown.sentence
    assert talk.read_bytes() == before
