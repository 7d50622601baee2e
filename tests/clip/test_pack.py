"""Evidence packs."""

import zipfile

import pytest

from tests.clip.recordings import bursts, numbered, seen
from viewer.clip.pack import captions_of, pack
from viewer.clip.wish import Cue, Part
from viewer.core.stretch import Stretch
from viewer.core.transcript import Source
from viewer.errors import ViewerError


@pytest.fixture
def passages(tmp_path):
    film = numbered(tmp_path / "talk.mp4", seconds=2, sound=False)
    sound = bursts(tmp_path / "radio.wav", 2)
    cues = (Cue(0, 900, "One."), Cue(900, 2_000, "Two."))
    return [
        (Part(film, Stretch(400, 1_200), cues), Source("A talk")),
        (Part(sound, Stretch(0, 500)), Source()),
    ]


NAMES = [
    "01 A talk 0.00–0.01.mp4",
    "01 A talk 0.00–0.01.png",
    "01 A talk 0.00–0.01.srt",
    "02 radio 0.00–0.00.m4a",
    "quotes.md",
]


def no_documents(_names):
    return {}


def test_documents_are_told_the_names_of_the_files_beside_them(passages, tmp_path):
    told = []
    pack(tmp_path / "pack", passages, lambda names: told.extend(names) or {})
    assert told == [tuple(NAMES[:3]), (NAMES[3],)]


def test_a_folder(passages, tmp_path):
    heard = []
    out = pack(tmp_path / "pack", passages, lambda _: {"../quotes.md": b"Words."}, heard.append)
    assert sorted(path.name for path in out.iterdir()) == NAMES
    assert (out / "quotes.md").read_bytes() == b"Words."
    assert seen(out / NAMES[0]).numbers == list(range(10, 30))
    assert (out / NAMES[2]).read_text("utf-8") == (
        "1\n00:00:00,000 --> 00:00:00,500\nOne.\n\n2\n00:00:00,500 --> 00:00:00,800\nTwo.\n"
    )
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_a_zip(passages, tmp_path):
    out = pack(tmp_path / "pack.zip", passages, lambda _: {"quotes.md": b"Words."})
    with zipfile.ZipFile(out) as packed:
        assert sorted(packed.namelist()) == NAMES
        assert packed.testzip() is None


def test_it_is_whole_or_not_there(passages, tmp_path):
    before = sorted(tmp_path.iterdir())
    passages.append((Part(tmp_path / "gone.mp4", Stretch(0, 400)), Source()))
    for name in ("pack", "pack.zip"):
        with pytest.raises(ViewerError, match="There is no gone"):
            pack(tmp_path / name, passages, no_documents)
        assert sorted(tmp_path.iterdir()) == before
    (tmp_path / "pack").mkdir()
    with pytest.raises(ViewerError, match="pack exists already"):
        pack(tmp_path / "pack", passages[:1], no_documents)
    with pytest.raises(ViewerError, match="Cannot write pack"):
        pack(tmp_path / "none" / "pack", passages[:1], no_documents)


def test_no_cues_are_no_captions():
    assert captions_of(()) == ""
