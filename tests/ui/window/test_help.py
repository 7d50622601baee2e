import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
)

from tests.desk import write_srt
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.about import HOME, AboutDialog
from viewer.ui.dialogs.keys_sheet import KeysSheet
from viewer.ui.dialogs.report import ReportDialog
from viewer.ui.dialogs.source_view import SourceView
from viewer.ui.transcript.problems_panel import ProblemsPanel


@pytest.fixture
def seen(window, qtbot):
    """A window on the screen, whose dialogs are closed with it."""
    window.show()
    yield window
    for widget in QApplication.topLevelWidgets():
        widget.close()


def dialog(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("command", "kind"), [(Command.KEYS, KeysSheet), (Command.ABOUT, AboutDialog)]
)
def test_what_is_known_is_shown_at_once(seen, command, kind):
    seen.commands[command].trigger()
    assert dialog(kind).isVisible()


def words(widget):
    return "\n".join(edit.toPlainText() for edit in widget.findChildren(QPlainTextEdit))


def test_what_this_machine_has_is_found_out_in_a_job(seen, desk, monkeypatch):
    monkeypatch.setattr("viewer.doctor.report", lambda _: {})
    monkeypatch.setattr("viewer.doctor.text", lambda _: "all of it")
    seen.commands[Command.DOCTOR].trigger()
    assert "Looking" in words(dialog(ReportDialog))
    desk.work()
    assert "all of it" in words(dialog(ReportDialog))


def test_about_lists_what_is_inside_with_its_licences(seen, desk, monkeypatch):
    part = {"name": "A <b>part</b>", "version": "1.2", "licence": "MIT"}
    monkeypatch.setattr("viewer.doctor.check", lambda name: {"parts": [part]})
    seen.commands[Command.ABOUT].trigger()
    about = dialog(AboutDialog)
    assert any(label.pixmap() for label in about.findChildren(QLabel))
    rows = about.findChild(QTreeWidget)
    assert rows.topLevelItem(0).text(0) == "Looking…"
    desk.work()
    (row,) = [rows.topLevelItem(i) for i in range(rows.topLevelItemCount())]
    assert [row.text(i) for i in range(3)] == ["A <b>part</b>", "1.2", "MIT"]


def test_the_link_in_about_leads_home(seen, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    seen.commands[Command.ABOUT].trigger()
    home = next(b for b in dialog(AboutDialog).findChildren(QPushButton) if "github" in b.text())
    home.click()
    assert [url.toString() for url in opened] == [HOME]


def test_the_same_key_puts_the_sheet_away(seen):
    seen.commands[Command.KEYS].trigger()
    assert dialog(KeysSheet).windowModality() is Qt.WindowModality.NonModal
    seen.commands[Command.KEYS].trigger()
    assert dialog(KeysSheet) is None


def test_a_dialog_closed_before_the_answer_is_left_alone(seen, desk, monkeypatch):
    monkeypatch.setattr("viewer.doctor.report", lambda _: {})
    monkeypatch.setattr("viewer.doctor.text", lambda _: "all of it")
    seen.commands[Command.DOCTOR].trigger()
    dialog(ReportDialog).close()
    desk.work()
    assert dialog(ReportDialog) is None


def problems(window):
    """Have the list of problems brought, and return it."""
    window.notices.problems_wanted.emit()
    return window.findChild(ProblemsPanel)


def test_the_source_is_shown_at_a_line(seen, desk, talk):
    desk.open(talk)
    problems(seen).problem_chosen.emit(3)
    desk.work()
    source = dialog(SourceView)
    assert words(source) == talk.read_text()
    assert "talk.srt" in source.windowTitle()


def test_the_source_stands_beside_the_window_and_goes_to_the_next_problem(seen, desk, talk):
    desk.open(talk)
    choose = problems(seen).problem_chosen.emit
    choose(3)
    desk.work()
    source = dialog(SourceView)
    assert source.windowModality() is Qt.WindowModality.NonModal
    choose(6)
    desk.work()
    assert dialog(SourceView) is source
    assert source.findChild(QPlainTextEdit).textCursor().blockNumber() == 5
    source.close()
    assert dialog(SourceView) is None
    choose(2)
    desk.work()
    assert dialog(SourceView).findChild(QPlainTextEdit).textCursor().blockNumber() == 1


def test_the_source_of_another_file_takes_the_windows_place(seen, desk, talk):
    desk.open(talk)
    problems(seen).problem_chosen.emit(3)
    desk.work()
    desk.open(write_srt(talk.with_name("second.srt"), "Another."))
    problems(seen).problem_chosen.emit(3)
    desk.work()
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, SourceView)]
    assert ["second.srt" in w.windowTitle() for w in shown if w.isVisible()] == [True]


def test_a_source_that_is_gone_is_a_sentence(seen, desk, talk):
    desk.open(talk)
    talk.unlink()
    problems(seen).problem_chosen.emit(3)
    desk.work()
    assert "talk.srt" in words(dialog(SourceView))
