"""Azure Speech's JSON."""

import json
from pathlib import Path

import pytest

from tests.formats.cloud import read, spans, texts, words
from viewer.formats import registry
from viewer.formats.speech.services import azure


def ticks(text, start, length, *, key="word", **more):
    return {key: text, "offset": f"PT{start}S", "duration": f"PT{length}S",
            "offsetInTicks": start * 1e7, "durationInTicks": length * 1e7, **more}  # fmt: skip


def batch(*phrases, **more):
    return {"source": "https://x.org/talk.wav?sig=s", "durationInTicks": 95_000_000,
            "combinedRecognizedPhrases": [{"channel": 0, "display": "Good morning."}],
            "recognizedPhrases": phrases, **more}  # fmt: skip


def phrase(display, start, length, given=(), **more):
    best = {"confidence": 0.9, "lexical": display.lower(), "display": display, "words": given}
    return {"recognitionStatus": "Success", "nBest": [best], **ticks("", start, length), **more}


HELLO = ticks("good", 0.1, 0.3, confidence=0.7), ticks("morning", 0.4, 0.5)


def test_a_batch():
    made = read(azure, batch(phrase("Good morning.", 0.1, 0.8, HELLO, speaker=1, locale="en-GB")))
    assert spans(made) == [(100, 900, "Speaker 1", "Good morning.")]
    assert words(made) == [(100, 400, "Good"), (400, 900, "morning.")]
    assert made.segments[0].words[0].confidence == 0.7
    assert (made.language, made.duration_ms) == ("en-GB", 9500)
    assert made.media == ("https://x.org/talk.wav",)


def test_words_as_they_are_shown_come_first():
    shown = [ticks("21.", 0.1, 0.8, key="displayText")]
    one = phrase("21.", 0.1, 0.8, [ticks("twenty", 0.1, 0.3), ticks("one", 0.4, 0.5)])
    assert words(read(azure, batch(one))) == [(100, 400, "twenty"), (400, 900, "one")]
    one["nBest"][0]["displayWords"] = shown
    assert words(read(azure, batch(one))) == [(100, 900, "21.")]


def test_a_long_phrase_whose_words_differ_keeps_its_text():
    given = [ticks("one", i, 0.5) for i in range(60)]
    made = read(azure, batch(phrase("Sixty times 1.", 0, 60, given)))
    assert texts(made) == ["Sixty times 1."]
    assert len(words(made)) == 60


def test_channels_are_distinguished():
    made = read(azure, batch(phrase("A.", 0, 1, channel=0), phrase("B.", 2, 1, channel=1)))
    assert made.speakers == ("Channel 0", "Channel 1")


def test_fast_transcription():
    one = {"offsetMilliseconds": 100, "durationMilliseconds": 800, "text": "Good morning.",
           "words": [{"text": "Good", "offsetMilliseconds": 100, "durationMilliseconds": 300},
                     {"text": "morning.", "offsetMilliseconds": 400, "durationMilliseconds": 500}],
           "locale": "en-US", "confidence": 0.9}  # fmt: skip
    made = read(azure, {"durationMilliseconds": 9500, "combinedPhrases": [], "phrases": [one]})
    assert spans(made) == [(100, 900, None, "Good morning.")]
    assert words(made) == [(100, 400, "Good"), (400, 900, "morning.")]
    assert made.duration_ms == 9500


def sdk(text, start, length, **more):
    given = [{"Word": one, "Offset": start, "Duration": length} for one in text.lower().split()]
    best = {"Confidence": 0.9, "Lexical": text.lower(), "Display": text, "Words": given}
    return {"Id": "1", "RecognitionStatus": "Success", "DisplayText": text, "Offset": start,
            "Duration": length, "NBest": [best], **more}  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("between", ["", "\n", "\r\n\r\n", ",\n", "\ufeff"])
def test_objects_one_after_the_other_in_any_encoding(encoding, between):
    reported = [sdk("Grüße.", 1_000_000, 3_000_000, SpeakerId="Guest-1"),
            sdk("Ja.", 5_000_000, 2_000_000),
            {"RecognitionStatus": "InitialSilenceTimeout", "Offset": 9_000_000}]  # fmt: skip
    data = between.join(json.dumps(one, ensure_ascii=False, indent=1) for one in reported)
    made = registry.parse(data.encode(encoding), Path("talk.json"))
    assert made.format == "azure-json"
    assert spans(made) == [(100, 400, "Guest-1", "Grüße."), (500, 700, None, "Ja.")]
    assert words(made)[0] == (100, 400, "Grüße.")
    assert not made.problems


def test_one_object_and_a_list_of_them():
    assert spans(read(azure, sdk("Ja.", 5_000_000, 2_000_000))) == [(500, 700, None, "Ja.")]
    assert len(read(azure, [sdk("Ja.", 5, 2), sdk("Nein.", 9, 2)]).segments) == 2


def test_version_2():
    one = {"RecognitionStatus": "Success", "Offset": 1_000_000, "Duration": 8_000_000,
           "NBest": [{"Display": "Good morning."}], "SpeakerId": None}  # fmt: skip
    file = {"AudioFileName": "Channel.0.wav", "AudioFileUrl": None, "SegmentResults": [one],
            "AudioLengthInSeconds": 9.5}  # fmt: skip
    made = read(azure, {"AudioFileResults": [file]})
    assert spans(made) == [(100, 900, None, "Good morning.")]
    assert (made.media, made.duration_ms) == (("Channel.0.wav",), 9500)


def test_durations_of_hours_and_phrases_without_text():
    one = {"recognitionStatus": "Success", "offset": "PT1H2M3.5S", "duration": "PT1S",
           "nBest": [{"display": "Late."}]}  # fmt: skip
    made = read(azure, batch(one, {}, 3, {"recognitionStatus": "NoMatch"}))
    assert spans(made) == [(3_723_500, 3_724_500, None, "Late.")]
    assert [p.message for p in made.problems] == [
        "Phrase 2 has no text and was left out.",
        "Phrase 3 has no text and was left out.",
    ]


def test_a_text_of_control_characters_is_none():
    made = read(azure, batch(phrase("\x1b", 0.1, 0.8, [ticks("good", 0.1, 0.3)])))
    assert texts(made) == ["good"]
    assert words(made) == [(100, 400, "good")]


def test_the_whole_text_alone_is_untimed():
    assert spans(read(azure, batch())) == [(None, None, None, "Good morning.")]
