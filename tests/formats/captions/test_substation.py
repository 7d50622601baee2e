"""ASS and SSA: events in any order of fields, codes, karaoke, damage."""

from itertools import permutations
from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import substation
from viewer.formats.captions.substation_text import read_event_text
from viewer.formats.format import Content, NothingUsableError

HEAD = (
    "[Script Info]\n; a comment\nTitle: A talk\nScriptType: v4.00+\n\n"
    "[Aegisub Project Garbage]\nVideo File: talk.mp4\nAudio File: talk.mp4\n\n"
    "[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\n"
)
FIELDS = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"


def read(events, head=HEAD + FIELDS):
    content = Content.of(head + events)
    assert substation.claims(content)
    return substation.parse(content)


def rows(talk):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in talk.segments]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_events(line_end):
    text = (
        HEAD
        + FIELDS
        + "Dialogue: 0,0:00:01.00,0:00:04.50,Default,Anna,0,0,0,,Hi, {\\i1}all{\\i0}\\N"
    )
    text += "of you.\nComment: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,no\n"
    talk = registry.parse(text.replace("\n", line_end).encode(), Path("x.ass"))
    assert talk.format == "substation"
    assert rows(talk) == [(1_000, 4_500, "Anna", "Hi, all of you.")]
    assert (talk.source.title, talk.media) == ("A talk", ("talk.mp4",))


def test_fields_in_another_order():
    talk = read(
        "Dialogue: Anna,0:00:04.00,0:00:01.00,Hi, you\n", HEAD + "Format: Actor, End, Start, Text\n"
    )
    assert rows(talk) == [(1_000, 4_000, "Anna", "Hi, you")]


@pytest.mark.parametrize(
    "order", list(permutations(("Start", "End", "Name", "Text"))), ids="-".join
)
def test_fields_in_any_order(order):
    event = {"Start": "0:00:01.00", "End": "0:00:04.00", "Name": "Anna", "Text": "Hi, you, all"}
    line = "Dialogue: " + ",".join(event[field] for field in order) + "\n"
    talk = read(line + "Dialogue: 0:00:05.00,a,b\n", HEAD + f"Format: {', '.join(order)}\n")
    assert rows(talk) == [(1_000, 4_000, "Anna", "Hi, you, all")]
    assert [problem.line for problem in talk.problems] == [17]


def test_a_field_that_comes_twice():
    talk = read(
        "Dialogue: 0:00:01.00,0:00:04.00,a,b,c\n", HEAD + "Format: Start,End,Text,Text,Text\n"
    )
    assert [s.text for s in talk.segments] == ["a"]


def test_ssa_and_events_without_any_head():
    assert rows(read("Dialogue: Marked=0,0:00:01.00,0:00:02.00,*Default,,0,0,0,,Hi\n", "")) == [
        (1_000, 2_000, None, "Hi")
    ]  # fmt: skip


def test_events_are_put_in_order():
    event = "Dialogue: 0,0:00:0{0}.00,0:00:09.00,,,0,0,0,,{0}\n"
    assert [s.text for s in read(event.format(5) + event.format(2)).segments] == ["2", "5"]


def test_damage_is_stepped_over():
    talk = read(
        "Dialogue: 0,0:00:05.00,0:00:01.00,,,0,0,0,,early\nDialogue: 0,x,0:00:01.00,,,0,0,0,,no\n"
        "Dialogue: 0,0:00:05.00\nDialogue: 0,0:00:06.00,0:00:07.00,,,0,0,0,,yes\n"
    )
    assert [s.text for s in talk.segments] == ["early", "yes"]
    assert [p.line for p in talk.problems] == [16, 17, 18]


def test_karaoke_times_words():
    talk = read(
        "Dialogue: 0,0:00:01.00,0:00:03.00,,,0,0,0,,{\\k50}Good {\\kf25\\b1}morning{\\K25} all\n"
    )
    assert [(w.start_ms, w.end_ms, w.text) for w in talk.segments[0].words] == [
        (1_000, 1_500, "Good"), (1_500, 1_750, "morning"), (1_750, 2_000, "all")
    ]  # fmt: skip
    assert talk.segments[0].text == "Good morning all"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a\\Nb\\nc\\hd", "a\nb\nc d"), ("{\\pos(1,2)}a", "a"), ("{\\p1}m 0 0 l 9 9{\\p0}", ""),
        ("{a note}b", "b"), ("a {not closed", "a {not closed"), ("a\\b", "a\\b"),
    ],
)  # fmt: skip
def test_codes(text, plain):
    assert read_event_text(text, 0).text == plain


@pytest.mark.parametrize("text", ["[Section]\nkey=value\n", "Dialogue: hello, you\n", "x"])
def test_what_is_not_claimed(text):
    assert not substation.claims(Content.of(text))


def test_nothing_usable():
    with pytest.raises(NothingUsableError):
        substation.parse(Content.of(HEAD))
