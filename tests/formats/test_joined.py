"""Times that go back in a file: joined recordings stay one after the other, the rest is told."""

import json
from pathlib import Path

import pytest

from viewer.core.segment import Segment
from viewer.core.timecode import format_stamp
from viewer.formats import registry
from viewer.formats.joined import joined_files

TEXTS = {
    "en": ["Good morning.", "Shall we?", "And so on.", "Good evening.", "We go on."],
    "de": ["Guten Morgen.", "Fangen wir an?", "Und so weiter.", "Guten Abend!", "Weiter – ja."],
    "zh": ["早上好。", "我们开始吧？", "等等。", "晚上好。", "继续。"],
}
TWICE = [1, 30, 50, 0, 20]
BACK = [1, 30, 20, 50, 55]


def _srt(starts, texts):
    return "".join(
        f"{n}\n{format_stamp(s * 1000, separator=',')} --> "
        f"{format_stamp(s * 1000 + 4000, separator=',')}\n{t}\n\n"
        for n, (s, t) in enumerate(zip(starts, texts, strict=True), 1)
    )


def _sbv(starts, texts):
    pairs = zip(starts, texts, strict=True)
    return "".join(f"0:00:{s:02}.000,0:00:{s + 4:02}.000\n{t}\n\n" for s, t in pairs)


def _lines(starts, texts):
    return "".join(f"[00:{s:02}] {t}\n" for s, t in zip(starts, texts, strict=True))


def _panel(starts, texts):
    return "".join(f"0:{s:02}\n{t}\n" for s, t in zip(starts, texts, strict=True))


def _table(starts, texts):
    rows = (f"00:00:{s:02};{t}\n" for s, t in zip(starts, texts, strict=True))
    return "Time;Text\n" + "".join(rows)


def _json(starts, texts):
    pairs = zip(starts, texts, strict=True)
    return json.dumps([{"start": s, "end": s + 4, "text": t} for s, t in pairs])


WRITERS = [_srt, _sbv, _lines, _panel, _table, _json,
           lambda s, t: "WEBVTT\n\n" + _srt(s, t).replace(",0", ".0")]  # fmt: skip
each_way = pytest.mark.parametrize("write", WRITERS)
each_language = pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
each_end = pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])


def _read(text, end="\n"):
    return registry.parse(text.replace("\n", end).encode(), Path("talk"))


@each_way
@each_language
@each_end
def test_joined_recordings_keep_their_order_and_are_chapters(write, texts, end):
    made = _read(write(TWICE, texts), end)
    assert [s.text for s in made.segments] == texts
    starts = [s.start_ms for s in made.segments]
    assert starts == sorted(starts)
    assert starts[4] - starts[3] == 20_000
    assert [(c.title, c.start_ms) for c in made.chapters] == [
        ("Part 1", 1000), ("Part 2", starts[3])
    ]  # fmt: skip
    assert any("begin again" in problem.message for problem in made.problems)


@each_way
@each_language
@each_end
def test_a_single_step_back_is_reported(write, texts, end):
    made = _read(write(BACK, texts), end)
    assert [s.start_ms for s in made.segments] == [1000, 20_000, 30_000, 50_000, 55_000]
    assert not made.chapters
    assert any("above" in p.message or "go back" in p.message for p in made.problems)


@each_way
def test_what_rises_has_nothing_to_tell(write):
    made = _read(write([1, 20, 30, 40, 50], TEXTS["en"]))
    assert not made.problems
    assert not made.chapters


def _segments(starts, speakers=None):
    return [
        Segment(s * 1000, s * 1000 + 900, "x", speakers[i] if speakers else None)
        for i, s in enumerate(starts)
    ]


def test_two_languages_of_one_recording_are_no_two_recordings():
    assert joined_files(_segments([1, 3, 9, 1, 3, 9])) is None


def test_a_track_a_speaker_is_one_recording():
    assert joined_files(_segments([1, 8, 20, 2, 9, 21], "AAABBB")) is None
    assert joined_files(_segments([1, 8, 20, 2, 9, 21], "AABABA")) is not None


@pytest.mark.parametrize("last", [[0], []])
def test_a_line_alone_is_no_recording(last):
    assert joined_files(_segments([1, 8, 20, *last])) is None


def test_many_steps_back_are_no_recordings():
    assert joined_files(_segments([0, 90] * 500)) is None


def test_words_go_with_their_segments():
    words = [{"word": "a", "start": 0.5, "end": 1}]
    entry = {"start": 0.5, "end": 1, "text": "a", "words": words}
    rows = [{"start": s, "end": s + 1, "text": "b"} for s in (0, 9)]
    made = _read(json.dumps({"segments": [*rows, entry, {"start": 5, "end": 6, "text": "c"}]}))
    assert made.segments[2].words[0].start_ms == made.segments[2].start_ms == 10_500
