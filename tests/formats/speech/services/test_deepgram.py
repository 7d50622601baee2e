"""Deepgram's JSON."""

import json

from tests.formats.cloud import read, spans, texts, words
from viewer.formats.format import Content
from viewer.formats.speech.services import deepgram


def word(text, start, end, **more):
    bare = text.lower().strip(".,")
    return {"word": bare, "start": start, "end": end, "confidence": 0.9,
            "punctuated_word": text, **more}  # fmt: skip


def said(*given, text="", **more):
    return {"alternatives": [{"transcript": text, "confidence": 0.9, "words": given, **more}]}


def answer(*channels, **results):
    info = {"a-b": {"name": "general-nova", "arch": "nova"}}
    return {"metadata": {"request_id": "r1", "duration": 9.5, "model_info": info},
            "results": {"channels": channels, **results}}  # fmt: skip


HELLO = word("Good", 0.1, 0.4), word("morning.", 0.4, 0.9), word("Yes.", 1.0, 1.2)


def test_words_are_shown_with_their_punctuation():
    made = read(deepgram, answer(said(*HELLO, text="Good morning. Yes.", languages=["en"])))
    assert spans(made) == [(100, 1200, None, "Good morning. Yes.")]
    assert words(made)[1] == (400, 900, "morning.")
    assert made.segments[0].words[1].confidence == 0.9
    assert (made.duration_ms, made.language) == (9500, "en")
    assert made.metadata == {"request_id": "r1", "model": "general-nova"}


def test_a_change_of_speaker_ends_a_segment():
    given = word("Good", 0.1, 0.4, speaker=0), word("Yes.", 0.5, 0.9, speaker=1)
    made = read(deepgram, answer(said(*given)))
    assert made.speakers == ("Speaker 0", "Speaker 1")


def test_utterances_are_segments():
    one = {"start": 0.05, "end": 0.95, "channel": 0, "speaker": 0, "transcript": "Good morning.",
           "words": HELLO[:2]}  # fmt: skip
    two = {"start": 1.0, "end": 1.2, "channel": 0, "speaker": 1, "transcript": "Yes.",
           "words": HELLO[2:]}  # fmt: skip
    made = read(deepgram, answer(said(*HELLO), utterances=[one, two]))
    assert spans(made) == [
        (50, 950, "Speaker 0", "Good morning."),
        (1000, 1200, "Speaker 1", "Yes."),
    ]


def test_channels_are_distinguished():
    given = [word("Good", 0.1, 0.4, speaker=0), word("morning.", 0.4, 0.9, speaker=0)]
    one = {"start": 0.1, "end": 0.9, "channel": 1, "speaker": 0, "transcript": "", "words": given}
    both = answer(said(HELLO[2]), said(*HELLO[:2]))
    assert [s.speaker for s in read(deepgram, both).segments] == ["Channel 1", "Channel 0"]
    both["results"]["utterances"] = [one]
    assert [s.speaker for s in read(deepgram, both).segments] == ["Channel 1, Speaker 0"]


def test_sentences_of_paragraphs_are_segments():
    sentences = [{"text": "Good morning.", "start": 0.1, "end": 0.9},
                 {"text": "Yes.", "start": 1.0, "end": 1.2}]  # fmt: skip
    paragraphs = {"transcript": "…", "paragraphs": [{"sentences": sentences, "speaker": 0}]}
    made = read(deepgram, answer(said(*HELLO, paragraphs=paragraphs)))
    assert texts(made) == ["Good morning.", "Yes."]
    assert len(words(made)) == 3


def test_the_messages_of_a_stream():
    def message(channel, *, final):
        return {"type": "Results", "start": 0.0, "duration": 2.0, "is_final": final,
                "channel": channel}  # fmt: skip

    made = read(deepgram, [message(said(HELLO[0], text="Good"), final=False),
                         message(said(*HELLO[:2], text="Good morning."), final=True),
                         message(said(), final=True), {"type": "Metadata"}])  # fmt: skip
    assert spans(made) == [(100, 900, None, "Good morning.")]


def test_null_and_empty_are_borne():
    made = read(deepgram, answer(said(None, 3, *HELLO), None, {"alternatives": None}))
    assert texts(made) == ["Good morning. Yes."]
    assert len(made.problems) == 2
    assert texts(read(deepgram, answer(said(text="Only this.")))) == ["Only this."]


def test_a_file_that_breaks_off_keeps_the_words_before():
    text = json.dumps(answer(said(*HELLO * 40, text="So long.")), indent=1)
    made = deepgram.parse(Content.of(text[: len(text) // 2]))
    assert 40 < len(words(made)) < 70
    assert [p.message for p in made.problems] == [
        "The file breaks off here; its last, unfinished part was left out."
    ]
