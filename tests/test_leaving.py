"""Leaving on signals, in this process: what is raised here is what a terminal would send."""

import os
import signal
import sys

import pytest

from viewer.leaving import LeavingOnSignals
from viewer.signals import Signals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


@pytest.fixture
def asked(qapp):
    """How often leaving was asked for."""
    signals = Signals()
    leaving = LeavingOnSignals(signals)
    reported = []
    leaving.asked.connect(lambda: reported.append(True))
    leaving.listen()
    yield reported
    leaving.stop()
    signals.stop()


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_is_reported_in_the_event_loop_and_not_before(asked, qtbot, name):
    os.kill(os.getpid(), getattr(signal, name))
    assert asked == []
    qtbot.waitUntil(lambda: asked == [True])


def test_signals_that_come_together_are_one_wish(asked, qtbot):
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGINT)
    qtbot.waitUntil(lambda: asked == [True])


@pytest.mark.parametrize("name", SIGNALS)
def test_afterwards_signals_do_what_they_did_before(qapp, name):
    number = getattr(signal, name)
    before = signal.getsignal(number)
    signals = Signals()
    assert signal.getsignal(number) != before
    signals.stop()
    assert signal.getsignal(number) == before
    assert signal.set_wakeup_fd(-1) == -1


def test_a_signal_from_before_anyone_listens_is_reported_then(qapp, qtbot):
    signals, reported = Signals(), []
    os.kill(os.getpid(), signal.SIGTERM)
    leaving = LeavingOnSignals(signals)
    qapp.processEvents()  # as building a window may
    leaving.asked.connect(lambda: reported.append(True))
    qapp.processEvents()
    assert reported == []
    assert signals.came
    leaving.listen()
    qtbot.waitUntil(lambda: reported == [True])
    leaving.stop()
    signals.stop()
