"""Recordings named in the heads of files of several formats."""

import pytest

from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.format import Content
from viewer.formats.kit.media_keys import media_in
from viewer.formats.prose import clock_lines as clock_text
from viewer.formats.prose.archive import reader as archive_markdown

LINK = "https://www.youtube.com/watch?v=AbC_123-xyz"
ARCHIVE = f"---\n{{}}\n---\n\n# T\n**C:** [May 4, 2017]({LINK})\n*  Hi. [[0:01]({LINK}&t=1s)]\n"
CLOCKS = "---\n{}\n---\n0:01 One here\n0:05 Two here\n0:09 Three here\n"
CUE = "00:01.000 --> 00:02.000\nHi\n"


@pytest.mark.parametrize(
    "line",
    ["media: rec1.wav", 'Media: "rec1.wav"', "audio: 'rec1.wav'", "Recording: rec1.wav",
     "VIDEO: rec1.wav"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("reader", "file"),
    [(archive_markdown, ARCHIVE), (clock_text, CLOCKS), (webvtt, "WEBVTT\n{}\n\n" + CUE),
     (webvtt, "WEBVTT\n\nNOTE {}\n\n" + CUE), (webvtt, "WEBVTT\n\nNOTE\n{}\n\n" + CUE)],
    ids=["archive", "clocks", "WebVTT", "note", "longer note"],
)  # fmt: skip
def test_every_key_in_every_head(reader, file, line):
    assert reader.parse(Content.of(file.format(line))).media == ("rec1.wav",)


@pytest.mark.parametrize(
    ("link", "is_file"),
    [("https://example.org/a/rec1.wav", True), ("https://example.org/rec1.mp3?x=1", True),
     ("https://youtu.be/AbC_123-xyz", False), ("https://example.org/watch?v=a.mp4", False),
     ("https://example.org", False)],
)  # fmt: skip
def test_a_link_to_a_file_names_a_recording_and_one_to_a_page_does_not(link, is_file):
    assert list(media_in({"media": link})) == [link] * is_file


def test_other_keys_name_none():
    assert list(media_in({"title": "a.wav", "audio": " ", "media type": "a.mp3"})) == []
