"""Texts that are something else than a transcript, and transcripts that only look so."""

import pytest

from tests.growing import grows_too_fast
from viewer.formats.refusals.other_texts import other_text

MAIL = (
    "From a@example.org Mon\nReceived: by x\n\tid 5\nFrom: a@example.org\nTo: b@example.org\n\nHi\n"
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[playlist]\nFile1=a.mp3\n", "playlist"),
        ('REM GENRE x\nPERFORMER "A"\nFILE "a b.mp3" MP3\n  TRACK 01 AUDIO\n', "tracks"),
        ("diff --git a/x b/x\nindex 1..2\n", "changes"),
        ("Index: x\n======\n--- x\n+++ x\n@@ -1,2 +1,2 @@\n", "changes"),
        ('1.2.3.4 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.0" 200 1\n', "log"),
        (
            "[2024-05-06T07:08:09] [main] WARN a\n\tat x\n" * 1
            + "2024-05-06 07:08:09 INFO b\n" * 4,
            "log",
        ),
        (MAIL, "e-mail"),
        (
            ";; made by a program\n;; SPEAKER file channel begin length\n"
            "SPKR-INFO talk 1 <NA> <NA> <NA> unknown S0 <NA> <NA>\n"
            "SPEAKER talk 1   0.500   1.250 <NA> <NA> S0 <NA> <NA>\n",
            "RTTM",
        ),
        ("SPEAKER\ttalk\t1\t0.5\t1.2\t<NA>\t<NA>\tS0\t<NA>\n", "RTTM"),
    ],
)
def test_other_texts(text, reason):
    assert reason in other_text(text, "").reason


@pytest.mark.parametrize(
    "text",
    [
        "From: the beginning\nTo: the end\n\nwords",
        "Anna: I wrote to From: x@example.org\nSubject: none\n",
        "2024-05-06 07:08 - Anna: hello\n2024-05-06 07:09 - Ben: hi\n",
        "2024-05-06 07:08:09 INFO once\nand then\nwe talked\nabout it\n",
        "SPEAKER 1: Good morning.\nSPEAKER 2: Yes.\n",
        "--- \n+++ plus\n",
        "The FILE of a WAVE\nTRACK 5\n",
        "",
    ],
)
def test_what_can_be_a_transcript(text):
    assert other_text(text, "") is None


def test_a_name_that_says_text_lets_through_what_can_hold_a_transcript():
    assert other_text(MAIL, ".txt") is None
    assert other_text("#EXTM3U\n", ".txt") is not None


@pytest.mark.parametrize(
    "piece",
    [
        "FILE ",
        "FILE a WAVE\n",
        "--- a\n",
        "From: ",
        "a: b\n",
        "SPEAKER a 1 ",
        "2024-05-06 07:08",
        "\n",
    ],
)
def test_hostile_text_takes_no_time(piece):
    assert not grows_too_fast(lambda text: other_text(text, ""), lambda size: piece * size, 20_000)
