"""GPAC's timed text."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import text_stream
from viewer.formats.format import Content, NothingUsableError

HEAD = (
    '<?xml version="1.0" encoding="UTF-8" ?>\n<TextStream>\n<TextStreamHeader width="480">'
    "<TextSampleDescription><FontTable/></TextSampleDescription></TextStreamHeader>\n"
)


def read(samples):
    made = registry.parse(f"{HEAD}{samples}</TextStream>\n".encode(), Path("talk.ttxt"))
    return made, [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments]


def test_samples_are_shown_until_an_empty_one():
    made, spans = read(
        '<TextSample sampleTime="00:00:01.5" xml:space="preserve">Good\nday.<Style/></TextSample>\n'
        '<TextSample sampleTime="00:00:03.000" xml:space="preserve"></TextSample>\n'
        "<TextSample sampleTime=\"00:00:04.000\" text=\"'It's' 'so &amp; so.'\"/>\n"
        '<TextSample sampleTime="00:00:06.000"/>\n<TextSample sampleTime="7" text="plain"/>\n'
    )
    assert made.format == "text-stream"
    assert spans == [
        (1500, 3000, None, "Good day."), (4000, 6000, None, "It's so & so."),
        (7000, 17_000, None, "plain"),
    ]  # fmt: skip
    assert not made.problems


def test_damage_is_told():
    made, spans = read(
        '<TextSample sampleTime="soon">lost</TextSample>\n'
        '<TextSample sampleTime="0:02">A.</TextSample>\n<x'
    )
    assert [text for *_, text in spans] == ["A."]
    assert [problem.line for problem in made.problems] == [4, 6]


def test_no_words_are_told():
    with pytest.raises(NothingUsableError):
        text_stream.parse(Content.of(HEAD + '<TextSample sampleTime="1"/></TextStream>'))
