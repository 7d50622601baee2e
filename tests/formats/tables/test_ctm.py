"""CTM: a word a line."""

from viewer.formats.format import Content
from viewer.formats.tables import ctm


def rows(text):
    content = Content.of(text)
    assert ctm.claims(content)
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in ctm.parse(content).segments]


def test_words_of_several_recordings_are_no_one_line():
    text = "a 1 0.40 0.30 good 0.98\na 1 0.70 0.30 day\nb 1 0.10 0.30 second NA\n"
    assert rows(text) == [(100, 400, "b", "second"), (400, 1000, "a", "good day")]


def test_channels_of_one_recording_are_speakers():
    text = "a A 0.40 0.30 good\na B 0.50 0.30 yes\na A 0.80 0.10 day\n"
    assert rows(text) == [(400, 900, "Channel A", "good day"), (500, 800, "Channel B", "yes")]
