"""Telling formats: an SRT of 1,500 cues and Whisper's JSON, against a first look at them."""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.measuring import Result, in_turn, timed
from viewer.core.timecode import format_stamp
from viewer.formats import registry
from viewer.formats.format import Content

CUES = 1_500
#: Once is too short to measure.
OFTEN = 20
#: What telling is held against: as often the times of all cues found, the whole of the JSON read.
_TIMES = re.compile(r"\d+:\d\d:\d\d,\d{3} --> \d+:\d\d:\d\d,\d{3}")


def measure() -> Iterator[Result]:
    """Compare each with its floor."""
    subrip, whisper = _subrip(), _whisper()
    for name, text, floor in (
        ("talk.srt", subrip, partial(_TIMES.findall, subrip)),
        ("talk.json", whisper, partial(json.loads, whisper)),
    ):
        tell = partial(_tell, text, Path(name))
        yield in_turn(f"telling {name} : its floor", _often(tell), _often(floor), 10)


def _often(act: Callable[[], object]) -> Callable[[], float]:
    return partial(timed, lambda: [act() for _ in range(OFTEN)])


def _tell(text: str, path: Path) -> None:
    """Tell a format by the head of its text, of which nothing is known yet."""
    registry.claimants(Content.of(text[: registry.SAMPLE]), path)


def _subrip() -> str:
    times = [format_stamp(number * 2_000, separator=",") for number in range(CUES + 1)]
    return "".join(
        f"{n + 1}\n{times[n]} --> {times[n + 1]}\nWhat is said in cue {n}.\n\n" for n in range(CUES)
    )


def _whisper() -> str:
    segments = [
        {"id": n, "start": n * 2.0, "end": n * 2.0 + 2, "text": f" What is said {n}.", "tokens": []}
        for n in range(CUES)
    ]
    return json.dumps({"text": "", "segments": segments, "language": "en"})
