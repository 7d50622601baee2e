import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.media.films import film
from viewer.errors import MediaError
from viewer.media.info import TextTrack
from viewer.media.inspection import duration_of
from viewer.media.probe import probe


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return film(tmp_path_factory.mktemp("films") / "whole.mp4", seconds=3, title="A title")


def refused(path):
    """Return the sentence and the hint with which a file is refused."""
    with pytest.raises(MediaError) as caught:
        probe(path)
    sentence, hint = str(caught.value), caught.value.hint
    assert sentence.endswith(".")
    assert hint.endswith(".")
    assert path.name in sentence
    return sentence


def test_a_recording_is_described(whole):
    info = probe(whole)
    assert info.has_video
    assert info.has_audio
    assert abs(info.duration_ms - 3000) < 100
    assert (info.width, info.height, info.rotation) == (64, 48, 0)
    assert info.display_size == (64, 48)
    assert info.title == "A title"
    assert duration_of(whole) == info.duration_ms


def test_sound_alone(tmp_path):
    info = probe(film(tmp_path / "a.m4a", video=False))
    assert (info.has_video, info.has_audio) == (False, True)
    assert info.display_size == (0, 0)


def test_the_length_of_an_mp3_that_states_none_is_counted(tmp_path):
    dense = (b"\xff\xfb\x90\xc0" + bytes(413)) * 400
    thin = (b"\xff\xfb\x10\xc0" + bytes(100)) * 3000
    (tmp_path / "a.mp3").write_bytes(dense + thin)
    assert duration_of(tmp_path / "a.mp3") == round(3400 * 1152 / 44.1)


def test_a_silent_film(tmp_path):
    info = probe(film(tmp_path / "a.mp4", audio=False))
    assert (info.has_video, info.has_audio) == (True, False)


@pytest.mark.parametrize(("turn", "shown"), [(90, (48, 128)), (180, (128, 48)), (270, (48, 128))])
def test_wide_pixels_and_turned_pictures(tmp_path, turn, shown):
    info = probe(film(tmp_path / "a.mp4", aspect=(2, 1), turn=turn))
    assert (info.width, info.height) == (64, 48)
    assert info.pixel_aspect == 2.0
    assert info.rotation == turn
    assert info.display_size == shown


@pytest.mark.parametrize("name", ["a.mp3", "a.txt", "a", "a.srt", "a.png", "-i.mp4", "http:x.mp4"])
def test_a_suffix_that_lies_is_fine(tmp_path, whole, name, monkeypatch):
    (tmp_path / name).write_bytes(whole.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert probe(Path(name)).has_video


def test_what_is_wrong_is_distinguished(tmp_path, whole):
    files = {
        "empty.mp4": b"",
        "text.mp4": b"Only words.\n" * 400,
        "page.txt": "Wörter, 日本\n".encode() * 400,
        "wide.txt": "Wörter\n".encode("utf-16"),
        "captions.srt": b"1\n00:00:01,000 --> 00:00:02,000\nHi\n",
        "cut.mp4": whole.read_bytes()[:1500],
        "random.mp4": random.Random(1).randbytes(100_000),
        "random.mp3": random.Random(2).randbytes(100_000),
        "zeros.mp3": bytes(100_000),
        "list.mp4": b"#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/x.ts\n#EXT-X-ENDLIST\n",
        "join.mp4": b"ffconcat version 1.0\nfile '%s'\n" % os.fsencode(whole),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    Image.new("RGB", (9, 9)).save(tmp_path / "p.png")
    Image.new("RGB", (9, 9)).save(tmp_path / "p.gif")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    names = [*files, "p.png", "p.gif", "folder", "pipe", "gone.mp4"]
    said = {name: refused(tmp_path / name).replace(name, "It") for name in names}
    for name in ("text.mp4", "page.txt", "wide.txt", "captions.srt"):
        assert said[name] == "It holds text, not a recording."
    assert said["list.mp4"] == said["join.mp4"] == "It is a playlist, not a recording."
    assert said["p.png"] == said["p.gif"] == "It is a picture, not a recording."
    assert said["random.mp3"] == said["zeros.mp3"] == "Nothing in It can be decoded."
    assert said["cut.mp4"] == "It is not complete: its index is missing."
    kinds = {said[name] for name in ("empty.mp4", "random.mp4", "folder", "pipe", "gone.mp4")}
    assert len(kinds) == 5


def test_a_name_that_cannot_be_used_is_a_sentence(tmp_path):
    refused(tmp_path / "a\0b.mp4")
    refused(tmp_path / ("x" * 300 + ".mp4"))
    assert duration_of(tmp_path / "a\0b.mp4") is None


def test_nothing_is_written_to_the_terminal(tmp_path, whole, capfd):
    (tmp_path / "cut.mp4").write_bytes(whole.read_bytes()[:-2000] + bytes(2000))
    for name in ("cut.mp4", "gone.mp4"):
        duration_of(tmp_path / name)
    assert capfd.readouterr() == ("", "")


@given(
    st.integers(0, 2**32), st.integers(0, 2000), st.sampled_from([".mp4", ".mp3", ".mkv", ".ts"])
)
def test_a_damaged_recording_is_described_or_refused(whole, seed, cut, suffix):
    chance = random.Random(seed)
    data = bytearray(whole.read_bytes())
    for _ in range(chance.randrange(60)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path = whole.with_name(f"damaged{suffix}")
    path.write_bytes(data[: len(data) - cut])
    try:
        info = probe(path)
    except MediaError:
        refused(path)
    else:
        assert info.has_video or info.has_audio


def test_real_recordings(corpus):
    pairs = corpus / "media-pairs"
    talk = probe(pairs / "videogrep-manifesto" / "manifesto.mp4")
    assert (talk.duration_ms, talk.has_video, talk.has_audio) == (88_080, True, True)
    sample = probe(pairs / "embedded-captions" / "sample_MP4_SRT.mp4")
    assert sample.text_tracks == (TextTrack(0, "mov_text"),)
    assert sample.text_tracks[0].is_text
    assert sample.duration_ms == 5024
    others = [each for each in pairs.rglob("*.*") if each.suffix != ".mp4"]
    assert others
    for each in others:
        assert "holds text" in refused(each)


@pytest.mark.parametrize("container", ["mp4", "matroska"])
def test_its_chapters_are_those_that_have_a_name(tmp_path, container):
    named = ((0, "Where rivers begin"), (400, "Floods – and after"))
    path = film(tmp_path / "talk", container=container, chapters=(*named, (600, "")))
    assert probe(path).chapters == named
    assert probe(film(tmp_path / "plain", container=container)).chapters == ()
