"""What is typed, understood; and what is wrong with it, said."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.errors import UsageError
from viewer.library.query import All, Any, Field, Phrase, Without, Words, parse


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None),
        ("  … ", None),
        ("Café", Phrase("cafe")),
        ("Don't", Phrase("dont")),
        ("climate change", Words((Phrase("climate"), Phrase("change")))),
        ('"of the"', Phrase("of the")),
        ("“of the”", Phrase("of the")),
        ('"not closed', Phrase("not closed")),
        ("immig*", Phrase("immig", begins=True)),
        ("a OR b", Any((Phrase("a"), Phrase("b")))),
        ("a OR b OR c", Any((Phrase("a"), Phrase("b"), Phrase("c")))),
        ("a b OR c", Any((Words((Phrase("a"), Phrase("b"))), Phrase("c")))),
        (
            "lang:en a OR b c",
            All((Field("lang", "en"), Any((Phrase("a"), Words((Phrase("b"), Phrase("c"))))))),
        ),
        ("(a NOT) b", All((Phrase("a"), Phrase("b")))),
        ("a or b", Words((Phrase("a"), Phrase("or"), Phrase("b")))),
        ("a -b", All((Phrase("a"), Without(Phrase("b"))))),
        ("a NOT b", All((Phrase("a"), Without(Phrase("b"))))),
        ("a AND b", Words((Phrase("a"), Phrase("b")))),
        ("well-known", Phrase("well known")),
        ("-", None),
        ("(a OR b) c", All((Any((Phrase("a"), Phrase("b"))), Phrase("c")))),
        ('channel:"Sky News" a', All((Field("channel", "Sky News"), Phrase("a")))),
        ("-has:recording", Without(Field("has", "recording"))),
        ("Before:2019-05", Field("before", "2019-05")),
        ("新聞", Phrase("新聞")),
        ("3:15", Phrase("3 15")),
    ],
)
def test_what_is_typed(typed, meant):
    assert parse(typed) == meant


@pytest.mark.parametrize(
    ("typed", "sentence", "hint"),
    [
        ("chanel:x", "There is no field “chanel:”.", "Did you mean channel:?"),
        ("zzz:x", "There is no field “zzz:”.", "There are title:, channel:"),
        ("before:soon", "“soon” is no date", ""),
        ("after:2019-13", "“2019-13” is no date", ""),
        (
            "has:fun",
            "After has: stands recording, quotes, speakers, times or problem, not “fun”.",
            "",
        ),
        ("title:", "After title: stands words of the title.", ""),
        ("OR a", "before it there is nothing", ""),
        ("a OR", "after it there is nothing", ""),
        ("a OR OR b", "before it there is nothing", ""),
        ("(a OR) b", "after it there is nothing", ""),
        ("a ) b", "A bracket is closed", ""),
        ("(" * 40 + "a", "too many brackets", ""),
        ("a" * 2001, "longer than 2,000", ""),
    ],
)
def test_what_is_wrong_is_said(typed, sentence, hint):
    with pytest.raises(UsageError) as told:
        parse(typed)
    assert sentence in str(told.value)
    assert hint in told.value.hint


@given(st.text(alphabet=' ab"“”():-*OR|ANDNOT.中é', max_size=40) | st.text(max_size=30))
def test_anything_is_understood_or_explained(typed):
    with suppress(UsageError):
        parse(typed)
