"""PySide6 keeps its counts: 6.12.0 on Python 3.11 lost a reference to None at every void call.

After some thousand calls the interpreter aborts. From Python 3.12 on these objects are immortal
and the test passes whatever the binding does, which is then without consequence.
"""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

CALLS = 500
#: What else may happen to these counts meanwhile.
SLACK = 50


class _Bell(QObject):
    rung = Signal(int)


def _void(bell):
    bell.setObjectName("bell")


def _emit(bell):
    bell.rung.emit(1)


@pytest.mark.parametrize("call", [_void, _emit])
@pytest.mark.parametrize("immortal", [None, True])
def test_calls_lose_no_reference(call, immortal):
    bell = _Bell()
    before = sys.getrefcount(immortal)
    for _ in range(CALLS):
        call(bell)
    assert abs(sys.getrefcount(immortal) - before) < SLACK
