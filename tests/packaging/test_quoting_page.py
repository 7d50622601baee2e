"""The page of styles: made by the program, to the character."""

import importlib

import pytest

from tests.conftest import ROOT


@pytest.fixture
def page(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module("quoting")


def test_the_page_has_every_style_as_it_is(page):
    assert (ROOT / "docs" / "quoting.md").read_text("utf-8") == page.quoting_page()


def test_its_quotes_are_those_that_it_says(page):
    one, several = page.sentence(), page.over_lines()
    assert (one.start_ms, one.end_ms, one.approximate) == (16_400, 23_400, False)
    assert one.text == (
        "But the militants were ousted from the eastern part of the city by Iraqi forces in late"
        " January."
    )
    assert [(line.index, line.begin, line.end == len(line.text)) for line in several.lines] == [
        (19, 0, True),
        (20, 0, True),
        (21, 0, True),
    ]
    assert several.text == (
        "Islamic State's income from oil has actually reduced significantly by about 73% from the"
        " height back in 2015 to our latest assessment last year where they made $9 million US"
        " dollars a month on average from oil. So it is still a significant source of income."
    )
