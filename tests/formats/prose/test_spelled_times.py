"""Times spelled beside clocks, in the languages of the panels."""

import pytest

from viewer.formats.format import Content
from viewer.formats.prose import clock_lines, turn_blocks, youtube_panel
from viewer.formats.prose.spelled_times import without_spelled


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("3 seconds", "1 hour, 2 minutes, 5 seconds"),
        ("3 Sekunden", "1 Stunde, 2 Minuten und 5 Sekunden"),
        ("3 secondes", "1 heure 2 minutes et 5 secondes"),
        ("3 segundos", "1 hora, 2 minutos y 5 segundos"),
        ("3 секунды", "1 час 2 минуты 5 секунд"),
        ("3 秒", "1 小时 2 分钟 5 秒"),
        ("3秒", "1時間2分5秒"),
        ("3초", "1시간 2분 5초"),
        ("3 सेकंड", "1 घंटा, 2 मिनट और 5 सेकंड"),
        ("٣ ثوانٍ", "١ ساعة ٢ دقائق ٥ ثوان"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_spelled_times_are_no_text(short, long, end):
    text = f"0:03\n{short}\nfirst\n1:02:05\n{long}\nlast\n".replace("\n", end)
    transcript = youtube_panel.parse(Content.of(text))
    assert [(s.start_ms, s.text) for s in transcript.segments] == [
        (3_000, "first"),
        (3_725_000, "last"),
    ]


@pytest.mark.parametrize("glue", ["\n", "", " "])
@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("0 minutes 3 seconds", "1 minute 8 seconds"),
        ("0 Minuten 3 Sekunden", "1 Minute 8 Sekunden"),
        ("0分3秒", "1分8秒"),
    ],
)
def test_names_stand_above_spelled_times(short, long, glue):
    text = f"Ann Lee\n{short}{glue}0:03\nHi.\nBo\n{long}{glue}1:08\nYes.\nAnn Lee\n"
    text += (
        f"{long.replace('8', '9')}{glue}1:09\nGood.\nBo\n{long.replace('1', '2')}{glue}2:08\nBye."
    )
    transcript = turn_blocks.parse(Content.of(text))
    assert [(s.start_ms, s.speaker, s.text) for s in transcript.segments] == [
        (3_000, "Ann Lee", "Hi."),
        (68_000, "Bo", "Yes."),
        (69_000, "Ann Lee", "Good."),
        (128_000, "Bo", "Bye."),
    ]


@pytest.mark.parametrize("said", ["5 golden rings", "4 apples", "5 Sekunden"])
def test_numbers_that_are_said_stay(said):
    lines = ["0:05", said, "0:09", "nine", "0:12", "more", "0:15", "much"]
    assert without_spelled(lines) == lines


PANELS = [
    ("0 minutes 3 seconds", "1 minute 8 seconds", "Good.", "Hello"),
    ("0 Minuten 3 Sekunden", "1 Minute 8 Sekunden", "Gut.", "Hallo"),
    ("0分3秒", "1分8秒", "早上好。", "你好"),
    ("0 минут 3 секунды", "1 минута 8 секунд", "Доброе.", "Привет"),
]
each_panel = pytest.mark.parametrize(("short", "long", "first", "last"), PANELS)


@each_panel
@pytest.mark.parametrize("name", ["Ann Lee", "Анна", "安娜"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("reader", "entry"),
    [
        (clock_lines, "{spelled}{clock}{text}\n"),
        (clock_lines, "{name} {spelled}{clock}{text}\n"),
        (clock_lines, "[{name}] {spelled} {clock} {text}\n"),
        (clock_lines, "{name} {clock}\n{spelled}\n{text}\n"),
        (turn_blocks, "{name}\n{spelled}{clock}\n{text}\n"),
        (turn_blocks, "{spelled}\n{name}\n{clock}\n{text}\n"),
        (turn_blocks, "{name}\n\n{spelled}\n\n{clock}\n\n{text}\n\n"),
    ],
)
def test_panels_are_read_however_they_are_glued(reader, entry, name, short, long, first, last, end):
    text = entry.format(name=name, spelled=short, clock="0:03", text=first)
    text += entry.format(name=name, spelled=long, clock="1:08", text=last)
    content = Content.of(text.replace("\n", end))
    assert reader.claims(content)
    speaker = name if "{name}" in entry else None
    assert [(s.start_ms, s.speaker, s.text) for s in reader.parse(content).segments] == [
        (3_000, speaker, first),
        (68_000, speaker, last),
    ]


@pytest.mark.parametrize(
    "line", ["we met at 10:30 and left", "see verse 3 of John 3:16 now", "5 minutes2:08 no"]
)
def test_clocks_that_are_spoken_of_stay(line):
    assert without_spelled([line, line]) == [line, line]
