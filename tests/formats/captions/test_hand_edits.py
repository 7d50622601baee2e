"""What hands and chats leave of captions, in SubRip and WebVTT."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions.hand_edits import undone, without_numbers

NUMBERS = ("1", "2", "3")
TIMES = (
    ("00:00:01,500", "00:00:03,000"),
    ("00:00:04,000", "00:00:06,500"),
    ("00:00:07,000", "00:00:09,000"),
)
TEXTS = ("Good day.", "1984.", "Shall we go?")
SPANS = [(1500, 3000, "Good day."), (4000, 6500, "1984."), (7000, 9000, "Shall we go?")]


def captions(number="{}\n", arrow=" --> ", gap="\n\n"):
    return "".join(
        f"{number.format(n)}{start}{arrow}{end}\n{text}{gap}"
        for n, (start, end), text in zip(NUMBERS, TIMES, TEXTS, strict=True)
    )


def read(text, name="talk.txt"):
    made = registry.parse(text.encode(), Path(name))
    return made, [(s.start_ms, s.end_ms, s.text) for s in made.segments]


@pytest.mark.parametrize("name", ["talk.srt", "talk.txt", "talk.md"])
@pytest.mark.parametrize(
    "number",
    ["#{}\n", "{}.\n", "**{}**\n", "[{}]\n", "({})\n", "{}:\n", "{} ", "{}. ", "#{}\t", "{}) "],
)
def test_numbers_in_marks_or_beside_the_times_are_no_words(number, name):
    made, spans = read(captions(number), name)
    assert (made.format, spans) == ("subrip", SPANS)
    assert not made.problems


@pytest.mark.parametrize("arrow", [" => ", "==>", " to ", " – ", "-", "—", "  ", "\t", " = > "])
@pytest.mark.parametrize("name", ["talk.srt", "talk.txt"])
def test_other_arrows_below_numbers(arrow, name):
    made, spans = read(captions(arrow=arrow), name)
    assert (made.format, spans) == ("subrip", SPANS)


@pytest.mark.parametrize("unit", ["", "s", " s"])
def test_seconds_for_clocks(unit):
    text = "1\n1.5{0} --> 3{0}\nA.\n\n2\n4{0} --> 65.25{0}\n9 > 8, no.\n"
    made, spans = read(text.format(unit))
    assert (made.format, spans) == (
        "subrip",
        [(1500, 3000, "A."), (4000, 65_250, "9 > 8, no.")],
    )
    assert undone("\n1 --> 2\na\n3 --> 4\n") == "\n1 --> 2\na\n3 --> 4\n"


@pytest.mark.parametrize("head", ["", "WEBVTT\n\n"])
@pytest.mark.parametrize("start", ["-00:00:01.000", "00:00:-1.000", "-00:-1:00.500"])
def test_a_time_before_zero_is_zero(head, start):
    _, spans = read(f"{head}{start} --> 00:00:03.000\nA.\n\n00:00:04.000 --> 00:00:06.000\nB.\n")
    assert spans == [(0, 3000, "A."), (4000, 6000, "B.")]


def test_a_single_odd_line_is_text():
    text = captions() + "4\n00:00:10,000 --> 00:00:12,000\nAt 5. we met.\n#4\n"
    assert read(text)[1][-1] == (10_000, 12_000, "At 5. we met. #4")


@pytest.mark.parametrize("head", ["", "Here you are:\n\n"])
@pytest.mark.parametrize("kind", ["", "srt", "vtt"])
def test_a_fence_is_no_text(head, kind):
    text = f"{head}```{kind}\n{captions()}```\n"
    made, spans = read(text, "talk.srt")
    assert spans == SPANS
    assert [problem.line for problem in made.problems] == ([1] if head else [])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_files_put_together_leave_no_marks(end):
    later = captions().replace("00:00:", "00:01:")
    _, spans = read((captions(gap="\n\ufeff\n") + "\ufeff" + later).replace("\n", end), "talk.srt")
    assert spans == SPANS + [(a + 60_000, b + 60_000, text) for a, b, text in SPANS]


def test_the_header_of_a_second_file_is_no_text():
    _, spans = read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nA.\nWEBVTT - x\n\n00:03.000 --> 00:04.000\nB.\n"
    )
    assert spans == [(1000, 2000, "A."), (3000, 4000, "B.")]


def test_webvtt_in_the_digits_of_another_script():
    usual = "WEBVTT\n\n" + captions().replace(",", ".").replace("1984", "x")
    strange = usual.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    made, spans = read(strange, "talk.vtt")
    assert (made.format, spans) == ("webvtt", read(usual, "talk.vtt")[1])


def test_identifiers_that_no_blank_line_parts_are_no_text():
    _, spans = read("WEBVTT\n\n" + captions(gap="\n").replace(",", "."), "talk.vtt")
    assert spans == SPANS
    kept = ["a\n7", "b\n9", "c"]
    assert without_numbers(kept) == kept
    assert without_numbers(["a\n7", "b\n8", "c\n9"]) == ["a", "b", "c\n9"]


def test_a_name_behind_the_times():
    who = ("[Speaker 1]", "[Speaker 2]", "[Speaker 1]")
    text = "".join(f"{a} --> {b} {name}\nYes.\n\n" for (a, b), name in zip(TIMES, who, strict=True))
    made, _ = read(text)
    assert [s.speaker for s in made.segments] == ["Speaker 1", "Speaker 2", "Speaker 1"]


def test_line_ends_that_a_program_wrote_out_are_line_ends():
    times = ("00:00:01,000 --> 00:00:02,500", "00:00:03,000 --> 00:00:04,000")
    text = rf"1\n{times[0]}\nHello there.\n\n2\r\n{times[1]}\r\nGood morning,\r\nall."
    talk = registry.parse(text.encode(), Path("talk.srt"))
    assert [(s.start_ms, s.end_ms, s.text) for s in talk.segments] == [
        (1_000, 2_500, "Hello there."), (3_000, 4_000, "Good morning, all."),
    ]  # fmt: skip


@pytest.mark.parametrize("above", ["", "Step\n"])
def test_numbers_that_a_blank_line_parts_from_the_next_times_are_words(above):
    cues = "".join(f"00:0{n}.000 --> 00:0{n}.900\n{above}{n}\n\n" for n in range(1, 6))
    _, spans = read(f"WEBVTT\n\n{cues}", "talk.vtt")
    assert [said for *_, said in spans] == [f"{above}{n}".replace("\n", " ") for n in range(1, 6)]


def test_cues_of_nothing_but_numbers_keep_them():
    assert without_numbers(["1", "2", "3"]) == ["1", "2", "3"]


@pytest.mark.parametrize("name", ["talk.srt", "talk.vtt"])
def test_a_number_below_zero_that_is_a_text_stays(name):
    head = "WEBVTT\n\n" if name.endswith("vtt") else ""
    text = f"{head}1\n-00:00:01.000 --> 00:03.000\n:-)\n\n2\n00:04.000 --> 00:06.500\n-0.25\n"
    assert read(text, name)[1] == [(0, 3000, ":-)"), (4000, 6500, "-0.25")]


def test_arrows_between_numbers_with_nothing_below_are_no_captions():
    made, spans = read("# Map\n\n1\n3 --> 4\n\n2\n4 --> 5\n", "map.md")
    assert (made.format, len(spans)) == ("plain-text", 5)
