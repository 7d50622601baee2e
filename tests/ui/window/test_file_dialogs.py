import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QPlainTextEdit

from tests.ui.pages import heard
from viewer.ui.dialogs.choose_encoding import EncodingDialog


class Answer:
    """A person who sees a dialog and chooses in it."""

    def __init__(self, monkeypatch):
        self.seen = []
        self.path = None
        monkeypatch.setattr(QFileDialog, "exec", self._exec(self))

    def _exec(self, answer):
        def run(dialog):
            answer.seen.append(dialog)
            answer.folder = dialog.directory().absolutePath()
            answer.filters = dialog.nameFilters()
            if answer.path is None:
                return 0
            dialog.selectFile(str(answer.path))
            return 1

        return run


@pytest.fixture
def answer(monkeypatch, qapp):
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.selectedFiles", lambda self: [str(chosen[0])]
    )
    chosen = []
    answer = Answer(monkeypatch)
    answer.chosen = chosen
    return answer


def test_what_is_chosen_is_opened_and_its_folder_remembered(window, desk, answer, talk):
    answer.path = talk
    answer.chosen.append(talk)
    asked = heard(window.files.open_requested)
    window.files.open()
    assert asked == [talk]
    assert window.files.folder == str(talk.parent)
    assert any("*.srt" in each for each in answer.filters)
    assert any("*.mp4" in each for each in answer.filters)


def test_nothing_chosen_is_nothing_opened(window, answer):
    asked = heard(window.files.open_requested)
    window.files.open()
    assert asked == []


def test_files_are_looked_for_beside_the_open_one(window, desk, answer, talk):
    desk.open(talk)
    window.files.choose_recording()
    assert answer.folder == str(talk.parent)
    assert not any("*.srt" in each for each in answer.filters)


def test_a_copy_is_offered_in_the_formats_that_can_be_written(window, desk, answer, talk):
    window.files.save_copy()
    assert answer.seen == []
    desk.open(talk)
    answer.path = talk.with_name("copy.md")
    answer.chosen.append(answer.path)
    asked = []
    window.files.copy_requested.connect(lambda path, target: asked.append((path, target.name)))
    window.files.save_copy()
    desk.work()
    assert asked == [(talk.with_name("copy.md"), "archive-markdown")]
    assert answer.seen[-1].selectedNameFilter().startswith("SubRip")
    assert any("*.md" in each for each in answer.filters)


def test_an_encoding_is_chosen_beside_how_the_file_reads_in_it(window, desk, talk):
    chosen = heard(window.files.encoding_chosen)
    window.files.reopen()
    assert window.findChild(EncodingDialog) is None
    desk.open(talk)
    window.files.reopen()
    desk.work()
    dialog = window.findChild(EncodingDialog)
    assert dialog.findChild(QComboBox).currentText() == "Unicode (utf-8)"
    assert "Two words more." in dialog.findChild(QPlainTextEdit).toPlainText()
    dialog.findChild(QComboBox).setEditText("koi8-r")
    dialog._take()
    assert chosen == ["koi8-r"]
    desk.work()
