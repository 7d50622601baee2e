"""InqScribe's own documents."""

from pathlib import Path

import pytest

from viewer.errors import MalformedTranscriptError
from viewer.formats import registry

HEAD = "app=InqScribe\nfont.name=Arial\n"


def read(text):
    return registry.parse(text.encode(), Path("talk.inqscr"))


@pytest.mark.parametrize(
    ("rate", "starts"),
    [("25", (1_600, 65_200)), ("29.97", (1_500, 65_166)), ("?", (1_500, 65_166)), ("0", (1_500,))],
)
def test_frames_count_at_the_rate_that_is_stated(rate, starts):
    text = r"[00:00:01.15] Ida: So \\ on.\r\r[00:01:05.05] Bo:\tYes\r[00:01:09.00]\r"
    talk = read(f"{HEAD}text={text}\ntimecode.fps={rate}\ntype=none\n")
    assert tuple(s.start_ms for s in talk.segments)[: len(starts)] == starts
    assert [(s.speaker, s.text) for s in talk.segments] == [("Ida", "So \\ on."), ("Bo", "Yes")]
    assert talk.segments[-1].end_ms == 69_000
    assert talk.format == "inqscribe"


def test_without_text_it_is_refused():
    with pytest.raises(MalformedTranscriptError, match="InqScribe document without text"):
        read(f"{HEAD}text=\\r \n")
