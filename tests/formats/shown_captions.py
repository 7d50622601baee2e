"""Segments for the tests of what writes captions."""

from hypothesis import strategies as st

from viewer.core.oneline import one_line
from viewer.core.segment import Segment
from viewer.formats.draft import Draft
from viewer.formats.text import repaired

#: Texts out of what caption files give a meaning to.
TOKENS = st.sampled_from([
    "&", "&amp;", "&#58;", "<", ">", "<b>", "</b>", "<b></b>", "<v Anna>", "<i>", "-->", "->",
    "{\\an8}", "{", "}", "[", "]", "[Anna]:", "Anna:", "Anna", "Note:", ": ", " ", "\n", "12",
    "00:00:01,000", "00:00:01.000 --> 00:00:02.000", "WEBVTT", "NOTE", "&lt;", "é", "漢字", "：",
    "שלום", "\u200b", ">>", "\\N", "\\h",
])  # fmt: skip
TEXTS = st.one_of(st.lists(TOKENS, max_size=6).map("".join), st.text(max_size=30))


def _clean(text):
    return one_line(one_line(repaired(text)))


def _steady(text):
    """Whether reading a text alone and reading it in a file give the same."""
    return repaired(text) == text == one_line(text) and repaired(f"a {text} b") == f"a {text} b"


def texts():
    """Texts as segments have them."""
    return TEXTS.map(_clean).filter(_steady)


def speakers():
    """Names as segments have them, plain and strange ones."""
    names = st.sampled_from(
        ["Anna", "Ben", "SPEAKER_01", "Dr. Lee (SL)", "Note", "李", "a: b", "R&D <x>"]
    )
    strange = texts().map(lambda text: " ".join(text.split()))
    strange = strange.filter(lambda name: name not in ("", "-", "–", "—"))  # dashes name nobody
    return st.one_of(st.none(), names, strange)


@st.composite
def spoken_segments(draw):
    """A segment with start, end, text and speaker."""
    start = draw(st.integers(0, 10**9))
    return Segment(start, start + draw(st.integers(0, 10**6)), draw(texts()), draw(speakers()))


def segments_of(segments):
    """The segments in the order and form in which a reader gives them."""
    draft = Draft("any")
    for segment in segments:
        draft.segment(segment.start_ms, segment.end_ms, segment.text, speaker=segment.speaker)
    return draft.finish().segments
