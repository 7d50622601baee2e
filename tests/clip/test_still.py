"""The picture at a moment, as a PNG."""

from datetime import date

import pytest
from PIL import Image

from tests.clip.recordings import bursts, numbered
from tests.video import number_of
from viewer.clip.still import save_still, still_image
from viewer.core.transcript import Source
from viewer.errors import ViewerError

SOURCE = Source("Vor dem Fall", "Ümläut", date(2017, 5, 24), "https://youtu.be/YCxNiKcoljE")


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    return numbered(tmp_path_factory.mktemp("film") / "talk.mp4", seconds=3, sound=False)


def number(image):
    return number_of(image.convert("L").tobytes(), image.width, *image.size)


@pytest.mark.parametrize(("ms", "frame"), [(0, 0), (39, 0), (40, 1), (1_999, 49), (2_999, 74)])
def test_it_is_the_picture_that_is_seen_then(film, ms, frame):
    assert number(still_image(film, ms)) == frame


def test_it_tells_what_it_is_of(film, tmp_path):
    out = save_still(film, 1_500, tmp_path / "still.png", SOURCE, "Was gesagt wird: “ja”.")
    with Image.open(out) as image:
        assert image.size == (160, 90)
        assert image.text == {
            "Title": "Vor dem Fall",
            "Author": "Ümläut",
            "Description": "Was gesagt wird: “ja”.",
            "Time": "00:00:01.500",
            "Source": "https://youtu.be/YCxNiKcoljE?t=1.5s",
            "Recording": "talk.mp4",
            "Published": "2017-05-24",
            "Software": "Cueline",
        }


def test_without_a_link_the_recording_is_named_with_the_time(film, tmp_path):
    out = save_still(film, 2_000, tmp_path / "still.png", Source())
    with Image.open(out) as image:
        assert image.text["Source"] == "talk.mp4#t=2"
        assert image.text["Title"] == "talk"


def test_a_turned_recording_is_upright(tmp_path):
    path = numbered(tmp_path / "talk.mp4", seconds=1, rotation=90, sound=False)
    image = still_image(path, 200)
    assert image.size == (90, 160)
    turns = [
        image.transpose(turn) for turn in (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270)
    ]
    assert 5 in [number(turned) for turned in turns]


def test_what_cannot_be_is_said(film, tmp_path):
    for path, ms, words in (
        (bursts(tmp_path / "talk.wav", 1), 0, "talk.wav has no picture."),
        (film, 3_500, "There is nothing at 0:03 in talk.mp4."),
    ):
        with pytest.raises(ViewerError) as caught:
            save_still(path, ms, tmp_path / "still.png", SOURCE)
        assert str(caught.value) == words
        assert not (tmp_path / "still.png").exists()
    with pytest.raises(ViewerError) as caught:
        save_still(film, 0, tmp_path / "none" / "still.png", SOURCE)
    assert str(caught.value) == "Cannot write still.png: No such file or directory."
    with pytest.raises(ViewerError, match="is the recording itself"):
        save_still(film, 0, film, SOURCE)
