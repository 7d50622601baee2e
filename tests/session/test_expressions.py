"""Regular expressions over what is shown, stopped where they take too long."""

from unicodedata import normalize

import pytest

from viewer.core.find import Hit
from viewer.errors import ExpressionError
from viewer.session.expressions import Expressions

TEXTS = ["He was linked", "to more than", "", "a Dozen.", "今日は", "元気"]


@pytest.fixture
def expressions():
    return Expressions(TEXTS)


@pytest.mark.parametrize(
    ("pattern", "hits"),
    [
        (r"linked\s+to", [Hit(0, 1, 7, 2)]),
        (r"dozen\.", [Hit(3, 3, 2, 8)]),
        ("は元", [Hit(4, 5, 2, 1)]),
        ("than a ", [Hit(1, 3, 8, 2)]),
        ("x*", []),
        ("", []),
    ],
)
def test_across_lines_as_they_are_shown(expressions, pattern, hits):
    assert list(expressions.find(pattern)) == hits


def test_case_and_words_count_where_they_are_to(expressions):
    assert not expressions.find("dozen", match_case=True)
    assert len(expressions.find("to|a")) == 4
    assert len(expressions.find("to|a", whole_words=True)) == 2


@pytest.mark.parametrize("pattern", ["(", "[a", "*", "a{99999999999999}", "(?:" * 300])
def test_a_wrong_one_is_reported_in_one_sentence(expressions, pattern):
    with pytest.raises(ExpressionError, match=r"^This is not a regular expression: [^\n]+\.$"):
        expressions.find(pattern)


HOSTILE = r"(\w+\s?)+[!]"


@pytest.fixture
def endless():
    """A text on which the hostile one would go on for years, on however fast a machine."""
    return Expressions(["a" * 80])


def test_a_hostile_one_is_stopped(endless):
    with pytest.raises(ExpressionError, match="takes too long"):
        endless.find(HOSTILE, limit_s=0.3)


def test_one_that_nobody_waits_for_is_stopped(endless):
    asked = []

    def cancelled():
        asked.append(True)
        return len(asked) > 2

    with pytest.raises(ExpressionError):
        endless.find(HOSTILE, cancelled=cancelled, limit_s=1_000_000)
    assert len(asked) == 3


def test_text_that_has_no_utf8_form():
    assert list(Expressions(["a \ud800 b"]).find("b")) == [Hit(0, 0, 4, 5)]


@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["NFC", "NFD"])
def test_accents_and_syllables_are_found_however_they_are_written(written, asked):
    texts = [normalize(written, text) for text in ("Das Café öffnet", "한국 사람이", "nun")]
    expressions = Expressions(texts)

    def found(pattern):
        hit = expressions.find(normalize(asked, pattern))[0]
        return texts[hit.first][hit.begin : hit.end] if hit.first == hit.last else hit

    assert found("caf.") == texts[0][4 : texts[0].index(" ", 5)]
    assert found("ö[f]+") == normalize(written, "öff")
    assert found("국 사") == normalize(written, "국 사")
    over = expressions.find(normalize(asked, "öffnet 한국"))[0]
    assert (over.first, over.last) == (0, 1)
    assert texts[1][: over.end] == normalize(written, "한국")
