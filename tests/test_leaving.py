"""Leaving on signals, in this process: what is raised here is what a terminal would send."""

import os
import signal
import sys

import pytest

from viewer.leaving import LeavingOnSignals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


@pytest.fixture
def asked(qapp):
    """How often leaving was asked for."""
    leaving = LeavingOnSignals()
    told = []
    leaving.asked.connect(lambda: told.append(True))
    yield told
    leaving.stop()


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_is_told_in_the_event_loop_and_not_before(asked, qtbot, name):
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
    leaving = LeavingOnSignals()
    assert signal.getsignal(number) != before
    leaving.stop()
    assert signal.getsignal(number) == before
    assert signal.set_wakeup_fd(-1) == -1
