"""What meetings, services and editors export: who says what, in several languages and line ends."""

from pathlib import Path

import pytest

from tests.formats.samples import file_of
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


def times(made):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments]


@ENDS
@pytest.mark.parametrize("said", ["So it is.", "Так и есть!", "这样吗？"])
@pytest.mark.parametrize("form", [
    "00;00;01;15 - 00;00;03;00\nAnn Lee\n{}\n\n00;00;03;00 - 00;00;05;29\nBo Kern\n{}\n\n"
    "00;00;06;00 - 00;00;07;00\nAnn Lee\n{}\n",
    "00;00;01;15 00;00;03;00 Ann Lee: {}\n00;00;03;00 00;00;05;29 Bo Kern: {}\n"
    "00;00;06;00 00;00;07;00 Ann Lee: {}\n",
    "$FontSize = 30\n00:00:01;15 , 00:00:03;00 , Ann Lee: {}\n00:00:03;00 , 00:00:05;29 , "
    "Bo Kern: {}\n00:00:06;00 , 00:00:07;00 , Ann Lee: {}\n",
])  # fmt: skip
def test_timecodes_that_drop_frames(form, said, end):
    assert times(read(form.format(said, said, said), end)) == [
        (1500, 3000, "Ann Lee", said), (3000, 5966, "Bo Kern", said), (6000, 7000, "Ann Lee", said),
    ]  # fmt: skip


HEADERS = {
    "german": "Zeit\tSprecher\tInhalt", "french": "Heure\tLocuteur\tTexte",
    "russian": "Время\tСпикер\tТекст", "chinese": "时间\t说话人\t内容",
    "korean": "시간\t화자\t내용",
    "unknown": "Kellonaika\tPuhuja\tTeksti",
}  # fmt: skip


@ENDS
@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_tables_with_headers_of_any_language(header, end):
    rows = "0:01\tAnn\tSo it is.\n0:05\tBo\tYes, yes.\n1:05\tAnn\tGood day.\n"
    made = read(f"{header}\n{rows}", end)
    assert [(s.start_ms, *turn) for s, turn in zip(made.segments, turns(made), strict=True)] == [
        (1000, "Ann", "So it is."), (5000, "Bo", "Yes, yes."), (65_000, "Ann", "Good day."),
    ]  # fmt: skip


@ENDS
@KINDS
@pytest.mark.parametrize("tag", ["u", "b", "i", 'font color="#00ff00"'])
@pytest.mark.parametrize("words", [("good", "day", "all"), ("добрый", "день", "всем"), "今日は"])
def test_words_marked_one_by_one_in_any_way(kind, words, tag, end):
    close = tag.split()[0]
    marked = [
        " ".join(f"<{tag}>{w}</{close}>" if i == row else w for i, w in enumerate(words))
        for row in range(3)
    ]
    made = read(kind(*marked, *marked), end)
    assert [s.text for s in made.segments] == [" ".join(words)] * 2
    assert [w.text for w in made.segments[0].words] == list(words)


@ENDS
@pytest.mark.parametrize("torn", ["3\n00:00:0", "3\n00:00:06,5", "3\n00:00:06,500 --"])
def test_times_in_which_a_file_breaks_off_are_no_text(torn, end):
    made = read(srt("So.", "Yes.") + torn, end)
    assert [s.text for s in made.segments] == ["So.", "Yes."]
    assert [(p.line, "breaks off" in p.message) for p in made.problems] == [(10, True)]


@ENDS
@pytest.mark.parametrize("point", [".", ","])
@pytest.mark.parametrize("said", ["So.", "Да!", "好？"])
def test_points_instead_of_colons(said, point, end):
    text = f"1\n00.00.01{point}500 --> 00.00.02{point}500\n{said}\n\n"
    made = read(text + text.replace("1\n00", "2\n01"), end)
    assert times(made)[0] == (1500, 2500, None, said)


@ENDS
@pytest.mark.parametrize("title", ["Opening", "Начало", "はじめに"])
def test_a_heading_above_the_first_turn_is_a_chapter_as_those_below_are(title, end):
    text = f"# Talk\n\n## {title}\n\n0:05 Ann: So.\n0:09 Bo: Yes.\n\n## End\n\n0:15 Ann: Good.\n"
    made = read(text, end)
    assert [(c.start_ms, c.title) for c in made.chapters] == [(5000, title), (15_000, "End")]


@pytest.mark.parametrize("end", ["", "\n"])
def test_pages_of_names_and_paragraphs_without_times(end):
    page = f"<cite>Anna:</cite>{end}<p>So &amp; so.</p>{end}<cite>Ben:</cite>{end}<p>Yes.</p>"
    assert turns(read(page, name="talk.html")) == [("Anna", "So & so."), ("Ben", "Yes.")]


@ENDS
@pytest.mark.parametrize("said", ["GOOD DAY", "ДОБРЫЙ ДЕНЬ", "GUTEN TAG!"])
def test_captions_with_dates_count_from_the_first(said, end):
    text = f"20250106100203,500|20250106100205,000|CC1|RU2|{said}\n"
    made = read(text + text.replace("1002", "1003"), end, "talk.ttxt")
    assert times(made) == [(0, 1500, None, said), (60_000, 61_500, None, said)]
    assert "times of day" in made.problems[0].message


def docx(*paragraphs):
    texts = (p.replace("\n", "</w:t><w:br/><w:t>") for p in paragraphs)
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    document = f'<w:document xmlns:w="x"><w:body>{body}</w:body></w:document>'
    return registry.parse(file_of("docx", document), Path("talk.docx"))


TEAMS = {
    "he": ("דנה כהן", "יוסי לוי", "בוקר טוב.", "שלום!", "הפעילה תמלול", "עצרה תמלול"),
    "ar": ("أحمد علي", "سارة سالم", "صباح الخير.", "أهلا؟", "بدأ النسخ", "أوقف النسخ"),
    "ko": ("김 철수", "이 영희", "안녕하세요.", "네!", "님이 기록을 시작함", "님이 기록을 중지함"),
    "pl": ("Anna Nowak", "Jan Żak", "Dzień dobry.", "Tak?", "rozpoczęła zapis", "kończy zapis"),
}


@pytest.mark.parametrize("talk", TEAMS.values(), ids=TEAMS)
def test_documents_of_meetings_in_any_language(talk):
    one, two, said, answer, began, ended = talk
    made = docx(
        "Weekly-20250106_100000", "12m 4s", f"{one} {began}", f"{one}   0:03\n{said}",
        f"{two}   0:09\n{answer}", f"{one}   1:02:03\n{said}", f"{one} {ended}",
    )  # fmt: skip
    assert turns(made) == [(one, said), (two, answer), (one, said)]
    older = docx(
        f"00:00:03.120 --> 00:00:05.000\n{one}\n{said}",
        f"00:00:06.480 --> 00:00:09.000\n{two}\n{answer}",
        f"00:00:09.200 --> 00:00:11.000\n{one}\n{said}",
        f"00:00:11.200 --> 00:00:12.000\n{two}\n{answer}",
    )
    assert turns(older) == [(one, said), (two, answer), (one, said), (two, answer)]


@pytest.mark.parametrize("talk", TEAMS.values(), ids=TEAMS)
def test_tables_below_headings_in_documents(talk):
    one, two, said, answer, *_ = talk
    rows = [("", "Timespan", "Content", "Speaker"), ("1", "0:00.0 - 0:05.9", said, one),
            ("2", "0:05.9 - 0:09.2", answer, two), ("3", "0:09.2 - 1:02.0", said, one)]  # fmt: skip
    cells = [
        "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row)
        for row in rows
    ]
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    document = (
        '<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>Interview 1</w:t></w:r></w:p>'
        f"<w:tbl>{table}</w:tbl></w:body></w:document>"
    )
    made = registry.parse(file_of("docx", document), Path("talk.docx"))
    assert times(made) == [
        (0, 5900, one, said), (5900, 9200, two, answer), (9200, 62_000, one, said)
    ]  # fmt: skip
    assert made.description == "Interview 1"
