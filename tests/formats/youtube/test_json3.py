"""YouTube's json3: events, their words, windows that roll, and damage."""

import json

import pytest

from viewer.core.segment import Word
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.youtube import json3 as youtube_json3


def read(*events):
    return youtube_json3.parse(Content.of(json.dumps({"wireMagic": "pb3", "events": events})))


def event(start, duration, *segs, **more):
    return {"tStartMs": start, "dDurationMs": duration, "segs": list(segs), **more}


def seg(text, offset=None, sure=None):
    reported = {"utf8": text, "tOffsetMs": offset, "acAsrConf": sure}
    return {key: value for key, value in reported.items() if value is not None}


def spans(*events):
    return [(s.start_ms, s.end_ms, s.text) for s in read(*events).segments]


def test_an_event_is_a_segment_and_its_segs_are_words():
    (segment,) = read(event(160, 1000, seg("good", None, 0), seg(" morning", 400, 204))).segments
    assert (segment.start_ms, segment.end_ms, segment.text) == (160, 1160, "good morning")
    assert segment.words == (Word(160, 560, "good"), Word(560, 1160, "morning", 0.8))


def test_captions_by_hand_have_no_words():
    (segment,) = read(event(0, 1000, seg("good\nmorning"))).segments
    assert (segment.text, segment.words) == ("good morning", ())


def test_half_of_a_pair_is_no_damage():
    transcript = read(event(0, 1000, seg("a\ud83d")))
    assert [segment.text for segment in transcript.segments] == ["a\ufffd"]
    assert transcript.problems == ()


def test_in_a_window_that_rolls_a_line_ends_where_the_next_begins():
    assert spans(
        {"tStartMs": 0, "dDurationMs": 9000, "id": 1},
        event(0, 4000, seg("one"), wWinId=1),
        event(1990, 2010, seg("\n"), wWinId=1, aAppend=1),
        event(2000, 4000, seg("two"), wWinId=1),
        event(2500, 500, seg("aside"), wWinId=2),
    ) == [(0, 2000, "one"), (2000, 6000, "two"), (2500, 3000, "aside")]


def test_what_is_appended_goes_on_with_the_windows_line():
    (segment,) = read(
        event(0, 1000, seg("good", 0), wWinId=1),
        event(1000, 1000, seg(" day", 0), wWinId=1, aAppend=1),
    ).segments
    assert (segment.start_ms, segment.end_ms, segment.text) == (0, 2000, "good day")
    assert segment.words == (Word(0, 1000, "good"), Word(1000, 2000, "day"))


def test_an_event_without_duration_has_a_derived_end():
    (segment,) = read({"tStartMs": 0, "segs": [{"utf8": "one"}]}).segments
    assert segment.end_derived


def test_turns():
    said = [seg("yes", 0), seg(" >>", 500), seg(" no", 800)]
    assert spans(event(0, 1000, *said)) == [(0, 500, "yes"), (500, 1000, "– no")]
    assert spans(event(0, 1000, seg(">> yes\n>> no"))) == [(0, 1000, "– yes – no")]


@pytest.mark.parametrize(
    "damaged",
    [
        "text", 7, None, [], {"segs": [{"utf8": "lost"}]},
        {"tStartMs": -5, "segs": [{"utf8": "a"}]},
        {"tStartMs": "x", "segs": [{}]}, {"tStartMs": 1e999, "segs": [{"utf8": "a"}]},
        {"tStartMs": 1, "segs": 5}, {"tStartMs": 1, "segs": ["a"]},
        {"tStartMs": 1, "segs": [{"utf8": 5}]},
        {"tStartMs": 1, "segs": [{"utf8": "a", "tOffsetMs": "x"}]},
        {"tStartMs": 1, "segs": [{"utf8": "a"}], "wWinId": []},
    ],
)  # fmt: skip
def test_a_damaged_event_is_stepped_over_and_reported(damaged):
    transcript = read(damaged, event(0, 1000, seg("one")))
    assert [segment.text for segment in transcript.segments] == ["one"]
    assert len(transcript.problems) == 1


def test_a_file_that_breaks_off_is_read_up_to_there():
    text = json.dumps(
        {"events": [event(0, 1000, seg("one")), event(1, 1000, seg("two"))]}, indent=1
    )
    transcript = youtube_json3.parse(Content.of(text[: text.index("two")]))
    assert [segment.text for segment in transcript.segments] == ["one"]
    assert transcript.problems[0].line > 5


TEN = json.dumps(
    {"wireMagic": "pb3", "events": [event(i * 1000, 900, seg(f"no. {i}")) for i in range(10)]},
    indent=1,
)


@pytest.mark.parametrize("damage", ["", "x", "}}", "]]", '"a" "b"'])
def test_a_damaged_event_costs_only_itself(damage):
    transcript = youtube_json3.parse(Content.of(TEN.replace('"no. 4"', damage)))
    said = [segment.text for segment in transcript.segments]
    assert said == [f"no. {i}" for i in range(10) if i != 4]
    assert len(transcript.problems) == 1
    assert TEN.splitlines()[transcript.problems[0].line] == '   "tStartMs": 4000,'


def test_a_file_without_its_beginning_is_read_from_the_next_event_on():
    text = TEN[TEN.index("no. 4") :]
    assert youtube_json3.claims(Content.of(text))
    transcript = youtube_json3.parse(Content.of(text))
    assert [segment.text for segment in transcript.segments] == [f"no. {i}" for i in range(5, 10)]
    (problem,) = transcript.problems
    assert (problem.line, problem.message) == (
        1,
        "The beginning of the file is missing; what is left of it is shown.",
    )


def test_damage_behind_a_lost_beginning_has_its_line():
    text = TEN[TEN.index("no. 4") :].replace('"no. 7"', "x")
    first, second = youtube_json3.parse(Content.of(text)).problems
    assert first.line == 1
    assert text.splitlines()[second.line] == '   "tStartMs": 7000,'


@pytest.mark.parametrize(
    "text", ["{}", "[]", "", '{"events": []}', '{"events": 5}', "[" * 10**5, '{"events": [{']
)
def test_nothing_to_use_is_said(text):
    with pytest.raises(NothingUsableError):
        youtube_json3.parse(Content.of(text))


def test_it_is_claimed_by_its_keys():
    assert youtube_json3.claims(Content.of('\ufeff\n{"wireMagic" : "pb3"'))
    assert youtube_json3.claims(Content.of('{"events": [{"tStartMs": 0'))
    assert not youtube_json3.claims(Content.of('{"segments": [], "events": []}'))
    assert not youtube_json3.claims(Content.of('say "tStartMs": 5'))
