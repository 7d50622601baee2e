"""PySide6 keeps its counts: 6.12.0 on Python 3.11 lost a reference to None at every void call.

After some thousand calls the interpreter aborts. From Python 3.12 on these objects are immortal,
and whatever the binding does to their counts is without consequence.
"""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

CALLS = 500
#: What else may happen to these counts meanwhile.
SLACK = 50
#: Counts of immortal objects are larger; in 3.14 extensions for all releases still move them.
IMMORTAL = 2**30


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
    after = sys.getrefcount(immortal)
    assert abs(after - before) < SLACK or min(before, after) > IMMORTAL
