"""SAMI: times, languages, speakers, loose HTML."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import sami
from viewer.formats.format import Content, NothingUsableError

FILE = """<SAMI><HEAD><TITLE>A &amp; B</TITLE><STYLE TYPE="text/css"><!--
P { margin-left: 1pt; } .ENCC { Name: English; lang: en-US; } .FRCC { lang: fr-FR; }
--></STYLE></HEAD><BODY>
<SYNC Start=1000><P Class=ENCC ID=Source>Anna<P Class=ENCC>Good<br>morning.
<P Class=FRCC>Bonjour.
<SYNC Start="4000"><P Class=ENCC>&nbsp;
<SYNC Start=5000><P Class=ENCC>All <i>of</i>
you &lt;3
</BODY></SAMI>
"""


@pytest.mark.parametrize("name", ["x.smi", "x.txt"])
def test_captions(name):
    talk = registry.parse(FILE.encode(), Path(name))
    assert talk.format == "sami"
    assert [(s.start_ms, s.end_ms, s.end_derived, s.text) for s in talk.segments] == [
        (1_000, 4_000, False, "Good morning."), (5_000, 15_000, True, "All of you <3")
    ]  # fmt: skip
    assert (talk.source.title, talk.language) == ("A & B", "en-US")
    assert talk.speakers == ("Anna",)
    assert "FRCC" in talk.problems[0].message


def test_a_time_that_is_none_is_reported():
    talk = sami.parse(Content.of("<sync start=x><p>no\n<SYNC START=7><P>yes\n<sync\n"))
    assert [(s.start_ms, s.text) for s in talk.segments] == [(7, "yes")]
    assert [p.line for p in talk.problems] == [1, 3]


def test_without_classes():
    assert sami.parse(Content.of("<sync start=1>a<sync start=9>b")).segments[1].text == "b"


@pytest.mark.parametrize("text", ["<html><p>sync</p></html>", "<sync>", "sami"])
def test_what_is_not_claimed(text):
    assert not sami.claims(Content.of(text))
    with pytest.raises(NothingUsableError):
        sami.parse(Content.of(text))
