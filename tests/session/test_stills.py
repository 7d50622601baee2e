"""Single frames in jobs: one at a time, and what goes wrong with them stays among us."""

from tests.video import Clip, make_video
from viewer.session.jobs import Jobs
from viewer.session.stills import Stills


def test_the_last_wish_counts(qapp, tmp_path):
    path = make_video(tmp_path / "clip.mp4", Clip(seconds=1, width=320, height=180))
    waiting, got = [], []
    stills = Stills(Jobs(start=waiting.append))
    stills.ask(path, 0, got.append)
    stills.ask(path, 500, got.append)
    for work in waiting:
        work()
    qapp.sendPostedEvents()
    assert [still.start_us for still in got] == [480_000]


def test_what_cannot_be_decoded_is_none(qapp, tmp_path):
    got = []
    jobs = Jobs(start=lambda work: work())
    Stills(jobs).ask(tmp_path / "none.mp4", 0, got.append)
    qapp.sendPostedEvents()
    assert got == [None]
