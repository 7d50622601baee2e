"""Panels that were pasted where line breaks were lost, in several languages."""

from pathlib import Path

import pytest

from viewer.formats import registry

#: Two names, three times in words, and what is said at them.
TALKS = [
    ("Ann Lee", "Bo", ("3 seconds", "5 seconds", "1 minute, 8 seconds"), ("Hi.", "Yes.", "Well.")),
    ("Änne Öz", "Bo", ("3 Sekunden", "5 Sekunden", "1 Minute, 8 Sekunden"), ("Hü.", "Ja!", "So.")),
    ("Zoé", "Luc", ("3 secondes", "5 secondes", "1 minute 8 secondes"), ("Ça.", "Et ?", "Non.")),
    ("Анна", "Пётр", ("3 секунды", "5 секунд", "1 минута 8 секунд"), ("Да.", "Нет.", "Ну?")),
    ("安娜", "本", ("3秒", "5秒", "1分8秒"), ("早上好。", "你好。", "再见。")),
    ("민지", "서준", ("3초", "5초", "1분 8초"), ("안녕하세요.", "네.", "아니요.")),
    ("سارة", "علي", ("3 ثوانٍ", "5 ثوان", "1 دقيقة 8 ثوان"), ("مرحبا.", "نعم؟", "لا.")),
]
each_talk = pytest.mark.parametrize(("one", "other", "spelled", "said"), TALKS)
each_end = pytest.mark.parametrize("end", ["", "\n", "\r\n"], ids=["none", "lf", "crlf"])
CLOCKS = ("0:03", "0:05", "1:08")
MS = (3_000, 5_000, 68_000)


def read(text):
    made = registry.parse(text.encode(), Path("talk.txt"))
    assert made.format == "panel-line"
    return made


def glued(entry, one, other, spelled, said):
    rows = zip((one, other, one), spelled, CLOCKS, said, strict=True)
    return "".join(entry.format(name=n, spelled=w, clock=c, text=t) for n, w, c, t in rows)


@each_end
@each_talk
@pytest.mark.parametrize(
    "entry",
    [
        "{clock}{text}",
        "{clock} {text} ",
        "{clock}{spelled}{text}",
        "{clock} {spelled} {text} ",
        "{spelled}{clock}{text}",
        "[{clock}] {text} ",
    ],
)
def test_times_part_the_line(entry, one, other, spelled, said, end):
    made = read(glued(entry, one, other, spelled, said) + end)
    assert [(s.start_ms, s.speaker, s.text) for s in made.segments] == [
        (ms, None, text) for ms, text in zip(MS, said, strict=True)
    ]


@each_end
@each_talk
@pytest.mark.parametrize(
    "entry",
    ["{name}{spelled}{clock}{text}", "{name} {spelled}{clock}{text} ", "{name}{clock}{text}"],
)
def test_names_stand_before_the_times(entry, one, other, spelled, said, end):
    made = read(glued(entry, one, other, spelled, said) + end)
    assert [(s.start_ms, s.speaker, s.text) for s in made.segments] == [
        (ms, name, text) for ms, name, text in zip(MS, (one, other, one), said, strict=True)
    ]


def test_words_of_other_languages_are_known_by_what_they_share():
    words = ["dobrý", "ako", "ahoj", "nie", "on", "veľa", "potom", "tak", "ešte"]
    made = read("".join(f"0:0{n}{n} sekúnd{word}" for n, word in enumerate(words)))
    assert [s.text for s in made.segments] == words


def test_a_capital_behind_a_letter_begins_a_name():
    made = read("Ann McLee0:03good morningBo Kern0:05and goodbyeAnn McLee1:08at lastBo Kern1:09so")
    assert [(s.speaker, s.text) for s in made.segments] == [
        ("Ann McLee", "good morning"),
        ("Bo Kern", "and goodbye"),
        ("Ann McLee", "at last"),
        ("Bo Kern", "so"),
    ]


def test_clocks_that_are_spoken_of_and_a_title():
    made = read(
        "A talk\n\n0:00 hi, at 10:30 we go 0:04 and 1:30 is late 0:09 5 of us 0:12 now 0:15 so"
    )
    assert [(s.start_ms, s.text) for s in made.segments] == [
        (0, "hi, at 10:30 we go"),
        (4_000, "and 1:30 is late"),
        (9_000, "5 of us"),
        (12_000, "now"),
        (15_000, "so"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We met at 10:30, then at 11:15 and at 12:00 we left.",
        "10:30 breakfast 11:15 talk 12:00 lunch",
        "See John 3:16, 3:17 and 3:18.",
        "0:03 hi 0:05 yes",
        "0:03\nhi\n0:05\nyes\n0:09\nno\n",
        "0:09 a 0:08 b 0:07 c 0:06 d",
    ],
)
def test_what_is_no_panel_on_one_line(text):
    assert registry.parse(text.encode(), Path("talk.txt")).format != "panel-line"
