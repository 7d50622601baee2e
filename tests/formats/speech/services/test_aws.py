"""Amazon Transcribe's JSON."""

import pytest

from tests.formats.cloud import read, spans, texts, words
from viewer.formats.speech.services import aws


def item(content, start=None, end=None, sure="0.5", **more):
    kind = "punctuation" if start is None else "pronunciation"
    times = {} if start is None else {"start_time": start, "end_time": end}
    return {"type": kind, "alternatives": [{"confidence": sure, "content": content}]} | times | more


HELLO = [item("Good", "0.1", "0.4"), item("morning", "0.4", "0.9"), item(".", sure="0.0"),
         item("Yes", "1.0", "1.2")]  # fmt: skip


def job(items=(), text="", **results):
    transcripts = [{"transcript": text}]
    return {"jobName": "talk", "results": {"transcripts": transcripts, **results, "items": items}}


def test_items_become_segments_and_punctuation_joins_the_word_before():
    made = read(aws, job(HELLO, language_code="en-GB"))
    assert spans(made) == [(100, 1200, None, "Good morning. Yes")]
    assert words(made) == [(100, 400, "Good"), (400, 900, "morning."), (1000, 1200, "Yes")]
    assert made.segments[0].words[0].confidence == 0.5
    assert (made.language, made.metadata) == ("en-GB", {"jobName": "talk"})


def test_speakers_stand_in_a_list_apart():
    labels = {"segments": [
        {"start_time": "0.1", "speaker_label": "spk_0", "items": [
            {"start_time": "0.1", "speaker_label": "spk_0"}, {"start_time": "0.4"}]},
        {"start_time": "1.0", "speaker_label": "spk_1", "items": [{"start_time": "1.0"}]},
    ]}  # fmt: skip
    made = read(aws, job(HELLO, speaker_labels=labels))
    assert spans(made) == [
        (100, 900, "spk_0", "Good morning."),
        (1000, 1200, "spk_1", "Yes"),
    ]


def test_speakers_stand_in_the_items():
    made = read(aws, job([{**one, "speaker_label": "spk_2"} for one in HELLO]))
    assert made.speakers == ("spk_2",)


def test_channels_are_speakers_and_overlap():
    def channel(label, *items):
        return {"channel_label": label, "items": [{**i, "channel_label": label} for i in items]}

    both = [
        channel("ch_0", HELLO[0], HELLO[1], HELLO[2]),
        channel("ch_1", item("Um", "0.2", "0.3")),
    ]
    made = read(aws, job(HELLO, channel_labels={"channels": both}))
    assert spans(made) == [(100, 900, "ch_0", "Good morning."), (200, 300, "ch_1", "Um")]


def test_audio_segments_are_segments_and_no_item_is_lost():
    items = [{**one, "id": number} for number, one in enumerate(HELLO)]
    segment = {"id": 0, "transcript": "Good morning.", "start_time": "0.0", "end_time": "0.95",
               "speaker_label": "spk_0", "items": [0, 1, 2]}  # fmt: skip
    made = read(aws, job(items, audio_segments=[segment]))
    assert spans(made) == [(0, 950, "spk_0", "Good morning."), (1000, 1200, None, "Yes")]
    assert len(words(made)) == 3


def test_items_that_share_a_number_are_all_kept():
    items = [{**one, "id": 0} for one in HELLO]
    made = read(aws, job(items, audio_segments=[{"items": [0]}]))
    assert sorted(texts(made)) == ["Good", "morning. Yes"]


def test_an_item_of_an_audio_segment_is_known_by_its_own_number():
    items = [*HELLO, {"type": "pronunciation", "alternatives": [{}]}]
    made = read(aws, job(items, audio_segments=[{"items": [2, 4]}]))
    assert [p.message for p in made.problems] == ["Word 5 has no text and was left out."]
    assert made.problems[0].line > 50


def test_call_analytics():
    turn = {"Content": "Good morning.", "BeginOffsetMillis": 100, "EndOffsetMillis": 900,
            "ParticipantRole": "AGENT", "Sentiment": "NEUTRAL", "Items": [
                {"Type": "pronunciation", "Content": "Good", "BeginOffsetMillis": 100,
                 "EndOffsetMillis": 400, "Confidence": "0.75"},
                {"Type": "pronunciation", "Content": "morning", "BeginOffsetMillis": 400,
                 "EndOffsetMillis": 900, "Confidence": "1.0"},
                {"Type": "punctuation", "Content": "."}]}  # fmt: skip
    made = read(aws, {"LanguageCode": "en-US", "Transcript": [turn, {"BeginOffsetMillis": 5}]})
    assert spans(made) == [(100, 900, "Agent", "Good morning.")]
    assert words(made) == [(100, 400, "Good"), (400, 900, "morning.")]
    assert made.segments[0].words[0].confidence == 0.75
    assert [p.message for p in made.problems] == ["Turn 2 has no text and was left out."]
    assert made.language == "en-US"


def test_the_events_of_a_stream():
    def event(text, *, partial):
        items = [{"Type": "pronunciation", "Content": text, "StartTime": 1.5, "EndTime": 2.0}]
        result = {"StartTime": 1.5, "EndTime": 2.1, "IsPartial": partial, "LanguageCode": "de-DE",
                  "Alternatives": [{"Transcript": text, "Items": items}]}  # fmt: skip
        return {"TranscriptEvent": {"Transcript": {"Results": [result]}}}

    made = read(aws, [event("Ja", partial=True), event("Jawohl", partial=False)])
    assert spans(made) == [(1500, 2100, None, "Jawohl")]
    assert made.language == "de-DE"


def test_a_text_without_items_is_untimed():
    assert spans(read(aws, job(text="Only this."))) == [(None, None, None, "Only this.")]


def test_japanese_has_no_spaces():
    items = [item("今日", "0.1", "0.4"), item("は", "0.4", "0.5"), item("。")]
    assert texts(read(aws, job(items, "今日は。"))) == ["今日は。"]


@pytest.mark.parametrize("bad", [None, 3, {}, {"type": "pronunciation", "alternatives": []}])
def test_an_item_without_text_is_reported_with_its_line(bad):
    made = read(aws, job([*HELLO, bad]))
    assert [p.message for p in made.problems] == ["Word 5 has no text and was left out."]
    assert made.problems[0].line > 40


def test_an_item_without_a_time_is_put_between_its_neighbours():
    lost = item("old", "soon", "later")
    made = read(aws, job([HELLO[0], lost, *HELLO[1:]]))
    assert made.segments[0].words[1].interpolated
    assert [p.message for p in made.problems] == [
        "Word 2 has no time that can be read; it was put between its neighbours."
    ]
