"""Text pasted from YouTube's transcript panel."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.prose import youtube_panel

PASTE = "0:02\ngood morning\n0:04\n(laughs)\nand more\n1:00:05\nthe end\n"


def read(text):
    content = Content.of(text)
    assert youtube_panel.claims(content)
    return youtube_panel.parse(content)


def rows(talk):
    return [(s.start_ms, s.text) for s in talk.segments]


@pytest.mark.parametrize("name", ["x.txt", "x.srt", "x.md", "x"])
def test_a_time_then_a_line(name):
    talk = registry.parse(PASTE.encode(), Path(name))
    assert talk.format == "youtube-panel"
    expected = [(2_000, "good morning"), (4_000, "(laughs) and more"), (3_605_000, "the end")]
    assert rows(talk) == expected


def test_the_time_in_words_is_left_out():
    talk = read("0:02\n2 seconds\nhi\n1:04\n1 minute, 4 seconds\nyes\n")
    assert rows(talk) == [(2_000, "hi"), (64_000, "yes")]


def test_chapters_of_the_panel():
    talk = read("Chapter 1: Intro\n0:00\nhi\nChapter 2: The plan\n0:09\nyes\n")
    assert [(c.start_ms, c.title) for c in talk.chapters] == [(0, "Intro"), (9_000, "The plan")]
    assert rows(talk) == [(0, "hi"), (9_000, "yes")]


def test_labels_are_speakers():
    talk = read("0:01\nAnna: hi\n0:02\nBen: yes\n")
    assert [(s.speaker, s.text) for s in talk.segments] == [("Anna", "hi"), ("Ben", "yes")]


def test_a_step_back_is_reported():
    talk = read("0:01\na\n0:05\nb\n0:04\nc\n0:08\nd\n0:09\ne\n")
    assert [problem.line for problem in talk.problems] == [5]


@pytest.mark.parametrize("text", ["0:01\n", "9:00\na\n8:00\nb\n7:00\nc\n", "1\n2\n3\n", "a\nb\n"])
def test_what_is_not_claimed(text):
    assert not youtube_panel.claims(Content.of(text))


def test_no_time_is_a_sentence():
    with pytest.raises(NothingUsableError):
        youtube_panel.parse(Content.of("nothing"))


def test_a_time_that_is_said_is_text():
    text = "0:00\nhello\n0:04\n10:30\n0:09\nyes\n0:12\n0:05\n0:15\n0:20\nno\n"
    made = youtube_panel.parse(Content.of(text))
    assert [(s.start_ms, s.text) for s in made.segments] == [
        (0, "hello"), (4000, "10:30"), (9000, "yes"), (12_000, "0:05"),
        (15_000, ""), (20_000, "no"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("٠:٠٠\nصباح الخير\n٠:٠٤\nكيف\n١:٠٠:٠٤\nالنهاية\n", [0, 4000, 3_604_000]),
        ("۰:۰۱ سلام\n۰:۰۵ خوبی\n۱:۰۰:۰۵ بله\n", [1000, 5000, 3_605_000]),
        ("00：00：01 你好\n00：00：05 大家\n00：00：09 再见\n", [1000, 5000, 9000]),
        ("[００：０１] 你好\n[００：０５] 大家\n[００：０９] 再见\n", [1000, 5000, 9000]),
    ],
)
def test_clocks_in_the_digits_of_other_scripts(text, starts):
    made = registry.parse(text.encode(), Path("talk.txt"))
    assert [segment.start_ms for segment in made.segments] == starts
    assert not any(char.isdecimal() for segment in made.segments for char in segment.text)


@pytest.mark.parametrize("foot", ["English (auto-generated)", "Deutsch (automatisch erzeugt)"])
def test_the_choice_of_captions_below_a_panel_is_no_speech(foot):
    made = registry.parse(f"0:00\nhello\n0:04\nyes\n{foot}\n".encode(), Path("talk.txt"))
    assert [segment.text for segment in made.segments] == ["hello", "yes"]
