"""Real caption files, where they are present, against what was counted in them."""

import csv
import re

import pytest

from viewer.formats import registry

FOLDERS = ("srt/", "vtt/", "vtt-youtube-auto/", "youtube-json3/", "youtube-srv3/", "media-pairs/")
SUFFIXES = (".srt", ".vtt", ".json3", ".ytt")
#: Where ours differs from the manifest, as docs/formats.md explains: how many segments.
DIFFERENT = {
    "vtt-youtube-auto/ambiso__subs.en.vtt": 428,
    "vtt-youtube-auto/azzindani__tests_fixtures_rolling.vtt": 3,
    "media-pairs/videogrep-manifesto/manifesto.vtt": 37,
    "vtt/hyperaudio__chapters-bbc-education.vtt": 3,
    "youtube-srv3/arcusmaximus__YTSubConverter.Tests_Ass_Files_Simultaneous.ytt": 30,
}
PANEL_PASTE = "srt/OliverDeBrisbane__subtitles.srt"


@pytest.fixture(scope="module")
def files(corpus):
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8", newline="") as manifest:
        rows = list(csv.DictReader(manifest, delimiter="\t"))
    named = [row for row in rows if row["local_path"].startswith(FOLDERS)]
    return {
        row["local_path"]: row
        for row in named
        if row["local_path"].endswith(SUFFIXES) and row["local_path"] != PANEL_PASTE
    }


def test_every_file_opens_with_the_manifests_numbers(corpus, files):
    assert len(files) > 15
    for name, row in files.items():
        transcript = registry.load(corpus / name)
        count = DIFFERENT.get(name, int(row["expected_cues"]))
        assert (name, len(transcript.segments)) == (name, count)
        if not int(row["expected_cues"]):
            continue
        assert transcript.segments[0].start_ms == round(float(row["first_start_s"]) * 1000), name
        assert transcript.last_time_ms == round(float(row["last_end_s"]) * 1000), name


def test_each_difference_is_real(files):
    for name, count in DIFFERENT.items():
        assert int(files[name]["expected_cues"]) != count


def test_a_pasted_transcript_is_not_taken_for_subrip(corpus):
    text = (corpus / PANEL_PASTE).read_text(encoding="utf-8")
    sample = registry.Content(text.encode(), text)
    assert "subrip" not in [known.name for known in registry.FORMATS if known.claims(sample)]


def test_rolling_captions_say_what_the_plain_ones_of_the_same_recording_say(corpus):
    folder = corpus / "media-pairs" / "videogrep-manifesto"
    rolling, plain = (
        registry.load(folder / "manifesto.vtt"),
        registry.load(folder / "manifesto.srt"),
    )
    assert [(s.start_ms, s.text) for s in rolling.segments] == [
        (s.start_ms, s.text) for s in plain.segments
    ]


@pytest.mark.parametrize("name", [name for name in DIFFERENT if "chapters" not in name][:3])
def test_every_word_comes_once(corpus, name):
    transcript = registry.load(corpus / name)
    text = (corpus / name).read_text(encoding="utf-8")
    assert [segment.text for segment in transcript.segments] == lines_said(text)
    for segment in transcript.segments:
        assert [word.text for word in segment.words] == segment.text.split()


def lines_said(text):
    """The lines that are said, found another way: the last line of each cue that holds a time.

    One without times counts too if the cue lasts and the line stands below another one.
    """
    said = []
    for block in re.split(r"\n(?=\d\d:\d\d:\d\d\.\d{3} --> )", text)[1:]:
        times, *lines = block.rstrip("\n").split("\n")
        begin, end = (
            int(re.sub(r"\D", "", part)) for part in times.split(" align")[0].split("-->")
        )
        lasts = not 0 < (end - begin) % 100_000 <= 10
        if lasts and ("<c>" in lines[-1] or (len(lines) > 1 and lines[-1].strip())):
            said.append(re.sub(r"<[^>]*>", "", lines[-1]).strip())
    return said


def test_words_and_speakers_of_real_files(corpus):
    json3 = registry.load(corpus / "youtube-json3" / "priyanshu-agrawal-cse__transcript.en.json3")
    assert sum(len(segment.words) for segment in json3.segments) > 1700
    zoom = registry.load(corpus / "vtt" / "aekupor__transcript.vtt")
    assert zoom.speakers == ("Ashlee Kupor (SL)", "Dora Demszky")
    podcast = registry.load(
        corpus / "vtt" / "Podcastindex-org__docs_examples_transcripts_example.vtt"
    )
    assert podcast.speakers == ("Sarah", "Gillian")
