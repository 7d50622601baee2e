"""What meetings, services and editors export: who says what, in several languages and line ends."""

from pathlib import Path

import pytest

from viewer.formats import registry

ENDS = pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])


def read(text, end="\n", name="talk.txt"):
    return registry.parse(text.replace("\n", end).encode(), Path(name))


def turns(made):
    return [(s.speaker, s.text) for s in made.segments]


def srt(*texts):
    return "".join(
        f"{i}\n00:00:{2 * i:02},000 --> 00:00:{2 * i + 2:02},000\n{text}\n\n"
        for i, text in enumerate(texts, 1)
    )


def vtt(*texts):
    cues = (
        f"00:00:{2 * i:02}.000 --> 00:00:{2 * i + 2:02}.000\n{text}\n\n"
        for i, text in enumerate(texts, 1)
    )
    return "WEBVTT\n\n" + "".join(cues)


NOTES = {
    "es": ("Hola.", "Sí.", "La transcripción finalizó después de 00:09:12",
           "Esta transcripción editable se ha generado por ordenador."),
    "he": ("שלום.", "כן.", "התמלול הסתיים אחרי 00:09:12", "תמליל זה נוצר במחשב."),
    "tr": ("Merhaba.", "Evet.", "Deşifre şu süre sonunda bitti: 00:09:12", ""),
    "fi": ("Hei.", "Niin.", "Litterointi päättyi 00:09:12", "Tämä on tehty koneella."),
}  # fmt: skip


@ENDS
@pytest.mark.parametrize(("one", "two", "note", "below"), NOTES.values(), ids=NOTES)
def test_what_tells_that_a_transcription_ended_is_nobodys(one, two, note, below, end):
    text = (
        f"00:00:00\n\nAnn Lee: {one}\nBo Kern: {two}\n00:05:00\n\n"
        f"Bo Kern: {one}\nAnn Lee: {two}\n\n{note}\n\n{below}\n"
    )
    assert turns(read(text, end)) == [
        ("Ann Lee", one), ("Bo Kern", two), ("Bo Kern", one), ("Ann Lee", two)
    ]  # fmt: skip


BEGAN = {
    "ja": ("佐藤 花子", "佐藤 花子 が記録を開始しました", "佐藤 花子 が記録を停止しました"),
    "pl": ("Anna Nowak", "Anna Nowak: zapis", "Anna Nowak zakończyła zapis rozmowy"),
    "sv": ("Anna Berg", "Anna Berg startade utskriften", "Anna Berg stoppade utskriften"),
}


@pytest.mark.parametrize("language", ["ja", "sv"])
def test_who_ended_it_is_known_by_who_began_it(language):
    name, began, ended = BEGAN[language]
    text = f"Weekly\n2025-01-06 10:00\n{began}\n{name}   0:03\nSo.\nBo   0:09\nYes.\n\n{ended}\n"
    assert turns(read(text)) == [(name, "So."), ("Bo", "Yes.")]


def test_a_last_line_like_a_spoken_one_stays():
    text = "0:03 Ann: We go home now\n0:09 Bo: We go\n0:12 Ann: We\nWe go home soon\n"
    assert turns(read(text))[-1] == ("Ann", "We We go home soon")


PANEL = {
    "en": ("Jane Doe", "0 minutes 3 seconds", "1 hour 2 minutes 3 seconds", "Good day."),
    "de": ("Jörg Weiß", "0 Minuten 3 Sekunden", "1 Stunde 2 Minuten 3 Sekunden", "Na so was!"),
    "ja": ("佐藤 花子", "0 分 3 秒", "1 時間 2 分 3 秒", "おはよう。"),
}


@ENDS
@pytest.mark.parametrize(("name", "first", "second", "said"), PANEL.values(), ids=PANEL)
def test_a_name_that_is_said_again_with_its_time_is_no_speech(name, first, second, said, end):
    text = "".join(
        f"{name}\n{spelled}\n{clock}\n{name} {spelled}\n{said}\n"
        for spelled, clock in ((first, "0:03"), (second, "1:02:03"))
    )
    assert turns(read(text, end)) == [(name, said)] * 2


@ENDS
@pytest.mark.parametrize(("one", "two"), [("Jane Doe", "Ivo Kern"), ("Žofie Ek", "Élan Ó Dea")])
def test_initials_above_names_are_no_speech(one, two, end):
    first = one.split()[0][0] + one.split()[-1][0]
    second = two.split()[0][0] + two.split()[-1][0]
    text = f"{first}\n{one}\n0:03\nSo.\n{second}\n{two}\n0:09\nYes.\n{first}\n{one}\n0:15\nBye.\n"
    assert turns(read(text, end)) == [(one, "So."), (two, "Yes."), (one, "Bye.")]


@ENDS
@pytest.mark.parametrize("names", [("Jane", "Ivo"), ("Žofie", "Ёлка"), ("דנה", "יוסי")])
def test_headings_with_anchors_tell_times(names, end):
    one, two = names
    text = (
        f"# Notes\n\n### 00:00:00 {{#00:00:00}}\n\n**{one}:** So.\n**{two}:** Yes.\n\n"
        f"### 00:05:00 {{#00:05:00}}\n\n**{two}:** Good.\n**{one}:** Bye.\n"
    )
    made = read(text, end, "notes.md")
    assert turns(made) == [(one, "So."), (two, "Yes."), (two, "Good."), (one, "Bye.")]
    assert [s.start_ms for s in made.segments][::2] == [0, 300_000]


@ENDS
@pytest.mark.parametrize(
    "clock", ["01/06/2025, 10:0{} AM", "06.01.2025, 10:0{}", "2025-01-06 10:0{}"]
)
def test_names_with_dates_and_the_chat_below(clock, end):
    times = [clock.format(minute) for minute in (1, 2, 4)]
    turn = "".join(f"{n} ({t})\nSo.\n\n" for n, t in zip(("Ann", "Bo", "Ann"), times, strict=True))
    rule = "-" * 15
    made = read(f"{turn}{rule}\nCHAT MESSAGES\n{rule}\n\nBo ({times[2]})\nlink\n", end)
    assert turns(made) == [("Ann", "So."), ("Bo", "So."), ("Ann", "So.")]
    assert [s.start_ms for s in made.segments] == [0, 60_000, 180_000]
    assert "chat" in made.problems[-1].message


@ENDS
@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_spans_above_turns_have_their_ends(dash, end):
    text = f"00:00:03 {dash} 00:00:08\nAnn: So.\n\n00:00:09 {dash} 00:00:11\nBo: Yes.\n"
    made = read(text, end)
    assert [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments] == [
        (3000, 8000, "Ann", "So."), (9000, 11_000, "Bo", "Yes."),
    ]  # fmt: skip


#: Two names, what is no name, and a clause, in scripts without capitals.
UNCASED = {
    "hebrew": ("דנה", "יוסי", "הערה: זה חשוב", "היא ענתה: לא"),
    "arabic": ("أحمد", "سارة", "ملاحظة: هذا مهم", "قال لي: تعال"),
    "chinese": ("张三", "李四", "注意：小心", "他说：不行"),
    "japanese": ("田中", "鈴木", "注意：重要です", "彼は言った：いや"),
    "korean": ("김철수", "이영희", "참고: 중요합니다", "그는 말했다: 아니"),
    "hindi": ("राहुल", "सीता", "ध्यान दें: यह ज़रूरी है", "उसने कहा: नहीं"),
    "thai": ("สมชาย", "มานี", "หมายเหตุ: สำคัญ", "เขาบอกว่า: ไม่"),
}
SCRIPTS = pytest.mark.parametrize(("one", "two", "note", "clause"), UNCASED.values(), ids=UNCASED)
KINDS = pytest.mark.parametrize("kind", [srt, vtt], ids=["srt", "vtt"])


@ENDS
@KINDS
@SCRIPTS
def test_names_without_capitals_speak(kind, one, two, note, clause, end):
    made = read(kind(f"{one}: a", f"{two}: b", f"{one}: c", f"{two}: d", note, clause), end)
    assert [s.speaker for s in made.segments] == [one, two, one, two, None, None]


@SCRIPTS
def test_what_precedes_a_colon_once_is_no_speaker(one, two, note, clause):
    made = read(srt(note, "a", clause, "b", "c"))
    assert [s.speaker for s in made.segments] == [None] * 5


@KINDS
@ENDS
@pytest.mark.parametrize("lead", ["- ", "– ", ">> ", "-"])
def test_labels_behind_dashes_speak(kind, lead, end):
    made = read(kind(f"{lead}Ann: So.\n{lead}Bo: Yes.", f"{lead}Ann: Good.\n{lead}Bo: Bye."), end)
    assert turns(made) == [("Ann", "So."), ("Bo", "Yes."), ("Ann", "Good."), ("Bo", "Bye.")]


FIRST_LINES = {
    "en": ("Anna Berg", "Ivo Kern"), "ru": ("Анна Берг", "Иво Керн"),
    "numbered": ("Speaker 1", "Speaker 2"), "zh": ("王小明", "李四"),
}  # fmt: skip


@ENDS
@KINDS
@pytest.mark.parametrize(("one", "two"), FIRST_LINES.values(), ids=FIRST_LINES)
def test_first_lines_that_are_names_speak(kind, one, two, end):
    made = read(kind(f"{one}\nSo.", f"{two}\nYes.", f"{one}\nGood\nday.", f"{two}\nBye."), end)
    assert turns(made) == [(one, "So."), (two, "Yes."), (one, "Good day."), (two, "Bye.")]


@pytest.mark.parametrize("texts", [
    ("Hallelujah\nwe sing", "Hallelujah\nwe pray", "Hallelujah\nwe go"),
    ("大家好\nHello all", "谢谢\nThanks", "再见\nBye"),
    ("Good Morning\nmy friend", "How Are You\ntoday", "I Am Fine\nthank you"),
])  # fmt: skip
def test_first_lines_of_songs_and_of_two_languages_are_text(texts):
    assert {s.speaker for s in read(srt(*texts)).segments} == {None}


@ENDS
@KINDS
@pytest.mark.parametrize("name", ["S00", "Ann Lee", "Жанна"])
def test_a_time_that_a_cue_says_again_is_no_text(kind, name, end):
    made = read(kind(f"[00:00:02] {name}: So.", f"[00:00:04] {name}: Yes.", "[00:00:06] Bye."), end)
    assert turns(made) == [(name, "So."), (name, "Yes."), (None, "Bye.")]
