"""The search of Gaupol, a subtitle editor in Python, where it is installed: by its own library.

Debian has it as `gaupol`. It finds one place after the other, within a line, and counts none.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks.finding import LARGE, USUAL, texts_of
from tests.benchmarks.measuring import Result, seconds
from viewer.core.find import Finder
from viewer.core.timecode import format_stamp

#: What stands in the last line alone.
LAST: Final = "zebras at last"
_PYTHON: Final = Path("/usr/bin/python3")
_LIBRARY: Final = Path("/usr/lib/python3/dist-packages/aeidon")
_PROGRAM: Final = """
import json, sys, time
import aeidon
project, main = aeidon.Project(), aeidon.documents.MAIN
project.open_main(sys.argv[1], "utf_8")
project.set_search_string(sys.argv[2], ignore_case=True)
project.set_search_target(None, [main], True)
begun = time.process_time()
index = project.find_next(0, main, 0)[0]
print(json.dumps([len(project.subtitles), index, time.process_time() - begun]))
"""


def measure() -> Iterator[Result]:
    """Go to a phrase in the last line, in long files and in those that there are."""
    texts = texts_of(LARGE)
    for lines in (LARGE, USUAL):
        yield from _measure([*texts[: lines - 1], LAST])


def _measure(texts: Sequence[str]) -> Iterator[Result]:
    finder, count = Finder(texts), f"{len(texts):,}"
    ours = seconds(lambda: len(finder.find(LAST))) * 1000
    yield Result(f"a phrase at the end of {count} lines, counted", ours, unit=" ms")
    if not (_PYTHON.exists() and _LIBRARY.exists()):
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "talk.srt"
        file.write_text(_srt(texts), encoding="utf-8")
        run = [str(_PYTHON), "-W", "ignore", "-c", _PROGRAM, str(file), LAST]
        done = subprocess.run(run, capture_output=True, text=True, check=True)
    lines, index, spent = json.loads(done.stdout.splitlines()[-1])
    assert (lines, index) == (len(texts), len(texts) - 1)
    yield Result("the same in Gaupol, gone to and not counted", spent * 1000, unit=" ms")


def _srt(texts: Sequence[str]) -> str:
    cues = []
    for number, text in enumerate(texts):
        begin, end = (
            format_stamp(ms, separator=",") for ms in (number * 3000, number * 3000 + 2800)
        )
        cues.append(f"{number + 1}\n{begin} --> {end}\n{text}\n")
    return "\n".join(cues)
