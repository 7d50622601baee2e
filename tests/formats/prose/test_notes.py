"""What stands below the last turn: notes that nobody said, and turns that look like them."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.prose.notes import without_credit

_HEADS = ["{0}  {1}", "{0} ({1}):", "{0} [{1}]", "**{0}** {1}", "{0} | {1}", "{0}\n{1}"]


def spoken(text, name="talk.txt"):
    talk = registry.parse(text.encode(), Path(name))
    return [(s.start_ms, s.speaker, s.text) for s in talk.segments]


@pytest.mark.parametrize("head", _HEADS)
def test_the_only_turn_past_the_first_hour_is_said(head):
    turns = [("Ida Sund", "0:03", "One."), ("Bo", "0:31", "Two."), ("Ida Sund", "1:02:11", "End.")]
    text = "\n\n".join(head.format(name, clock) + f"\n{words}" for name, clock, words in turns)
    assert spoken(text) == [
        (3_000, "Ida Sund", "One."), (31_000, "Bo", "Two."), (3_731_000, "Ida Sund", "End.")
    ]  # fmt: skip


@pytest.mark.parametrize("head", _HEADS[:-1])
def test_so_is_the_second_of_two_turns(head):
    turns = [("Ida Sund", "0:03", "One."), ("Bo", "1:02:11", "End.")]
    text = "\n\n".join(head.format(name, clock) + f"\n{words}" for name, clock, words in turns)
    assert spoken(text) == [(3_000, "Ida Sund", "One."), (3_731_000, "Bo", "End.")]


@pytest.mark.parametrize("below", [[], ["Ida stopped transcription"]])
def test_a_note_is_no_second_turn(below):
    lines = ["Ida  0:03", "One.", "", "Transcription ended after 1:02:11", *below]
    assert without_credit(lines) == lines[:2]


def test_so_it_is_with_its_words_behind_the_clock():
    turns = "Ida (0:03): Good day to you.\n\nBo (0:31): Good day.\n\nIda (1:02:11): Bye.\n"
    assert spoken(turns)[2] == (3_731_000, "Ida", "Bye.")


@pytest.mark.parametrize("end", ["", " Uhr", "."])
def test_a_note_in_any_language_is_not_said(end):
    lines = ["0:05", "Ida: See you at 10:30.", "", f"Afskriften sluttede efter 00:09:00{end}"]
    assert without_credit(lines) == lines[:2]


def test_what_whisper_cpp_tells_of_itself_is_no_speech():
    log = "".join(f"whisper_print_timings: {name} time = 7.5 ms\n" for name in "abcdefghi")
    lines = f"[00:00:00.000 --> 00:00:04.500]   Good day.\n\noutput_srt: saving\n\n{log}".split(
        "\n"
    )
    assert without_credit(lines) == lines[:1]


def test_whoever_is_called_as_a_program_speaks():
    lines = ["0:05 Anna: Which street?", "main: the one by the church."]
    assert without_credit(lines) == lines
    log = "main: processing 'a.wav' (176000 samples, 11.0 sec), 4 threads, 1 processors ..."
    assert without_credit([lines[0], log]) == lines[:1]
