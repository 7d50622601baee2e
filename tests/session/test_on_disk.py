"""What becomes of the open transcript's file is told: once, and where it is another one indeed."""

import os

import pytest

from tests.desk import write_srt
from viewer.session.on_disk import OnDisk, Standing


class Heard(list):
    """What was told of the file, and how often it was to be looked at again."""

    def __init__(self, desk):
        super().__init__()
        self.desk, self.stirs = desk, 0
        self.on_disk = OnDisk(desk.session, desk.jobs)
        self.on_disk.told.connect(self.append)
        self.on_disk.stirred.connect(self.stir)

    def stir(self):
        self.stirs += 1

    def look(self, times=2):
        """Look at the file, and once more, as the window does; return what was told by then."""
        for _ in range(times):
            self.on_disk.look()
            self.desk.work()
        return list(self)


@pytest.fixture
def heard(desk, talk):
    desk.open(talk)
    return Heard(desk)


def edit(path, written="Else."):
    write_srt(path, "One.", written, "Three.")


def test_nothing_is_told_while_nothing_happens(heard):
    assert heard.look(5) == []
    assert heard.stirs == 0


def test_a_file_that_is_rewritten_is_told_of_once(heard, talk):
    edit(talk)
    assert heard.look(1) == []  # it may not be whole yet
    assert heard.stirs == 1
    assert heard.look(3) == [Standing.CHANGED]
    edit(talk, "Anything.")
    assert heard.look() == [Standing.CHANGED] * 2


def test_a_file_put_into_its_place_is_told_of(heard, talk, tmp_path):
    new = tmp_path / "new"
    edit(new)
    os.utime(new, ns=(talk.stat().st_atime_ns, talk.stat().st_mtime_ns))
    os.replace(new, talk)
    assert heard.look() == [Standing.CHANGED]


def test_a_file_that_is_away_for_a_moment_is_told_of_by_what_comes(heard, talk):
    kept = talk.read_bytes()
    talk.unlink()
    assert heard.look(1) == []
    talk.write_bytes(kept)
    assert heard.look() == []


def test_a_file_that_is_gone_and_comes_back_is_told_of(heard, talk):
    kept = talk.read_bytes()
    talk.unlink()
    assert heard.look(4) == [Standing.GONE]
    talk.write_bytes(kept)
    assert heard.look() == [Standing.GONE, Standing.SAME]
    assert heard.on_disk.standing is Standing.SAME


def test_the_same_content_is_no_change(heard, talk):
    os.utime(talk, ns=(1, 1))
    assert heard.look() == []
    talk.write_bytes(talk.read_bytes().replace(b"\n", b"\r\n"))
    assert heard.look() == []
    assert heard.look(3) == []


def test_what_grows_all_the_time_is_told_of_too(heard, talk):
    for number in range(4):
        edit(talk, "More." * number)
        heard.look(1)
    assert heard == [Standing.CHANGED, Standing.CHANGED]


def test_what_was_read_again_is_what_is_known(heard, desk, talk):
    edit(talk)
    heard.look()
    desk.opening.reload()
    desk.work()
    assert desk.session.document.transcript.segments[1].text == "Else."
    assert heard.look(3) == [Standing.CHANGED]
    assert heard.on_disk.standing is Standing.SAME


def test_what_is_too_large_or_cannot_be_read_is_not_read(heard, desk, talk, monkeypatch):
    monkeypatch.setattr("viewer.session.on_disk.MOST_BYTES", 10)
    edit(talk)
    assert heard.look() == [Standing.CHANGED]
    monkeypatch.setattr("viewer.session.on_disk.stamp_of", raise_os_error)
    assert heard.look() == [Standing.CHANGED]
    monkeypatch.undo()
    assert desk.reported["failed"] == []


def raise_os_error(_path):
    raise PermissionError(13, "Permission denied")


def test_one_look_at_a_time_and_none_at_what_was_closed(heard, desk, talk):
    heard.on_disk.look()
    heard.on_disk.look()
    assert len(desk.waiting) == 1
    edit(talk)
    desk.opening.close()
    assert heard.look() == []
    assert heard.on_disk.standing is Standing.SAME
    assert not heard.on_disk.can_change


def test_the_end_of_the_program_waits_for_no_look(heard, desk):
    heard.on_disk.look()
    desk.shut_down()
    desk.work()
    assert heard == []


def test_another_file_is_looked_at_while_the_disk_of_one_does_not_answer(heard, desk, tmp_path):
    heard.on_disk.look()
    stuck = desk.waiting.pop()
    other = write_srt(tmp_path / "other.srt", "One.", "Two.", "Three.")
    desk.open(other)
    edit(other)
    assert heard.look() == [Standing.CHANGED]
    stuck()
    assert heard.look() == [Standing.CHANGED]


def test_the_sample_never_changes(heard, desk):
    desk.sample.open(desk.session.document.path, lambda _job, _transcript: None)
    desk.work_one()
    assert not heard.on_disk.can_change


def test_a_copy_saved_beside_it_is_no_change(heard, desk, talk):
    from viewer.formats import registry

    desk.saving.save_copy(talk.with_name("copy.srt"), registry.by_name("subrip"))
    desk.saving.save_copy(talk, registry.by_name("subrip"))
    desk.work()
    assert heard.look(3) == []
