"""What is asked to be cut, and in what words."""

from pathlib import Path

import pytest
from PIL import Image

from viewer.clip import lettering
from viewer.clip.kinds import KINDS, kind_of
from viewer.clip.wish import Captions, Cue, cues_of, name_for, wish_for
from viewer.core.segment import Segment
from viewer.core.stretch import Stretch
from viewer.core.transcript import Source, Transcript
from viewer.errors import UsageError

TALK = Transcript(
    (
        Segment(0, 2_000, "One."),
        Segment(1_500, 4_000, "Two."),
        Segment(None, None, "Untimed."),
        Segment(4_000, 5_000, " "),
        Segment(5_000, 6_000, "Three."),
    ),
    source=Source("A talk", "They", url="https://youtu.be/YCxNiKcoljE"),
)


def test_one_cue_at_a_time():
    assert cues_of(TALK, Stretch(1_000, 5_500)) == (
        Cue(0, 1_500, "One."),
        Cue(1_500, 4_000, "Two."),
        Cue(5_000, 6_000, "Three."),
    )


def test_where_nothing_is_said_there_are_no_cues():
    assert cues_of(TALK, Stretch(7_000, 8_000)) == ()


def test_a_part_counts_its_cues_from_its_begin():
    made = wish_for(TALK, Path("talk.mp4"), [Stretch(1_000, 5_500)], "mp4", captions=Captions.TRACK)
    assert made.parts[0].shown_cues() == (
        Cue(0, 500, "One."),
        Cue(500, 3_000, "Two."),
        Cue(4_000, 4_500, "Three."),
    )
    assert made.parts[0].shown_cues(500)[0] == Cue(0, 1_000, "One.")


def test_a_wish_tells_the_source():
    made = wish_for(TALK, Path("talk.mp4"), [Stretch(1_000, 65_500)], "mp4")
    assert (made.title, made.artist) == ("A talk (0:01–1:05)", "They")
    assert made.comment == "https://youtu.be/YCxNiKcoljE?t=1s"
    assert made.parts[0].cues == ()
    without = wish_for(None, Path("talk.mp4"), [Stretch(1_000, 2_000)], "mp4")
    assert (without.title, without.artist, without.comment) == ("talk (0:01–0:02)", "", "")
    assert wish_for(TALK, Path("talk.mp4"), [], "mp4").parts == ()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A talk: part 1/2?", "A talk part 1 2 0.01–1.05"),
        ("..", "Clip 0.01–1.05"),
        ("ü" * 200, "ü" * 80 + " 0.01–1.05"),
        ("two\nlines\x00", "two lines 0.01–1.05"),
    ],
)
def test_a_name_that_every_system_takes(title, name):
    assert name_for(title, Stretch(1_000, 65_500)) == name


def test_the_kind_is_told_by_the_name():
    assert kind_of(Path("clip.MP4")) is KINDS["mp4"]
    assert kind_of(Path("clip.mp4"), "gif") is KINDS["gif"]
    for out, words in (("clip.avi", "“.avi”"), ("clip", "a name without an ending")):
        with pytest.raises(UsageError) as caught:
            kind_of(Path(out))
        assert str(caught.value) == f"No clip can be written as {words}."


@pytest.mark.parametrize(
    "text", ["Hi.", "word " * 60, "字幕" * 60, "w" * 300, "אבג דהו", "\U0010fffd"]
)
def test_letters_stay_on_the_picture(text):
    letters = lettering.draw(text, 160, 90)
    assert letters.left >= 0
    assert letters.top >= 0
    assert letters.left + letters.cover.width <= 160
    assert letters.top + letters.cover.height <= 90
    assert isinstance(letters.light, Image.Image)
    assert letters.cover.getbbox()


def test_letters_of_every_line_lie_within_their_edge():
    letters = lettering.draw("Of some words that take several lines. " * 3, 640, 360)
    light, cover = letters.light.getbbox(), letters.cover.getbbox()
    edges = [abs(inner - outer) for inner, outer in zip(light, cover, strict=True)]
    assert max(edges) <= 360 // 18 // 8 + 1
