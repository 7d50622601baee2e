"""Another process that is asked."""

from viewer.library import process
from viewer.library.process import Process


def test_one_whose_answer_is_no_longer_wanted_is_ended(monkeypatch):
    monkeypatch.setattr(process, "_START", "import time; time.sleep(600)")
    answers = [True, False]
    assert Process("joiner", lambda: answers.pop(0)).ask("", 600) is None
    assert not answers


def test_one_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(process, "_START", "import time; time.sleep(600)")
    late = Process("joiner")
    assert late.ask("", 0) is None
    assert late.late
