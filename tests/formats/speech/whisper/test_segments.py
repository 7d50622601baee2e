"""Single segments that are not as they should be, and what is said of them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Word
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.speech.whisper import reader as whisper_json

GOOD = {"start": 1.0, "end": 2.0, "text": "Good."}


def read(*segments):
    return whisper_json.parse(Content.of(json.dumps({"segments": segments}, indent=1)))


def problems(*segments):
    return [problem.message for problem in read(*segments).problems]


@pytest.mark.parametrize(
    "bad", [None, 3, "text", [], True, {}, {"start": 1.0, "end": 2.0, "text": None}]
)
def test_a_segment_without_text_is_left_out_and_reported(bad):
    made = read(GOOD, bad, GOOD)
    assert len(made.segments) == 2
    assert made.problems[0].message.startswith("Segment 2 ")
    assert made.problems[0].line == 8


@pytest.mark.parametrize(
    "start", [None, "soon", [], {}, float("nan"), float("inf"), 1e300, 10**400]
)
def test_a_segment_without_a_time_is_shown_without_one(start):
    made = read(GOOD, {"start": start, "end": 9.0, "text": "Lost."})
    lost = made.segments[1]
    assert (lost.start_ms, lost.end_ms, lost.text) == (None, None, "Lost.")
    assert "has no time" in made.problems[0].message


def test_a_segment_without_a_time_takes_it_from_its_words():
    words = [{"word": "Lost", "start": 3.0, "end": 3.5}]
    lost = read(
        GOOD, {"start": float("nan"), "end": None, "text": "Lost", "words": words}
    ).segments[1]
    assert (lost.start_ms, lost.end_ms) == (3000, 3500)


def test_a_segment_that_ends_early_gets_a_derived_end():
    made = read({"start": 2.0, "end": 1.0, "text": "a"})
    assert made.segments[0].end_derived
    assert problems({"start": 2.0, "end": 1.0, "text": "a"}) == [
        "Segment 1 ends before it starts; its end was estimated."
    ]


@pytest.mark.parametrize("times", [{"start": -1}, {"end": -1}, {"start": -2, "end": 1}])
def test_words_without_times_never_begin_before_zero(times):
    (segment,) = read({"words": ["one", "two"], **times}).segments
    assert [word.start_ms >= 0 for word in segment.words] == [True, True]


def test_before_zero_is_zero():
    made = read({"start": -0.5, "end": 1.0, "text": "a"})
    assert (made.segments[0].start_ms, made.segments[0].end_ms) == (0, 1000)
    assert "before zero" in made.problems[0].message


def test_what_goes_back_is_put_in_its_place_and_reported_once():
    late, early = (
        {"start": 9.0, "end": 9.5, "text": "late"},
        {"start": 3.0, "end": 4.0, "text": "early"},
    )
    made = read(late, early, {"start": 10, "end": 11, "text": "last"})
    assert [s.text for s in made.segments] == ["early", "late", "last"]
    assert [p.message for p in made.problems] == ["Segment 2 begins before the one above it."]


def test_text_is_made_of_words_where_there_is_none():
    words = [{"word": "Yes", "start": 1.0, "end": 1.2}, {"word": "!"}]
    made = read({"start": 1.0, "end": 2.0, "words": words})
    assert made.segments[0].text == "Yes!"


def test_speakers_are_kept():
    said = [{"word": "a", "start": 1, "end": 2, "speaker": name} for name in ("A", "A", "A")]
    made = read(
        {**GOOD, "speaker": "SPEAKER_00"}, {**GOOD, "speaker": 1}, {**GOOD, "words": said}, GOOD
    )
    assert [s.speaker for s in made.segments] == ["SPEAKER_00", "Speaker 1", "A", None]


def _word(text, start, speaker=None):
    reported = {"speaker": speaker} if speaker else {}
    return {"word": text, "start": start, "end": start + 0.25, **reported}


@pytest.mark.parametrize("speaker", [{}, {"speaker": "A"}])
@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (" Good day. In 14, yes.", "Good day.", "In 14, yes."),
        (" Guten Tag.\n Ja – und ob!", "Guten Tag.", "Ja – und ob!"),
        ("早上好。我很好。", "早上好。", "我很好。"),
        (None, "Good day.", "In 14, yes."),
    ],
)
def test_words_of_two_speakers_are_two_turns(text, first, second, speaker):
    parts = (list(part) if first[0] > "z" else part.split() for part in (first, second))
    a, b = ([one for one in part if one not in "–。"] for part in parts)
    words = [_word(one, 1 + i / 4, "A") for i, one in enumerate(a)]
    words += [_word(one, 3 + i / 4, "B") for i, one in enumerate(b)]
    made = read({"start": 1, "end": 5, "text": text, "words": words, **speaker}, GOOD)
    turns = [s for s in made.segments if s.text != "Good."]
    assert [(s.speaker, s.text, s.start_ms) for s in turns] == [
        ("A", first, 1000), ("B", second, 3000)
    ]  # fmt: skip
    assert [len(s.words) for s in turns] == [len(a), len(b)]


def test_a_word_without_a_speaker_goes_on_with_the_one_before():
    words = [_word("In", 1, "A"), _word("yes", 1.5, "B"), {"word": "14"}, _word("no", 2)]
    made = read({"start": 1, "end": 3, "text": "In yes 14 no", "words": words})
    assert [(s.speaker, s.text) for s in made.segments] == [("A", "In"), ("B", "yes 14 no")]


def test_words_that_agree_are_surer_than_their_segment():
    words = [_word("Good.", 1, "B")]
    assert read({**GOOD, "speaker": "A", "words": words}).segments[0].speaker == "B"


def test_confidence_is_kept():
    words = [{"word": " Good.", "start": 1.0, "end": 2.0, "probability": 0.25}]
    assert read({**GOOD, "words": words}).segments[0].words == (Word(1000, 2000, "Good.", 0.25),)


def test_an_empty_text_is_true_to_the_file():
    assert [s.text for s in read(GOOD, {**GOOD, "text": ""}).segments] == ["Good.", ""]


def test_halves_of_pairs_and_controls_do_not_reach_the_view():
    text = read({**GOOD, "text": "a\ud800b\0\nc"}).segments[0].text
    assert text == "a\ufffdb c"
    text.encode()


def test_a_file_cut_off_keeps_what_is_whole():
    whole = json.dumps({"text": "…", "segments": [GOOD] * 50})
    made = whisper_json.parse(Content.of(whole[: len(whole) // 2]))
    assert 20 < len(made.segments) < 30
    assert "breaks off" in made.problems[0].message


NUMBERS = st.one_of(
    st.integers(-2, 20), st.floats(-1, 20), st.sampled_from([True, None, "3", 1e300, float("nan")])
)
TEXTS = st.one_of(st.text(max_size=6), st.sampled_from([None, 3, " said ", "a\nb", "Ã©", "\u2028"]))
SEGMENTS = st.lists(st.fixed_dictionaries({"start": NUMBERS, "end": NUMBERS, "text": TEXTS}))


@given(SEGMENTS, st.booleans())
def test_many_at_once_are_read_as_one_by_one(segments, in_order):
    if in_order:
        segments = [{**one, "start": k, "end": k + 0.5} for k, one in enumerate(segments)]
    # Somebody who is nobody makes the reader look at each.
    each = [{**one, "speaker": None} for one in segments]
    assert outcome(segments) == outcome(each)


def outcome(segments):
    try:
        made = read(*segments)
    except NothingUsableError as error:
        return error.reason
    return made.segments, [problem.message for problem in made.problems]
