"""Which beginnings of lines are speakers."""

import pytest

from viewer.formats.kit.speaker_labels import Labels, label_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna: hello", "Anna"),
        ("ANNA LEE: hello", "ANNA LEE"),
        ("Dr. Jean-Luc O'Neil: hello", "Dr. Jean-Luc O'Neil"),
        ("Ludwig van Beethoven: hello", "Ludwig van Beethoven"),
        ("Ashlee Kupor (SL): hello", "Ashlee Kupor (SL)"),
        ("SPEAKER_01: hello", "SPEAKER_01"),
        ("Speaker 1: hello", "Speaker 1"),
        ("Q: why?", "Q"),
        ("Иван: привет", "Иван"),
        ("田中：はい", "田中"),
        ("יעל: שלום", "יעל"),
        ("[anyone at all]: hello", "anyone at all"),
        ("Anna:", "Anna"),
        ("Anna Lee (she/her): hello", "Anna Lee (she/her)"),
        ("Спикер №1: привет", "Спикер №1"),
    ],
)
def test_labels(text, name):
    assert label_of(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "anna: hello",
        "Anna:hello",
        "Note: this",
        "WARNING: hot",
        "Chapter 3: The end",
        "At 10:30",
        "10: nine",
        "https://x.org",
        "This is a long sentence with many words: yes",
        "The result was this: nothing",
        ": hello",
        "[]: hello",
        "[ ]: hello",
        "[music] Anna: hello",
        '"Anna": hello',
    ],
)
def test_no_labels(text):
    assert label_of(text) is None


def test_a_name_speaks_if_it_comes_back_or_has_company():
    lines = ["Anna: yes", "Anna: no", "Fall: it fell"]
    assert Labels(lines, 100).speaks("Anna")
    assert not Labels(lines, 100).speaks("Fall")
    assert Labels(lines, 12).speaks("Fall")
    assert Labels([], 100).speaks("Anyone", certain=True)


def test_a_text_is_cut_where_speakers_begin():
    labels = Labels(["Anna: a", "Ben: b"], 2)
    assert labels.split("so\nAnna: one\ntwo\nBen: three") == [
        (None, "so"),
        ("Anna", "one\ntwo"),
        ("Ben", "three"),
    ]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["rosa: hi", "ivo lin: yes", "rosa: so", "ivo lin: good"], ["rosa", "ivo lin"] * 2),
        (["Ann | ACME: hi", "ben@x.org: yes", "Ann | ACME: so"], ["Ann | ACME", "ben@x.org"] * 2),
        (["анна/хост: да", "борис: нет", "анна/хост: ну"], ["анна/хост", "борис"] * 2),
        (["@ann：是", "ben 2：不", "@ann：好"], ["@ann", "ben 2"] * 2),
    ],
)
def test_names_written_in_any_way_speak_where_cues_begin_with_them(lines, names):
    labels = Labels(lines, len(lines))
    assert [labels.cut(line)[0] for line in lines] == names[: len(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ["he said: go", "nothing", "no more", "he said: stop", "yes", "no", "well", "so", "then"],
        ["and he said: go", "and he said: stop"],
        ["wait! you there: go", "wait! you there: stop"],
        ["note: one", "note: two"],
        ["voir http://x: a", "voir http://x: b"],
    ],
)
def test_a_clause_before_a_colon_is_nobody(lines):
    labels = Labels(lines, len(lines))
    assert not labels.any
    assert [labels.cut(line) for line in lines] == [None] * len(lines)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["[Ann] hi", "[Ben 2] yes", "[Ann] so"], ["Ann", "Ben 2", "Ann"]),
        (["(Ann Lee)\nhi", "(Ann Lee)\nyes", "(Bo)\nno"], ["Ann Lee", "Ann Lee", "Bo"]),
        (["[диктор] да", "[диктор] нет", "[гость] да"], ["диктор", "диктор", "гость"]),
    ],
)
def test_names_in_brackets_without_a_colon(lines, names):
    labels = Labels(lines, len(lines))
    assert [labels.split(line)[0][0] for line in lines] == names


@pytest.mark.parametrize(
    "lines",
    [
        ["[Music]", "[Music] la", "[Music]", "[Music] oh"],
        ["(laughs) no", "(laughs) yes", "(sighs) well", "(laughs) so"],
        ["[Anna] yes", "no", "well", "so", "[Anna] good", "then", "bye"],
    ],
)
def test_sounds_in_brackets_are_nobody(lines):
    assert not Labels(lines, len(lines)).any


def test_a_dash_alone_parts_two_who_speak_in_one_cue():
    labels = Labels(["(Ann)\nhi\n-\n \n(Ben)\nyes", "(Ann)\nso"], 2)
    assert labels.split("(Ann)\nhi\n-\n \n(Ben)\nyes") == [("Ann", "hi"), ("Ben", "yes")]


@pytest.mark.parametrize(
    ("begin", "end"), [("\u202b", "\u202c"), ("\u2067", "\u2069"), ("\u200f", ""), ("\u200e- ", "")]
)
def test_what_tells_the_direction_is_no_part_of_a_label(begin, end):
    texts = [f"{begin}{name}: שלום.{end}" for name in ("דנה", "יוסי", "דנה")]
    assert [Labels(texts, 3).cut(text) for text in texts[:2]] == [
        ("דנה", "שלום."), ("יוסי", "שלום.")
    ]  # fmt: skip
    assert label_of(f"{begin[0]}[Ida]: hi") == ("Ida", True, len("?[Ida]:"))


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (["Anna:Yes.", "Ben:No.", "Anna:So."], ["Anna", "Ben", "Anna"]),
        (["张三:你好", "李四:好", "张三:再见", "好"], ["张三", "李四", "张三", None]),
        (["Speaker 1:Yes.", "SPEAKER_02:No."], ["Speaker 1", "SPEAKER_02"]),
        (["Anna:Yes.", "No.", "Ben:So."], [None] * 3),
        (["see http:a", "at 10:30", "re:x", "re:y"], [None] * 4),
        (["Anna:Yes.", "Anna:No.", "Anna:So."], [None] * 3),
    ],
)
def test_names_that_no_blank_parts_from_words(texts, speakers):
    labels = Labels(texts, len(texts))
    assert [labels.split(text)[0][0] for text in texts] == speakers
