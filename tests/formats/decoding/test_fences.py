"""Fences of Markdown around a whole file."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.decoding.fences import unfenced


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_lines_stay(end):
    assert unfenced(f"{end}```json{end}[{end}]{end}```{end}") == f"{end}{end}[{end}]{end}"
    assert unfenced(f"a{end}```{end}") == f"a{end}```{end}"
    assert unfenced(f"``` not one{end}") == f"``` not one{end}"


def test_json_out_of_a_chat_is_read():
    text = '```json\n{"segments": [\n{"start": 1, "end": 2, "text": "Good ``` day."}\n]}\n```\n'
    made = registry.parse(text.encode(), Path("talk.json"))
    assert [(s.start_ms, s.text) for s in made.segments] == [(1000, "Good ``` day.")]


def test_a_file_that_breaks_off_within_its_fence_is_read():
    made = registry.parse(b"~~~\n0:01 Good day.\n0:05 Yes.\n", Path("talk.txt"))
    assert [(s.start_ms, s.text) for s in made.segments] == [(1000, "Good day."), (5000, "Yes.")]
