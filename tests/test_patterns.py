"""No regular expression takes more than twice the time for a text of twice the length.

`re` holds Python's lock while it looks: a pattern that takes long stops the window.
"""

import ast
import re
from functools import cache

import pytest

from tests.growing import least
from tests.patterns import (
    METHODS,
    Found,
    attacks,
    calls_in_functions,
    inside,
    module_patterns,
    runner,
)
from viewer.formats.captions.ttml.words import Lifter
from viewer.formats.kit.json_walk import _Walker
from viewer.formats.tables.delimited import DELIMITERS, Table
from viewer.media.locate import _link_to
from viewer.state.settings import Finding, Window
from viewer.ui.library.hit_words import wanted_of

MOST = 2.6
#: More than so much is slow already in a short text; a longer one would take for ever.
FAR_TOO_MUCH = 5
LENGTHS = (16, 160, 1_600)
#: A text of the last length that is slow is doubled so often: what is slow is so each time.
DOUBLINGS = 3
#: A look over a text that takes this many times as long as a simple one is looked at closely.
SUSPICIOUS = 50
SIMPLE = re.compile(r"[^\0]*").fullmatch

#: The patterns that functions put together, by file, with how they are used there.
TABLES = [Table(delimiter) for delimiter in DELIMITERS]
MADE = {
    "core/late.py": [],  # what is compiled late stands in a module, where it is found
    "core/prose.py": [(re.compile(r"(?<!\w)well-known(?!\w)"), ("findall",))],
    "formats/captions/ttml/words.py": [([Lifter("<tt:p>"), Lifter("<p>")], METHODS)],
    "formats/kit/json_walk.py": [
        (_Walker('{"a": 1}', frozenset(), stream=False)._entry_pattern(0), METHODS)
    ],
    "formats/tables/delimited.py": [
        ([table._cell for table in TABLES], ("finditer",)),
        ([table._opens for table in TABLES], ("search",)),
        ([table._row for table in TABLES], ("match",)),
    ],
    "media/locate.py": [(_link_to("AbC_123-xyz"), METHODS)],
    "session/expression_worker.py": [],  # the reader's own, in a process that can be ended
    "state/checked.py": [([Finding, Window], ("fullmatch",))],
    "ui/library/hit_words.py": [(wanted_of(["the fall of", "fall", "Raqqa"]), ("finditer",))],
}


def in_functions():
    """Return the patterns that stand in functions, and those that functions put together."""
    found, made = [], set()
    for file, call in calls_in_functions():
        text = call.args[0]
        if isinstance(text, ast.Constant):
            method = call.func.attr
            methods = METHODS if method == "compile" else (method,)
            used = tuple(name if name in METHODS else "finditer" for name in methods)
            found.append(Found(f"{file}:{call.lineno}", re.compile(text.value), used))
        else:
            made.add(file)
    assert made == set(MADE), made ^ set(MADE)
    for file, holders in MADE.items():
        for held, methods in holders:
            found += [Found(file, pattern, methods) for pattern in inside(held, depth=6)]
    return found


ALL = [*module_patterns(), *in_functions()]


def test_patterns_are_found_wherever_they_stand():
    names = {found.name for found in ALL}
    assert len(ALL) > 200
    assert "viewer.formats.refusals.other_texts._SIGNS" in names
    assert names >= {file for file, holders in MADE.items() if holders}


@pytest.mark.parametrize(
    "found", ALL, ids=lambda found: f"{found.name} {found.pattern.pattern!r:.60}"
)
def test_time_grows_with_the_text(found):
    slow = [
        (method, attack)
        for method in found.methods
        for attack in attacks(found.pattern)
        if is_slow(runner(found.pattern, method), attack, found.pattern.pattern)
    ]
    assert not slow


@pytest.mark.parametrize(
    "pattern", [r"\s*x?\s*y", r"(a+)+b", r"[ ]*$", r"x.*:.*;", r"<a[^>]*>", r"(?:b|a\s+)+\s*c"]
)
def test_slow_patterns_are_seen(pattern):
    made = re.compile(pattern)
    assert any(
        is_slow(runner(made, method), attack, pattern)
        for method in METHODS
        for attack in attacks(made)
    )


def is_slow(use, attack, kind):
    """Return whether twice the length takes more than `MOST` times the time, again and again.

    A repeat with a bound grows faster than the text up to there, so that the longest ones decide.
    """
    *short, long = LENGTHS
    for length in short:
        if suspicious(use, attack, length, kind):
            growths = [growth(use, attack, length, kind) for _ in range(DOUBLINGS)]
            if min(growths) > FAR_TOO_MUCH:
                return True
    if not suspicious(use, attack, long, kind):
        return False
    return all(growth(use, attack, long << times, kind) > MOST for times in range(DOUBLINGS))


def suspicious(use, attack, length, kind):
    """Return whether a text takes far longer than a simple look over it, each time of a few."""
    text, bound = filled(attack, length, kind), SUSPICIOUS * simple(length)
    return least(use, text, 1) > bound and least(use, text) > bound


@cache
def simple(length):
    """Return how long a simple look over a text takes."""
    return least(SIMPLE, "a" * length, 20)


def growth(use, attack, length, kind):
    half, whole = (filled(attack, size, kind) for size in (length // 2, length))
    return least(use, whole) / least(use, half)


def filled(attack, length, kind):
    begin, unit, end = attack
    text = begin + unit * (length // len(unit)) + end
    return text.encode() if isinstance(kind, bytes) else text
