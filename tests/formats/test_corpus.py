"""Every real file, where they are present, opens from the command line with what was counted in it.

The manifest beside the files holds what other tools or a count by hand found: cues, the first
start and the last end. Where ours differs, `DIFFERENCES` says how and why, and so does the table
in docs/formats.md.
"""

import csv
import json
import re
from pathlib import Path

import pytest

from tests.conftest import CORPUS, ROOT
from viewer import cli
from viewer.formats import registry

MANIFEST = CORPUS / "MANIFEST.tsv"
#: By file: segments, first start and last end in milliseconds as they are here, and why.
DIFFERENCES = {
    "vtt-youtube-auto/ambiso__subs.en.vtt": (
        428, 0, 883_279, "rolling captions: each line is counted once, not each time it is shown",
    ),
    "vtt-youtube-auto/azzindani__tests_fixtures_rolling.vtt": (
        3, 480, 8_400, "rolling captions: each line is counted once, not each time it is shown",
    ),
    "media-pairs/videogrep-manifesto/manifesto.vtt": (
        37, 1_599, 87_840, "rolling captions: as many lines as the SubRip of the same recording",
    ),
    "vtt/hyperaudio__chapters-bbc-education.vtt": (
        3, 1_000, 351_000, "its times have no fraction: none by WebVTT's rules, three are meant",
    ),
    "srt/OliverDeBrisbane__subtitles.srt": (
        68, 0, 148_000, "no SubRip but a paste from YouTube's transcript panel, read as that",
    ),
    "asr-podcast2/Podcastindex-org__docs_examples_transcripts_example.json": (
        2, 500, 3_000, "its five entries are single words: they are put together into lines",
    ),
    "ttml/tkarabela__tests_data_ttml_example_apple.ttml": (
        38, 19_764, 230_693, "its times count from the start of the song, not of the `div`s",
    ),
    "ttml/mantas/mantas-done__ttml_with_multiple_divs.ttml": (
        3, 1_464, 10_928, "a `p` without times takes those of its `div`",
    ),
    "youtube-srv3/arcusmaximus__YTSubConverter.Tests_Ass_Files_Simultaneous.ytt": (
        30, 1, 40_657, "one of the 31 events has nothing but a zero-width space for text",
    ),
    "md-changelog/thechangelog__practicalai_practical-ai-41.md": (
        76, 217_000, 2_641_000, "three turns have a time in the middle, where a new line begins",
    ),
    "noscribe/kaixxx__tests_data_interview.html": (
        249, 0, 737_141, "the last mark ends before it starts: its start is the last time known",
    ),
}  # fmt: skip
#: Here the manifest counts words and marks of punctuation, not lines: what is compared is words.
COUNTED_IN_WORDS = {
    "asr-aws/edgarroman__asrOutput.json": 23,
    "asr-deepgram/pransil__jfk.json": 63,
}


def manifest():
    """Return the manifest's rows of transcripts by path; none where there is no manifest."""
    if not MANIFEST.is_file():
        return {}
    with MANIFEST.open(encoding="utf-8", newline="") as file:
        rows = {row["local_path"]: row for row in csv.DictReader(file, delimiter="\t")}
    return {name: row for name, row in rows.items() if not row["notes"].startswith("MEDIA")}


def counted(row):
    """Return the cues, the first start and the last end of a row of the manifest."""
    times = (row["first_start_s"], row["last_end_s"])
    return int(row["expected_cues"]), *(round(float(s) * 1000) if s else None for s in times)


def info_of_file(capsys, *arguments):
    """Return what the command line prints as JSON; it must succeed without a complaint."""
    status = cli.main(["info", "--json", "--segments", *map(str, arguments)])
    out, complaint = capsys.readouterr()
    assert (status, complaint) == (0, "")
    return json.loads(out)


@pytest.mark.parametrize("name", sorted(manifest()) or [pytest.param("", id="no corpus")])
def test_a_real_file_opens_with_what_was_counted_in_it(corpus, capsys, name):
    reported = info_of_file(capsys, corpus / name)
    wanted = counted(manifest()[name])
    if name in DIFFERENCES:
        assert DIFFERENCES[name][:3] != wanted
        wanted = DIFFERENCES[name][:3]
    if name in COUNTED_IN_WORDS:
        wanted = (COUNTED_IN_WORDS[name], *wanted[1:])
        reported["segments"] = reported["words"]
    assert (reported["segments"], reported["first_start_ms"], reported["last_end_ms"]) == wanted
    assert len(reported["items"]) == reported["segments"] or name in COUNTED_IN_WORDS


@pytest.mark.parametrize("name", sorted(manifest()) or [pytest.param("", id="no corpus")])
def test_a_real_file_is_the_same_whatever_its_name_ends_in(corpus, name):
    data = (corpus / name).read_bytes()
    wanted = registry.parse(data, Path(name)).segments
    for suffix in ("", ".txt", ".srt", ".sub", ".str", ".vtt", ".json", ".md", ".csv", ".html"):
        assert registry.parse(data, Path(f"talk{suffix}")).segments == wanted, suffix


def test_captions_inside_a_recording_open_too(corpus, capsys):
    reported = info_of_file(
        capsys, corpus / "media-pairs" / "embedded-captions" / "sample_MP4_SRT.mp4"
    )
    assert (reported["segments"], reported["first_start_ms"], reported["last_end_ms"]) == (
        2,
        1_000,
        5_024,
    )


def test_each_difference_is_of_a_file_that_is_there(corpus):
    assert set(DIFFERENCES) | set(COUNTED_IN_WORDS) <= set(manifest())


def test_the_differences_are_those_that_are_documented():
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    documented = re.findall(
        r"^\| `([^`|]+/[^`|]+)` \| (\d+) \| (\S+ – \S+) \| (.+) \|$", text, re.M
    )
    ours = [
        (name, str(count), f"{first / 1000:g} – {last / 1000:.6g}", why)
        for name, (count, first, last, why) in DIFFERENCES.items()
    ]
    assert sorted(documented) == sorted(ours)


def test_every_format_is_documented():
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^`|]+?)(?: \((also written)\))? \|", text, re.M)
    for known in registry.FORMATS:
        assert (known.title, "also written" if known.write else "") in rows


def test_each_format_has_its_origin_and_what_tells_it_and_is_kept():
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    rows = [
        re.split(r" ?(?<!\\)\| ?", line)[1:-1] for line in text.splitlines() if line[:2] == "| "
    ]
    by_title = {row[0].removesuffix(" (also written)"): row for row in rows if len(row) == 5}
    for known in registry.FORMATS:
        _, origin, told, kept, _ = by_title[known.title]
        assert all((origin, told, kept)), known.title


@pytest.mark.parametrize(
    "name", [name for name, row in DIFFERENCES.items() if "rolling" in row[3]], ids=str
)
def test_rolling_captions_are_fewer_and_have_every_word_once(corpus, capsys, name):
    reported = info_of_file(capsys, corpus / name)
    assert reported["segments"] < int(manifest()[name]["expected_cues"])
    text = (corpus / name).read_text(encoding="utf-8")
    assert " ".join(item["text"] for item in reported["items"]).split() == said_once(text)


def said_once(text):
    """Return the words of rolling captions, found another way: by what a screen would show.

    Each cue is a screenful of lines. Of the lines, those which the screen before it already
    showed, at its end, are no news.
    """
    said, before = [], []
    for block in re.split(r"^.*-->.*\n", text, flags=re.M)[1:]:
        lines = [re.sub(r"<[^>]*>", "", line).split() for line in block.splitlines()]
        lines = [line for line in lines if line]
        kept = next(n for n in range(len(lines), -1, -1) if lines[:n] == before[len(before) - n :])
        said += [word for line in lines[kept:] for word in line]
        before = lines
    return said
