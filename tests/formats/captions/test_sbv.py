"""SBV: cues, breaks inside them, and damage."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import sbv
from viewer.formats.format import Content, NothingUsableError

FILE = "0:00:03.700,0:00:06.190\nOne.\ntwo: 2.\n\n1:00:06.19, 1:00:09.07\nThree[br]four\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["x.sbv", "x.txt"])
def test_cues(line_end, name):
    talk = registry.parse(FILE.replace("\n", line_end).encode(), Path(name))
    assert talk.format == "sbv"
    assert [(s.start_ms, s.end_ms, s.text) for s in talk.segments] == [
        (3_700, 6_190, "One. two: 2."), (3_606_190, 3_609_070, "Three four")
    ]  # fmt: skip


def test_damage_is_stepped_over():
    talk = sbv.parse(Content.of("junk\n0:00:05.000,0:00:04.000\nback\n0:00:0x.1,0:00:09.0\n\n"))
    assert [(s.start_ms, s.end_derived) for s in talk.segments] == [(5_000, True)]
    assert [problem.line for problem in talk.problems] == [1, 2]


def test_speakers():
    text = "".join(f"0:00:0{n}.000,0:00:0{n}.500\n{'AB'[n % 2]}nna: hi\n\n" for n in range(4))
    assert sbv.parse(Content.of(text)).speakers == ("Anna", "Bnna")


@pytest.mark.parametrize("text", ["00:00:01,00:00:02,hi\n", "a,b\n", "1.5,2.5\n"])
def test_what_is_not_claimed(text):
    assert not sbv.claims(Content.of(text))
    with pytest.raises(NothingUsableError):
        sbv.parse(Content.of(text))


def test_the_head_that_subviewer_writes_is_no_damage():
    head = "[INFORMATION]\n[TITLE] A talk\n[AUTHOR]\n[END INFORMATION]\n[COLF]&HFFFFFF,[SIZE]18\n"
    made = registry.parse(f"{head}00:00:01.00,00:00:03.50\nOne[br]two\n".encode(), Path("a.sub"))
    assert [(s.start_ms, s.end_ms, s.text) for s in made.segments] == [(1_000, 3_500, "One two")]
    assert (made.source.title, made.problems) == ("A talk", ())
