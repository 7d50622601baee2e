"""TextGrids: the long and the short form, tiers to choose from, words put together, damage."""

from contextlib import suppress
from pathlib import Path

import pytest

from tests.formats.samples import SAMPLES
from tests.growing import grows_too_fast
from viewer.errors import UnknownFormatError
from viewer.formats import registry
from viewer.formats.annotation.praat import reader as praat
from viewer.formats.format import Content, NothingUsableError

LONG = (
    'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 20\ntiers? <exists>\n'
)
SHORT = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n20\n<exists>\n'


def long_form(tiers):
    parts = [f"{LONG}size = {len(tiers)}\nitem []:\n"]
    for n, (name, labels) in enumerate(tiers.items(), 1):
        parts.append(
            f'    item [{n}]:\n        class = "IntervalTier"\n        name = "{name}"\n'
            f"        xmin = 0\n        xmax = 20\n        intervals: size = {len(labels)}\n"
        )
        parts += [
            f"        intervals [{m}]:\n            xmin = {start}\n            xmax = {end}\n"
            f'            text = "{text}"\n'
            for m, (start, end, text) in enumerate(labels, 1)
        ]
    return "".join(parts)


def short_form(tiers):
    parts = [f"{SHORT}{len(tiers)}\n"]
    for name, labels in tiers.items():
        parts.append(f'"IntervalTier"\n"{name}"\n0\n20\n{len(labels)}\n')
        parts += [f'{start}\n{end}\n"{text}"\n' for start, end, text in labels]
    return "".join(parts)


def read(text, parts=None):
    content = Content(text.encode(), text, parts=parts)
    assert praat.claims(content)
    return praat.parse(content)


def rows(talk):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in talk.segments]


ANNA = [(0, 1.25, ""), (1.25, 3, 'Good ""day"",\nall.'), (3, 4.5, "IntervalTier")]
BEN = [(2.5, 4, "Yes."), (4, 20, " ")]
ROWS = [
    (1250, 3000, "Anna", 'Good "day", all.'),
    (2500, 4000, "Ben", "Yes."),
    (3000, 4500, "Anna", "IntervalTier"),
]


@pytest.mark.parametrize("form", [long_form, short_form])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_both_forms(form, line_end):
    text = form({"Anna": ANNA, "Ben": BEN}).replace("\n", line_end)
    talk = read(text)
    assert rows(talk) == ROWS
    assert talk.duration_ms == 20_000
    assert not talk.problems


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-16-be"])
def test_the_registry_knows_it_under_any_name_and_encoding(encoding):
    text = long_form({"Anna": ANNA, "Ben": BEN})
    talk = registry.parse(text.encode(encoding), Path("talk.txt"))
    assert (talk.format, rows(talk)) == ("textgrid", ROWS)


def test_only_what_stands_alone_counts():
    text = '1 ! one "tier"\n"IntervalTier" "A" 0s 20s 1 ! its 5 things\nfrom=7 1s 2s "Hi, all."\n'
    assert rows(read(SHORT + text)) == [(1000, 2000, "A", "Hi, all.")]


PHRASES = [(0, 4, "Good day to all."), (4, 9, "How are you?"), (10, 12, "I see.")]
WORDS = [(0, 1, "Good"), (1, 2, "day"), (2, 3, "to"), (3, 4, "all"), (4, 6, "How"), (6, 7, "are"),
         (7, 9, "you"), (10, 11, "I"), (11, 12, "see")]  # fmt: skip
PHONES = [(start, end, text[:1]) for start, end, text in WORDS] + [(12, 13, "sil")]


def test_words_and_sounds_below_phrases_are_not_shown_unless_they_are_wanted():
    text = long_form({"Anna": PHRASES, "w": WORDS, "mau": PHONES, "Ben": [(9, 10, "Yes")]})
    talk = read(text)
    assert [s.text for s in talk.segments] == [
        "Good day to all.", "How are you?", "Yes", "I see."
    ]  # fmt: skip
    assert [(part.name, part.shown) for part in talk.parts] == [
        ("Anna", True), ("w", False), ("mau", False), ("Ben", True)
    ]  # fmt: skip
    assert talk.metadata[praat.NOT_SHOWN] == "w, mau"
    wanted = read(text, ["w"])
    assert wanted.segments[0].text == "Good day to all How are you I see"
    assert len(wanted.segments[0].words) == 9


@pytest.mark.parametrize(
    ("names", "speaker"),
    [(("words", "phones"), None), (("Anna - words", "Anna - phones"), "Anna"),
     (("ORT-MAU", "MAU"), None), (("A", "B"), "A")],
)  # fmt: skip
def test_words_alone_become_lines(names, speaker):
    talk = read(short_form(dict(zip(names, (WORDS, PHONES), strict=True))))
    assert [(s.speaker, len(s.words)) for s in talk.segments] == [(speaker, 9)]


@pytest.mark.parametrize(("name", "speaker"), [("utterances", None), ("Anna", "Anna"), ("", None)])
def test_what_a_tier_holds_is_no_speaker(name, speaker):
    assert read(short_form({name: PHRASES})).speakers == ((speaker,) if speaker else ())


def test_points_are_shown_where_there_is_nothing_else():
    text = f'{SHORT}1\n"TextTier"\n"bell"\n0\n20\n2\n1.5\n"it rings"\n2.5\n"and again"\n'
    assert rows(read(text)) == [
        (1500, 2500, "bell", "it rings"),
        (2500, 12_500, "bell", "and again"),
    ]


def test_letters_in_praats_own_way():
    labels = [(0, 1, r"""sch\o""n, wei\ss, \e't\e', gar\c,on""")]
    assert read(short_form({"A": labels})).segments[0].text == "schön, weiß, été, garçon"


def test_damage_is_reported_and_stepped_over():
    text = (
        SHORT + '1\n"IntervalTier"\n"A"\n0\n20\n4\n1\n2\n"One, two"\n"lost"\n5\n3\n"back there"\n'
    )
    talk = read(text + '9\n10\n"cut o')
    assert [s.text for s in talk.segments] == ["One, two", "back there", "cut o"]
    assert [problem.line for problem in talk.problems] == [16, 19, 22]


def test_nothing_usable():
    with pytest.raises(NothingUsableError, match="no interval with text"):
        read(SHORT + '1\n"IntervalTier"\n"A"\n0\n20\n1\n0\n20\n""\n')


@pytest.mark.parametrize(
    "head", ['File type = "ooTextFile"\nObject class = "PitchTier"\n', '"ooTextFile"\n"Sound 2"\n',
             '"Praat chronological TextGrid text file"\n0 2.3 ! Time domain.\n']
)  # fmt: skip
def test_other_files_of_praat_are_refused_by_name(head):
    with pytest.raises(UnknownFormatError, match="Praat file, but not a TextGrid"):
        registry.parse((head + "words and more\n").encode(), Path("a.txt"))


@pytest.mark.parametrize("piece", ['"', '"" ', "! ", "<", '"IntervalTier" "a" 0 1 2 ', '0 1 "a b" ',
                                   '"IntervalTier" "a" 0 1 1 0 1 "a b" '])  # fmt: skip
def test_hostile_files_take_no_time(piece):
    def tried(text):
        with suppress(NothingUsableError):
            read(text)

    assert not grows_too_fast(tried, lambda size: SHORT + piece * size, 5_000)


def test_the_samples():
    assert [registry.parse(text.encode(), Path("x")).format for text in SAMPLES["textgrid"]] == [
        "textgrid", "textgrid"
    ]  # fmt: skip
