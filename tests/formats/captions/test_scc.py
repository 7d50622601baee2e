"""SCC: captions that pop on, are painted on, and roll up, at frames, in two channels."""

from pathlib import Path

import pytest

from viewer.errors import TranscriptError
from viewer.formats import registry

FRAME = 1001 / 30
HEAD = "Scenarist_SCC V1.0"
#: What is said in two rows, and its codes, as they are sent without parity.
SAID = [
    ("Good day.", b"Good day.", "All of you.", b"All of you."),
    ("¿Qué día?", b"\x113Qu\\ d^a?", "¡Mañana!", b"!\x12'Ma~ana!"),
    ("Ça là-bas.", b"C\x122a l\x118-bas.", "Où ça ?", b"Ou\x12<  {a ?"),
]
each_language = pytest.mark.parametrize(("first", "one", "second", "two"), SAID)
each_end = pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])


def odd(code):
    return code | (0 if code.bit_count() % 2 else 0x80)


def codes(*pairs, times=1):
    return " ".join(f"{odd(a):02x}{odd(b):02x}" for a, b in pairs for _ in range(times))


def control(code, times=2):
    return codes((0x14, code), times=times)


def said(text):
    """Return the codes of a text; a control begins with a byte below 20 and is a pair."""
    pairs, place = [], 0
    while place < len(text):
        pair = text[place : place + 2]
        if pair[0] >= 0x20 and (len(pair) < 2 or pair[1] < 0x20):
            pair = pair[:1] + b"\0"
            place -= 1
        pairs.append(tuple(pair))
        place += 2
    return codes(*pairs)


def row(number, text, times=2):
    places = {14: (0x14, 0x40), 15: (0x14, 0x60), 1: (0x11, 0x40)}
    return f"{codes(places[number], times=times)} {said(text)}"


def read(*lines, end="\n"):
    text = end.join([HEAD, "", *(f"{line}{end}" for line in lines)])
    made = registry.parse(text.encode(), Path("talk.scc"))
    assert made.format == "scc"
    return made


def frames(count):
    return round(count * FRAME)


def length(reported):
    return len(reported.split())


@each_end
@each_language
@pytest.mark.parametrize("times", [1, 2], ids=["single", "doubled"])
def test_captions_that_pop_on(first, one, second, two, times, end):
    loaded = f"{control(0x2E, times)} {control(0x20, times)} {row(14, one, times)}"
    loaded += f" {row(15, two, times)}"
    shown = 60 + length(loaded)
    made = read(
        f"00:00:02:00\t{loaded} {control(0x2F, times)}",
        f"00:00:06:15\t{control(0x2C, times)}",
        end=end,
    )
    reported = [(s.start_ms, s.end_ms, s.text) for s in made.segments]
    assert reported == [(frames(shown), frames(6 * 30 + 15), f"{first} {second}")]
    assert not made.problems


@each_end
@each_language
def test_captions_that_roll_up(first, one, second, two, end):
    start = f"{control(0x25)} {control(0x2D)}"
    made = read(
        f"00:00:02:00\t{start} {row(15, one)}",
        f"00:00:04:00\t{start} {row(15, two)}",
        f"00:00:09:00\t{control(0x2C)}",
        end=end,
    )
    ahead = length(start) + 2
    assert [(s.start_ms, s.end_ms, s.text) for s in made.segments] == [
        (frames(60 + ahead), frames(122), first),
        (frames(120 + ahead), frames(270), second),
    ]


@each_language
@pytest.mark.parametrize("erased", [True, False])
def test_captions_that_are_painted_on(first, one, second, two, erased):
    start = control(0x29)
    made = read(
        f"00:00:02:00\t{start} {row(14, one)}",
        *([f"00:00:03:00\t{control(0x2C)}"] if erased else []),
        f"00:00:04:00\t{start} {row(14, two)}",
        f"00:00:05:00\t{control(0x2C)}",
    )
    assert [(s.start_ms, s.text) for s in made.segments] == [
        (frames(64), first),
        (frames(124), second),
    ]
    assert [s.end_ms for s in made.segments] == [frames(90 if erased else 122), frames(150)]


@pytest.mark.parametrize(
    ("time", "count"),
    [
        ("00:01:00:00", 1800),
        ("00:01:00;02", 1800),
        ("00:10:00;00", 17_982),
        ("00:10:00:00", 18_000),
        ("9:58:59;29", 598 * 1800 + 1799 - 2 * (598 - 59)),
    ],
)
def test_frames_are_dropped_behind_a_semicolon(time, count):
    made = read(f"{time}\t{control(0x29)} {row(1, b'Hi')}")
    (segment,) = made.segments
    assert segment.start_ms == frames(count + 4)
    assert segment.end_derived


@pytest.mark.parametrize(
    ("begin", "hours"), [("01:00:04:00", 1), ("01:00:04;00", 1), ("10:00:04;00", 10)]
)
def test_a_clock_that_begins_at_a_full_hour(begin, hours):
    made = read(f"{begin}\t{control(0x29)} {row(1, b'Hi')}")
    assert abs(made.segments[0].start_ms - frames(124)) < 40
    assert [f"begin at {hours}:00:00" in problem.message for problem in made.problems] == [True]


def test_speakers_and_turns():
    lines = [b"ANNA: HI.", b">> BEN: YES.", b"ANNA: AND?", b">> WELL."]
    made = read(
        *(
            f"00:00:0{n}:00\t{control(0x25)} {control(0x2D)} {row(15, text)}"
            for n, text in enumerate(lines, 1)
        )
    )
    assert [(s.speaker, s.text) for s in made.segments] == [
        ("ANNA", "HI."),
        ("BEN", "YES."),
        ("ANNA", "AND?"),
        (None, "– WELL."),
    ]


def test_what_is_taken_back_is_not_said():
    text = f"{said(b'Good die')} {codes((0x14, 0x21))} {codes((0x14, 0x21))} {said(b'ay')}"
    made = read(
        f"00:00:01:00\t{control(0x29)} {codes((0x11, 0x40), times=2)} {text}"
        f" {codes((0x11, 0x4A), times=2)} {codes((0x14, 0x24), times=2)}"
    )
    # Two that are the same right behind each other are one that was sent twice.
    assert [s.text for s in made.segments] == ["Good diay"]


def test_the_channel_with_more_captions_and_no_text_beside_them():
    other = codes((0x1C, 0x29), (0x19, 0x40), times=2)
    made = read(
        f"00:00:01:00\t{control(0x29)} {row(1, b'One')} {codes((1, 3))} {said(b'XD')}"
        f" {codes((0x0F, 0x20))} {control(0x2C)} {control(0x2A)} {said(b'Text')}",
        f"00:00:02:00\t{other} {said(b'Uno')}",
        f"00:00:03:00\t{control(0x29)} {row(1, b'Two')}",
    )
    assert [s.text for s in made.segments] == ["One", "Two"]
    assert ["two channels" in problem.message for problem in made.problems] == [True]


def test_damage_is_reported_and_stepped_over():
    good = f"{control(0x29)} {row(1, b'Good')}"
    made = read(f"00:00:01:00\t{good} zzzz 94 {said(b'.')}", "00:00:02:77\tffff", "1234")
    assert [s.text for s in made.segments] == ["Good."]
    assert [(problem.line, problem.message) for problem in made.problems] == [
        (3, "Codes on this line that could not be read were left out."),
        (5, "The time on this line could not be read; the line was left out."),
        (7, "The time on this line could not be read; the line was left out."),
    ]


@pytest.mark.parametrize("body", ["", "00:00:01:00\t9420 94ad", "00:00:01:00\t", "x"])
def test_nothing_said_is_a_sentence(body):
    with pytest.raises(TranscriptError, match=r"coded for television \(SCC\)"):
        read(body)
