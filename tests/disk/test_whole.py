"""Writing whole files: nothing halved, nothing followed, nothing left behind."""

import os
import re
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from viewer.disk import whole
from viewer.disk.whole import whole_file, write_whole

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


def names_in(folder):
    return {each.name for each in folder.iterdir()}


@needs_posix
def test_a_new_file_has_the_usual_permissions_and_a_private_one_the_owners(tmp_path):
    before = os.umask(0o022)
    try:
        write_whole(tmp_path / "a", b"1")
        write_whole(tmp_path / "b", b"1", private=True)
    finally:
        os.umask(before)
    assert (mode_of(tmp_path / "a"), mode_of(tmp_path / "b")) == (0o644, 0o600)


@needs_posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o755])
def test_permissions_are_kept(tmp_path, mode):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_whole(path, b"new")
    assert (path.read_bytes(), mode_of(path)) == (b"new", mode)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root gives groups away"
)
def test_a_group_that_cannot_be_kept_leaves_no_rights_to_another_one(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o660)
    os.chown(path, -1, 12_345)
    write_whole(path, b"new")
    assert (path.stat().st_gid, mode_of(path)) == (12_345, 0o660)

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refuse)
    write_whole(path, b"new")
    assert mode_of(path) == 0o600


def test_a_link_stays_and_its_target_is_replaced(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/null")
def test_a_device_is_not_replaced(tmp_path):
    (tmp_path / "null").symlink_to("/dev/null")
    with pytest.raises(OSError, match="not a file"):
        write_whole(tmp_path / "null", b"new")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_name_that_is_taken_is_refused_whatever_it_is(tmp_path, monkeypatch):
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    monkeypatch.setattr(whole.os, "urandom", bytes)
    (tmp_path / f".cueline-{'0' * 16}.new").symlink_to(victim)
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a", b"new")
    assert victim.read_bytes() == b"mine"
    assert not (tmp_path / "a").exists()


def test_no_two_writers_share_a_name(tmp_path):
    with whole_file(tmp_path / "a") as first, whole_file(tmp_path / "a") as second:
        assert len(names_in(tmp_path)) == 2
        first.write(b"1")
        second.write(b"2")
    assert names_in(tmp_path) == {"a"}


def test_many_writers_at_once_leave_a_whole_file_each_time(tmp_path):
    path, texts = tmp_path / "a", [bytes([65 + n]) * 50_000 for n in range(4)]
    seen = []

    def write(text):
        for _ in range(10):
            write_whole(path, text)
            seen.append(path.read_bytes())

    writers = [threading.Thread(target=write, args=(text,)) for text in texts]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(seen) == 40
    assert set(seen) <= set(texts)
    assert names_in(tmp_path) == {"a"}


def test_what_fails_half_way_leaves_the_old_file_alone(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def write():
        with whole_file(path) as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == {"a"}


def test_a_long_name_is_no_obstacle(tmp_path):
    path = tmp_path / ("n" * 250)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


KILLED = """
import os, signal, sys
from pathlib import Path
from viewer.disk.whole import whole_file
with whole_file(Path(sys.argv[1])) as file:
    file.write(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@needs_posix
def test_what_a_killed_writer_left_is_cleared_away_and_nothing_else(tmp_path):
    subprocess.run([sys.executable, "-c", KILLED, tmp_path / "a"], timeout=120, check=False)
    (left_over,) = tmp_path.iterdir()
    others = {".cueline-mine.new", "b.new"}
    for name in others:
        (tmp_path / name).write_bytes(b"mine")
    with whole_file(tmp_path / "d"):
        assert left_over.exists()  # too young to be sure that nobody writes it
        for each in tmp_path.iterdir():
            os.utime(each, (0, 0))
        write_whole(tmp_path / "c", b"new")
        assert not left_over.exists()
    assert names_in(tmp_path) == {"c", "d", *others}


def test_the_file_and_its_folder_reach_the_disk(tmp_path, monkeypatch):
    synced, sync = [], os.fsync

    def note(handle):
        synced.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        sync(handle)

    monkeypatch.setattr(os, "fsync", note)
    write_whole(tmp_path / "a", b"new")
    assert synced == ([False] if sys.platform == "win32" else [False, True])


#: What opens files for writing, in the ways that Python has.
WRITES = re.compile(
    r"\.write_bytes\(|(?<!def )\bwrite_text\(|mkstemp|NamedTemporaryFile|O_WRONLY|O_RDWR|copyfile"
    r"""|open\([^)]*["'][wax]b?\+?["']"""
)
#: Who may: the writer itself, the lock, the log that grows line by line, the way to nowhere.
WRITERS = {"display.py", "disk/whole.py", "disk/lock.py", "playback/trace.py", "cli.py"}


def test_nothing_else_in_the_program_writes_files():
    root = Path(whole.__file__).parents[1]
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if WRITES.search(path.read_text(encoding="utf-8"))
    }
    elsewhere = {"clip/cutting.py", "formats/registry.py", "media/sample.py", "web/transport.py"}
    assert found - elsewhere <= WRITERS
