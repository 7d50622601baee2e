"""Kinds of text that few programs write: told by what is in them, whatever their line ends."""

from pathlib import Path

import pytest

from viewer.formats import registry

HEAD = "@UTF8\n@Begin\n@Participants:\tANN Anna Target_Adult, BEN Child\n"
EXB = (
    '<basic-transcription><head><speakertable><speaker id="S"><abbreviation>Anna</abbreviation>'
    '</speaker><speaker id="B"><abbreviation>Ben</abbreviation></speaker></speakertable></head>'
    '<basic-body><common-timeline><tli id="a" time="0.5"/><tli id="b"/><tli id="c" time="2.5"/>'
    '</common-timeline><tier speaker="S" type="t"><event start="a" end="b">Good day.</event></tier>'
    '<tier speaker="B" type="t"><event start="b" end="c">Да?</event></tier>'
    '<tier speaker="B" type="a"><event start="b" end="c">gloss</event></tier></basic-body>'
    "</basic-transcription>"
)
TRS = (
    '<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n<Trans><Speakers><Speaker id="s1" name="Anna"/>'
    '<Speaker id="s2" name="Ben"/></Speakers><Episode><Section><Turn speaker="s1 s2" '
    'startTime="0.5" endTime="2.5"><Sync time="0.5"/><Who nb="1"/>Good day.<Sync time="1.5"/>'
    '<Who nb="2"/>Да?</Turn></Section></Episode></Trans>'
)
#: Name of the format, text, and what is read: start, end, speaker, text.
READ = [
    ("mpl2", "[5][15]/Good day.\n[15][25]Да?|Нет.\n",
     [(500, 1500, None, "Good day."), (1500, 2500, None, "Да? Нет.")]),
    ("mpl2", "[5][15] 你好\n[15][25] - Yes.|- No.\n",
     [(500, 1500, None, "你好"), (1500, 2500, None, "- Yes. - No.")]),
    ("ccextractor", "00:00:00,500|00:00:01,500|POP|GOOD DAY\n00:00:01,500|00:00:02,500|RU3|ДА\n",
     [(500, 1500, None, "GOOD DAY"), (1500, 2500, None, "ДА")]),
    ("ccextractor", "00:00:00:500|00:00:01:500|CC1|RU2|A|B\n",
     [(500, 1500, None, "A|B")]),
    ("timecode-text", "00:00:00:12 - 00:00:01:12\nAnna\nGood day.\n\n"
                      "00:00:01:12 - 00:00:02:00\nBen\nДа?\n\n"
                      "00:00:03:00 - 00:00:04:00\nAnna\nX.\n",
     [(480, 1480, "Anna", "Good day."), (1480, 2000, "Ben", "Да?"), (3000, 4000, "Anna", "X.")]),
    ("timecode-text", "@ This file written with Avid\n\n<begin subtitles>\n\n"
                      "00:00:00:15 00:00:01:15\nGood day.\nAll.\n\n"
                      "00:00:02:29 00:00:04:00\nYes.\n\n"
                      "<end subtitles>\n",
     [(500, 1500, None, "Good day. All."), (2966, 4000, None, "Yes.")]),
    ("timecode-text", "1 00:00:00;15 00:00:01;15 Good.\n2 00:00:02;29 00:00:04;00 Guten\nTag.\n",
     [(500, 1500, None, "Good."), (2966, 4000, None, "Guten Tag.")]),
    ("zoom-captions", "[Anna B.] 23:59:58\nGood day.\n\n[Ben] 00:00:01\nДа?\n",
     [(0, 3000, "Anna B.", "Good day."), (3000, 13_000, "Ben", "Да?")]),
    ("zoom-captions", "[anna] 9:59:58 AM\nGood\nday.\n[Ben (he/him)] 10:00:00 AM\nYes.\n",
     [(0, 2000, "anna", "Good day."), (2000, 12_000, "Ben (he/him)", "Yes.")]),
    ("zoom-captions", "[Anna] 00:00:02\n你好。\n\n[Ben] 00:00:05\nYes.\n",
     [(2000, 5000, "Anna", "你好。"), (5000, 15_000, "Ben", "Yes.")]),
    ("chat", HEAD + "*ANN:\tgood <day> [/] all . \x15500_1500\x15\n%mor:\tx\n*BEN:\tда\n\tда ? "
                    "\x151500_2500\x15\n@End\n",
     [(500, 1500, "Anna", "good day all ."), (1500, 2500, "BEN", "да да ?")]),
    ("chat", HEAD + "*ANN:\tgood . 500_1500\n*BEN:\tyes . 1500_2500\n@End\n",
     [(500, 1500, "Anna", "good ."), (1500, 2500, "BEN", "yes .")]),
    ("exmaralda", EXB, [(500, 1500, "Anna", "Good day."), (1500, 2500, "Ben", "Да?")]),
    ("transcriber", TRS, [(500, 1500, "Anna", "Good day."), (1500, 2500, "Ben", "Да?")]),
    ("ctm", "a 1 0.50 0.50 good 0.9\na 1 1.00 0.50 day NA\n", [(500, 1500, None, "good day")]),
    ("ctm", ";; remark\nrec/a A 0.5 0.5 да\nrec/a A 1.0 0.5 <eps>\nrec/a B 1.5 1.0 yes\n",
     [(500, 1000, "Channel A", "да"), (1500, 2500, "Channel B", "yes")]),
    ("podcast-html", "<cite>Anna:</cite>\n<time>0:05</time>\n<p>Good &amp; well.</p>\n"
                     "<cite>Ben:</cite>\n<time>1:00:05</time>\n<p>Да?</p>\n",
     [(5000, 15_000, "Anna", "Good & well."), (3_605_000, 3_615_000, "Ben", "Да?")]),
    ("podcast-html", "<!DOCTYPE html>\n<html lang='de'><body><cite>Anna</cite><time>0:05</time>"
                     "<p>Ja.</p><p>Nein.</p><time>0:09</time><p>Gut.</p></body></html>",
     [(5000, 9000, "Anna", "Ja. Nein."), (9000, 19_000, "Anna", "Gut.")]),
]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize(("name", "text", "spans"), READ)
def test_kinds_are_read(name, text, spans, end):
    made = registry.parse(text.replace("\n", end).encode(), Path("talk.txt"))
    assert made.format == name
    assert [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments] == spans


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("00:00:00:12 - 00:00:01:12\nGood.\n", "The times count frames; 25 frames a second were"),
        ("[Anna] 10:02:03\nGood.\n", "times of day; they are counted from the first, 10:02:03."),
    ],
)
def test_what_was_guessed_is_reported(text, reported):
    made = registry.parse(text.encode(), Path("talk.txt"))
    assert [reported in problem.message for problem in made.problems] == [True]


@pytest.mark.parametrize("mark", [" - ", " – ", "/"])
@pytest.mark.parametrize("head", ["Timespan\tContent\tSpeaker", "Speaker\tTimespan\tContent"])
def test_a_cell_with_a_span_is_two_times(mark, head):
    rows = [("0:00.0", "0:05.9", "Anna", "Good day."), ("0:05.9", "1:02.0", "Ben", "Да.")]
    table = [head]
    for begin, end, name, text in rows:
        cells = {"Timespan": begin + mark + end, "Content": text, "Speaker": name}
        table.append("\t".join(cells[column] for column in head.split("\t")))
    made = registry.parse("\r\n".join(table).encode(), Path("talk.txt"))
    assert [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments] == [
        (0, 5900, "Anna", "Good day."),
        (5900, 62_000, "Ben", "Да."),
    ]
