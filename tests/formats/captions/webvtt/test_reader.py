"""WebVTT as a transcript: speakers, words, language, chapters, and which files are claimed."""

import pytest

from viewer.core.segment import Word
from viewer.core.transcript import Chapter
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.format import Content

TIMES = "00:00:01.000 --> 00:00:03.000"


def read(*payloads, header="WEBVTT"):
    cues = "".join(f"{TIMES}\n{payload}\n\n" for payload in payloads)
    return webvtt.parse(Content.of(f"{header}\n\n{cues}"))


def spoken(*payloads):
    return [(segment.speaker, segment.text) for segment in read(*payloads).segments]


def words(payload):
    (segment,) = read(payload).segments
    return segment.words


def test_lines_of_a_cue_are_one_text():
    assert spoken("one\ntwo  \n  three") == [(None, "one two three")]


def test_a_cue_of_several_voices_is_a_segment_a_voice_with_the_cues_times():
    first, second = read("<v Anna>Ready?</v>\n<v Ben>Ready.</v>").segments
    assert (first.speaker, first.text, first.start_ms, first.end_ms) == (
        "Anna",
        "Ready?",
        1000,
        3000,
    )
    assert (second.speaker, second.text, second.start_ms) == ("Ben", "Ready.", 1000)


def test_a_voice_that_is_never_closed_is_carried_on():
    assert spoken("<v Anna>One", "two", "<v Ben>three", "four") == [
        ("Anna", "One"),
        ("Anna", "two"),
        ("Ben", "three"),
        ("Ben", "four"),
    ]


@pytest.mark.parametrize(
    ("cue", "speaker"),
    [
        ("- Not me.", None), ("– Nein.", None), (">> Other one", None), ("<i>- Non.</i>", None),
        ("[Applause]", None), ("(eine Tür)", None), ("♪ la la ♪", None), ("【笑】", None),
        ("Clara: so I said", None), ("克拉拉：你好", None), ("and on", "Anna"), ("也是", "Anna"),
    ],
)  # fmt: skip
def test_a_voice_ends_where_somebody_else_begins(cue, speaker):
    reported = spoken("<v Anna>One", "two", cue, "<v Ben>three")
    assert [who for who, _ in reported] == ["Anna", "Anna", speaker, "Ben"]


def test_a_voice_goes_on_behind_a_sound_and_not_behind_a_dash():
    assert [who for who, _ in spoken("<v Anna>One", "[door]", "two")] == ["Anna", None, "Anna"]
    assert [who for who, _ in spoken("<v Anna>One", "- No.", "two")] == ["Anna", None, None]


def test_a_voice_ends_in_a_long_silence():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>One\n\n00:03.000 --> 00:04.000\ntwo\n\n"
    made = webvtt.parse(Content.of(text + "00:20.000 --> 00:21.000\nthree\n"))
    assert [s.speaker for s in made.segments] == ["Anna", "Anna", None]


@pytest.mark.parametrize(
    "cues",
    [
        ("<v Anna>One", "<v Anna>two", "who knows", "<v Ben>three"),
        ("<v Anna>One", "who knows", "<v Anna>two", "<v Ben>three"),
        ("<v Anna>One", "<v Ben>two", "<v Anna>three", "<v Ben>four", "who knows"),
    ],
    ids=["told again", "told again behind it", "nearly every cue has one"],
)
def test_no_voice_is_carried_on_where_every_cue_tells_its_own(cues):
    reported = spoken(*cues)
    assert (None, "who knows") in reported
    assert sum(who is None for who, _ in reported) == 1


def test_no_voice_is_carried_on_in_a_file_that_closes_them():
    assert spoken("<v Anna>One</v>", "(a door)", "<v Ben>two") == [
        ("Anna", "One"),
        (None, "(a door)"),
        ("Ben", "two"),
    ]


def test_labels_are_speakers_as_in_subrip():
    assert spoken("Dora Lee (SL): Hello.", "and more", "Ben: Yes &amp; no.", "<i>Ben: Ho.</i>") == [
        ("Dora Lee (SL)", "Hello."),
        (None, "and more"),
        ("Ben", "Yes & no."),
        ("Ben", "Ho."),
    ]


def test_labels_are_text_in_a_file_with_voices():
    assert spoken("<v Anna>Ben: he said so.</v>", "Ben: he did.", "Ben: and so.") == [
        ("Anna", "Ben: he said so."),
        (None, "Ben: he did."),
        (None, "Ben: and so."),
    ]


def test_words_begin_at_their_times_and_end_with_the_next():
    assert words("Good <00:00:01.500>morning <00:00:02.000>all") == (
        Word(1000, 1500, "Good"),
        Word(1500, 2000, "morning"),
        Word(2000, 3000, "all"),
    )


def test_words_belong_to_their_voice():
    first, second = read(
        "<v Anna>Good <00:00:02.000>day.</v> <v Ben><00:00:02.500>Hi.</v>"
    ).segments
    assert [word.text for word in first.words] == ["Good", "day."]
    assert second.words == (Word(2500, 3000, "Hi."),)


@pytest.mark.parametrize("hour", ["09", "10"])
def test_a_label_before_times_tells_no_speaker_at_any_hour(hour):
    payloads = ["Anna: good", *["and so on"] * 8, f"Anna: good <{hour}:00:00.000>day"]
    assert spoken(*payloads)[0] == (None, "Anna: good")


def test_words_that_come_late_in_a_file_are_found():
    *_, last = read("<i>one</i>", "two", "three &amp; four", "Good <00:00:02.000>day").segments
    assert last.words == (Word(1000, 2000, "Good"), Word(2000, 3000, "day"))


def test_text_without_times_has_no_words():
    assert words("Good morning") == ()


def test_the_header_tells_the_language():
    transcript = read(
        "one", header="WEBVTT - talk\nKind: captions\nLanguage: de-CH\nX-TIMESTAMP-MAP=MPEGTS:1"
    )
    assert transcript.language == "de-CH"
    assert transcript.metadata["X-TIMESTAMP-MAP"] == "MPEGTS:1"
    assert transcript.segments[0].start_ms == 1000
    assert not transcript.problems


def test_a_file_of_chapters_has_chapters():
    assert read("Prologue", header="WEBVTT\nKind: chapters").chapters == (
        Chapter(1000, "Prologue"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT",
        "\ufeffWEBVTT\r\n",
        f"{TIMES}\r\nword",
        f"\r1\r{TIMES}\rword",
        "00:01.000 --> 00:02.000\nword",
    ],
)
def test_it_is_claimed(text):
    assert webvtt.claims(Content.of(text))


@pytest.mark.parametrize(
    "text",
    [
        "1\n00:00:01,000 --> 00:00:02,000\nword",
        "A talk\n00:01 --> 00:02",
        "{}",
        "",
        "see --> there",
    ],
)
def test_it_is_not_claimed(text):
    assert not webvtt.claims(Content.of(text))


def test_a_missing_end_is_derived_where_no_line_is_by_the_rules():
    transcript = webvtt.parse(
        Content.of("WEBVTT\n\n00:00:01,500 -->\none\n\n00:00:03,000 -->\ntwo\n")
    )
    assert [(s.start_ms, s.end_ms) for s in transcript.segments] == [(1500, 3000), (3000, 13_000)]
    assert "The end of this cue cannot be read; it was estimated." in {
        problem.message for problem in transcript.problems
    }
