"""Quotes as JSON."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.core.quote import Quote, quote_range
from viewer.core.quote_record import from_record, to_record
from viewer.core.segment import Segment
from viewer.core.textmap import TextMap
from viewer.core.transcript import Source, Transcript

SOURCE = Source("A talk", "Channel", date(2017, 5, 4), "https://example.org/a")
WORDS = st.text(max_size=20)
SEGMENTS = st.lists(st.tuples(WORDS, st.sampled_from([None, "Ann", "Ben"])), min_size=1, max_size=5)


@given(SEGMENTS, st.integers(0, 60), st.integers(1, 60), st.booleans())
def test_a_quote_comes_back_from_json_as_it_was(lines, begin, length, timed):
    segments = tuple(
        Segment(i * 1_000 if timed else None, i * 1_000 + 900 if timed else None, text, speaker)
        for i, (text, speaker) in enumerate(lines)
    )
    transcript = Transcript(segments, source=SOURCE)
    quote = quote_range(transcript, TextMap.lines(segments), begin, begin + length)
    if quote is not None:
        assert from_record(json.loads(json.dumps(to_record(quote)))) == quote


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
KEYS = tuple(to_record(Quote("x", 0, 1, None, SOURCE)))


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(KEYS), JSON))
def test_what_others_wrote_is_a_quote_or_none(record):
    try:
        quote = from_record(record)
    except ValueError:
        assert not isinstance(record.get("text"), str) or not record["text"].strip()
    else:
        assert quote.text == record["text"]
        assert from_record(to_record(quote)) == quote


@pytest.mark.parametrize("record", [None, [], {}, {"text": ""}, {"text": 3}])
def test_no_words_no_quote(record):
    with pytest.raises(ValueError, match="no words"):
        from_record(record)


def test_what_cannot_be_used_is_left_out():
    quote = from_record(
        {
            "text": "One",
            "start_ms": 5,
            "end_ms": 2,
            "source": {"title": "T", "published": "yesterday"},
            "lines": [{"index": 0, "begin": 0, "end": 9, "text": "One"}, "line", {}],
        }
    )
    assert quote == Quote("One", None, None, None, Source("T"))
