"""What a stranger's file names as its recording, and folders as strangers fill them."""

import os

import pytest

from viewer.core.transcript import Transcript
from viewer.media import locate

MANY = 20_000


@pytest.fixture
def talk(tmp_path):
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nHello\n")
    return path


@pytest.mark.parametrize(
    "named",
    [
        "/dev/zero",
        "/dev/stdin",
        "/proc/self/fd/0",
        "rtsp://127.0.0.1:9/a.mp4",
        "smb://host/share/a.mp4",
        "udp://@:1234",
        "v4l2:///dev/video0",
        "dvd:///dev/sr0",
        "screen://",
        "data:video/mp4;base64,AAAA",
        "concat:a.mp4|b.mp4",
        "subfile,,start,0,end,9,,:/etc/passwd",
        "clip.mp4 :sout=#file{dst=/tmp/x}",
        ":sout=#file{dst=/tmp/x}",
        "--sout=x",
        "clip.mp4#t=1",
        "zip:///a.zip!/b.mp4",
        "a" * 100_000,
        "\n",
    ],
)
def test_devices_addresses_and_options_are_no_recordings(talk, named):
    talk.with_name("clip.mp4").write_bytes(b"x")
    assert locate.candidates(talk, Transcript((), media=(named,))) == []


def test_a_pipe_under_a_recordings_name_is_not_waited_for(talk):
    if not hasattr(os, "mkfifo"):
        pytest.skip("pipes lie in no folder here")
    os.mkfifo(talk.with_suffix(".mp4"))
    assert locate.recording_for(talk, Transcript((), media=("talk.mp4",))) is None


def test_a_folder_of_very_many_files_is_listed_once_and_no_file_of_it_is_opened(talk, monkeypatch):
    names = [f"talk {number}.mp4" for number in range(MANY)]
    looked_at, listed, isfile, listdir = [], [], os.path.isfile, os.listdir

    def many(folder):
        listed.append(os.fspath(folder))
        return [*listdir(folder), *names] if os.fspath(folder) == str(talk.parent) else []

    monkeypatch.setattr(os, "listdir", many)
    monkeypatch.setattr(os.path, "isfile", lambda p: looked_at.append(p) or isfile(p))
    assert locate.recording_for(talk, Transcript(())) is None
    assert len(listed) == len(set(listed))
    assert len(looked_at) < 10


def test_links_that_lead_round_in_a_circle_end(talk):
    (talk.parent / "media").symlink_to(talk.parent)
    (talk.parent / "loop.mp4").symlink_to("loop.mp4")
    assert locate.recording_for(talk, Transcript((), media=("loop.mp4",))) is None
