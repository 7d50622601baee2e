"""What a file says of itself is one line, whoever read it."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.core.oneline import LONGEST_NAME, name_line, one_line, plain_lines
from viewer.core.segment import Segment
from viewer.core.transcript import Chapter, Part, Problem, Source, Transcript

BREAKS = ["\n", "\r", "\r\n", "\n\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]
CONTROLS = ["\x00", "\x07", "\x1b[31m", "\x7f", "\x9b"]
TEXT = st.lists(st.sampled_from([*BREAKS, *CONTROLS, "a", "# b", " ", "\ud800"])).map("".join)


def lines_of(text):
    """Return how many lines any program may see in a text."""
    return max(len(text.splitlines()), 1)


@given(TEXT)
def test_every_field_is_one_line_without_control_characters(text):
    talk = Transcript(
        (Segment(0, 1, text, text),),
        source=Source(text, text, None, text),
        language=text,
        keywords=(text,),
        chapters=(Chapter(0, text),),
        metadata={text: text},
        problems=(Problem(1, text),),
        media=(text,),
        parts=(Part(text, shown=True),),
    )
    segment, source = talk.segments[0], talk.source
    fields = [
        segment.text, segment.speaker, source.title, source.channel, source.url,
        talk.language or "",
        *talk.keywords, *(chapter.title for chapter in talk.chapters), *talk.metadata,
        *talk.metadata.values(), talk.problems[0].message, *talk.media, talk.parts[0].name,
    ]  # fmt: skip
    for field in fields:
        assert lines_of(field) == 1
        assert not set(field) & {"\0", "\x07", "\x1b", "\x7f", "\x9b", "\ud800"}


@given(TEXT)
def test_one_line_stays_as_it_is(text):
    assert one_line(one_line(text)) == one_line(text)
    assert plain_lines(plain_lines(text)) == plain_lines(text)


def test_a_description_keeps_its_lines_and_loses_control_characters():
    assert plain_lines("a\r\nb\x1b[31m\tc\rd\n") == "a\nb[31m\tc\nd\n"


def test_a_name_is_no_longer_than_names_are():
    assert name_line("a" * 5_000_000) == "a" * LONGEST_NAME
    assert Segment(0, 1, "a", "b" * 5_000_000).speaker == "b" * LONGEST_NAME
