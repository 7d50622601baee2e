"""What becomes of a wish for a clip, in jobs."""

import os

import pytest

from tests.clip.recordings import numbered, seen
from tests.desk import Desk, write_srt
from viewer.clip.wish import Captions
from viewer.core.media_source import MediaSource
from viewer.core.stretch import Stretch
from viewer.core.transcript import Source
from viewer.media.inspection import info_of
from viewer.session.clipping import KEPT_S, Manner
from viewer.session.document import Recording
from viewer.session.loading import read


@pytest.fixture
def desk(qapp, tmp_path):
    """A session with a talk and its recording, whose jobs run when they are told to."""
    desk = Desk()
    source = MediaSource(numbered(tmp_path / "talk.mp4", seconds=4))
    document = read(write_srt(tmp_path / "talk.srt", "One.", "Two."))
    desk.session.begin(document, Recording(source, info_of(source)))
    yield desk
    desk.shut_down()


def told(signal):
    heard = []
    signal.connect(heard.append)
    return heard


def test_a_clip_is_saved(desk, tmp_path):
    clipping = desk.workspace.clipping
    saved, out = told(clipping.saved), tmp_path / "clip.mp4"
    clipping.save([Stretch(1_000, 1_400)], Manner(), out)
    desk.work()
    assert saved[0].made.path == out
    assert saved[0].early_ms == 0
    assert seen(out).numbers == list(range(25, 35))


def test_a_copied_clip_lies_where_old_ones_are_cleared(desk, tmp_path):
    folder = tmp_path / "clips"
    folder.mkdir()
    old, fresh = folder / "old.mp4", folder / "fresh.mp4"
    for path, age in ((old, KEPT_S + 60), (fresh, 0)):
        path.write_bytes(b"")
        os.utime(path, (path.stat().st_atime - age, path.stat().st_mtime - age))
    clipping = desk.workspace.clipping
    copied = told(clipping.copied)
    clipping.copy(Stretch(1_000, 1_400), Manner("mp4", False, Captions.TRACK), folder)
    desk.work()
    assert copied[0].early_ms == 1_000
    assert sorted(path.name for path in folder.iterdir()) == ["fresh.mp4", "talk 0.01–0.01.mp4"]


def test_a_failure_is_told(desk, tmp_path):
    failed = told(desk.workspace.news.failed)
    desk.workspace.clipping.save([Stretch(9_000, 9_400)], Manner(), tmp_path / "clip.mp4")
    desk.workspace.clipping.copy_still(9_000)
    desk.work()
    assert [str(each) for each in failed] == ["There is nothing at 0:09 in talk.mp4."]


def test_without_a_recording_nothing_is_done(desk, tmp_path):
    desk.session.pair(None)
    clipping = desk.workspace.clipping
    clipping.save([Stretch(0, 400)], Manner(), tmp_path / "clip.mp4")
    clipping.copy_still(0)
    clipping.save_still(0, tmp_path / "still.png")
    desk.work()
    assert not (tmp_path / "clip.mp4").exists()
    assert not (tmp_path / "still.png").exists()


def test_a_supercut_has_its_stretches_one_after_another(desk, tmp_path):
    clipping = desk.workspace.clipping
    saved, out = told(clipping.saved), tmp_path / "cut.mp4"
    clipping.save([Stretch(2_000, 2_400), Stretch(1_000, 1_200)], Manner(), out)
    desk.work()
    assert (saved[0].made.path, saved[0].early_ms) == (out, 0)
    assert seen(out).numbers == [*range(50, 60), *range(25, 30)]


def test_an_evidence_pack_has_documents_and_what_belongs_to_each_passage(desk, tmp_path):
    out = tmp_path / "pack"
    passages = [(Stretch(1_000, 1_400), Source("A talk")), (Stretch(3_000, 3_400), Source())]
    desk.workspace.clipping.pack(passages[:1], lambda _: {"notes.md": b"Words."}, out)
    desk.work()
    assert desk.reported["saved"] == [out]
    assert sorted(path.suffix for path in out.iterdir()) == [".md", ".mp4", ".png", ".srt"]
    desk.workspace.clipping.pack(passages, lambda _: {}, out)
    desk.work()
    assert str(desk.reported["failed"][0]) == "pack exists already."
