"""Final Cut Pro 7's XML: texts as items of a sequence."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import xmeml
from viewer.formats.format import Content, NothingUsableError


def item(start, end, *texts, kind="generatoritem"):
    values = "".join(
        f"<parameter><parameterid>str</parameterid><value>{text}</value></parameter>"
        for text in texts
    )
    size = "<parameter><parameterid>size</parameterid><value>36</value></parameter>"
    return (
        f"<{kind}><name>Text</name><rate><timebase>60</timebase></rate><in>0</in><start>{start}</start>"
        f"<end>{end}</end><effect><start>9</start>{size}{values}</effect></{kind}>\n"
    )


def read(items, rate="<rate><timebase>25</timebase><ntsc>FALSE</ntsc></rate>"):
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE xmeml>\n<xmeml version="5"><sequence><name>A talk</name>'
        f"{rate}<media><video><track>\n{items}</track></video></media></sequence></xmeml>"
    )
    made = registry.parse(text.encode(), Path("talk.xml"))
    return made, [(s.start_ms, s.end_ms, s.text) for s in made.segments]


def test_frames_of_the_sequence_tell_when_texts_are_shown():
    made, spans = read(item(25, 75, "Good&#13;day.") + item(100, 150, "Yes.", kind="clipitem"))
    assert (made.format, made.source.title) == ("xmeml", "A talk")
    assert spans == [(1000, 3000, "Good day."), (4000, 6000, "Yes.")]
    assert not made.problems


@pytest.mark.parametrize(
    ("rate", "start", "told"),
    [
        ("<rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate>", 1001, 0),
        ("<rate><timebase>30</timebase></rate>", 1000, 0),
        ("<rate><timebase>0</timebase></rate>", 1200, 1),
        ("", 1200, 1),
    ],
)
def test_rates(rate, start, told):
    made, spans = read(item(30, 60, "A."), rate)
    assert spans[0][0] == start
    assert len(made.problems) == told


def test_what_cannot_be_placed_is_told():
    made, spans = read(
        item(-1, 75, "lost") + item(100, 50, "A.") + item(200, -1, "B.") + item(1, 2)
    )
    assert spans == [(4000, 8000, "A."), (8000, 18_000, "B.")]
    assert [problem.line for problem in made.problems] == [4, 5]


def test_no_texts_are_told():
    with pytest.raises(NothingUsableError):
        xmeml.parse(Content.of("<xmeml><sequence></sequence></xmeml>"))
