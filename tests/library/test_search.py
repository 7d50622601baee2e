"""Words, fields, and what is left out."""

import pytest

from tests.library.making import FOLDER, filled, read_of
from viewer.library.query import parse
from viewer.library.search import Library


@pytest.fixture
def library(index):
    filled(
        index,
        read_of(
            "Wheat",
            ["The price of wheat", "rises again.", "Climate matters."],
            voices=["Ann", "Ann", "Bob"],
            channel="Farm News",
            published="2019-05-24",
            language="en-US",
            length_ms=12_000,
        ),
        read_of("Change", ["climate change", "and wheat"], channel="Sky", published="2021-02-03"),
        read_of("Apart", ["change of the", "climate"], channel="Sky", language="de"),
        read_of("中国", ["新聞を読", "む"], published="2020-06-01"),
    )
    return Library(index)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("climate change", {"Change": 1, "Apart": 0}),
        ("(climate change) OR wheat", {"Wheat": 1, "Change": 2, "Apart": 0}),
        ('"climate change"', {"Change": 1}),
        ("wheat", {"Wheat": 1, "Change": 1}),
        ("wheat -change", {"Wheat": 1}),
        ("wheat rises", {"Wheat": 1}),
        ("price OR む", {"Wheat": 1, "中国": 1}),
        ("読む", {"中国": 1}),
        ("limat*", {}),
        ("clim*", {"Wheat": 1, "Change": 1, "Apart": 1}),
        ("imat", {"Wheat": 1, "Change": 1, "Apart": 1}),
        ("climate speaker:bob", {"Wheat": 1}),
        ("climate speaker:ann", {}),
        ("speaker:ann", {"Wheat": 0}),
        ("channel:sky", {"Change": 0, "Apart": 0}),
        ("channel:sky wheat", {"Change": 1}),
        ("title:whe", {"Wheat": 0}),
        ("before:2020", {"Wheat": 0}),
        ("after:2019-06", {"Change": 0, "中国": 0}),
        ("after:2019-05-24 wheat", {"Wheat": 1, "Change": 1}),
        ("lang:en", {"Wheat": 0}),
        ("lang:de OR lang:en", {"Wheat": 0, "Apart": 0}),
        ("has:times", {"Wheat": 0}),
        ("-has:times -channel:sky", {"中国": 0}),
        ("has:problem", {}),
        (f"in:{FOLDER} price", {"Wheat": 1}),
        ("in:elsewhere price", {}),
        ("-wheat", {"Apart": 0, "中国": 0}),
    ],
)
def test_what_is_found(library, asked, found):
    assert {hits.entry.title: hits.count for hits in library.search(parse(asked))} == found


def test_words_together_come_first_and_apart_they_count_nothing(library):
    found = list(library.search(parse("climate change")))
    best = sorted(found, key=lambda hits: hits.rank)
    assert [(hits.entry.title, hits.count, hits.apart) for hits in best] == [
        ("Change", 1, False),
        ("Apart", 0, True),
    ]


def test_the_order_is_as_asked_for(library):
    def titles(order):
        return [hits.entry.title for hits in library.search(parse("climate"), order=order)]

    assert titles("newest") == ["Change", "Wheat", "Apart"]
    assert titles("oldest") == ["Apart", "Wheat", "Change"]
    assert titles("title") == ["Apart", "Change", "Wheat"]


def test_it_ends_where_it_is_not_wanted(library):
    assert list(library.search(parse("climate"), cancelled=lambda: True)) == []


def test_what_was_written_meanwhile_is_found(library):
    assert len(library.entries) == 4
    filled(library.index, read_of("New", ["wheat"]))
    assert "New" in {hits.entry.title for hits in library.search(parse("wheat"))}
