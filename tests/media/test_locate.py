import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growing import least
from viewer.core.segment import Segment
from viewer.core.transcript import Source, Transcript
from viewer.formats.entries import SUFFIXES
from viewer.media import locate
from viewer.media.locate import Why

ID = "YCxNiKcoljE"
PLAIN = Transcript(())
ARCHIVED = Transcript((), source=Source(url=f"https://www.youtube.com/watch?v={ID}"))


@pytest.fixture
def place(tmp_path):
    """Make files by their names, below a folder that has a folder above it."""
    home = tmp_path / "above" / "talks"
    home.mkdir(parents=True)

    def make(*files):
        for name in files:
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"x")
        return home / files[0]

    return make


def names(paths):
    return [path.name for path in paths]


@pytest.mark.parametrize(
    "recording",
    [
        "talk.mp4",
        "Talk.MP4",
        "talk.m4a",
        "media/talk.mp4",
        "Video/talk.webm",
        "audio/talk.mp3",
        "../talk.mp4",
        "../media/talk.mp4",
    ],
)
@pytest.mark.parametrize("transcript", ["talk.md", "talk.en.vtt", "talk.mp4.srt", "talk_de.vtt"])
def test_the_same_stem_is_found_here_and_around(place, transcript, recording):
    path = place(transcript, recording, "other.mp4", "talk.png")
    assert locate.recording_for(path, PLAIN).samefile(path.parent / recording)


@pytest.mark.parametrize(
    "recording",
    [f"Some Title [{ID}].mp4", f"{ID}.webm", f"Title-{ID}.mkv", f"../x {ID} y.mp4"],
)
def test_the_videos_id_anywhere_in_a_name_is_found(place, recording):
    path = place("what-does-it-mean.md", recording, "Some Title [ZZZZZZZZZZZ].mp4")
    assert locate.recording_for(path, ARCHIVED).samefile(path.parent / recording)
    assert locate.recording_for(path, PLAIN) is None


def test_the_id_in_the_transcripts_own_name_counts(place):
    path = place(f"Short [{ID}].en.vtt", f"A longer title [{ID}].mp4")
    assert locate.candidates(path, PLAIN)[0].why is Why.VIDEO_ID


def test_the_ids_letters_are_distinguished_by_case(place):
    path = place("talk.md", f"Title [{ID.lower()}].mp4")
    assert locate.recording_for(path, ARCHIVED) is None


def test_a_stream_of_an_unfinished_download_comes_last(place):
    path = place("t.md", f"A [{ID}].f137.mp4", f"A [{ID}].webm")
    assert names(c.path for c in locate.candidates(path, ARCHIVED)) == [
        f"A [{ID}].webm",
        f"A [{ID}].f137.mp4",
    ]


def test_what_the_file_names_comes_before_names_and_ids(place, tmp_path):
    path = place("talk.md", "talk.mp4", f"[{ID}].mp4", "sub/clip0042.mov", "audio/enclosure 1.mp3")
    elsewhere = tmp_path / "elsewhere.mkv"
    elsewhere.write_bytes(b"x")
    named = (
        "gone.mp4",
        str(elsewhere),
        "sub/clip0042.mov",
        "https://cdn.example.org/ep/enclosure%201.mp3?x=1",
    )
    transcript = Transcript((), source=ARCHIVED.source, media=named)
    found = locate.candidates(path, transcript)
    assert [(each.path.name, each.why) for each in found] == [
        ("elsewhere.mkv", Why.NAMED),
        ("clip0042.mov", Why.NAMED),
        ("enclosure 1.mp3", Why.NAMED),
        ("talk.mp4", Why.SAME_NAME),
        (f"[{ID}].mp4", Why.VIDEO_ID),
    ]


@pytest.mark.parametrize(
    "form", ["{}", "file://{}", "C:\\Users\\me\\{0.name}", "/home/other/{0.name}"]
)
def test_named_files_are_found_as_written_or_by_their_name_beside(place, form):
    clip = place("clip.mp4")
    path = place("talk.srt")
    transcript = Transcript((), media=(form.format(clip),))
    assert locate.recording_for(path, transcript) == clip


@pytest.mark.parametrize(
    "named",
    [
        "",
        "\0",
        "..",
        "/",
        "//host/share/x.mp4",
        "\\\\host\\share\\x.mp4",
        "file://host/x",
        "http://[",
        "talk.md",
    ],
)
def test_what_names_no_file_here_is_passed_over(place, named):
    path = place("talk.md")
    assert locate.recording_for(path, Transcript((), media=(named,))) is None


def test_another_machines_share_is_not_asked(place, monkeypatch):
    path = place("talk.md")
    asked = []
    monkeypatch.setattr(os.path, "isfile", lambda path: asked.append(str(path)) or False)
    for named in ("//host/share/x.mp4", "\\\\host\\share\\x.mp4", "file://host/share/x.mp4"):
        locate.recording_for(path, Transcript((), media=(named,)))
    assert asked
    assert not [each for each in asked if "host" in each]


def test_the_nearest_comes_first_and_a_picture_before_none(place):
    path = place("talk.md", "talk.mp3", "talk.mp4", "video/talk.mkv", "../talk.mov")
    found = names(c.path for c in locate.candidates(path, PLAIN))
    assert found == ["talk.mp4", "talk.mp3", "talk.mkv", "talk.mov"]


def test_where_no_length_is_stated_the_last_time_said_settles_a_tie(place):
    path = place("talk.srt", "talk.wav", "media/talk.wav")
    transcript = Transcript((Segment(8_000, 10_000, "One."),))

    def length_of(recording):
        return 11_000 if recording.parent.name == "media" else 60_000

    found = locate.recording_for(path, transcript, length_of)
    assert found == path.parent / "media" / "talk.wav"


def test_the_length_settles_a_tie(place):
    path = place("talk.md", "talk.mp4", "talk.mkv", "video/talk.mp4", "talk.en.mp4")
    lengths = {"talk.mp4": 100_000, "talk.mkv": 299_900}
    transcript = Transcript((), duration_ms=298_000)
    asked = []

    def length_of(recording):
        asked.append(recording)
        return lengths.get(recording.name)

    assert locate.recording_for(path, transcript, length_of).name == "talk.mkv"
    assert len(asked) == 3
    assert len(locate.candidates(path, transcript, length_of)) == 3


def test_nothing_is_asked_where_there_is_no_tie(place):
    def length_of(_recording):
        raise AssertionError

    path = place("talk.md", "talk.mp4", f"[{ID}].mp4")
    transcript = Transcript((), source=ARCHIVED.source, duration_ms=5)
    assert locate.recording_for(path, transcript, length_of).name == "talk.mp4"


def test_folders_links_in_a_circle_and_closed_doors_do_no_harm(place, tmp_path):
    path = place("talk.md")
    (path.parent / "talk.mp4").mkdir()
    (path.parent / "talk.mkv").symlink_to(path.parent / "talk.mkv")
    (path.parent / "media").symlink_to(path.parent)
    os.mkfifo(path.parent / "talk.mov")
    (path.parent / "video").mkdir(mode=0)
    assert locate.recording_for(path, PLAIN) is None
    assert locate.recording_for(tmp_path / "none" / "talk.md", PLAIN) is None
    assert locate.recording_for(Path("/talk-that-is-not-there.md"), PLAIN) is None


def test_a_link_to_a_recording_is_one(place):
    path = place("talk.md", "far/real.mp4")
    (path.parent / "talk.mp4").symlink_to(path.parent / "far" / "real.mp4")
    assert locate.recording_for(path, PLAIN).name == "talk.mp4"


def test_a_relative_path_is_understood(place, monkeypatch):
    path = place("talk.md", "talk.mp4")
    monkeypatch.chdir(path.parent)
    assert locate.recording_for(Path("talk.md"), PLAIN) == path.parent / "talk.mp4"


# From the recording to its transcripts


def test_all_languages_and_formats_of_a_recording(place):
    files = ("talk.de.vtt", "talk.srt", "talk.md", "talk_fr.srt", "Talk.EN.vtt", "subs/talk.es.ass")
    media = place("talk.mp4", *files, "talker.srt", "talk.info.json", "talk.png", "tal.md")
    found = names(locate.transcripts_for(media, SUFFIXES))
    assert found == [
        "talk.md",
        "talk.srt",
        "Talk.EN.vtt",
        "talk.de.vtt",
        "talk.es.ass",
        "talk_fr.srt",
    ]
    assert locate.transcript_for(media, SUFFIXES).name == "talk.md"


def test_a_transcript_with_the_same_id_in_its_name_is_found(place):
    media = place(f"Title [{ID}].mp4", f"Other [{ID}].en.vtt", "Title.png")
    assert locate.transcript_for(media, SUFFIXES).name == f"Other [{ID}].en.vtt"


def test_an_archive_file_is_known_by_the_id_in_its_head(place):
    media = place(f"Some Great Title [{ID}].mp4", "some-great-title.md", "other.md", "../up.md")
    (media.parent / "other.md").write_text("x" * 2 * locate.HEAD_BYTES + ID)
    assert locate.transcript_for(media, SUFFIXES) is None
    (media.parent / "some-great-title.md").write_text(f"# T\n\n**C:** [D](https://x/watch?v={ID})")
    assert locate.transcript_for(media, SUFFIXES).name == "some-great-title.md"


def test_a_video_that_is_only_mentioned_is_anothers(place):
    media = place(f"Some Great Title [{ID}].mp4", "some-great-title-2.md", "x.md")
    media.with_name("some-great-title-2.md").write_text(f"Part 1: https://youtu.be/{ID}")
    assert locate.transcript_for(media, SUFFIXES).name == "some-great-title-2.md"
    media.with_name("x.md").write_text(f"**C:** [D](https://www.youtube.com/watch?v={ID})")
    assert locate.transcript_for(media, SUFFIXES).name == "x.md"


def test_likely_heads_are_read_before_many_others(place, monkeypatch):
    monkeypatch.setattr(locate, "MOST_HEADS", 3)
    media = place(f"Some Great Title [{ID}].mp4", *(f"a{n}.md" for n in range(50)))
    (media.parent / "zz-great-title.md").write_text(ID)
    assert locate.transcript_for(media, SUFFIXES).name == "zz-great-title.md"


def test_without_an_id_no_head_is_read(place):
    media = place("talk.mp4", "other.md")
    assert locate.transcript_for(media, SUFFIXES) is None


def test_siblings_are_the_languages_beside_one_of_each(place):
    path = place("talk.en.vtt", "talk.en.srt", "talk.de.srt", "talk.md", "talks.fr.vtt", "talk.mp4")
    assert names(locate.sibling_transcripts(path, SUFFIXES)) == [
        "talk.de.srt",
        "talk.en.vtt",
        "talk.md",
    ]
    plain = path.with_name("talk.md")
    assert names(locate.sibling_transcripts(plain, SUFFIXES))[-1] == "talk.md"


def test_a_transcript_alone_is_its_own_sibling(place):
    path = place("interview_me.md", "interview_us.md")
    assert locate.sibling_transcripts(path, SUFFIXES) == (path,)


# Limits


def test_a_folder_of_many_files_is_gone_through_few_times(tmp_path):
    for number in range(4_000):
        for suffix in ("md", "mp4"):
            os.close(
                os.open(tmp_path / f"some long title {number}.{suffix}", os.O_CREAT | os.O_WRONLY)
            )
    path = tmp_path / "talk.md"
    path.write_bytes(b"")
    floor = least(lambda folder: [Path(each.path).stem for each in os.scandir(folder)], tmp_path)

    def looked(_):
        assert locate.recording_for(path, ARCHIVED) is None
        assert locate.recording_for(tmp_path / "some long title 777.md", ARCHIVED) is not None
        assert locate.transcript_for(tmp_path / f"Title [{ID}].mp4", SUFFIXES) is None
        assert len(locate.sibling_transcripts(path, SUFFIXES)) == 1

    assert least(looked, None) < 20 * floor  # about 5


@given(st.text(max_size=30), st.lists(st.text(max_size=40), max_size=3))
def test_any_names_are_looked_for_without_a_fault(tmp_path_factory, name, named):
    path = Path(tmp_path_factory.getbasetemp()) / (name.replace("/", "").replace("\0", "") + "x.md")
    assert locate.recording_for(path, Transcript((), media=tuple(named))) is None


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_that_is_read_is_found_beside_its_recording(tmp_path, suffix):
    (tmp_path / f"other{suffix}").touch()
    (tmp_path / "other.mp4").touch()
    found = locate.transcript_for(tmp_path / "other.mp4", SUFFIXES)
    assert found == tmp_path / f"other{suffix}"
