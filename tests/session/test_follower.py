from viewer.core.media_source import MediaSource
from viewer.core.segment import Segment
from viewer.core.transcript import Said, Transcript

LINES = Transcript(
    (
        Segment(1000, 3000, "One."),
        Segment(4000, 6000, "Two."),
        Segment(5000, 8000, "Over two."),
    )
)
MEDIA = MediaSource.named("talk.mp4")


def follow(desk, transcript=LINES):
    reported = []
    desk.follower.said_changed.connect(lambda said, ms: reported.append((said, ms)))
    desk.player.open(MEDIA, None)
    desk.follower.follow(transcript)
    return reported


def test_every_change_is_reported_once_and_at_its_moment(desk):
    reported = follow(desk)
    desk.player.play()
    desk.pass_by(9)
    assert [said for said, _ in reported] == [
        Said((0,), 0),
        Said((), 0),
        Said((1,), 1),
        Said((1, 2), 2),
        Said((2,), 2),
        Said((), 2),
    ]
    due = (1000, 3000, 4000, 5000, 6000, 8000)
    assert all(0 <= ms - at < 60 for (_, ms), at in zip(reported, due, strict=True))


def test_a_seek_is_reported_before_the_engine_knows(desk):
    reported = follow(desk)
    desk.player.seek(4500)
    assert reported == [(Said((1,), 1), 4500)]


def test_a_transcript_followed_while_it_plays_is_lit_at_once(desk):
    reported = follow(desk, None)
    desk.player.seek(4500)
    assert reported == []
    desk.follower.follow(LINES)
    assert reported == [(Said((1,), 1), 4500)]


def test_without_a_transcript_nothing_is_said(desk):
    follow(desk)
    desk.player.seek(4500)
    desk.follower.follow(None)
    assert desk.follower.said == Said()
    desk.player.seek(1500)
    assert desk.follower.said == Said()


def test_the_next_moment_is_asked_of_the_transcript_that_is_followed(desk):
    follow(desk)
    desk.player.play()
    desk.pass_by(0.5)
    assert 0 < desk.player.boundaries.timer.interval() <= 505
    desk.follower.follow(None)
    assert not desk.player.boundaries.timer.isActive()
