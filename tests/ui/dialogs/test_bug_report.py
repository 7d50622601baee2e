import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from viewer import __version__
from viewer.ui.dialogs.bug_report import BugReporter, describe
from viewer.ui.dialogs.report import ReportDialog


@pytest.fixture
def reporter(qapp):
    reporter = BugReporter()
    yield reporter
    for dialog in dialogs():
        dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def dialogs():
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, ReportDialog)]
    return [dialog for dialog in found if dialog.isVisible()]


def bug(message):
    with pytest.raises(LookupError) as caught:
        raise LookupError(message)
    return caught.value


def report(reporter, error):
    reporter.report(type(error), error, error.__traceback__)


def test_a_bug_is_shown_with_versions_and_traceback_and_printed(reporter, capsys):
    report(reporter, bug("no such segment"))
    (dialog,) = dialogs()
    assert f"Cueline: {__version__}" in dialog.text()
    assert "LookupError: no such segment" in dialog.text()
    assert "test_bug_report.py" in dialog.text()
    assert "LookupError: no such segment" in capsys.readouterr().err


def test_more_bugs_come_into_the_same_window_and_end_somewhere(reporter):
    for number in range(50):
        report(reporter, bug(f"bug {number}."))
    (dialog,) = dialogs()
    assert "bug 0." in dialog.text()
    assert "bug 4." in dialog.text()
    assert "bug 5." not in dialog.text()


def test_after_closing_a_new_bug_opens_a_new_window(reporter):
    report(reporter, bug("first"))
    dialogs()[0].close()
    assert dialogs() == []
    report(reporter, bug("second"))
    assert "first" not in dialogs()[0].text()


def test_an_interrupt_and_a_bug_in_a_thread_open_nothing(reporter):
    report(reporter, KeyboardInterrupt())
    thread = threading.Thread(target=report, args=(reporter, bug("elsewhere")))
    thread.start()
    thread.join()
    assert dialogs() == []


def test_the_users_folder_is_not_reported(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert describe(bug(f"{tmp_path}/talk.md")).endswith("LookupError: ~/talk.md")


def test_installing_makes_it_the_hook(qapp, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    reporter = BugReporter.install()
    assert sys.excepthook == reporter.report
    reporter.deleteLater()
