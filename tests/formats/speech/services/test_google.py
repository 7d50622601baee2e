"""Google's JSON."""

import pytest

from tests.formats.cloud import read, spans, texts, words
from viewer.formats.speech.services import google


def word(text, start, end, **more):
    return {"word": text, "startTime": start, "endTime": end, **more}


def result(*given, text="", **more):
    return {"alternatives": [{"transcript": text, "confidence": 0.9, "words": given}], **more}


HELLO = word("Good", "0.100s", "0.400s"), word("morning.", "0.400s", "0.900s")


def test_version_1():
    one = result(*HELLO, text="Good morning.", languageCode="en-us", resultEndTime="1s")
    made = read(google, {"results": [one, result(word("Yes.", "1s", "1.2s"), text=" Yes.")]})
    assert spans(made) == [(100, 900, None, "Good morning."), (1000, 1200, None, "Yes.")]
    assert words(made)[1] == (400, 900, "morning.")
    assert made.language == "en-us"


def test_version_2():
    given = {"word": "Good", "startOffset": "1.300s", "endOffset": "1.5s", "confidence": 0.7,
             "speakerLabel": "1"}  # fmt: skip
    more = {"word": "No", "startOffset": "1.6s", "endOffset": "1.7s", "speakerLabel": "2"}
    made = read(google, {"results": [result(given, more, text="Good No")], "metadata": {}})
    assert spans(made) == [(1300, 1500, "Speaker 1", "Good"), (1600, 1700, "Speaker 2", "No")]
    assert made.segments[0].words[0].confidence == 0.7


def test_the_last_result_tells_all_again_with_its_speakers():
    again = [{**HELLO[0], "speakerTag": 1}, {**HELLO[1], "speakerTag": 2}]
    made = read(google, {"results": [result(*HELLO, text="Good morning."), result(*again)]})
    assert spans(made) == [(100, 400, "Speaker 1", "Good"), (400, 900, "Speaker 2", "morning.")]


def test_a_speaker_of_zero_is_none():
    assert read(google, {"results": [result({**HELLO[0], "speakerTag": 0})]}).speakers == ()


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda results: {"name": "1", "done": True, "response": {"results": results}},
        lambda results: {
            "response": {"results": {"gs://b/a.wav": {"transcript": {"results": results}}}}
        },
        lambda results: [{"results": results}],
        lambda results: {"annotation_results": [{"speech_transcriptions": results}]},
    ],
)
def test_results_in_what_clients_write(wrapped):
    made = read(google, wrapped([result(*HELLO, text="Good morning.")]))
    assert spans(made) == [(100, 900, None, "Good morning.")]


@pytest.mark.parametrize("start", ["1.5s", 1.5, {"seconds": "1", "nanos": 500_000_000}])
def test_times_in_every_form(start):
    given = {"word": "Good", "start_time": start, "end_time": {"seconds": 2}}
    assert words(read(google, {"results": [result(given)]})) == [(1500, 2000, "Good")]


def test_a_start_that_is_left_out_is_zero():
    made = read(google, {"results": [result({"word": "Good", "endTime": "0.4s"}, HELLO[1])]})
    assert words(made)[0] == (0, 400, "Good")


def test_results_without_words_lie_between_their_ends():
    made = read(google, {"results": [result(text="One.", resultEndTime="2s"),
                                     result(text="Two.", resultEndTime="3.5s")]})  # fmt: skip
    assert spans(made) == [(0, 2000, None, "One."), (2000, 3500, None, "Two.")]


def test_channels_are_distinguished():
    made = read(
        google, {"results": [result(HELLO[0], channelTag=1), result(HELLO[1], channelTag=2)]}
    )
    assert made.speakers == ("Channel 1", "Channel 2")


def test_guesses_of_a_stream_are_left_out():
    made = read(google, [{"results": [result(HELLO[0], isFinal=False)]},
                         {"results": [result(*HELLO, isFinal=True)]}])  # fmt: skip
    assert texts(made) == ["Good morning."]
    assert not made.problems


def test_what_other_services_write_in_the_same_shape():
    said = [{"startTime": "0.5s", "endTime": "0.9s", "word": "Good"},
            {"startTime": "0.9s", "endTime": "1.2s", "word": "day."}]  # fmt: skip
    chunk = {"alternatives": [{"words": said, "text": "Good day."}], "channelTag": "1"}
    made = read(google, {"done": True, "response": {"chunks": [chunk]}})
    assert spans(made) == [(500, 1200, None, "Good day.")]
