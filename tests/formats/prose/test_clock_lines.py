"""Text with times: at the start of lines, and behind names."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.prose import clock_lines as clock_text


def read(text):
    content = Content.of(text)
    assert clock_text.claims(content)
    return clock_text.parse(content)


def rows(talk):
    return [(s.start_ms, s.speaker, s.text) for s in talk.segments]


@pytest.mark.parametrize(
    "line",
    [
        "{0} {1}", "[{0}] {1}", "({0}) {1}", "- [{0}] {1}", "{0} - {1}", "{0}\t{1}", "[{0}]: {1}",
        "[{0}](https://youtu.be/ID?t=9&t=7) {1}", "{0} | {1}", "**[{0}]** {1}", r"\[{0}\] {1}",
    ],
)  # fmt: skip
def test_a_line_a_segment(line):
    text = line.format("00:00:07", "One.") + "\n\n" + line.format("00:00:07", "Two, 3:00 sharp.")
    assert rows(read(text)) == [(7_000, None, "One."), (7_000, None, "Two, 3:00 sharp.")]


def test_lines_that_go_on_belong_to_the_time_above():
    assert rows(read("0:01 One\nand more\n\n0:04 Two\n")) == [
        (1_000, None, "One and more"), (4_000, None, "Two")
    ]  # fmt: skip


def test_what_whisper_prints():
    talk = read("[00:00:00.000 --> 00:00:04.500]  Hi.\n[00:00:05.000 --> 00:00:06.000]  Yes.\n")
    assert [(s.start_ms, s.end_ms, s.end_derived) for s in talk.segments] == [
        (0, 4_500, False), (5_000, 6_000, False)
    ]  # fmt: skip


def test_labels_behind_times_are_speakers():
    talk = read("[0:01] Anna: Hi.\n[0:02] Ben: Yes.\n[0:03] Well: no.\n[0:04] Anna: So.\n")
    assert talk.speakers[:2] == ("Anna", "Ben")
    assert talk.segments[0].text == "Hi."


@pytest.mark.parametrize(
    "head",
    ["{0}: {1}", "{0} ({1}):", "{0} {1}", "{0}  {1}  ", "{0} [{1}]", "{0} ({1})", "{0}, {1}"],
)
@pytest.mark.parametrize("name", ["Speaker 0", "speaker 1", "Anna de Boer", "Ünal", "דנה"])
def test_names_with_times_above_their_words(head, name):
    text = f"{head.format(name, '00:01:21')}\n\nOne.\nTwo.\n\n{head.format('Ben', '1:30')}\nHi.\n"
    assert rows(read(text)) == [(81_000, name, "One. Two."), (90_000, "Ben", "Hi.")]


def test_a_time_alone_keeps_the_speaker():
    text = "Anna (00:01):\nOne.\n(00:21):\nTwo.\nBen (00:31): Three.\n"
    assert rows(read(text)) == [
        (1_000, "Anna", "One."), (21_000, "Anna", "Two."), (31_000, "Ben", "Three.")
    ]  # fmt: skip


def test_front_matter():
    talk = read(
        "---\ntitle: 'A talk'\nmedia: https://youtu.be/ID\naudio: talk.mp3\ndate: 2022-05-07\n"
        "tags:\n  - one\n  - two\nlanguage: en\n---\nAnna: 0:01\n\nHi.\n\nBen: 0:09\n\nYes.\n"
    )
    assert (talk.source.title, talk.source.url) == ("A talk", "https://youtu.be/ID")
    assert str(talk.source.published) == "2022-05-07"
    assert (talk.keywords, talk.media, talk.language) == (("one", "two"), ("talk.mp3",), "en")


def test_a_chapter_list_above_is_no_transcript():
    talk = read("0:00 Intro\n0:10 Plan\n1:00 End\n\n" + "".join(
        f"Anna: 00:00:{n:02}\n\nHi.\n\n" for n in range(4)
    ))  # fmt: skip
    assert len(talk.segments) == 4
    assert [chapter.title for chapter in talk.chapters] == ["Intro", "Plan", "End"]


@pytest.mark.parametrize(
    "text",
    [
        "a,b,c\n00:00:01,x,y\n00:00:02,x,y\n", "start\tend\ttext\n0\t1\tHi\n",
        'x = "0:12"\ny = "0:13"\n', "we met at 12:30\nand again at 13:40\n",
        '{"a": "0:12"}\n', "12:30 pm lunch\n1:30 pm sleep\n",
        "Open: 9:00 to 17:00\nClosed: 18:00\n",
        "9:00 a\n8:00 b\n7:00 c\n6:00 d\n", "0:12 once only\n",
        "para\n" * 40 + "0:01 a\n" + "para\n" * 40 + "0:02 b\n",
    ],
)  # fmt: skip
def test_what_is_not_claimed(text):
    assert not clock_text.claims(Content.of(text))


def test_the_suffix_does_not_matter():
    text = b"0:01 One\n0:02 Two\n"
    assert registry.parse(text, Path("x.csv")).format == "clock-text"


def test_no_time_is_a_sentence():
    with pytest.raises(NothingUsableError, match="begins with a time"):
        clock_text.parse(Content.of("nothing"))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("texts", [("hi", "yes"), ("Привет", "да"), ("你好", "是")])
def test_text_may_stick_to_its_time(texts, end):
    content = Content.of(end.join((f"0:00{texts[0]}", f"1:05{texts[1]}", f"1:02:05{texts[0]}")))
    assert clock_text.claims(content) is Claim.LIKELY
    segments = clock_text.parse(content).segments
    assert [s.start_ms for s in segments] == [0, 65_000, 3_725_000]
    assert [s.text for s in segments] == [texts[0], texts[1], texts[0]]


def test_names_in_brackets_stand_before_times():
    content = Content.of("[Ann Lee] 10:02:03\nHi.\n\n[Bo] 10:02:09\nYes.\n")
    assert [s.speaker for s in clock_text.parse(content).segments] == ["Ann Lee", "Bo"]


def test_turns_without_a_time_are_said_by_whom_they_name():
    lines = ["[0:10] Ida: One.", "Bo: Two,", "", "so.", "Note: hm.", "[0:20] Bo: Three."]
    assert rows(read("\n".join(lines))) == [
        (10_000, "Ida", "One."), (15_000, "Bo", "Two, so. Note: hm."), (20_000, "Bo", "Three.")
    ]  # fmt: skip


@pytest.mark.parametrize("gap", ["\t", "   "])
def test_names_times_and_words_in_columns(gap):
    text = f"Ida:{gap}00:01{gap}One, at 10:30.\n\nBo:{gap}1:00:05{gap}Two.\n"
    assert rows(read(text)) == [(1_000, "Ida", "One, at 10:30."), (3_605_000, "Bo", "Two.")]


@pytest.mark.parametrize("line", ["[{0}]() Ida: {1}", "[{0}](#) Ida: {1}", "{0} --> {2}: Ida: {1}"])
def test_links_to_nowhere_and_captions_on_one_line(line):
    text = "\n".join(line.format(f"00:0{n}:01,500", "So.", f"00:0{n}:03,000") for n in (1, 2))
    talk = registry.parse(text.encode(), Path("talk.txt"))
    assert rows(talk) == [(61_500, "Ida", "So."), (121_500, "Ida", "So.")]


@pytest.mark.parametrize(
    "line",
    [
        "SPEAKER_00 {0}.0 - {1}.5: {2}",
        "SPEAKER_00 [{0}.0 - {1}.5]: {2}",
        "SPEAKER_00 ({0}.0s - {1}.5s): {2}",
        "SPEAKER_00 {0}.00s --> {1}.50s\n{2}\n",
        "[{0}.0s -> {1}.5s] SPEAKER_00: {2}",
        "[ 00:00:0{0}.000 -->  00:00:0{1}.500] SPEAKER_00: {2}",
        "[0m{0}s - 0m{1}.5s] SPEAKER_00: {2}",
    ],
)
def test_seconds_as_programs_around_recognisers_print_them(line):
    talk = read("\n".join(line.format(i, i + 1, "It is 3.5 - 4.5.") for i in (1, 3, 5)))
    assert [(s.start_ms, s.end_ms) for s in talk.segments] == [
        (1_000, 2_500), (3_000, 4_500), (5_000, 6_500)
    ]  # fmt: skip
    assert {(s.speaker, s.text) for s in talk.segments} == {("SPEAKER_00", "It is 3.5 - 4.5.")}


@pytest.mark.parametrize(
    "line", ["00h0{0}m05s {1}", "0h{0}m5s: {1}", "[{0}m05s] {1}", "{0}m05s - {1}", "({0}m 5s) {1}"]
)
def test_clocks_in_units(line):
    talk = read("\n".join(line.format(i, "So it took 3m20s.") for i in (1, 2)))
    assert rows(talk) == [(65_000, None, "So it took 3m20s."), (125_000, None, "So it took 3m20s.")]


@pytest.mark.parametrize(
    "text",
    [
        "It took 5m 30s: too long.\nHe ran in 3m20s.\n",
        "The ratio is 0.5 - 1.5: fine.\nVersion 1.0 - 2.0 is out.\n",
        "1.5 - 2.5 million people\n3.5 - 4.5 million people\n",
    ],
)
def test_measures_are_no_times(text):
    assert not clock_text.claims(Content.of(text))


@pytest.mark.parametrize("line", ["{1}: {0} {2}", "{1} {0} {2}", "{1} - {0} - {2}"])
@pytest.mark.parametrize("who", [("Anna", "Ben"), ("Speaker 1", "Speaker 2")])
def test_a_bare_time_between_name_and_words(line, who):
    said = zip(
        ("0:01", "0:04", "0:09"), (*who, who[0]), ("One.", "Two, 3:00 sharp.", "So."), strict=True
    )
    text = "\n\n".join(line.format(*each) for each in said)
    assert rows(read(text)) == [
        (1000, who[0], "One."), (4000, who[1], "Two, 3:00 sharp."), (9000, who[0], "So."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Anna: 9:00 is fine.\nBen: Yes.\nAnna: 10:00 then.\nBen: 11:00 at most.\nAnna: So.\n",
        "Open: 9:00 to 17:00\nClosed: 18:00 to 9:00\nNoon: 19:00 to 20:00\n",
    ],
)
def test_hours_that_are_spoken_of_are_no_times(text):
    assert clock_text.claims(Content.of(text)) is Claim.NO


@pytest.mark.parametrize("first", ["{} {} ", "[{}] [{}] "])
def test_two_times_with_a_blank_between_are_start_and_end(first):
    text = first.format("0:00:01.50", "0:00:03.00") + "Anna: One.\n"
    text += first.format("0:00:04.00", "0:00:05.20") + "Two.\n"
    made = read(text)
    assert [(s.start_ms, s.end_ms, s.text) for s in made.segments] == [
        (1500, 3000, "One."), (4000, 5200, "Two."),
    ]  # fmt: skip


def test_a_bare_time_alone_ends_the_words_above_it():
    made = read("00:00:01 One.\n00:00:03\n00:00:04 Two.\n00:00:06 \n00:00:07\nThree.\n")
    assert [(s.start_ms, s.end_ms, s.text) for s in made.segments] == [
        (1000, 3000, "One."), (4000, 6000, "Two."), (7000, 17_000, "Three."),
    ]  # fmt: skip


def test_times_among_the_words_of_a_turn_cut_it():
    text = (
        "Anna: [0:01] One. [0:03] Two, [laughs] [0:02] back [0:99] and [0:30] on.\n"
        "Ben: [0:05] Three [noise 0:06] see[0:06]. [0:07]\nmore\nAnna: [0:09] Four. [0:12]\n"
    )
    made = read(text)
    assert [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments] == [
        (1000, 3000, "Anna", "One."),
        (3000, 5000, "Anna", "Two, [laughs] [0:02] back [0:99] and [0:30] on."),
        (5000, 7000, "Ben", "Three [noise 0:06] see[0:06]."),
        (7000, 9000, "Ben", "more"),
        (9000, 12_000, "Anna", "Four."),
    ]  # fmt: skip


def test_words_behind_the_bare_time_of_a_known_name_are_a_turn():
    text = (
        "Anna Berg  0:01\nOne.\nBen  0:03\nTwo.\nAnna Berg 0:05 Three.\nBen 0:30 is the hour.\n"
        "Carl 0:06 who?\nBen  0:09\nFour.\n"
    )
    assert rows(read(text)) == [
        (1000, "Anna Berg", "One."), (3000, "Ben", "Two."),
        (5000, "Anna Berg", "Three. Ben 0:30 is the hour. Carl 0:06 who?"), (9000, "Ben", "Four."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "credit",
    [
        "Transcribed by https://otter.ai",
        "This transcript was exported on Mar 11, 2024 - view latest version here.",
    ],
)
def test_credits_between_transcripts_are_no_speech(credit):
    text = f"Anna (0:01):\nOne.\n\n{credit}\n\nBen (0:09):\nTwo.\n\n{credit}\n"
    assert rows(read(text)) == [(1000, "Anna", "One."), (9000, "Ben", "Two.")]


def test_the_timetable_of_a_week_is_no_conversation():
    text = (
        "Monday 9:00 Yoga\nMonday 10:30 Pilates\nTuesday 9:00 Yoga\nTuesday 11:00 Boxing\n"
        "Friday 18:00 Yoga\nFriday 19:30 Dance\n"
    )
    assert clock_text.claims(Content.of(text)) is Claim.NO


def test_a_word_that_comes_again_on_a_line_above_another_is_no_name():
    lines = [f"0:{2 * n:02} We go on to number {n}, friends." for n in range(12)]
    lines[8:8] = ["0:15 Refrain", "(applause)"]
    lines[4:4] = ["0:07 Refrain", "(applause)"]
    text = "\n".join(lines)
    made = registry.parse(text.encode(), Path("talk.txt"))
    assert (made.format, len(made.segments)) == ("clock-text", 14)


@pytest.mark.parametrize("gap", [" ", "\n"])
@pytest.mark.parametrize("between", [" - ", " ", " – "])
def test_a_second_time_in_brackets_before_the_words_is_the_end(between, gap):
    text = "".join(f"[0:0{n}]{between}[0:0{n + 1}]{gap}Words.\n\n" for n in (1, 2, 7))
    made = read(text)
    assert [(s.start_ms, s.end_ms, s.text) for s in made.segments] == [
        (n * 1000, n * 1000 + 1000, "Words.") for n in (1, 2, 7)
    ]
    made = read(f"[0:01]{between}[0:03]{gap}Words [0:05] behind.\n[0:09] More.\n")
    assert [(s.start_ms, s.end_ms) for s in made.segments][:2] == [(1000, 5000), (5000, 9000)]


@pytest.mark.parametrize("said", ["He said [10:15] then.", "[10:15]", "[0:11]"])
def test_a_time_in_brackets_that_the_last_turn_speaks_of_stays(said):
    made = read(f"[0:01] One.\n[0:05] Two.\n[0:09] {said}\n")
    assert [(s.start_ms, s.text) for s in made.segments][2:] == [(9000, said)]
