"""Counting by channel, year, speaker and language."""

from pathlib import Path

from viewer.library.entry import Entry, Facts
from viewer.library.facets import Kind, count, kept


def entry(number, channel="", published="", speakers=(), language=""):
    facts = Facts(str(number), channel, published, language=language, speakers=speakers)
    return Entry(number, Path("/talks"), f"/talks/{number}.md", facts)


ROWS = [
    (entry(1, "Farm", "2019-11-03", ("Ann", "Bob"), "en"), 4),
    (entry(2, "Farm", "2020-02-01", ("Ann",), "de"), 1),
    (entry(3, "Sky", "2020-02-09", (), "en"), 0),
    (entry(4), 2),
]


def told(facets, kind):
    return [(facet.value, facet.files, facet.places) for facet in facets.kinds[kind]]


def bars(facets):
    return [(facet.value, facet.files, facet.places) for facet in facets.over_time]


def test_each_value_is_counted_with_its_places():
    facets = count(ROWS, frozenset())
    assert told(facets, Kind.CHANNEL) == [("Farm", 2, 5), ("Sky", 1, 0)]
    assert told(facets, Kind.YEAR) == [("2020", 2, 1), ("2019", 1, 4)]
    assert told(facets, Kind.SPEAKER) == [("Ann", 2, 5), ("Bob", 1, 4)]
    assert told(facets, Kind.LANGUAGE) == [("en", 2, 4), ("de", 1, 1)]


def test_a_kind_is_counted_among_what_the_others_leave():
    facets = count(ROWS, frozenset({(Kind.CHANNEL, "Farm"), (Kind.LANGUAGE, "en")}))
    assert told(facets, Kind.CHANNEL) == [("Farm", 1, 4), ("Sky", 1, 0)]
    assert told(facets, Kind.LANGUAGE) == [("de", 1, 1), ("en", 1, 4)]
    assert told(facets, Kind.SPEAKER) == [("Ann", 1, 4), ("Bob", 1, 4)]


def test_what_is_chosen_is_told_even_where_there_is_none_of_it():
    facets = count(ROWS, frozenset({(Kind.CHANNEL, "Moon")}))
    assert ("Moon", 0, 0) in told(facets, Kind.CHANNEL)
    assert told(facets, Kind.YEAR) == []


def test_of_a_kind_any_is_kept_and_of_several_kinds_all():
    rows = [row for row, _ in ROWS]
    chosen = {(Kind.CHANNEL, "Farm"), (Kind.CHANNEL, "Sky"), (Kind.YEAR, "2020")}
    assert [row.id for row in kept(rows, frozenset(chosen))] == [2, 3]
    assert kept(rows, frozenset()) == rows


def test_few_years_are_shown_by_months_without_a_gap():
    assert bars(count(ROWS, frozenset())) == [
        ("2019-11", 1, 4),
        ("2019-12", 0, 0),
        ("2020-01", 0, 0),
        ("2020-02", 2, 1),
    ]


def test_many_years_are_shown_as_years_and_one_that_is_chosen_by_its_months():
    rows = [(entry(n, published=f"{year}-06-01"), 1) for n, year in enumerate(range(2010, 2015))]
    del rows[1]
    facets = count(rows, frozenset())
    assert bars(facets)[:3] == [("2010", 1, 1), ("2011", 0, 0), ("2012", 1, 1)]
    rows.append((entry(9, published="2014-07-02"), 3))
    chosen = count(rows, frozenset({(Kind.YEAR, "2014")}))
    assert bars(chosen) == [("2014-06", 1, 1), ("2014-07", 1, 3)]
    alone = count(rows, frozenset({(Kind.YEAR, "2012")}))
    assert bars(alone)[0] == ("2010", 1, 1)


def test_a_wrong_date_far_away_makes_no_thousand_bars():
    rows = [(entry(1, published="0001"), 1), (entry(2, published="9999"), 1)]
    assert [value for value, *_ in bars(count(rows, frozenset()))] == ["0001", "9999"]
