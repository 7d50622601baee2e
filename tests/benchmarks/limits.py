"""Files made to do harm, against the sample: each gives a sentence, in six times its time, 300 MB.

Each is opened by `cueline info` in a process of its own, of which the time and the largest amount
of memory are taken; the sample is opened before each.
"""

import io
import os
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.measuring import Result

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = next((ROOT / "seeds").glob("*.md"))
#: Two seconds where the sample takes a third of one.
MOST = 6.0
MOST_MB = 300.0
LINE = 100_000_000
DEPTH = 10_000

#: Runs the command, then tells how much memory it took at most.
PROGRAM = """
import resource, sys
from pathlib import Path
from viewer.cli import main
status = main(["info", sys.argv[1]])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
own = Path("/proc/self/status")  # there a process does not inherit what its parent had
if own.is_file():
    lines = own.read_text().splitlines()
    peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
print(f"status {status} peak {peak}", file=sys.stderr)
"""
_PROLOGUE = "<?xml version='1.0'?>"
_LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 13))
)


def measure() -> Iterator[Result]:
    """Open every file, and take the time and the memory."""
    with tempfile.TemporaryDirectory() as folder:
        for name, make in FILES.items():
            path = Path(folder) / name
            path.write_bytes(make())
            usual, _, _ = _opened(SAMPLE)
            took, peak, reported = _opened(path)
            note = f"{took:.2f} s / {usual:.2f} s. {reported}"
            yield Result(f"{path.name} : the sample", took / usual, MOST, note=note)
            yield Result(f"{path.name}, memory", peak, MOST_MB, " MB")
            path.unlink()


def _opened(path: Path) -> tuple[float, float, str]:
    """Return the processor's seconds, the megabytes at most, and what was said."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - spent.ru_utime - spent.ru_stime
    *reported, figures = done.stderr.strip().splitlines() or [""]
    peak = int(figures.rpartition(" ")[2]) if "peak" in figures else 10**9
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    sentence = " ".join(reported)[:110] or done.stdout.strip().partition("\n")[0][:110]
    return took, peak / unit, sentence


def _filled(head: str, piece: str, tail: str = "", most: int = LINE) -> Callable[[], bytes]:
    return lambda: (head + piece * (most // len(piece)) + tail).encode()


def _nested(head: str, opening: str, closing: str, tail: str = "") -> Callable[[], bytes]:
    return lambda: (head + opening * DEPTH + "words" + closing * DEPTH + tail).encode()


def _packed(xml: Callable[[], bytes]) -> Callable[[], bytes]:
    def pack() -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", xml())
        return buffer.getvalue()

    return pack


_EAF = f"{_PROLOGUE}<ANNOTATION_DOCUMENT>"
_WORD = f'{_PROLOGUE}<w:document xmlns:w="x"><w:body>'
FILES: dict[str, Callable[[], bytes]] = {
    "laughs.eaf": lambda: f"{_PROLOGUE}{_LAUGHS}<ANNOTATION_DOCUMENT>&a12;".encode(),
    "laughs.ttml": lambda: f"{_PROLOGUE}{_LAUGHS}<tt><body><p>&a12;</p></body></tt>".encode(),
    "laughs.ytt": lambda: f"{_PROLOGUE}{_LAUGHS}<timedtext><body><p t='1'>&a12;".encode(),
    "laughs.html": lambda: f"{_LAUGHS}<p><a name='ts_0_1_S01'>&a12;</a>".encode(),
    "laughs.docx": _packed(lambda: f"{_PROLOGUE}{_LAUGHS}<w:document>&a12;".encode()),
    "line.eaf": _filled(_EAF, "<TIER TIER_ID='a'>x</TIER>"),
    "line.html": _filled("<p>", "<a name='ts_0_1000_S01'>S01: words</a>"),
    "page.html": _filled(
        "<p>0:01 words</p><p>0:04 words</p>", "<p>0:05 words</p>", most=30_000_000
    ),
    "line.otr": _filled('{"text": "', "<p><span class='timestamp'>0:01</span> words</p>", '"}'),
    "line.json": _filled('{"segments": [', '{"start": 0, "end": 1, "text": "words"},', "{}]}"),
    "line.txt": _filled("", "0:01 words and words "),
    "line.srt": _filled("1\n00:00:01,000 --> 00:00:02,000\n", "words "),
    "line.csv": _filled("start,end,text\n0:01,0:02,", '"a",'),
    "line.docx": _packed(_filled(_WORD, "<w:p><w:t>words</w:t></w:p>")),
    "tags.docx": _packed(_filled(_WORD, "<w:p><w:t>words</w:t></w:p>", most=30_000_000)),
    "text.docx": _packed(_filled(_WORD, "<w:p><w:t>words and</w:t></w:p>", most=14_000_000)),
    "line-in-one-word.docx": _packed(_filled(f"{_WORD}<w:p><w:t>", "words ")),
    "deep.eaf": _nested(_EAF, "<TIER TIER_ID='a'>", "</TIER>"),
    "deep.html": _nested("", "<p><a name='ts_0_1000_S01'>", "</a></p>"),
    "deep-words.html": _nested("", "<p data-m='1'>", "</p>"),
    "deep.otr": _nested('{"media-time": 1, "text": "', "<p><b>", "</b></p>", '"}'),
    "deep-lists.otr": _nested('{"media-time": 1, "text": ', "[", "]", "}"),
    "deep.json": _nested('{"segments": ', "[", "]", "}"),
    "deep.ttml": _nested(f"{_PROLOGUE}<tt><body>", "<div>", "</div>", "</body></tt>"),
    "deep.txt": _nested("", "<p>", "</p>"),
    "deep.docx": _packed(_nested(_WORD, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")),
}
