import av
import pytest

from viewer.core.segment import Segment
from viewer.core.transcript import Source, Transcript
from viewer.errors import MediaError
from viewer.media import sample
from viewer.media.probe import probe

TALK = Transcript(
    (Segment(0, 1400, "The first line."), Segment(1960, 3000, "The second one, a little longer.")),
    source=Source(title="A talk"),
    duration_ms=4000,
)


def never():
    return False


def ignore(_fraction):
    pass


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    reported = []
    folder = tmp_path_factory.mktemp("cache") / "samples"
    return sample.recording(TALK, folder, reported.append, never), reported


def test_it_is_as_long_as_the_transcript_and_says_what_it_is(made):
    info = probe(made[0])
    assert abs(info.duration_ms - 4000) < 60
    assert info.has_video
    assert info.has_audio
    assert info.display_size == (640, 360)
    assert info.title == "Stand-in recording: A talk"


def test_progress_rises_to_one(made):
    assert made[1] == [0.0, 0.25, 0.5, 0.75, 1.0]


def test_nothing_but_the_recording_is_left(made):
    assert list(made[0].parent.iterdir()) == [made[0]]


def test_it_is_made_once(made):
    def unwanted(_fraction):
        raise AssertionError

    assert sample.recording(TALK, made[0].parent, unwanted, never) == made[0]


def frames_of(path):
    """Return each frame's time and the small picture of its text."""
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            image = frame.to_image().convert("L").crop((0, 0, 640, 300)).resize((64, 30))
            yield round(frame.time * 1000), image.tobytes()


def test_the_picture_changes_at_the_frame_at_which_a_line_starts(made):
    frames = list(frames_of(made[0]))
    assert [ms for ms, _ in frames] == [40 * number for number in range(100)]

    def changed(ms):
        before, after = (dict(frames)[each] for each in (ms - 40, ms))
        return sum(abs(a - b) for a, b in zip(before, after, strict=True)) > 800

    assert [ms for ms in range(40, 4000, 40) if changed(ms)] == [1400, 1960, 3000]


def test_a_tone_sounds_as_each_line_starts(made):
    with av.open(str(made[0])) as container:
        loud = set()
        for frame in container.decode(audio=0):
            samples = memoryview(frame.planes[0]).cast("B").cast("f")
            if max(samples) > sample.LOUDNESS / 2:
                loud.add(round(frame.time, 1))
    assert loud == {0.1, 0.2, 0.3, 2.0, 2.1, 2.2} | (loud & {0.0, 2.3})


def test_another_text_or_recipe_is_another_file(tmp_path, monkeypatch):
    first = sample.path_for(TALK, tmp_path)
    assert sample.path_for(Transcript(TALK.segments), tmp_path) != first
    monkeypatch.setattr(sample, "RECIPE", sample.RECIPE + 1)
    assert sample.path_for(TALK, tmp_path) != first


def test_cancelled_it_leaves_nothing(tmp_path):
    asked = iter((False, True))
    with pytest.raises(MediaError, match="cancelled"):
        sample.recording(TALK, tmp_path, ignore, lambda: next(asked))
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(MediaError, match=r"^The sample's recording could not be made in .*\.$"):
        sample.recording(TALK, tmp_path / "file" / "samples", ignore, never)


def test_without_libx264_another_encoder_serves(tmp_path, monkeypatch):
    monkeypatch.setattr(sample, "_ENCODERS", (("no-such-encoder", {}), *sample._ENCODERS[1:]))
    path = sample.recording(TALK, tmp_path, ignore, never)
    assert probe(path).has_video


def test_an_untimed_transcript_gets_one_too(tmp_path):
    path = sample.recording(Transcript((Segment(None, None, "x"),)), tmp_path, ignore, never)
    assert abs(probe(path).duration_ms - 1000) < 60
