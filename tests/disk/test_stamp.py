import os
import sys

import pytest

from viewer.disk.stamp import stamp_of


def test_a_file_is_stamped_by_its_length_and_its_time_alone(tmp_path):
    """A disk that numbers its files anew each time has changed nothing."""
    file, other = tmp_path / "talk.srt", tmp_path / "new"
    file.write_text("One.")
    before = stamp_of(file)
    assert before == stamp_of(file)
    file.write_text("Two words.")
    assert stamp_of(file) != before
    os.utime(file, ns=(1, 1))
    assert stamp_of(file) == (10, 1)
    other.write_text("Two words.")
    os.utime(other, ns=(1, 1))
    os.replace(other, file)
    assert stamp_of(file) == (10, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_what_is_no_file_has_none(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_text("")
    for path in (tmp_path, tmp_path / "none", tmp_path / "file" / "in it", tmp_path / "pipe"):
        assert stamp_of(path) is None


def test_that_a_disk_does_not_tell_is_no_answer(tmp_path):
    with pytest.raises(OSError, match="name too long"):
        stamp_of(tmp_path / ("x" * 5_000))
