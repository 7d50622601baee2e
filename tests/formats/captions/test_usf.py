"""The Universal Subtitle Format."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import usf
from viewer.formats.format import Content, NothingUsableError

HEAD = (
    '<?xml version="1.0"?>\n<!DOCTYPE USFSubtitles SYSTEM "USFV100.dtd">\n'
    '<USFSubtitles version="1.0">'
    "<metadata><title>A talk</title><author><title>Dr</title></author><language "
    'code="eng"/></metadata>'
    "<subtitles>"
)
TAIL = "</subtitles></USFSubtitles>"


def read(body):
    return registry.parse(f"{HEAD}{body}{TAIL}".encode(), Path("talk.xml"))


def test_texts_with_their_times_and_speakers():
    made = read(
        '<subtitle start="00:00:01.500" stop="00:00:03.000"><text speaker="Anna">Good,\n'
        " <br/><i>all</i>."
        "</text><text>Yes &amp; no.</text><comment>he laughs</comment></subtitle>"
        '<subtitle start="4.5" duration="00:00:02.000"><text>a <karaoke><k t="9"/>b <k '
        't="9"/>c</karaoke>'
        '<comment>x</comment></text></subtitle><subtitle start="8" '
        'stop="9"><karaoke>d</karaoke></subtitle>'
    )
    assert (made.format, made.source.title, made.language) == ("usf", "A talk", "eng")
    assert [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments] == [
        (1500, 3000, "Anna", "Good, all."), (1500, 3000, None, "Yes & no."),
        (4500, 6500, None, "a b c"), (8000, 9000, None, "d"),
    ]  # fmt: skip
    assert not made.problems


def test_labels_are_speakers_and_damage_is_told():
    made = read(
        '<subtitle start="1" stop="2"><text>Anna: A.</text></subtitle>\n'
        '<subtitle start="soon"><text>lost</text></subtitle>\n'
        '<subtitle start="4" stop="3"><text>Anna: B.</text></subtitle>\n<subtitle'
    )
    assert [(s.start_ms, s.speaker, s.text) for s in made.segments] == [
        (1000, "Anna", "A."), (4000, "Anna", "B."),
    ]  # fmt: skip
    assert [problem.line for problem in made.problems] == [4, 5, 6]


@pytest.mark.parametrize("body", ["", '<subtitle start="1" stop="2"><text> </text></subtitle>'])
def test_nothing_said_is_told(body):
    with pytest.raises(NothingUsableError):
        usf.parse(Content.of(HEAD + body + TAIL))
