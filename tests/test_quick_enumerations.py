"""Enumerations made quickly are the ones that Python makes."""

import enum
import pickle
from types import FunctionType

import pytest

from tests.test_layers import loaded
from viewer import quick_enumerations

#: Makes every enumeration of Qt both ways, while Qt asks for them.
BOTH = """
import enum
from viewer import quick_enumerations
made = []

def both(kind, class_name, names, **more):
    more["module"] = "of.qt"
    usual = quick_enumerations._usual(kind, class_name, names, **more)
    quick = quick_enumerations._created(kind, class_name, names, **more)
    made.append((quick_enumerations._are_plain(kind, names), seen(usual) == seen(quick)))
    return usual

def seen(kind):
    return {name: seen_of(kind, name, value) for name, value in vars(kind).items()}

def seen_of(kind, name, value):
    if isinstance(value, kind):
        return [(of, each) for of, each in vars(value).items() if of != "__objclass__"]
    if isinstance(value, dict):
        return [(key, member.name) for key, member in value.items()]
    return getattr(value, "__func__", value)

enum.EnumType._create_ = both
from PySide6 import QtCore, QtGui, QtMultimedia, QtWidgets
for module in (QtCore, QtGui, QtMultimedia, QtWidgets):
    for name in dir(module):
        dir(getattr(module, name))
"""


def test_every_enumeration_of_qt_is_what_python_makes_of_it():
    tell = "print(len(made) > 500, {plain for plain, _ in made}, {same for _, same in made})"
    assert loaded(BOTH, tell=tell) == "True {True} {True}"


@pytest.fixture
def quick():
    quick_enumerations.begin()
    yield
    quick_enumerations.end()


VALUES = {
    enum.Enum: [("one", 1), ("two", 2), ("uno", 1), ("minus", -4)],
    enum.IntEnum: [("one", 1), ("two", 2), ("uno", 1), ("minus", -4)],
    enum.Flag: [("none", 0), ("four", 4), ("one", 1), ("five", 5), ("uno", 1), ("eight", 8)],
    enum.IntFlag: [("four", 4), ("one", 1), ("both", 5), ("all", 0xFF), ("minus", -1)],
}


def of(kind):
    """Return one of a kind whose values are given in a variable, as Qt gives them."""
    return kind("Mine", list(VALUES[kind]), boundary=enum.KEEP)


@pytest.mark.parametrize("kind", VALUES)
def test_it_answers_as_pythons_does(kind, quick, monkeypatch):
    ours = of(kind)
    monkeypatch.setitem(globals(), "Mine", ours)
    quick_enumerations.end()
    theirs = of(kind)
    assert isinstance(enum.EnumType._create_, FunctionType)
    assert ours.__module__ == theirs.__module__ == __name__
    assert answers(ours) == answers(theirs)
    assert [pickle.loads(pickle.dumps(each)) for each in ours] == list(ours)


def answers(kind):
    numbers = range(-5, 300)
    told = [repr(kind), str(list(kind)), dict(kind.__members__).keys(), len(kind), dir(kind)]
    told += [
        str(kind[name]) + repr(kind[name]) + str(kind[name].value) for name in kind.__members__
    ]
    told += [answer(lambda number=number: kind(number)) for number in numbers]
    if issubclass(kind, enum.Flag):
        told += [repr(~each) + repr(each | kind(1)) + str(list(each)) for each in kind]
    return told


def answer(ask):
    try:
        return repr(ask())
    except ValueError as refused:
        return str(refused)


ODD = {
    "names in one string": "red green",
    "names alone": ["red", "green"],
    "by name": {"red": 1, "green": 2},
    "other than numbers": [("red", "r"), ("green", "g")],
    "a name that means something": [("name", 1), ("value", 2)],
    "a name of Python's": [("_missing_", 1)],
    "a name twice": [("red", 1), ("red", 2)],
    "no name": [("", 1)],
    "mro": [("mro", 1)],
    "nothing": [],
}


@pytest.mark.parametrize("values", ODD.values(), ids=ODD)
def test_what_python_has_rules_for_is_left_to_it(values, quick):
    def asked():
        try:
            return str(dict(enum.IntEnum("Mine", values).__members__))
        except (TypeError, ValueError) as refused:
            return str(refused)

    ours = asked()
    quick_enumerations.end()
    assert ours == asked()


def keeping_more(made):
    made._more_of_values_ = []


def failing(made):
    raise AttributeError(made)


@pytest.mark.parametrize("another", [keeping_more, failing])
def test_a_python_that_does_otherwise_makes_them_itself(another, monkeypatch):
    def created(*asked, **more):
        made = usual(*asked, **more)
        another(made)
        return made

    usual = quick_enumerations._created
    monkeypatch.setattr(quick_enumerations, "_created", created)
    quick_enumerations.begin()
    assert enum.EnumType._create_ is quick_enumerations._usual


def test_this_python_does_as_is_done_here(quick):
    assert enum.EnumType._create_ is quick_enumerations._created
