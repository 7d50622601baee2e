"""Real files of services give the manifest's numbers, which counts words there."""

import json

import pytest

from viewer.formats import registry

#: Path, format, segments, first start, last end, words.
FILES = [
    # The manifest counts 25 items, of which two are punctuation.
    ("asr-aws/edgarroman__asrOutput.json", "aws-json", 2, 1_150, 11_440, 23),
    ("asr-deepgram/pransil__jfk.json", "deepgram-json", 3, 720, 44_605, 63),
]


@pytest.mark.parametrize(("name", "format_name", "segments", "first", "last", "words"), FILES)
def test_the_numbers_are_the_manifests(corpus, name, format_name, segments, first, last, words):
    made = registry.load(corpus / name)
    assert made.format == format_name
    assert len(made.segments) == segments
    assert made.segments[0].start_ms == first
    assert made.last_time_ms == last
    assert sum(len(segment.words) for segment in made.segments) == words
    assert not made.problems


@pytest.mark.parametrize("name", [row[0] for row in FILES])
def test_the_text_is_the_whole_text_of_the_file(corpus, name):
    results = json.loads((corpus / name).read_text(encoding="utf-8"))["results"]
    if "channels" in results:
        whole = results["channels"][0]["alternatives"][0]["transcript"]
    else:
        whole = results["transcripts"][0]["transcript"]
    made = registry.load(corpus / name)
    assert " ".join(segment.text for segment in made.segments) == whole
    assert " ".join(w.text for s in made.segments for w in s.words) == whole


@pytest.mark.parametrize("name", [row[0] for row in FILES])
def test_our_json_keeps_all_of_it(corpus, name):
    made = registry.load(corpus / name)
    target = registry.by_name("cueline-json")
    again = target.parse(registry.Content.of(target.write(made)))
    assert again.segments == made.segments
    assert (again.language, again.duration_ms) == (made.language, made.duration_ms)
    assert again.metadata == made.metadata
