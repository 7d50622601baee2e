"""Archive Markdown of 11,100 segments against pysubs2 reading an SRT with the same text."""

import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import pysubs2

from tests.benchmarks.measuring import Result, ratio
from viewer.core.timecode import format_stamp
from viewer.formats import registry

ROOT = Path(__file__).resolve().parents[2]
SEGMENTS = 11_100
STEP_MS = 3_860
MOJIBAKE = "Theyâ€™re going â€“ he said â€œsoonâ€\x9d."


def measure() -> Iterator[Result]:
    """Compare both, each from the file to its segments, with ftfy loaded and used by ours."""
    with tempfile.TemporaryDirectory() as folder:
        archive, captions = Path(folder) / "talk.md", Path(folder) / "talk.srt"
        archive.write_text(_archive(), encoding="utf-8")
        captions.write_text(_captions(), encoding="utf-8")
        assert len(registry.load(archive).segments) == len(pysubs2.load(str(captions))) == SEGMENTS
        read = partial(registry.load, archive)
        theirs = partial(pysubs2.load, str(captions))
        yield ratio("archive Markdown : pysubs2's SubRip", read, theirs, 1 / 3)


def _lines() -> list[str]:
    seed = next((ROOT / "seeds").glob("*.md"))
    texts = [segment.text for segment in registry.load(seed).segments]
    texts[20] = MOJIBAKE  # so that every 42nd line goes through ftfy
    return list(islice(cycle(texts), SEGMENTS))


def _archive() -> str:
    seed = next((ROOT / "seeds").glob("*.md")).read_text(encoding="utf-8")
    head = seed.partition("\n*  ")[0]
    link = "https://www.youtube.com/watch?v=YCxNiKcoljE"
    bullets = [
        f"*  {text} [[{format_stamp(i * STEP_MS)[:8]}]({link}&t={i * STEP_MS / 1000 * 1.1 / 1.1}s)]"
        for i, text in enumerate(_lines())
    ]
    return "\n".join([head, *bullets, ""])


def _captions() -> str:
    cues = []
    for i, text in enumerate(_lines()):
        times = (format_stamp(ms, separator=",") for ms in (i * STEP_MS, (i + 1) * STEP_MS))
        cues.append(f"{i + 1}\n{' --> '.join(times)}\n{text}\n")
    return "\n".join(cues)
