"""Whisper's JSON in every dialect."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Word
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.speech.whisper import reader as whisper_json

SAID = [(0.0, 2.5, " Good morning."), (3.64, 6.640000000000001, " It is cold.")]
SPOKEN = [(0, 2500, "Good morning."), (3640, 6640, "It is cold.")]
SEGMENTS = [{"start": a, "end": b, "text": text} for a, b, text in SAID]
LOOSE = ["Good", "morning.", "It", "is", "cold."]
WORDS = [{"word": w, "start": i, "end": i + 0.5} for i, w in enumerate(LOOSE)]
DIALECTS = {
    "openai": {"text": "…", "segments": [{"id": 0, "tokens": [1, 2], **s} for s in SEGMENTS]},
    "bare list": SEGMENTS,
    "times as text": {"segments": [{**s, "start": str(s["start"])} for s in SEGMENTS]},
    "wrapped": {"status": "succeeded", "output": {"segments": SEGMENTS, "language": "en"}},
    "whisper.cpp": {
        "result": {"language": "en"},
        "transcription": [
            {"offsets": {"from": a, "to": b}, "timestamps": {}, "text": t} for a, b, t in SPOKEN
        ],
    },
    "clock alone": {
        "transcription": [
            {
                "timestamps": {"from": "00:00:00,000", "to": "00:00:02,500"},
                "text": " Good morning.",
            },
            {"timestamps": {"from": "00:00:03,640", "to": "00:00:06,640"}, "text": " It is cold."},
        ]
    },
    "chunks": {"text": "…", "chunks": [{"timestamp": [a, b], "text": t} for a, b, t in SAID]},
    "length": [{"text": t, "start": a, "duration": round(b - a, 3)} for a, b, t in SAID],
    "another key": [{"content": t, "start": a, "end": b} for a, b, t in SAID],
}


def read(value):
    return whisper_json.parse(Content.of(value if isinstance(value, str) else json.dumps(value)))


def spans(transcript):
    return [(s.start_ms, s.end_ms, s.text) for s in transcript.segments]


def claims(value):
    text = value if isinstance(value, str) else json.dumps(value)
    return whisper_json.claims(Content.of(text[:65_536]))


@pytest.mark.parametrize("value", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize("indent", [None, 2])
def test_every_dialect_says_the_same(value, indent):
    text = json.dumps(value, indent=indent)
    assert claims(text)
    made = read(text)
    assert spans(made) == SPOKEN
    assert not made.problems
    assert made.format == "whisper-json"


def test_one_object_a_line():
    made = read("\n".join(map(json.dumps, SEGMENTS)))
    assert spans(made) == SPOKEN


@pytest.mark.parametrize("key", ["words", "word_segments"])
def test_words_alone_become_lines(key):
    made = read({key: WORDS})
    assert spans(made) == [(0, 1500, "Good morning."), (2000, 4500, "It is cold.")]
    assert made.segments[1].words[0] == Word(2000, 2500, "It")


def test_words_alone_take_their_punctuation_from_the_text():
    bare = [{**w, "word": w["word"].strip(".")} for w in WORDS]
    made = read(
        {"task": "transcribe", "duration": 5.5, "text": "Good morning. It is cold!", "words": bare}
    )
    assert [s.text for s in made.segments] == ["Good morning.", "It is cold!"]
    assert made.duration_ms == 5500


def test_word_chunks_become_lines():
    chunks = [{"text": f" {w['word']}", "timestamp": [w["start"], w["end"]]} for w in WORDS]
    chunks[-1]["timestamp"][1] = None
    made = read({"text": "…", "chunks": chunks})
    assert [s.text for s in made.segments] == ["Good morning.", "It is cold."]


def test_words_beside_segments_are_shared_out():
    made = read({"segments": SEGMENTS, "words": [{"word": "Good", "start": 0.1, "end": 0.4},
                 {"word": "cold", "start": 5, "end": 6}]})  # fmt: skip
    assert [[w.text for w in s.words] for s in made.segments] == [["Good"], ["cold"]]


@pytest.mark.parametrize(
    "segments",
    [
        "[]", "null", '{"a": 1}', "[null]", '[{"start": 1, "end": 2, "text": null}]', '[{"": 9',
        '[{"id" 0, "start": 1}]', '[{"id": 0, "text": "no end}]',
    ],
)  # fmt: skip
def test_words_are_read_where_no_segment_beside_them_can_be(segments):
    made = whisper_json.parse(
        Content.of(f'{{"segments": {segments}, "words": {json.dumps(WORDS)}}}')
    )
    assert " ".join(s.text for s in made.segments).startswith("Good morning")


@pytest.mark.parametrize(
    "text", ['{"segments":[{"":9"words":[""', '{"segments": [], "words": [7]}']
)
def test_neither_segments_nor_words(text):
    with pytest.raises(NothingUsableError, match="list of segments is empty"):
        whisper_json.parse(Content.of(text))


def test_an_end_that_is_null_is_derived():
    made = read({"text": "…", "chunks": [{"timestamp": [1.0, None], "text": "To the end of it."}]})
    assert made.segments[0].end_derived
    assert made.last_time_ms == 1000


def test_language_length_and_what_else_is_reported():
    made = read({"language": "pt", "duration": "8.47", "task": "transcribe", "segments": SEGMENTS,
                 "params": {"model": "base.en"}})  # fmt: skip
    assert (made.language, made.duration_ms) == ("pt", 8470)
    assert made.metadata == {"task": "transcribe", "model": "base.en"}


def test_a_loop_is_kept_as_the_file_has_it():
    loop = [{"start": i, "end": i + 1, "text": " I'm going."} for i in range(300)]
    assert len(read({"segments": loop}).segments) == 300


def test_a_head_that_ends_in_the_text_is_claimed():
    assert claims(json.dumps({"text": "word " * 50_000, "segments": SEGMENTS}))


@pytest.mark.parametrize(
    "value",
    [
        {}, [], [1, 2], {"a": 1}, {"segments": [1]}, {"words": ["a"]}, "no JSON", "", "[Events]",
        {"wireMagic": "pb3", "events": [{"segs": []}]},
        {"segments": [{"startTime": 1, "endTime": 2, "body": "a"}]},
        {"audio_url": "x", "text": "a", "words": [{"text": "a", "start": 250, "end": 400}]},
        {"results": {"items": [{"start_time": "1.15", "type": "pronunciation"}]}},
    ],
)  # fmt: skip
def test_what_is_another_format_is_not_claimed(value):
    assert not claims(value)


@pytest.mark.parametrize("value", [{}, {"segments": []}, {"segments": [1]}, "[", '{"text": "a'])
def test_nothing_usable_is_one_reason(value):
    with pytest.raises(NothingUsableError):
        read(value)


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
ODD = st.recursive(VALUES, lambda inner: st.lists(inner, max_size=3), max_leaves=4)
WORD = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("word", "start", "end", "score", "speaker"), ODD)
)
ENTRY = ODD | st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("start", "end", "text", "speaker", "duration"), ODD),
        "words": ODD | st.lists(ODD | WORD),
        "tokens": ODD | st.lists(ODD | WORD),
        "timestamp": ODD,
        "offsets": ODD | st.fixed_dictionaries({}, optional={"from": ODD, "to": ODD}),
    },
)
KEYS = st.sampled_from(["segments", "transcription", "chunks", "words", "speakers", "output"])
ABOUT = st.dictionaries(st.sampled_from(["text", "language", "duration", "result"]), ODD)


@given(KEYS, st.lists(ENTRY), ABOUT, st.booleans())
def test_any_json_is_borne(key, entries, about, bare):
    value = entries if bare else {**about, key: entries}
    try:
        made = read(value)
    except NothingUsableError:
        return
    for segment in made.segments:
        assert segment.start_ms is None or 0 <= segment.start_ms <= segment.end_ms
        assert all(0 <= w.start_ms <= w.end_ms and w.text for w in segment.words)
    assert made.last_time_ms is None or made.last_time_ms < 2**40
    made.said_at(0)
