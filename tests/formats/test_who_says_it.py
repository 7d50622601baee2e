"""Exports of programs in which it is easy to put words into a wrong mouth, each by its shape."""

import json
from pathlib import Path

import pytest

from viewer.formats import registry

#: Two speakers, two texts; of several languages and ways of writing.
PEOPLE = {
    "en": ("Jane Doe", "Ivo O’Kern", "Good: we go.", "Yes."),
    "de": ("Änne Groß", "Jürgen", "Gut – also los!", "Ja; „so“."),
    "ru": ("Анна", "Борис Ю", "Ну, да…", "Вот."),
    "zh": ("安娜", "伯恩", "好，我们开始。", "是。"),
    "he": ("דנה כהן", "יוסי", "טוב, נתחיל.", "כן!"),
    "ar": ("أحمد علي", "سارة", "حسنا، لنبدأ.", "نعم؟"),
    "ja": ("佐藤 花子", "鈴木", "では、始めます。", "はい。"),
    "ko": ("김철수", "이영희", "그럼, 시작합시다.", "네!"),
    "hi": ("राहुल", "सीता", "ठीक है, चलो।", "हाँ।"),
}
VTT = "WEBVTT\n\n"
#: What stands around the names and texts: {a}, {b}, {x}, {y}.
NAMED = {
    "webex": VTT + '1 "{a}" (12)\n00:00:03.000 --> 00:00:05.000\n{x}\n\n'
                   '2 "{b}" (9)\n00:00:06.000 --> 00:00:07.000\n{y}\n\n',
    "teams": VTT + "c1/2-0\n00:00:03.000 --> 00:00:05.000\n<v {a}>{x}</v>\n\n"
                   "c1/3-0\n00:00:06.000 --> 00:00:07.000\n<v {b}>{y}</v>\n\n",
    "resolve": "1\n00:00:03:00 - 00:00:05:00\n{a}\n{x}\n\n"
               "2\n00:00:06:00 - 00:00:07:00\n{b}\n{y}\n\n"
               "3\n00:00:08:00 - 00:00:09:00\n{a}\n{x}\n\n4\n00:00:09:00 - 00:00:10:00\n{b}\n{y}\n",
    "timecodes in brackets": "[00:00:03:00] {a}: {x}\n[00:00:06:00] {b}: {y}\n",
    "premiere csv": '"Speaker Name","Start Time","End Time","Text"\n'
                    '"{a}","00;00;03;00","00;00;05;00","{x}"\n'
                    '"{b}","00;00;06;00","00;00;07;00","{y}"\n',
    "temi": "{a}:\t00:03\t{x}\n{b}:\t00:06\t{y}\n",
    "behind the name": "{a} 00:03: {x}\n{b} 00:06: {y}\n{a} 00:08: {x}\n",
    "seconds in brackets": "[3.0s -> 5.0s] {a}: {x}\n[6.0s -> 7.0s] {b}: {y}\n",
    "seconds": "(3.0 - 5.0) {a}: {x}\n(6.0 - 7.0) {b}: {y}\n",
    "fathom": "0:03 - {a}\n  {x}\nACTION ITEM: Do it. - WATCH: https://a.b/c\n\n"
              "0:06 - {b}\n  {y}\n\n0:08 - {a}\n  {x}\n",
}  # fmt: skip
NUMBERED = {
    "recogniser in brackets": "[00:00:03.000 --> 00:00:05.000] [SPEAKER_00] {x}\n"
                              "[00:00:06.000 --> 00:00:07.000] [SPEAKER_01] {y}\n",
    "whisper.cpp": "1\n00:00:03,000 --> 00:00:05,000\n(speaker 0) {x}\n\n"
                   "2\n00:00:06,000 --> 00:00:07,000\n(speaker 1) {y}\n",
    "table": "Speaker 1\t00:00:03:00\t00:00:05:00\t{x}\nSpeaker 2\t00:00:06:00\t00:00:07:00\t{y}\n",
}  # fmt: skip
each_talk = pytest.mark.parametrize("talk", PEOPLE.values(), ids=PEOPLE)
each_end = pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])


def _read(text, end):
    return registry.parse(text.replace("\n", end).encode(), Path("talk.txt")).segments[:2]


@each_talk
@each_end
@pytest.mark.parametrize("shape", NAMED)
def test_names_and_words_are_distinguished(shape, talk, end):
    a, b, x, y = talk
    text = NAMED[shape].format(a=a, b=b, x=x, y=y)
    assert [(s.start_ms, s.speaker, s.text) for s in _read(text, end)] == [
        (3000, a, x), (6000, b, y)
    ]  # fmt: skip


@each_talk
@each_end
@pytest.mark.parametrize("shape", NUMBERED)
def test_numbered_speakers_are_no_words(shape, talk, end):
    *_, x, y = talk
    segments = _read(NUMBERED[shape].format(x=x, y=y), end)
    assert [s.text for s in segments] == [x, y]
    assert [s.speaker[-1] for s in segments] in (["0", "1"], ["1", "2"])


@pytest.mark.parametrize("label", ["[SPEAKER_00]: {}", "[SPEAKER_00] {}", "[Speaker 1]: {}"])
@pytest.mark.parametrize("text", ["Hi.", "Hallo: du!", "你好。"])
def test_numbered_speakers_without_times(label, text):
    other = label.replace("0]", "1]").replace("1]", "2]", "1]" in label)
    lines = [form.format(text) for form in (label, other, label, other)]
    made = registry.parse("\n".join(lines).encode(), Path("talk.txt"))
    assert [s.text for s in made.segments] == [text] * 4
    assert len(made.speakers) == 2


@pytest.mark.parametrize("phone", ["+49 170 1234567", "14155550123", "1415***0123"])
def test_who_calls_by_telephone_is_somebody(phone):
    names = ["Jane", phone, "Ivo", "Jane"]
    cues = (f"00:0{i}.000 --> 00:0{i}.900\n{name}: Yes.\n\n" for i, name in enumerate(names))
    made = registry.parse((VTT + "".join(cues)).encode(), Path("a.vtt"))
    assert [s.speaker for s in made.segments] == names


@pytest.mark.parametrize("name", ["0", 0, "00"])
def test_a_number_alone_is_one_of_several_speakers(name):
    entry = {"start": 0, "end": 1, "text": "Yes.", "speaker": name}
    (segment,) = registry.parse(json.dumps([entry]).encode(), Path("a.json")).segments
    assert segment.speaker == f"Speaker {name}"


@pytest.mark.parametrize(
    "text",
    ["[1] see (2.5) there\n[2] and [3]\n", "(1.5 - 2.5 kg) of it\n(3.5 - 4.5 kg) of that\n",
     "[2024] a year\n[2025] another\n", "(5) five\n(6) six\n"],
)  # fmt: skip
def test_numbers_in_brackets_are_no_times(text):
    made = registry.parse(text.encode(), Path("notes.txt"))
    assert [s.start_ms for s in made.segments] == [None, None]
    assert [s.text for s in made.segments] == text.splitlines()
