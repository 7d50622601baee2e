"""Speechmatics' JSON."""

from tests.formats.cloud import read, spans, words
from viewer.formats.speech.services import speechmatics


def one(content, start, end, kind="word", speaker="S1", **more):
    best = {"content": content, "confidence": 0.9, "language": "en", "speaker": speaker}
    return {"type": kind, "start_time": start, "end_time": end, "alternatives": [best], **more}


HELLO = [one("Good", 0.1, 0.4), one("morning", 0.4, 0.9),
         one(".", 0.9, 0.9, "punctuation", attaches_to="previous", is_eos=True)]  # fmt: skip


def answer(*results, **more):
    return {"format": "2.9", "results": results, **more,
            "job": {"data_name": "talk.mp3", "duration": 9, "id": "j1"},
            "metadata": {"transcription_config": {"language": "en"}}}  # fmt: skip


def test_words_and_punctuation():
    made = read(speechmatics, answer(*HELLO, one("Yes", 1.0, 1.2, speaker="S2")))
    assert spans(made) == [(100, 900, "S1", "Good morning."), (1000, 1200, "S2", "Yes")]
    assert words(made)[1] == (400, 900, "morning.")
    assert made.segments[0].words[0].confidence == 0.9
    assert (made.language, made.duration_ms, made.media) == ("en", 9000, ("talk.mp3",))


def test_a_mark_can_belong_to_the_word_after():
    marks = (one("¿", 0, 0, "punctuation", attaches_to="next"), one("?", 0.4, 0.4, "punctuation"))
    made = read(speechmatics, answer(marks[0], one("Qué", 0.1, 0.4), marks[1]))
    assert words(made) == [(100, 400, "¿Qué?")]


def test_an_unknown_speaker_is_none_and_changes_are_no_words():
    made = read(
        speechmatics, answer(one("Good", 0.1, 0.4, speaker="UU"), {"type": "speaker_change"})
    )
    assert spans(made) == [(100, 400, None, "Good")]
    assert not made.problems


def test_channels_overlap():
    def said(content, start, channel):
        result = one(content, start, start + 0.2, channel=channel)
        del result["alternatives"][0]["speaker"]
        return result

    made = read(speechmatics, answer(said("Good", 0.1, "left"), said("Um", 0.2, "right"),
                               said("day", 0.3, "left")))  # fmt: skip
    assert spans(made) == [(100, 500, "left", "Good day"), (200, 400, "right", "Um")]


def test_chapters_and_summary():
    made = read(speechmatics, answer(*HELLO, chapters=[{"title": "Hello", "start_time": 0.1}],
                               summary={"content": "They say hello."}))  # fmt: skip
    assert [(c.start_ms, c.title) for c in made.chapters] == [(100, "Hello")]
    assert made.description == "They say hello."


def test_the_messages_of_a_stream():
    made = read(speechmatics, [{"message": "RecognitionStarted"},
                         {"message": "AddPartialTranscript", "results": HELLO[:1]},
                         {"message": "AddTranscript", "results": HELLO}])  # fmt: skip
    assert spans(made) == [(100, 900, "S1", "Good morning.")]


def test_the_old_form():
    old = {"job": {"name": "talk.mp3", "lang": "en-GB"},
           "speakers": [{"name": "M1", "time": "0.0", "duration": "0.9"},
                        {"name": "F1", "time": "1.0", "duration": "2"}],
           "words": [{"name": "Good", "time": "0.1", "duration": "0.3", "confidence": "0.5"},
                     {"name": ".", "time": "0.4", "duration": "0"},
                     {"name": "Yes", "time": "1.0", "duration": "0.2"}]}  # fmt: skip
    made = read(speechmatics, old)
    assert spans(made) == [(100, 400, "M1", "Good."), (1000, 1200, "F1", "Yes")]
    assert made.segments[0].words[0].confidence == 0.5
    assert made.language == "en-GB"
