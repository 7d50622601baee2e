"""Zeros at the ends of a file cost nothing but what stood there."""

from pathlib import Path

import pytest

from viewer.errors import UnknownFormatError
from viewer.formats import registry
from viewer.formats.decoding.zeros import without_zeros

CUES = "1\n00:00:01,000 --> 00:00:02,000\nGood\n\n2\n00:00:03,000 --> 00:00:04,000\nmorning\n"
REPORTED = "There is nothing but zeros here, as after a crash; what was here is lost."


def read(data):
    transcript = registry.parse(data, Path("talk.srt"))
    reported = [(problem.line, problem.message) for problem in transcript.problems]
    return [(s.start_ms, s.text) for s in transcript.segments], reported


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "utf-32"]
)
@pytest.mark.parametrize("zeros", [4, 20, 64, 4096, 100_000])
def test_zeros_at_the_end(encoding, zeros):
    segments, reported = read(CUES.encode(encoding) + bytes(zeros))
    assert segments == [(1000, "Good"), (3000, "morning")]
    assert reported == [(7, REPORTED)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_zeros_at_the_beginning(encoding):
    segments, reported = read(bytes(4096) + CUES.encode(encoding))
    assert segments == [(1000, "Good"), (3000, "morning")]
    assert reported == [(1, REPORTED)]


def test_zeros_in_the_place_of_the_last_lines():
    data = CUES.encode()
    segments, reported = read(data[:-20] + bytes(21))
    assert segments[0] == (1000, "Good")
    assert reported[-1] == (6, REPORTED)


def test_json_before_zeros_is_whole():
    data = b'{"segments": [{"start": 1, "end": 2, "text": "Yes"}]}' + bytes(5)
    transcript = registry.parse(data, Path("talk.json"))
    assert [problem.message for problem in transcript.problems] == [REPORTED]


def test_a_legacy_text_before_zeros_is_guessed_as_without():
    text = CUES.replace("Good", "Доброе утро, как дела?").replace("morning", "Всё хорошо, спасибо")
    data = (text * 9).encode("cp1251")
    wanted = registry.parse(data, Path("talk.srt")).segments
    assert registry.parse(data + bytes(7), Path("talk.srt")).segments == wanted


def test_a_word_among_zeros_is_no_text():
    with pytest.raises(UnknownFormatError, match="it is not text"):
        read(b"Header" + bytes(80))
    assert read(CUES.encode() + bytes(9000))[0]


def test_nothing_but_zeros_is_refused():
    with pytest.raises(UnknownFormatError, match="nothing but zeros"):
        read(bytes(40))


@pytest.mark.parametrize("text", ["", "a", "a\0", "漢字"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_what_belongs_to_characters_stays(text, encoding):
    assert without_zeros(text.encode(encoding)) == text.encode(encoding) or "\0" in text
