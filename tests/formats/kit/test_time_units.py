"""What numbers count, told by how long lines would last."""

import pytest

from viewer.formats.kit.time_units import guessed, implied_unit, in_units, likelier_unit

TEXTS = {
    "en": ["Good morning to all of you.", "And thank you for coming here.", "Shall we begin?"],
    "ru": ["Доброе утро всем вам.", "Спасибо, что вы пришли сюда.", "Начнём, пожалуй?"],
    "zh": ["大家早上好。", "谢谢你们来到这里。", "我们现在开始吧？"],
}
STARTS = [0.5, 2.5, 5.0]
UNITS = {1000: 1, 1: 1000, 10: 100, 1 / 16: 16_000, 1 / 1_000: 10**6, 1 / 10_000: 10**7}
each_language = pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
each_unit = pytest.mark.parametrize(("unit", "a_second"), UNITS.items())


def _lines(texts, a_second, end, kind=float):
    pairs = zip(STARTS, texts, strict=True)
    return [(kind(s * a_second), end and kind((s + 2) * a_second), text) for s, text in pairs]


@each_language
@each_unit
@pytest.mark.parametrize("kind", [int, float, str])
def test_ends_tell_the_unit(texts, unit, a_second, kind):
    kind = float if a_second == 1 and kind is int else kind
    assert implied_unit(_lines(texts, a_second, True, kind)) == unit


@each_language
def test_starts_alone_tell_seconds_from_milliseconds(texts):
    assert implied_unit(_lines(texts, 1000, None)) == 1
    assert implied_unit(_lines(texts, 1, None)) == 1000


def test_chapters_that_are_minutes_apart_are_seconds():
    assert implied_unit([(0, None, "Intro"), (300, None, "Main part"), (900, None, "End")]) == 1000


@each_language
def test_seconds_where_milliseconds_are_usual(texts):
    assert implied_unit(_lines(texts, 1, True), 1) == 1000
    assert implied_unit(_lines(texts, 1000, True), 1) == 1


@pytest.mark.parametrize("lines", [
    [], [(None, None, "a")], [("x", "y", "a")], [(1, 2, "")], [(2, 1, "a")], [(True, 5, "a")],
    [(1e300, 2e300, "a")], [(float("nan"), 2, "a")], [(0, 0.0001, "Good morning.")],
])  # fmt: skip
def test_what_tells_nothing_leaves_the_usual(lines):
    assert implied_unit(lines) == 1000
    assert likelier_unit(lines, (1000, 10)) in {1000, 10}


def test_of_two_the_likelier():
    assert likelier_unit([(50, 120, "大家早上好")], (1000, 10)) == 10
    assert likelier_unit([(1, 4, "Good morning to all.")], (1000, 10)) == 1000


def test_a_guess_is_reported_and_the_usual_is_not():
    assert guessed(1000) is None
    assert guessed(1 / 16, 1 / 16) is None
    assert "10 ms" in guessed(10)
    assert guessed(10).endswith("too long.")
    assert guessed(1000, 1).endswith("too short.")


@pytest.mark.parametrize(("value", "ms"), [
    (150, 1500), (1.5, 15), ("150", 1500), ("0:01.5", 1500), ("1,5", 15), (True, None),
    (None, None), ("nan", None), (1e30, None), (10**400, None), ("x", None), ([], None),
])  # fmt: skip
def test_numbers_count_units_and_clocks_do_not(value, ms):
    assert in_units(value, 10) == ms
