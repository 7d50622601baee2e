"""The seed format, sentence by sentence."""

import csv
from datetime import date
from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.prose.archive import reader as archive_markdown

LINK = "https://www.youtube.com/watch?v=AbC_123-xyz"
HEADER = """---
Date Generated: April 20, 2024
Transcription Model: whisper medium 20231117
Length: 60s
Video Keywords: ['News', "it's"]
Video Views: 12
Video Rating: None
---

"""
HEAD = f"# A talk\n**Some Channel - A Playlist:** [May 04, 2017]({LINK})\n"


def parse(text):
    return archive_markdown.parse(Content.of(text))


def bullet(text, seconds, label="00:00:00", spaces="  "):
    return f"*{spaces}{text} [[{label}]({LINK}&t={seconds}s)]\n"


def test_header_title_channel_and_bullets_are_read():
    talk = parse(HEADER + HEAD + bullet("Good morning.", "0.0") + bullet("Let us begin.", "3.5"))
    assert [(s.start_ms, s.text) for s in talk.segments] == [
        (0, "Good morning."),
        (3500, "Let us begin."),
    ]
    assert talk.source.title == "A talk"
    assert talk.source.channel == "Some Channel - A Playlist"
    assert talk.source.published == date(2017, 5, 4)
    assert talk.source.url == LINK
    assert talk.duration_ms == 60_000
    assert talk.keywords == ("News", "it's")
    assert not talk.problems


def test_metadata_is_every_key_but_the_description():
    header = HEADER.replace(
        "Video Rating: None\n", "Video Rating: None\nVideo Description: Hello\n"
    )
    talk = parse(header + HEAD + bullet("Hi.", "0.0"))
    assert list(talk.metadata) == [
        "Date Generated",
        "Transcription Model",
        "Length",
        "Video Keywords",
        "Video Views",
        "Video Rating",
    ]
    assert talk.metadata["Video Rating"] == "None"
    assert talk.description == "Hello"


@pytest.mark.parametrize(
    ("seconds", "ms"),
    [
        ("0.0", 0),
        ("72.52000000000001", 72_520),
        ("23.400000000000002", 23_400),
        ("4969.099999999999", 4_969_100),
        ("5.9999999999", 6_000),
        ("7", 7_000),
        ("42912.25", 42_912_250),
    ],
)
def test_noise_in_the_time_is_rounded_to_the_millisecond(seconds, ms):
    assert parse(HEAD + bullet("Hi.", seconds)).segments[0].start_ms == ms


def test_the_link_is_the_truth_and_the_label_is_ignored():
    assert parse(HEAD + bullet("Hi.", "12.6", label="09:09:09")).segments[0].start_ms == 12_600


def test_ends_are_derived():
    talk = parse(HEADER + HEAD + bullet("a", "0.0") + bullet("b", "30.0") + bullet("c", "59.5"))
    assert [(s.end_ms, s.end_derived) for s in talk.segments] == [
        (10_000, True),  # a long silence is a gap
        (40_000, True),
        (60_500, True),  # the stated length can lie
    ]


@pytest.mark.parametrize("spaces", [" ", "  ", "   "])
def test_one_to_three_spaces_after_the_bullet(spaces):
    assert parse(HEAD + bullet("Hi there.", "1.0", spaces=spaces)).segments[0].text == "Hi there."


def test_empty_text_stays_a_segment():
    talk = parse(
        HEAD + bullet("a", "1.0") + f"*  [[00:00:02]({LINK}&t=2.0s)]\n" + bullet("b", "3.0")
    )
    assert [s.text for s in talk.segments] == ["a", "", "b"]
    assert not talk.problems


@pytest.mark.parametrize(
    "text",
    [
        '</p><p begin="00-00je',
        "*so* **bold** [brackets] | pipes | `ticks`",
        "[[not a link]] (really)",
        "see [[00:00:01](https://x.org&t=1s)] there",
        "# not a title",
        "--- nor a fence",
        "&lt;b&gt; &amp;",
    ],
)
def test_what_looks_like_markup_is_plain_text(text):
    segment = parse(HEAD + bullet(text, "1.0")).segments[0]
    assert (segment.text, segment.start_ms) == (text, 1_000)


def test_a_file_without_times():
    talk = parse(HEADER + HEAD + "*  One.\n*  Two.\n*\n*  Three.\n")
    assert [(s.start_ms, s.end_ms, s.text) for s in talk.segments] == [
        (None, None, "One."),
        (None, None, "Two."),
        (None, None, ""),
        (None, None, "Three."),
    ]
    assert not talk.timed
    assert not talk.problems


def test_repeated_lines_are_all_kept():
    talk = parse(HEAD + "".join(bullet("I'm going.", f"{n}.0") for n in range(300)))
    assert len(talk.segments) == 300


@pytest.mark.parametrize("end", ["\r\n", "\r\r\n", "\n\n", "\n\n\n"])
def test_line_ends_and_blank_lines(end):
    plain = HEADER + HEAD + bullet("a", "1.0") + bullet("b", "2.0")
    talk, expected = parse(plain.replace("\n", end)), parse(plain)
    assert talk.segments == expected.segments
    assert (talk.source, talk.metadata) == (expected.source, expected.metadata)
    assert not talk.problems


def test_nul_and_line_separators_leave_no_surprise():
    talk = parse(HEAD + bullet("a\x00b\u2028c", "1.0") + bullet("\u202bשלום", "2.0"))
    assert talk.segments[0].text == "ab c"
    assert talk.segments[1].text == "\u202bשלום"


def test_mojibake_is_repaired_and_the_original_kept():
    segment = parse(HEAD + bullet("Donâ€™t go.", "1.0")).segments[0]
    assert (segment.text, segment.original) == ("Don’t go.", "Donâ€™t go.")


def test_a_file_without_front_matter():
    talk = parse(HEAD + bullet("Hi.", "1.0"))
    assert talk.source.title == "A talk"
    assert talk.metadata == {}


def test_a_link_that_is_not_youtubes():
    other = "https://media.example.org/talk.mp3"
    head = HEAD.replace(LINK, other)
    talk = parse(f"{head}*  Hi. [[00:00:05]({other}?t=5.5)]\n")
    assert talk.source.url == other
    assert talk.segments[0].start_ms == 5_500


def test_channel_with_quotes_colons_and_apostrophes():
    head = f"""# "Q": A's\n**O'Neil: "The Show": Live:** [May 4, 2017]({LINK})\n"""
    source = parse(head + bullet("Hi.", "1.0")).source
    assert source.title == '"Q": A\'s'
    assert source.channel == 'O\'Neil: "The Show": Live'


def test_without_a_channel_line_the_source_is_taken_from_the_bullets():
    assert parse("# A talk\n" + bullet("Hi.", "1.0")).source.url == LINK


def test_a_header_without_bullets_opens_empty_and_says_so():
    talk = parse(HEADER + HEAD)
    assert talk.segments == ()
    assert talk.source.title == "A talk"
    assert [p.message for p in talk.problems] == ["The file has no lines of transcript."]


def test_nothing_at_all_is_refused():
    with pytest.raises(NothingUsableError):
        parse("nothing of the kind\n")


# Damage: a problem with its line, never an exception.


def test_lines_that_belong_to_no_bullet():
    talk = parse(HEAD + bullet("a", "1.0") + "stray\n" + bullet("b", "2.0"))
    assert [s.text for s in talk.segments] == ["a", "b"]
    assert [p.line for p in talk.problems] == [4]


def test_a_bullet_broken_over_two_lines_is_put_together():
    talk = parse(HEAD + f"*  one\ntwo [[00:00:01]({LINK}&t=1.0s)]\n")
    assert [(s.text, s.start_ms) for s in talk.segments] == [("one two", 1_000)]
    assert [p.line for p in talk.problems] == [4]


def test_a_time_that_cannot_be_read_is_taken_from_the_label():
    talk = parse(HEAD + bullet("a", "nan", label="00:01:05"))
    assert talk.segments[0].start_ms == 65_000
    assert [p.line for p in talk.problems] == [3]


def test_neither_time_nor_label():
    talk = parse(HEAD + bullet("a", "1.0") + bullet("b", "", label="?"))
    assert talk.segments[1].start_ms is None
    assert talk.segments[1].text.startswith("b [[?]")
    assert [p.line for p in talk.problems] == [4]


def test_times_that_fall_are_reported_and_put_in_order():
    talk = parse(HEAD + bullet("a", "5.0") + bullet("b", "2.0"))
    assert [s.text for s in talk.segments] == ["b", "a"]
    assert [p.line for p in talk.problems] == [4]


def test_a_date_that_is_none():
    talk = parse(HEAD.replace("May 04, 2017", "Someday") + bullet("a", "1.0"))
    assert talk.source.published is None
    assert [p.line for p in talk.problems] == [2]


def test_lines_are_counted_as_an_editor_does():
    text = (HEADER + HEAD + bullet("a", "1.0") + "stray\n").replace("\n", "\r\r\n")
    assert [p.line for p in parse(text).problems] == [13]


# Which files are of this format.


@pytest.mark.parametrize(
    "text",
    [HEADER + HEAD, HEAD + "*  untimed\n", bullet("Hi.", "1.0"), HEADER.replace("\n", "\r\n")],
)
def test_it_is_claimed(text):
    assert archive_markdown.claims(Content.of(text))


@pytest.mark.parametrize(
    "text",
    [
        "# Notes\n\n* milk\n* bread\n",
        "---\ntitle: A page\ntags: [x]\n---\n\n# A page\n\nText.\n",
        "1\n00:00:01,000 --> 00:00:02,000\nHi\n",
        f"##### **Anna** [[00:00:06]({LINK}&t=6)]\n\nText.\n",
    ],
)
def test_other_markdown_is_not_claimed(text):
    assert not archive_markdown.claims(Content.of(text))


def test_the_seed(seed):
    talk = registry.load(seed)
    assert len(talk.segments) == 42
    assert talk.segments[7].start_ms == 35_600
    assert talk.last_time_ms == 275_000
    assert "Don’t miss a WSJ video" in talk.description
    assert "Columb Strack" in talk.keywords
    assert not talk.problems


def test_real_archive_files_give_the_manifests_numbers(corpus):
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["format"] == "seed-md"]
    assert len(rows) == 8
    for row in rows:
        talk = registry.load(corpus / row["local_path"])
        first = talk.segments[talk.timed_indices[0]].start_ms if talk.timed else None
        reported = (len(talk.segments), first, talk.last_time_ms)
        times = (_ms(row["first_start_s"]), _ms(row["last_end_s"]))
        assert reported == (int(row["expected_cues"]), *times), row["local_path"]
        assert not talk.problems


def _ms(seconds):
    return round(float(seconds) * 1000) if seconds else None


@pytest.mark.parametrize("indent", ["", " ", "   ", "    ", "\t", "\xa0", "\t\t ", "\u3000"])
@pytest.mark.parametrize("others", ["", "\t"])
def test_bullets_may_be_indented(indent, others):
    text = (
        "# A talk\n**C:** [May 4, 2017](https://youtu.be/AbC_123-xyz)\n"
        f"{indent}* One. [[00:00:01](https://youtu.be/AbC_123-xyz?t=1s)]\n"
        f"{others}* Two. [[00:00:05](https://youtu.be/AbC_123-xyz?t=5s)]\n"
    )
    talk = registry.parse(text.encode(), Path("talk.md"))
    assert talk.format == "archive-markdown"
    assert [(s.start_ms, s.text) for s in talk.segments] == [(1000, "One."), (5000, "Two.")]
    assert not talk.problems


@pytest.mark.parametrize("stamp", ["[[{}]({})]", "[{}]({})"])
def test_times_may_come_before_the_words(stamp):
    lines = [
        f"*  {stamp.format('00:00:12', f'{LINK}&t=12.6s')} Good morning.",
        "*  And you?",
        f"*  {stamp.format('00:00:15', f'{LINK}&t=15s')} **Anna:** Well, [1](#a).",
    ]
    talk = parse(HEAD + "\n".join(lines))
    assert [(s.start_ms, s.speaker, s.text) for s in talk.segments] == [
        (12_600, None, "Good morning."),
        (None, None, "And you?"),
        (15_000, "Anna", "Well, [1](#a)."),
    ]
    assert talk.problems == ()


def test_a_time_that_is_quoted_first_stays_where_others_end_with_theirs():
    first = f"*  [[0:30]({LINK}&t=30s)] is what I mean. [[00:00:01]({LINK}&t=1s)]\n"
    talk = parse(HEAD + first + f"*  [[0:40]({LINK}&t=40s)] too.\n")
    assert [s.start_ms for s in talk.segments] == [1_000, None]
    assert talk.segments[0].text.startswith("[[0:30]")
