"""JSON of meeting services, editing programs and recognisers."""

import json
from pathlib import Path

import pytest

from viewer.errors import UnknownFormatError
from viewer.formats import registry


def read(value):
    return registry.parse(json.dumps(value, ensure_ascii=False).encode(), Path("talk.json"))


def spans(made):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments]


ANNA = (500, 1200, "Anna", "Grüß Gott.")
BEN = (2000, 2400, "Ben", "Ja?")
FIREFLIES = [
    {"speaker_name": "Anna", "text": "Grüß Gott.", "start_time": 0.5, "end_time": 1.2},
    {"speaker_name": "Ben", "text": "Ja?", "start_time": 2, "end_time": 2.4},
]
PEOPLE = [{"id": "a1", "name": "Anna"}, {"id": "b2", "name": "Ben"}]
UTTERANCES = [
    {"language": "de", "channel": 0, "speaker": "Anna", "start": 0.5, "end": 1.2,
     "text": "Grüß Gott.", "words": [{"word": "Grüß", "start": 0.5, "end": 0.8},
                                     {"word": " Gott.", "start": 0.8, "end": 1.2}]},
    {"language": "de", "channel": 0, "speaker": "Ben", "start": 2, "end": 2.4, "text": "Ja?",
     "words": [{"word": "Ja?", "start": 2, "end": 2.4}]},
]  # fmt: skip
OTTER = [
    {"transcript": "Grüß Gott.", "start_offset": 8000, "end_offset": 19_200, "speaker_id": 7},
    {"transcript": "Ja?", "start_offset": 32_000, "end_offset": 38_400, "speaker_id": 8},
]
INDEXER = [
    {"text": "Grüß Gott.", "speakerId": 1,
     "instances": [{"start": "0:00:00.5", "end": "0:00:01.2"}]},
    {"text": "Ja?", "speakerId": 2, "instances": [{"start": "0:00:02", "end": "0:00:02.4"}]},
]  # fmt: skip
NUMBERED = [{"id": 1, "name": "Anna"}, {"id": 2, "name": "Ben"}]
RECALL = [
    {"participant": {"id": 1, "name": "Anna"},
     "words": [{"text": "Grüß", "start_timestamp": {"relative": 0.5},
                "end_timestamp": {"relative": 0.8}},
               {"text": "Gott.", "start_timestamp": {"relative": 0.8},
                "end_timestamp": {"relative": 1.2}}]},
    {"participant": {"id": 2, "name": "Ben"},
     "words": [{"text": "Ja?", "start_timestamp": {"relative": 2.0},
                "end_timestamp": {"relative": 2.4}}]},
]  # fmt: skip
TRINT = [
    {"speaker": "a1", "time": 500, "words": [{"value": "Grüß", "time": 500, "duration": 300},
                                             {"value": "Gott.", "time": 800, "duration": 400}]},
    {"speaker": "b2", "time": 2000, "words": [{"value": "Ja?", "time": 2000, "duration": 400}]},
]  # fmt: skip
PREMIERE = [
    {"speaker": "a1", "start": 0.5, "duration": 0.7, "language": "de-de",
     "words": [{"text": "Grüß", "start": 0.5, "duration": 0.3, "eos": False},
               {"text": "Gott.", "start": 0.8, "duration": 0.4, "eos": True}]},
    {"speaker": "b2", "start": 2.0, "duration": 0.4, "language": "de-de",
     "words": [{"text": "Ja?", "start": 2.0, "duration": 0.4, "eos": True}]},
]  # fmt: skip
SONIOX = [
    {"text": "Gr", "start_ms": 500, "end_ms": 600, "speaker": "Anna"},
    {"text": "üß", "start_ms": 600, "end_ms": 800, "speaker": "Anna"},
    {"text": " Gott.", "start_ms": 800, "end_ms": 1200, "speaker": "Anna"},
    {"text": " Ja?", "start_ms": 2000, "end_ms": 2400, "speaker": "Ben"},
]
DASHSCOPE = [
    {"begin_time": 500, "end_time": 1200, "text": "Grüß Gott.", "speaker_id": "Anna", "words": []},
    {"begin_time": 2000, "end_time": 2400, "text": "Ja?", "speaker_id": "Ben", "words": []},
]
TINGWU = [
    {"ParagraphId": "1", "SpeakerId": "Anna",
     "Words": [{"Start": 500, "End": 800, "Text": "Grüß"},
               {"Start": 800, "End": 1200, "Text": "Gott."}]},
    {"ParagraphId": "2", "SpeakerId": "Ben",
     "Words": [{"Start": 2000, "End": 2400, "Text": "Ja?"}]},
]  # fmt: skip
TENCENT = [
    {"FinalSentence": "Grüß Gott.", "StartMs": 500, "EndMs": 1200, "SpeakerId": "Anna"},
    {"FinalSentence": "Ja?", "StartMs": 2000, "EndMs": 2400, "SpeakerId": "Ben"},
]
BLOCKS = [
    {"text": "Grüß Gott.", "entityRanges": [],
     "data": {"speaker": "Anna", "words": [{"text": "Grüß", "start": 0.5, "end": 0.8},
                                           {"text": "Gott.", "start": 0.8, "end": 1.2}]}},
    {"text": "Ja?", "entityRanges": [],
     "data": {"speaker": "Ben", "words": [{"text": "Ja?", "start": 2, "end": 2.4}]}},
]  # fmt: skip
LABELLED = [
    {"text": "Grüß", "start_time": 0.5, "end_time": 0.8, "speaker_label": "Anna"},
    {"text": "Gott.", "start_time": 0.8, "end_time": 1.2, "speaker_label": "Anna"},
    {"text": "Ja?", "start_time": 2.0, "end_time": 2.4, "speaker_label": "Ben"},
]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(FIREFLIES, id="fireflies"),
        pytest.param({"data": {"transcript": {"sentences": FIREFLIES}}}, id="fireflies-answer"),
        pytest.param(
            {"id": "1", "result": {"transcription": {"utterances": UTTERANCES}}}, id="gladia"
        ),
        pytest.param({"id": "1", "text": "Grüß Gott. Ja?", "tokens": SONIOX}, id="soniox"),
        pytest.param(
            {"videos": [{"insights": {"transcript": INDEXER, "speakers": NUMBERED}}]}, id="indexer"
        ),
        pytest.param(
            {"speech": {"transcripts": OTTER,
                        "speakers": [{"id": 7, "speaker_name": "Anna"},
                                     {"id": 8, "speaker_name": "Ben"}]}},
            id="otter",
        ),
        pytest.param({"transcript": {"paragraphs": TRINT, "speakers": PEOPLE}}, id="trint"),
        pytest.param(RECALL, id="recall"),
        pytest.param({"transcripts": [{"sentences": DASHSCOPE}]}, id="dashscope"),
        pytest.param({"Transcription": {"Paragraphs": TINGWU}}, id="tingwu"),
        pytest.param({"Data": {"ResultDetail": TENCENT}}, id="tencent"),
        pytest.param({"blocks": BLOCKS, "entityMap": {}}, id="draft-js"),
        pytest.param({"status": "success", "words": LABELLED}, id="nemo-with-speakers"),
        pytest.param({"segments": PREMIERE, "speakers": PEOPLE, "language": "de"}, id="premiere"),
        pytest.param(
            {"segments": [{"speakerName": "Anna", "startTime": 0.5, "endTime": 1.2,
                           "content": "Grüß Gott."},
                          {"speakerName": "Ben", "startTime": 2.0, "endTime": 2.4,
                           "content": "Ja?"}]},
            id="insights",
        ),
        pytest.param(
            {"transcript": [{"speaker": "Anna", "start_time": 0.5, "end_time": 1.2,
                             "text": "Grüß Gott.", "words": []},
                            {"speaker": "Ben", "start_time": 2, "end_time": 2.4,
                             "text": "Ja?", "words": []}]},
            id="sonix",
        ),
        pytest.param(
            {"segments": [{"speaker": "Anna", "startMs": 500, "endMs": 1200,
                           "text": "Grüß Gott."},
                          {"speaker": "Ben", "startMs": 2000, "endMs": 2400, "text": "Ja?"}]},
            id="unknown-program",
        ),
    ],
)  # fmt: skip
def test_two_turns_with_names(value):
    made = read(value)
    assert spans(made) == [ANNA, BEN]
    assert made.format == "programs-json"
    assert not made.problems


NOBODY = [(500, 1200, None, "大家早上好"), (2000, 2400, None, "我们开始吧")]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(
            {"lang": "zh", "body": [{"from": 0.5, "to": 1.2, "content": "大家早上好"},
                                    {"from": 2.0, "to": 2.4, "content": "我们开始吧"}]},
            id="bilibili",
        ),
        pytest.param(
            [{"key": "a", "text": "大家早上好我们开始吧",
              "sentence_info": [{"text": "大家早上好", "start": 500, "end": 1200, "timestamp": []},
                                {"text": "我们开始吧", "start": 2000, "end": 2400,
                                 "timestamp": []}]}],
            id="funasr",
        ),
        pytest.param(
            {"sentences": [{"text": "大家早上好", "start": 0.5, "end": 1.2, "tokens": []},
                           {"text": "我们开始吧", "start": 2.0, "end": 2.4, "tokens": []}]},
            id="parakeet",
        ),
        pytest.param(
            [{"text": "大家早上好", "start": 50, "stop": 120},
             {"text": "我们开始吧", "start": 200, "stop": 240}],
            id="vibe",
        ),
        pytest.param(
            [{"text": "大家早上好", "start": 0.5, "stop": 1.2},
             {"text": "我们开始吧", "start": 2.0, "stop": 2.4}],
            id="vibe-in-seconds",
        ),
        pytest.param(
            {"timestamp": {"segment": [{"segment": "大家早上好", "start": 0.5, "end": 1.2},
                                       {"segment": "我们开始吧", "start": 2.0, "end": 2.4}]}},
            id="nemo",
        ),
    ],
)  # fmt: skip
def test_two_lines_of_nobody(value):
    assert spans(read(value)) == NOBODY


@pytest.mark.parametrize(("text", "tokens"), [
    ("大家好，", ["大", "家", "好，"]), ("good day to", ["good", "day", "to"]),
    ("お、はよ！", ["お、", "は", "よ！"]),
    ("<|ja|><|HAPPY|>今日は。", ["今", "日", "は。"]), ("so", None),
])  # fmt: skip
def test_texts_beside_their_times(text, tokens):
    times = [[500, 700], [700, 900], [900, 1200]]
    [line] = read([{"key": "talk", "text": text, "timestamp": times}]).segments
    assert (line.start_ms, line.end_ms) == (500, 1200)
    assert "<" not in line.text
    assert [word.text for word in line.words] == (tokens or [])
    assert [word.start_ms for word in line.words] == ([500, 700, 900] if tokens else [])


@pytest.mark.parametrize("mark", ["<end>", "<fin>"])
def test_marks_among_tokens_are_not_said(mark):
    made = read({"tokens": [*SONIOX, {"text": mark, "is_final": True}]})
    assert spans(made) == [ANNA, BEN]
    assert not made.problems


def test_cues_of_paragraphs():
    cues = [[{"time": 500, "text": "One"}], [{"time": 2000, "text": "Two"}]]
    made = read({"paragraphs": [{"cues": one} for one in cues]})
    assert [(s.start_ms, s.text) for s in made.segments] == [(500, "One"), (2000, "Two")]
    assert made.metadata["program"] == "TED"


def test_captions_that_are_words_are_joined():
    words = [{"text": " Good", "startMs": 0, "endMs": 300, "timestampMs": 150, "confidence": 0.5},
             {"text": " day.", "startMs": 300, "endMs": 700, "timestampMs": 400,
              "confidence": None}]  # fmt: skip
    made = read(words)
    assert spans(made) == [(0, 700, None, "Good day.")]
    assert [word.confidence for word in made.segments[0].words] == [0.5, None]


def test_what_cannot_be_used_is_reported():
    made = read([*FIREFLIES, {"speaker_name": "Ben", "start_time": 9}])
    assert spans(made) == [ANNA, BEN]
    assert [p.message for p in made.problems] == ["Entry 3 has no text and was left out."]


def test_a_long_head_hides_no_list():
    long = {"about": "x" * 100_000, "text": "y" * 100_000}
    made = read({**long, "result": {"transcription": {"utterances": UTTERANCES}}})
    assert spans(made) == [ANNA, BEN]


KEYS = [
    ("start", "stop", 1), ("start", "end", 1000), ("start", "end", 100), ("start", "end", 10**7),
    ("start_ms", "end_ms", 1000), ("startMs", "endMs", 1000), ("from", "to", 1),
    ("from", "to", 1000), ("startTime", "endTime", 1000), ("start_time", "end_time", 1),
    ("start_sec", "end_sec", 1), ("begin", "end", 1), ("start_offset", "end_offset", 16_000),
    ("in", "out", 1), ("startTime", "duration", 1), ("startTime", "duration", 1000),
    ("start", "dur", 1), ("start", "duration", 1000), ("offset", "duration", 1000),
    ("start_ms", "duration_ms", 1000),
]  # fmt: skip
LINES = {
    "en": ["Good morning to all of you.", "And thank you for coming.", "Shall we begin now?"],
    "fr": ["Bonjour à vous tous !", "Merci d’être venus « ici ».", "On commence tout de suite ?"],
    "ja": ["皆さん、おはようございます。", "来てくれてありがとう。", "では始めましょうか？"],
}


@pytest.mark.parametrize("texts", LINES.values(), ids=LINES)
@pytest.mark.parametrize(("start", "end", "a_second"), KEYS)
@pytest.mark.parametrize("around", [None, "segments", "cues", "data"])
def test_times_are_read_under_any_key_in_any_unit(around, start, end, a_second, texts):
    lasts = "dur" in end
    kind = float if a_second == 1 else int
    rows = [
        {start: kind(s * a_second), end: kind((2 if lasts else s + 2) * a_second), "text": text}
        for s, text in zip((0.5, 2.5, 5), texts, strict=True)
    ]
    data = json.dumps({around: rows} if around else rows).encode()
    made = registry.parse(data, Path("talk.json"))
    assert [(s.start_ms, s.end_ms, s.text) for s in made.segments] == [
        (500, 2500, texts[0]), (2500, 4500, texts[1]), (5000, 7000, texts[2])
    ]  # fmt: skip
    stated_by_name = any(sign in start.lower() for sign in ("ms", "sec")) or a_second == 1
    assert len(made.problems) == (not stated_by_name)


@pytest.mark.parametrize("value", [
    {"messages": [{"from": "Anna", "text": "Hi.", "date": "2026-01-01"}]},
    {"sentences": [{"text": "Hi.", "offset": 15, "length": 5}]},
    {"data": [{"text": "Hi.", "in": "Berlin"}]},
    {"items": [{"content": "Hi.", "start": "tomorrow", "to": "Ben"}]},
])  # fmt: skip
def test_what_only_looks_like_times_is_refused(value):
    with pytest.raises(UnknownFormatError):
        registry.parse(json.dumps(value).encode(), Path("talk.json"))


def test_the_name_that_is_shown_wins_over_a_number():
    entries = [
        {"speakerId": "3f@7", "speakerDisplayName": "Anna", "text": "Grüß Gott.",
         "startOffset": "00:00:00.5000000", "endOffset": "00:00:01.2000000"},
        {"speakerId": "4e@7", "speakerDisplayName": "Ben", "text": "Ja?",
         "startOffset": "00:00:02", "endOffset": "00:00:02.4000000"},
    ]  # fmt: skip
    assert spans(read({"version": "1.0.0", "entries": entries, "events": []})) == [ANNA, BEN]


def test_clocks_called_timestamp_are_times_and_dates_are_none():
    said = [("00:00:05", "Anna", "Grüß Gott."), ("00:01:02", "Ben", "Ja?")]
    entries = [
        {"speaker": {"display_name": name}, "text": text, "timestamp": clock}
        for clock, name, text in said
    ]
    assert [span[::2] for span in spans(read({"transcript": entries}))] == [
        (5_000, "Anna"), (62_000, "Ben")
    ]  # fmt: skip
    with pytest.raises(UnknownFormatError):
        read({"messages": [{"text": "Hi", "timestamp": 1_700_000_000_123}]})


def test_channels_are_heard_together():
    def channel(index, *words):
        listed = [
            {"text": text, "start": start, "end": end, "type": kind, "speaker_id": f"P{index}"}
            for text, start, end, kind in words
        ]
        return {"language_code": "de", "channel_index": index, "text": "", "words": listed}

    first = channel(
        0, ("Grüß", 0.5, 0.8, "word"), (" ", 0.8, 0.9, "spacing"), ("Gott.", 0.9, 1.2, "word"),
        ("(lacht)", 5, 6, "audio_event"),
    )  # fmt: skip
    talk = read({"transcripts": [first, channel(1, ("Ja?", 2, 2.4, "word"))]})
    assert spans(talk) == [
        (500, 1200, "P0", "Grüß Gott."), (2000, 2400, "P1", "Ja?"), (5000, 6000, "P0", "(lacht)")
    ]  # fmt: skip
    assert not talk.problems


LINES = [{"start": 0, "end": 4, "text": "Grüß Gott."}, {"start": 4, "end": 7, "text": "Na ja, ja."}]
CHAPTERS = [{"start": n, "text": f"A chapter, the {n}th"} for n in range(3)]
SAID = [(0, 4000, None, "Grüß Gott."), (4000, 7000, None, "Na ja, ja.")]


def test_a_list_of_any_name_is_none_before_those_with_known_ones():
    assert spans(read({"highlights": CHAPTERS, "data": {"output": {"segments": LINES}}})) == SAID


def test_of_lists_of_any_name_lines_are_taken_not_their_words():
    words = [w for one in LINES for w in one["text"].split()]
    timed = [{"start": n, "end": n + 0.5, "text": word} for n, word in enumerate(words)]
    assert spans(read({"pieces": timed, "parts": LINES})) == SAID
