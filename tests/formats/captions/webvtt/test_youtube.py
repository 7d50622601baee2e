"""YouTube's rolling captions: every word once, each with its time."""

from pathlib import Path

import pytest

from viewer.core.segment import Word
from viewer.formats import registry
from viewer.formats.captions.webvtt import youtube as youtube_vtt
from viewer.formats.format import Content, NothingUsableError

HEAD = "WEBVTT\nKind: captions\nLanguage: en\n\n"


def stamp(ms):
    return f"00:00:{ms // 1000:02}.{ms % 1000:03}"


def read(*cues):
    """Read cues given as start, end and lines."""
    text = ""
    for start, end, *lines in cues:
        shown = "\n".join(lines)
        text += f"{stamp(start)} --> {stamp(end)} align:start position:0%\n{shown}\n\n"
    return youtube_vtt.parse(Content.of(HEAD + text))


def spans(*cues):
    return [(s.start_ms, s.end_ms, s.text) for s in read(*cues).segments]


ROLLING = (
    (0, 1000, " ", "good<00:00:00.300><c> morning</c>"),
    (1000, 1010, "good morning", " "),
    (1010, 2000, "good morning", "every<00:00:01.400><c> one</c>"),
    (2000, 2010, "every one", " "),
    (2010, 3000, "every one", "thanks"),
    (3000, 3010, "thanks", " "),
    (3010, 4000, "thanks", "thanks"),
)


def test_every_line_comes_once_and_lasts_until_the_next():
    assert spans(*ROLLING) == [
        (0, 1010, "good morning"),
        (1010, 2010, "every one"),
        (2010, 3010, "thanks"),
        (3010, 4000, "thanks"),
    ]


def test_words_have_their_times():
    first, second, third, _ = read(*ROLLING).segments
    assert first.words == (Word(0, 300, "good"), Word(300, 1010, "morning"))
    assert second.words == (Word(1010, 1400, "every"), Word(1400, 2010, "one"))
    assert third.words == (Word(2010, 3010, "thanks"),)


def test_the_language_is_kept():
    assert read(*ROLLING).language == "en"


def test_without_short_cues_between():
    assert spans(
        (0, 1000, "a<00:00:00.500><c> b</c>"),
        (1000, 2000, "a b", "c<00:00:01.500><c> d</c>"),
        (2000, 3000, "c d", "e<00:00:02.500><c> f</c>"),
    ) == [(0, 1000, "a b"), (1000, 2000, "c d"), (2000, 3000, "e f")]


def test_what_is_truly_said_twice_stays():
    assert spans(
        (0, 1000, " ", "no<00:00:00.500><c> no</c>"),
        (1000, 1010, "no no", " "),
        (1010, 2000, "no no", "no<00:00:01.500><c> no</c>"),
        (2000, 2010, "no no", " "),
        (2010, 3000, "no no", "no<00:00:02.500><c> no</c>"),
    ) == [(0, 1010, "no no"), (1010, 2010, "no no"), (2010, 3000, "no no")]


def test_a_word_alone_that_comes_back_after_a_pause_is_new():
    assert [text for _, _, text in spans((0, 1000, "yes"), (5000, 6000, "yes"))] == ["yes", "yes"]


def test_a_line_that_stays_through_a_pause_is_not_new():
    assert [
        text
        for _, _, text in spans(
            (0, 1000, "yes"), (5000, 6000, "yes", "and<00:00:05.500><c> no</c>")
        )
    ] == ["yes", "and no"]


def test_an_emptied_window_forgets():
    assert [
        text for _, _, text in spans((0, 1000, "yes"), (1000, 1010, " ", " "), (1010, 2000, "yes"))
    ] == ["yes", "yes"]


def test_a_line_that_stays_is_known_by_what_it_says():
    """Whatever its blanks and entities, and below whatever it stands."""
    assert spans(
        (0, 1000, "a", "R&amp;D <00:00:00.300><c>it&#39;s </c>"),
        (1000, 1010, "R&amp;D it's ", " "),
        (1010, 2000, "R&amp;D it's", "b &lt;i> "),
        (2000, 2010, "b &lt;i>"),
        (2010, 3000, " b &lt;i>", "c"),
        (3000, 3010, "c", " "),
        (3010, 3020, "c"),
        (3020, 4000, "c", "d"),
    ) == [(0, 1000, "a"), (0, 1010, "R&D it's"), (1010, 2010, "b <i>"), (2010, 3020, "c"),
          (3020, 4000, "d")]  # fmt: skip


@pytest.mark.parametrize("tag", ["<c.colorE5E5E5>", "<c.colorCCCCCC.bold>", "<c>"])
def test_coloured_words_have_their_times(tag):
    (segment,) = read((0, 1000, f"{tag}a<00:00:00.400> b</c><00:00:00.700>{tag} c</c>")).segments
    assert segment.text == "a b c"
    assert [word.start_ms for word in segment.words] == [0, 400, 700]


def test_entities_and_music():
    assert [
        text
        for _, _, text in spans((0, 1, "[Music]"), (1, 2, "R&amp;D<00:00:00.001><c> it&#39;s</c>"))
    ] == ["[Music]", "R&D it's"]


def test_a_new_speaker_begins_a_segment():
    segments = read(
        (
            0,
            3000,
            "yes<00:00:01.000><c> &gt;&gt;</c><00:00:01.500><c> no</c><00:00:02.000><c> no</c>",
        ),
        (3000, 3010, "yes >> no no", " "),
        (3010, 4000, "yes >> no no", "&gt;&gt; JANE DOE: hello"),
    ).segments
    assert [(s.start_ms, s.end_ms, s.text, s.speaker) for s in segments] == [
        (0, 1000, "yes", None),
        (1000, 3010, "– no no", None),
        (3010, 4000, "hello", "JANE DOE"),
    ]
    assert [word.text for word in segments[1].words] == ["no", "no"]


def test_times_that_run_backwards_do_no_harm():
    (segment,) = read((0, 1000, "a<00:00:09.000><c> b</c><00:00:00.100><c> c</c>")).segments
    assert [(word.start_ms, word.end_ms) for word in segment.words] == [
        (0, 1000),
        (1000, 1000),
        (1000, 1000),
    ]


def test_it_is_claimed_by_its_word_tags_only():
    rolling = Content.of(HEAD + "00:00:00.000 --> 00:00:01.000\na<00:00:00.500><c> b</c>")
    assert youtube_vtt.claims(rolling)
    assert registry.claimants(rolling, Path("talk.vtt"))[0].format.name == "youtube-vtt"
    for text in ("a<00:00:00.500> b", "<c>a</c> b", "a b"):
        assert not youtube_vtt.claims(Content.of(f"{HEAD}00:00.000 --> 00:01.000\n{text}"))


def test_where_a_voice_is_named_it_is_webvtt_with_its_speakers_and_words():
    cue = "00:00:00.000 --> 00:00:01.000\n<v Anna>"
    timed = "<00:00:00.000><c>So</c> <00:00:00.500><c>it</c> <00:00:00.700><c>is</c>"
    transcript = registry.parse((HEAD + cue + timed).encode(), Path("talk.vtt"))
    (segment,) = transcript.segments
    assert (transcript.format, segment.speaker, segment.text) == ("webvtt", "Anna", "So it is")
    assert [word.start_ms for word in segment.words] == [0, 500, 700]


def test_nothing_to_use_is_said():
    with pytest.raises(NothingUsableError):
        read((0, 1000, " "))
    with pytest.raises(NothingUsableError):
        youtube_vtt.parse(Content.of("WEBVTT"))


@pytest.mark.parametrize("suffix", [".vtt", ".srt", ".txt", ""])
@pytest.mark.parametrize("number", ["", "7\n"])
@pytest.mark.parametrize("point", [".", ","])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_without_the_header_and_as_subrip(suffix, number, point, end):
    cues = (
        f"{number}{stamp(start)} --> {stamp(till)}\n".replace(".", point) + "\n".join(lines)
        for start, till, *lines in ROLLING
    )
    text = "\n\n".join(cues).replace("\n", end)
    transcript = registry.parse(text.encode(), Path(f"talk{suffix}"))
    assert transcript.format == "youtube-vtt"
    assert [(s.start_ms, s.end_ms, s.text) for s in transcript.segments] == spans(*ROLLING)
    (problem,) = transcript.problems
    assert (problem.line, problem.message) == (1, "The first line should be WEBVTT.")


def test_words_times_in_other_files_are_no_sign():
    quoted = '"00:00:01.000 --> 00:00:02.000\\nand<00:00:01.200><c> so</c>"'
    assert not youtube_vtt.claims(Content.of('{"captions": ' + quoted + "}"))
    assert not youtube_vtt.claims(Content.of("say <00:00:01.200><c> and no more</c>"))
