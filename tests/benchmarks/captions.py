"""Captions of 20,000 cues against pysubs2, webvtt-py, json.loads, and the words found in them."""

import io
import json
from collections.abc import Callable, Iterator
from functools import partial

import pysubs2
import webvtt as webvtt_py

from tests.benchmarks.measuring import READING, Result, ratio, words_of
from viewer.core.timecode import format_stamp
from viewer.core.transcript import Transcript
from viewer.formats.captions import subrip, subrip_writer
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.captions.webvtt import writer as webvtt_writer
from viewer.formats.captions.webvtt import youtube as youtube_vtt
from viewer.formats.format import Content
from viewer.formats.youtube import json3 as youtube_json3
from viewer.formats.youtube import xml as youtube_xml

CUES = 20_000
STEP_MS = 2_411
#: Lines as films have them: two of about thirty characters, some in italics, some with a colon.
LINES = (
    "I never said that it was here,\nonly that I had seen it once.",
    "So where did you put it then?",
    "<i>There was nothing but the sea\nand the wind over the water.</i>",
    "He told me: go home and wait,\nand I did as I was told.",
    "It took us twelve days to get\nas far as the second river.",
    "Nobody knew what that meant.",
    "We had no food, we had no map\nand the radio was broken, too.",
    "And yet you went on?",
    "What else could we have done\nwith the snow behind us?",
    "Well, you could have asked.",
)


def measure() -> Iterator[Result]:
    """Compare in one run with what others need, then with the least that a reader could do."""
    yield from _against_others()
    for what, parse, text in (
        ("WebVTT with voices", webvtt.parse, _vtt(lambda i, text: f"<v Ann>{text}</v>")),
        ("WebVTT with words' times", webvtt.parse, _vtt(_with_words)),
        ("SubRip with speakers, accents, CRLF", subrip.parse, _odd_srt()),
        ("YouTube's rolling VTT", youtube_vtt.parse, _rolling()),
        ("YouTube's srv3", youtube_xml.parse, _srv3()),
    ):
        yield _against_words(what, parse, text)
    talk = webvtt.parse(Content.of(_vtt(_with_words)))
    for name, write in (
        ("SubRip", subrip_writer.write),
        ("WebVTT with words", webvtt_writer.write),
    ):
        ours, floor = partial(write, talk), words_of(write(talk))
        yield ratio(f"writing {name} : its words", ours, floor, READING, times=3)


def _against_others() -> Iterator[Result]:
    srt, vtt, json3 = _srt(), _vtt(), _json3()
    ours = partial(subrip.parse, Content.of(srt))
    theirs = partial(pysubs2.SSAFile.from_string, srt)
    yield ratio("SubRip : pysubs2", ours, theirs, 0.1, times=4)
    yield ratio("SubRip : webvtt-py", ours, partial(_webvtt_py, srt, "srt"), 0.1, times=3)
    ours = partial(webvtt.parse, Content.of(vtt))
    theirs = partial(pysubs2.SSAFile.from_string, vtt)
    yield ratio("WebVTT : pysubs2", ours, theirs, 0.1, times=4)
    yield ratio("WebVTT : webvtt-py", ours, partial(_webvtt_py, vtt, "vtt"), 0.1, times=3)
    ours = partial(youtube_json3.parse, Content.of(json3))
    yield ratio("json3 : json.loads", ours, partial(json.loads, json3), READING)


def _webvtt_py(text: str, kind: str) -> object:
    return webvtt_py.from_buffer(io.StringIO(text), format=kind)


def _against_words(what: str, parse: Callable[[Content], Transcript], text: str) -> Result:
    content = Content.of(text)
    count = len(parse(content).segments)
    assert count >= CUES // 2
    ours = partial(parse, content)
    return ratio(f"{what} : its words", ours, words_of(text), READING, times=3)


def _times(i: int, separator: str = ".") -> str:
    start = format_stamp(i * STEP_MS, separator=separator)
    return f"{start} --> {format_stamp(i * STEP_MS + 1873, separator=separator)}"


def _line(i: int) -> str:
    return LINES[i % len(LINES)]


def _heard(i: int) -> list[str]:
    """Return words as YouTube's recogniser cuts them: 7 a line on average, as in real files."""
    return _line(i).replace("<i>", "").replace("</i>", "").split()[:8]


def _srt() -> str:
    return "".join(f"{i + 1}\n{_times(i, ',')}\n{_line(i)}\n\n" for i in range(CUES))


def _odd_srt() -> str:
    cues = (f"{i + 1}\n{_times(i, ',')}\nAnn: é {_line(i)}\n\n" for i in range(CUES))
    return "".join(cues).replace("\n", "\r\n")


def _vtt(marked: Callable[[int, str], str] = lambda _, text: text) -> str:
    cues = (f"{_times(i)}\n{marked(i, _line(i))}\n\n" for i in range(CUES))
    return f"WEBVTT\n\n{''.join(cues)}"


def _with_words(i: int, text: str) -> str:
    begin = i * STEP_MS
    words = text.replace("<i>", "").replace("</i>", "").split()
    first, *rest = (f"<{format_stamp(begin + k * 100)}>{word}" for k, word in enumerate(words))
    return " ".join((first.partition(">")[2], *rest))


def _rolling() -> str:
    cues = []
    said = " "
    for i in range(CUES // 2):
        begin, end = i * STEP_MS, (i + 1) * STEP_MS
        text = f"line {i} of a long talk we had"
        first, *rest = text.split()
        tags = "".join(
            f"<{format_stamp(begin + k * 200)}><c> {word}</c>" for k, word in enumerate(rest, 1)
        )
        times = f"{format_stamp(begin)} --> {format_stamp(end - 10)} align:start position:0%"
        cues.append(f"{times}\n{said}\n{first}{tags}\n\n")
        times = f"{format_stamp(end - 10)} --> {format_stamp(end)} align:start position:0%"
        cues.append(f"{times}\n{text}\n \n\n")
        said = text
    return f"WEBVTT\nKind: captions\nLanguage: en\n\n{''.join(cues)}"


def _json3() -> str:
    events: list[dict[str, object]] = []
    for i in range(CUES):
        words = _heard(i)
        segs = [
            {"utf8": f" {w}", "tOffsetMs": k * 100, "acAsrConf": 0} for k, w in enumerate(words)
        ]
        segs[0] = {"utf8": words[0], "acAsrConf": 0}
        times = {"tStartMs": i * STEP_MS, "dDurationMs": 4000, "wWinId": 1}
        events.append({**times, "segs": segs})
        events.append({**times, "aAppend": 1, "segs": [{"utf8": "\n"}]})
    return json.dumps({"wireMagic": "pb3", "events": events}, indent=2)


def _srv3() -> str:
    lines = []
    for i in range(CUES // 2):
        words = _heard(i)
        spans = "".join(f'<s t="{k * 100}" ac="0"> {word}</s>' for k, word in enumerate(words))
        lines.append(f'<p t="{i * STEP_MS}" d="4000" w="1">{spans}</p>\n')
        lines.append(f'<p t="{i * STEP_MS + 9}" d="9" w="1" a="1">\n</p>\n')
    return f'<?xml version="1.0"?><timedtext format="3"><body>{"".join(lines)}</body></timedtext>'
