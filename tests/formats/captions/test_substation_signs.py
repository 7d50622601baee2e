"""What converters leave of SubStation in captions of other kinds."""

import pytest

from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.formats.captions import subrip, subrip_writer
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.captions.webvtt import writer as webvtt_writer
from viewer.formats.format import Content


def cues(*texts):
    return "\n\n".join(f"00:00:0{i}.000 --> 00:00:0{i}.900\n{text}" for i, text in enumerate(texts))


def both(*texts):
    read = (
        subrip.parse(Content.of(cues(*texts))),
        webvtt.parse(Content.of(f"WEBVTT\n\n{cues(*texts)}")),
    )
    first, second = ([(each.speaker, each.text) for each in one.segments] for one in read)
    assert first == second
    return first


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"Good morning,\Nall of you", "Good morning, all of you"),
        (r"Good morning,\nall of you", "Good morning, all of you"),
        (r"Yes,\hof\hcourse", "Yes, of course"),
        (r"{\an8}Above\N{\i1}all{\i0}", "Above all"),
        (r"It is in C:\new\names, not \\server\here", r"It is in C:\new\names, not \\server\here"),
        (r"a \sum of \alpha", r"a \sum of \alpha"),
    ],
)
def test_signs_are_followed_and_paths_are_text(written, shown):
    assert both(written, "more") == [(None, shown), (None, "more")]


def test_a_break_parts_two_who_speak():
    said = both(r"Anna: Will you come?\NBen: I will.", "Anna: Good.", "Ben: Yes.")
    assert said[:2] == [("Anna", "Will you come?"), ("Ben", "I will.")]


@pytest.mark.parametrize("text", [r"a\Nb \h", r"{\an8}up", r"\\n C:\hot"])
def test_a_text_that_looks_so_comes_back_as_it_was(text):
    transcript = Transcript((Segment(0, 900, text, r"A\Nn"), Segment(900, 1800, text)))
    for writer, reader in ((subrip_writer, subrip), (webvtt_writer, webvtt)):
        read = reader.parse(Content.of(writer.write(transcript)))
        assert [(each.speaker, each.text) for each in read.segments] == [
            (r"A\Nn", text),
            (None, text),
        ]
