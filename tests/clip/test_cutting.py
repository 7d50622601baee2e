"""Clips of every kind, decoded again."""

import errno
from contextlib import contextmanager
from fractions import Fraction
from types import SimpleNamespace

import av
import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from tests.clip.recordings import SMALL, bursts, expected, heard, numbered, onsets, seen
from tests.video import Clip
from viewer.clip import cutting, look
from viewer.clip.cutting import cut
from viewer.clip.wish import Captions, Cue, Part, Wish
from viewer.core.stretch import Stretch
from viewer.errors import ViewerError
from viewer.media.probe import probe
from viewer.session import captions as session_captions

NTSC = Fraction(30_000, 1001)
VARIED = tuple(sum((20, 55, 33, 90, 41, 7)[i % 6] for i in range(n)) for n in range(140))
CLIPS = {
    "25": Clip(seconds=6, keyframe_s=2, **SMALL),
    "29.97": Clip(seconds=6, keyframe_s=2, fps=NTSC, **SMALL),
    "without sound": Clip(seconds=6, keyframe_s=2, sound=False, **SMALL),
    "varied": Clip(seconds=5, keyframe_s=2, sound=False, times_ms=VARIED, **SMALL),
}
ROUND_MS = 1


@pytest.fixture(scope="session")
def films(tmp_path_factory):
    folder = tmp_path_factory.mktemp("films")
    made = {}
    for number, (name, clip) in enumerate(CLIPS.items()):
        kind = {key: getattr(clip, key) for key in ("seconds", "fps", "sound", "times_ms")}
        made[name] = numbered(folder / f"film {number}.mp4", **kind)
    made["sound"] = bursts(folder / "talk.wav")
    return made


def wish(path, begin_ms, end_ms, kind="mp4", *cues, **how):
    return Wish((Part(path, Stretch(begin_ms, end_ms), cues),), kind, **how)


def sentence(made, out, **how):
    with pytest.raises(ViewerError) as caught:
        cut(made, out, **how)
    left = [path.name for path in out.parent.iterdir() if path.suffix in {out.suffix, ".new"}]
    assert left == []
    return f"{caught.value} {caught.value.hint}".strip()


@pytest.mark.parametrize("name", list(CLIPS))
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(begin_ms=st.integers(0, 4000), length_ms=st.integers(1, 900))
def test_an_exact_clip_shows_what_the_recording_shows(films, tmp_path, name, begin_ms, length_ms):
    out, end_ms = tmp_path / "clip.mp4", begin_ms + length_ms
    made = cut(wish(films[name], begin_ms, end_ms), out)
    assert (made.begin_ms, made.length_ms) == (begin_ms, length_ms)
    found = seen(out)
    numbers, begins = expected(CLIPS[name], begin_ms, end_ms)
    assert found.numbers == numbers
    assert all(abs(a * 1000 - b) <= ROUND_MS for a, b in zip(found.begins, begins, strict=True))
    frame_ms = 90 if name == "varied" else 40
    assert abs(found.end * 1000 - length_ms) <= frame_ms


def test_sound_is_exact_to_the_sample_and_does_not_click(films, tmp_path):
    for kind, off_s in (("m4a", 0.001), ("mp3", 0.001), ("webm", 0.002), ("mp4", 0.001)):
        out = tmp_path / f"clip.{kind}"
        cut(wish(films["sound"], 1_510, 4_010, kind), out)
        samples, rate = heard(out)
        assert abs(len(samples) / rate - 2.5) < 0.03
        found = onsets(samples, rate)
        assert found == pytest.approx([0.49, 1.49, 2.49], abs=off_s + 0.001), kind


def test_the_ends_of_sound_fade(tmp_path):
    path = bursts(tmp_path / "talk.wav", 2)
    out = tmp_path / "clip.m4a"
    cut(wish(path, 10, 40, "m4a"), out)  # from within a tone to within the same
    samples, rate = heard(out)
    loud = [max(map(abs, samples[i : i + rate // 1000])) for i in range(0, rate * 3 // 100, 48)]
    assert loud[0] < 0.15
    assert max(loud[12:18]) > 0.5
    assert loud[-1] < 0.15


def test_a_gif_has_the_length_and_the_pictures(films, tmp_path):
    out = tmp_path / "clip.gif"
    made = cut(wish(films["25"], 1_000, 3_000, "gif"), out)
    found = seen(out)
    assert made.length_ms == 2_000
    assert len(found.numbers) == 25
    assert [number for number in found.numbers if number is not None] == found.numbers
    assert found.numbers == [25 + 2 * i for i in range(25)]
    assert found.end == 2


def test_webm_and_what_it_tells(films, tmp_path):
    out = tmp_path / "clip.webm"
    made = wish(films["25"], 400, 1_200, "webm", title="A talk", artist="They", comment="x.org")
    cut(made, out)
    assert seen(out).numbers == list(range(10, 30))
    with av.open(str(out)) as container:
        told = {key.lower(): value for key, value in container.metadata.items()}
        assert [each.codec_context.name for each in container.streams] == ["vp9", "opus"]
    assert (told["title"], told["artist"], told["comment"]) == ("A talk", "They", "x.org")


@pytest.mark.parametrize("kind", ["mp4", "m4a"])
def test_a_fast_clip_begins_at_a_keyframe_and_says_where(films, tmp_path, kind):
    out = tmp_path / f"clip.{kind}"
    made = cut(wish(films["25"], 2_900, 4_100, kind, exact=False), out)
    if kind == "mp4":
        assert made.begin_ms == 2_000
        found = seen(out)
        assert found.numbers[:2] == [50, 51]
        assert 103 in found.numbers
        assert abs(found.end * 1000 - made.length_ms) <= 40
    else:
        assert 2_870 < made.begin_ms <= 2_900
    assert 0 <= made.begin_ms + made.length_ms - 4_100 < 160


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_recording_is_upright(tmp_path, turn):
    path = numbered(tmp_path / "talk.mp4", seconds=1, rotation=turn, sound=False)
    assert probe(path).display_size == ((90, 160) if turn != 180 else (160, 90))
    cut(wish(path, 0, 400), tmp_path / "clip.mp4")
    info = probe(tmp_path / "clip.mp4")
    assert (info.display_size, info.rotation) == (probe(path).display_size, 0)


def test_wide_pixels_become_square(tmp_path):
    path = numbered(tmp_path / "talk.mp4", seconds=1, aspect=Fraction(2), sound=False)
    cut(wish(path, 0, 400), tmp_path / "clip.mp4")
    info = probe(tmp_path / "clip.mp4")
    assert (info.width, info.height, info.pixel_aspect) == (320, 90, 1.0)


@pytest.mark.parametrize("kind", ["mp4", "webm"])
@pytest.mark.parametrize("exact", [True, False], ids=["exact", "fast"])
def test_captions_as_a_track_are_read_back(films, tmp_path, kind, exact):
    source = films["25"]
    if kind == "webm" and not exact:
        source = tmp_path / "talk.webm"
        cut(wish(films["25"], 0, 3_000, "webm"), source)
    cues = Cue(0, 900, "Before & <after>."), Cue(900, 2_000, "Ümläut"), Cue(5_000, 6_000, "Late")
    out = tmp_path / f"clip.{kind}"
    made = cut(wish(source, 500, 1_500, kind, *cues, exact=exact, captions=Captions.TRACK), out)
    segments = session_captions.load(out).transcript.segments
    shift = 500 - made.begin_ms
    assert [(s.start_ms, s.end_ms, s.text) for s in segments] == [
        (0, 400 + shift, "Before & <after>."),
        (400 + shift, 1_000 + shift, "Ümläut"),
    ]


def test_captions_are_burned_in_while_they_are_said(films, tmp_path):
    cues = (Cue(1_000, 1_400, "Words"),)
    bare, burned = tmp_path / "bare.mp4", tmp_path / "burned.mp4"
    cut(wish(films["25"], 800, 1_800), bare)
    cut(wish(films["25"], 800, 1_800, "mp4", *cues, captions=Captions.BURNED), burned)
    pairs = zip(_feet(bare), _feet(burned), strict=True)
    other = [sum(abs(a - b) > 60 for a, b in zip(*pair, strict=True)) > 40 for pair in pairs]
    assert other == [5 <= i < 15 for i in range(25)]


def _feet(path):
    """Yield how bright each picture is where captions stand."""
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            plane = frame.reformat(format="yuv420p").planes[0]
            yield bytes(plane)[74 * plane.line_size : 86 * plane.line_size]


def test_a_supercut_shows_part_after_part(films, tmp_path):
    parts = (
        Part(films["25"], Stretch(1_000, 1_400), (Cue(1_000, 1_400, "One"),)),
        Part(films["without sound"], Stretch(3_000, 3_200), (Cue(3_000, 3_200, "Two"),)),
        Part(films["25"], Stretch(200, 400)),
    )
    out = tmp_path / "clip.mp4"
    made = cut(Wish(parts, "mp4", captions=Captions.TRACK), out)
    assert made.length_ms == 800
    assert seen(out).numbers == [*range(25, 35), *range(75, 80), *range(5, 10)]
    samples, rate = heard(out)
    assert abs(len(samples) / rate - 0.8) < 0.03
    segments = session_captions.load(out).transcript.segments
    assert [(s.start_ms, s.end_ms, s.text) for s in segments] == [
        (0, 400, "One"),
        (400, 600, "Two"),
    ]


def test_progress_grows_to_the_end(films, tmp_path):
    told = []
    cut(wish(films["25"], 0, 1_000), tmp_path / "clip.mp4", told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 20


def test_what_is_cancelled_leaves_what_was_there(films, tmp_path):
    out = tmp_path / "clip.mp4"
    out.write_bytes(b"mine")
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 20

    with pytest.raises(ViewerError, match="cancelled"):
        cut(wish(films["25"], 0, 5_000), out, cancelled=cancelled)
    assert [path.name for path in tmp_path.iterdir()] == ["clip.mp4"]
    assert out.read_bytes() == b"mine"


def test_what_cannot_be_made_is_said_in_a_sentence(films, tmp_path):
    film, talk = films["without sound"], films["sound"]
    told = {
        "m4a": (wish(film, 0, 900, "m4a"), "film 2.mp4 has no sound for M4A. Choose MP4 or WebM."),
        "gif": (wish(talk, 0, 900, "gif"), "talk.wav has no picture for a GIF. Choose M4A or MP3."),
        "mp4": (
            wish(film, 4_000, 9_000),
            "film 2.mp4 ends before 0:09, where the clip should end. film 2.mp4 is 0:06 long.",
        ),
        "webm": (
            wish(film, 0, 900, "webm", exact=False),
            "film 2.mp4 is of h264, which cannot be copied into WebM. "
            "Choose exact, or another kind.",
        ),
    }
    for suffix, (made, words) in told.items():
        assert sentence(made, tmp_path / f"clip.{suffix}") == words
    for made, words in (
        (wish(film, 7_000, 9_000), "There is nothing at 0:07 in film 2.mp4."),
        (wish(film, 900, 900), "The clip would end before it begins."),
        (Wish((), "mp4"), "There is nothing to cut."),
        (wish(talk, 0, 900, captions=Captions.BURNED), "There is no picture to draw captions on."),
        (wish(film, 0, 9, "mp3", captions=Captions.TRACK), "film 2.mp4 has no sound for MP3."),
        (wish(talk, 0, 9, "mp3", captions=Captions.TRACK), "MP3 has no track for captions."),
        (wish(film, 0, 9, exact=False, captions=Captions.BURNED), "What is copied cannot be drawn"),
        (wish(film, 0, 9, "gif", exact=False), "A GIF cannot be copied, only encoded anew."),
        (wish(tmp_path / "gone.mp4", 0, 9), f"There is no gone.mp4 in {tmp_path}."),
    ):
        assert sentence(made, tmp_path / f"clip.{made.kind}").startswith(words)


def test_a_long_gif_is_refused(tmp_path):
    path = numbered(tmp_path / "talk.mp4", seconds=32, fps=Fraction(2), sound=False)
    words = "A GIF can be 30 seconds long at most. Choose MP4 or WebM."
    assert sentence(wish(path, 0, 31_000, "gif"), tmp_path / "clip.gif") == words


def test_a_recording_that_breaks_off_is_told_with_the_place(tmp_path):
    path = bursts(tmp_path / "talk.wav", 3, told=6)
    data = path.read_bytes()
    with av.open(str(path)) as container:
        assert container.duration <= 6_000_000
    for made, words in (
        (wish(path, 1_000, 5_000, "m4a"), "Nothing after 0:03 in talk.wav can be decoded."),
    ):
        found = sentence(made, tmp_path / "clip.m4a")
        assert found.startswith((words, "talk.wav ends before 0:05"))
    assert path.read_bytes() == data


def test_random_bytes_and_text_are_no_recordings(tmp_path):
    path = tmp_path / "talk.mp4"
    path.write_text("Only words.")
    words = "talk.mp4 holds text, not a recording. Open it as a transcript."
    assert sentence(wish(path, 0, 900, "webm"), tmp_path / "clip.webm") == words


def test_free_space_is_looked_at_first(films, tmp_path, monkeypatch):
    full = SimpleNamespace(free=30_000)
    monkeypatch.setattr(look, "shutil", SimpleNamespace(disk_usage=lambda _: full))
    found = sentence(wish(films["25"], 0, 1_000), tmp_path / "clip.mp4")
    assert found.startswith(f"There is too little room in {tmp_path}: the clip may need 0.0 MB")


def test_a_disk_that_fills_up_is_said_of_the_disk(films, tmp_path, monkeypatch):
    class Full:
        def write(self, data):
            raise OSError(errno.ENOSPC, "No space left on device")

        def seek(self, *_):
            return 0

        def tell(self):
            return 0

    @contextmanager
    def full(_path):
        yield Full()

    monkeypatch.setattr(cutting, "whole_file", full)
    for exact in (True, False):
        with pytest.raises(ViewerError) as caught:
            cut(wish(films["25"], 0, 900, exact=exact), tmp_path / "clip.mp4")
        assert str(caught.value) == f"The disk of {tmp_path} is full, so the clip was not saved."


def test_a_missing_encoder_is_said(films, tmp_path, monkeypatch):
    monkeypatch.setattr(look.av.codec, "codecs_available", {"aac"})
    found = sentence(wish(films["25"], 0, 900), tmp_path / "clip.mp4")
    assert found.startswith("MP4 cannot be written here: the encoder libx264, mpeg4 is missing.")


def test_the_recording_itself_is_never_replaced(films):
    before = films["25"].read_bytes()
    with pytest.raises(ViewerError, match="is the recording itself"):
        cut(wish(films["25"], 0, 900), films["25"])
    assert films["25"].read_bytes() == before
