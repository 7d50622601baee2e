"""MicroDVD: frames, the rate, codes."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import microdvd
from viewer.formats.format import Content, NothingUsableError


def read(text):
    content = Content.of(text)
    assert microdvd.claims(content)
    return microdvd.parse(content)


@pytest.mark.parametrize("first", ["{1}{1}25", "{0}{0}25.000", "{1}{1}25,0", "{1}{1} 25 fps"])
def test_the_rate_stands_in_the_first_line(first):
    talk = registry.parse(f"{first}\n{{25}}{{50}}One|two\n".encode(), Path("x.sub"))
    assert talk.format == "microdvd"
    assert [(s.start_ms, s.end_ms, s.text) for s in talk.segments] == [(1_000, 2_000, "One two")]
    assert not talk.problems


def test_without_a_rate_the_usual_one_is_taken_and_reported():
    talk = read("{2398}{4795}2012\n")
    assert talk.segments[0].start_ms == 100_017
    assert talk.segments[0].text == "2012"
    assert "frames a second" in talk.problems[0].message


def test_codes_go():
    talk = read("{1}{1}25\n{25}{50}{y:i}{C:$0000FF}One|/two and/or {three}\n")
    assert talk.segments[0].text == "One two and/or {three}"


def test_an_end_that_is_missing_or_early_is_derived():
    talk = read("{1}{1}25\n{25}{}One\n{100}{50}Two\nstray\n")
    assert [(s.end_ms, s.end_derived) for s in talk.segments] == [(4_000, True), (14_000, True)]
    assert [problem.line for problem in talk.problems] == [3, 4]


@pytest.mark.parametrize("text", ["{a}{b}c\n", "x = {1}{2}\n", '{"1": 2}\n', "{1}{2}\n"])
def test_what_is_not_claimed(text):
    assert not microdvd.claims(Content.of(text))


def test_nothing_usable():
    with pytest.raises(NothingUsableError):
        microdvd.parse(Content.of("{1}{1}25\n{1}{2} \n"))
