"""Notes against their transcripts."""

import shutil

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given

from tests.conftest import SEED
from tests.desk import write_srt
from viewer.core.find import Finder
from viewer.core.quote import quote_range
from viewer.core.segment import Segment
from viewer.core.textmap import TextMap
from viewer.core.transcript import Transcript
from viewer.errors import ViewerError
from viewer.formats import registry
from viewer.near.lookup import Lookup
from viewer.quotes.styles import Style, render
from viewer.verify.checking import check_note
from viewer.verify.compare import Verdict, compare, difference, plain
from viewer.verify.quotations import read_note
from viewer.verify.shelf import Held

URL = "https://www.youtube.com/watch?v=YCxNiKcoljE"
TALK = registry.load(SEED)
TEXT = TextMap.lines(TALK.segments)


def held(transcript, path=SEED):
    return Held(path, transcript, Lookup(Finder([s.text for s in transcript.segments])))


HELD = held(TALK)
#: Every style that has words and says when they are said.
STYLES = [
    *(Style.SOURCE, Style.TIME, Style.MARKDOWN, Style.OBSIDIAN, Style.ORG, Style.HTML),
    *(style for style in Style if style.endswith("-quote")),
]


@pytest.fixture
def checked(tmp_path):
    """A folder with the seed in it; `checked(text)` returns what becomes of a note's quotations."""
    (tmp_path / "talks").mkdir()
    shutil.copyfile(SEED, tmp_path / "talks" / "talk.md")

    def check(text, *places, name="note.md"):
        note = tmp_path / name
        note.write_text(text, encoding="utf-8")
        return [
            (str(each.compared.verdict), each.compared.off_ms, each.path and each.path.name)
            for each in check_note(note, places, registry.load)
        ]

    return check


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Raqqa was once a symbol of the group's strength", Verdict.EXACT),
        ("“raqqa was once a symbol of the group’s strength.”", Verdict.EXACT),
        ("[R]aqqa was once a symbol … a crucial part of its", Verdict.EXACT),
        ("Raqqa was once a symbol [...] crucial part", Verdict.EXACT),
        ("Raqqa was once the symbol of the group's strength", Verdict.DIFFERS),
        ("Raqqa was once a symbol of the Group's strength", Verdict.DIFFERS),
        ("The quick brown fox jumps over the lazy dog", Verdict.NOT_FOUND),
        ("…", Verdict.NOT_FOUND),
    ],
)
def test_words(text, verdict):
    assert compare(text, 35_600, HELD).verdict is verdict


@pytest.mark.parametrize(
    ("ms", "verdict", "off_ms"),
    [
        (35_600, Verdict.EXACT, 0),
        (35_000, Verdict.EXACT, 0),
        (34_000, Verdict.EXACT, 0),
        (95_600, Verdict.MOVED, 60_000),
        (5_600, Verdict.MOVED, -30_000),
        (None, Verdict.EXACT, None),
    ],
)
def test_times(ms, verdict, off_ms):
    found = compare("Raqqa was once a symbol", ms, HELD)
    assert (found.verdict, found.start_ms, found.off_ms) == (verdict, 35_600, off_ms)


@pytest.mark.parametrize(("ms", "off_ms"), [(8_000, 0), (11_900, 0), (12_100, 8_100)])
def test_a_moment_flagged_while_the_words_are_said_is_right(ms, off_ms):
    talk = Transcript((Segment(4_000, 10_000, "Hello to you all."),))
    assert compare("Hello to you all", ms, held(talk)).off_ms == off_ms


def test_of_several_places_the_nearest_to_the_time_is_meant():
    segments = [Segment(i * 60_000, i * 60_000 + 2_000, "Hello to you all.") for i in range(4)]
    found = compare("Hello to you all", 120_000, held(Transcript(tuple(segments))))
    assert (found.verdict, found.start_ms) == (Verdict.EXACT, 120_000)


def test_turns_and_sounds_do_not_make_words_another_speakers():
    talk = Transcript(
        (
            Segment(0, 2_000, "When did it rise?", "Anna"),
            Segment(2_000, 4_000, ">> In May. [Music]", "Ben"),
            Segment(4_000, 6_000, "I think.", "Ben"),
        )
    )
    found = compare("Anna: When did it rise?\nBen: In May. I think.", 0, held(talk))
    assert found.verdict is Verdict.EXACT


def test_the_difference_is_shown_in_its_place():
    words = difference("“Raqqa was the big symbol.”", "Raqqa was once a symbol of")
    assert words == "Raqqa was {the big → once a} symbol {nothing → of}"
    assert plain("“[R]aqqa  was – once.”") == plain("raqqa was - once")


@given(
    st.integers(0, len(TEXT.text) - 2),
    st.integers(20, 400),
    st.sampled_from(STYLES),
)
def test_whatever_this_program_quotes_is_exact(begin, length, style):
    quote = quote_range(TALK, TEXT, begin, begin + length)
    assume(quote.word_count > 1)  # one word after a time is no quotation
    rendered = render(quote, style).plain
    quotation = read_note(rendered, html=style is Style.HTML).quotations[0]
    found = compare(quotation.text, quotation.reference.ms, HELD)
    assert (found.verdict, found.off_ms) == (Verdict.EXACT, 0), (found.said, quotation.text)


def test_a_sum_may_begin_a_timed_quotation_and_be_cut_at_its_end():
    (quotation,) = read_note("[1:53] $9 million US dollars").quotations
    assert (quotation.text, quotation.reference.ms) == ("$9 million US dollars", 113_000)
    assert plain("where they made $") == plain("where they made")
    assert plain("for 9 $") != plain("for 9")


def test_a_transcript_is_found_by_its_link_wherever_it_lies(checked, tmp_path):
    text = "“Raqqa was once a symbol” ([0:35](https://youtu.be/YCxNiKcoljE?t=35))"
    exact = [("exact", 0, "talk.md")]
    assert checked(text) == exact
    assert checked(text, tmp_path / "talks") == exact
    assert checked(text, tmp_path / "talks" / "talk.md") == exact
    other = text.replace("YCxNiKcoljE", "abcdefghijk")
    assert checked(other) == [("no-transcript", None, None)]


@pytest.mark.parametrize(
    "reference",
    [
        "[0:35](talks/talk.md)",
        "[[talk#t=35|0:35]]",
        "[0:35](<talks/talk.md#t=35>)",
        "[0:35](cueline://open?file=talks/talk.md&t=35)",
        "0:35",
    ],
)
def test_a_transcript_is_found_by_its_path_or_as_the_only_one(checked, reference):
    assert checked(f"“Raqqa was once a symbol” ({reference})") == [("exact", 0, "talk.md")]


def test_a_time_alone_is_of_the_source_that_was_named(checked, tmp_path):
    write_srt(tmp_path / "talks" / "other.srt", "Raqqa was never a symbol of anything.")
    quote = "“Raqqa was once a symbol” (0:35)"
    assert checked(f"See [the talk]({URL}).\n\n{quote}") == [("exact", 0, "talk.md")]
    assert checked(f"---\nurl: {URL}\n---\n{quote}") == [("exact", 0, "talk.md")]
    assert checked(quote) == [("exact", 0, "talk.md")]  # for nobody else says it
    titled = (
        "> Raqqa was once a symbol\n>\n> — What does the fall of Mosul and Raqqa mean for ISIS?"
    )
    assert checked(f"{titled}, 1:35") == [("moved", 59_400, "talk.md")]
    assert checked("“Two words” (0:35)") == [("no-transcript", None, None)]


def test_titles_and_the_writers_own_words_are_no_quotations(checked):
    title = "“What Does the Fall of Mosul and Raqqa Mean For ISIS?”"
    assert checked(f"They, {title}, [0:35]({URL}&t=35)") == []
    assert checked("[0:35] Raqqa was once a symbol of the group's power") == [
        ("differs", 0, "talk.md")
    ]
    assert checked("[0:35] Here they speak of Raqqa and why it matters to me") == []


def test_links_of_no_transcript_and_no_time_are_nobodys_quotations(checked):
    assert checked("A “free world” ([source](https://example.org/page)).") == []
    assert checked("> A free world.\n>\n> — [source](https://example.org/page)") == [
        ("no-transcript", None, None)
    ]


def test_nonsense_is_said_in_a_sentence(checked, tmp_path):
    for act, words in (
        (lambda: checked("x", tmp_path / "gone"), f"There is no {tmp_path / 'gone'}."),
        (lambda: check_note(tmp_path / "no.md", [], registry.load), "Cannot read no.md: "),
        (lambda: check_note(tmp_path, [], registry.load), "Cannot read "),
    ):
        with pytest.raises(ViewerError) as caught:
            act()
        assert str(caught.value).startswith(words)
    (tmp_path / "film.md").write_bytes(b"\0\1\2" * 500)
    with pytest.raises(ViewerError, match="it is not text"):
        check_note(tmp_path / "film.md", [], registry.load)


def test_notes_beside_the_transcripts_are_none_of_them(checked, tmp_path):
    words = "Raqqa was once a symbol of the group's weakness"
    wrong = f"“{words}” (Someone, 2017, 0:35)."
    (tmp_path / "other note.md").write_text(f"# Thoughts\n\n{wrong}\n")
    assert checked(wrong) == [("differs", 0, "talk.md")]
    right = wrong.replace("weakness", "strength")
    (tmp_path / "other note.md").write_text(f"# Thoughts\n\n{right}\n")
    assert checked(right) == [("exact", 0, "talk.md")]


def test_a_note_called_as_the_transcript_does_not_take_its_place(checked, tmp_path):
    (tmp_path / "The long interview.md").write_text("“We sold wheat in the winter.”\n")
    talk = write_srt(tmp_path / "The long interview.srt", "We sold wheat.", "In the winter.")
    assert checked("> We sold wheat.\n> — The long interview, 0:01\n") == [("exact", 0, talk.name)]


def test_a_time_alone_is_of_the_link_named_before_it_in_the_same_paragraph(checked, tmp_path):
    write_srt(tmp_path / "other.srt", "Nothing of it is said here.")
    first = f"“Raqqa was once a symbol of the group's strength” ([0:35]({URL}&t=35s))."
    said = "“the crucial part of its self-declared caliphate” (0:37)."
    verdicts = checked(f"{first}\nAnd also {said}\n")
    assert [path for _, _, path in verdicts] == ["talk.md", "talk.md"]
