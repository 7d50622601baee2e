"""Texts of 10,000 segments in the formats without a benchmark of their own: their words found."""

import json
from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path

from tests.benchmarks.measuring import READING, Result, ratio, words_of
from viewer.core.timecode import format_stamp
from viewer.formats import registry
from viewer.formats.format import Content

SEGMENTS = 10_000
STEP_MS = 2_400
LINE = "And this is what they said there, in so many words."


def measure() -> Iterator[Result]:
    """Read each by its own reader, from the decoded text to the segments."""
    for shape, (head, piece, tail) in SHAPES.items():
        name, _, kind = shape.partition(" ")
        content = Content.of(head + "".join(filled(piece, i) for i in range(SEGMENTS)) + tail)
        known = registry.by_name(name)
        path = Path("talk").with_suffix(known.suffixes[0])
        assert registry.claimants(sample_of(content), path)[0].format is known, name
        made = len(known.parse(content).segments)
        assert made >= SEGMENTS * 0.99, (name, made)
        title = f"{known.title} {kind}".strip()
        ours = partial(known.parse, content)
        yield ratio(f"{title} : its words", ours, words_of(content.text), READING, times=3)


def sample_of(content: Content) -> Content:
    """Return the head of a file, by which it is told."""
    most = registry.SAMPLE
    return Content(content.data[:most], content.text[:most], content.encoding)


def filled(piece: str, i: int) -> str:
    """Return a segment's piece with its words and times."""
    begin, end = i * STEP_MS, (i + 1) * STEP_MS - 100
    stamp = format_stamp(begin)
    return piece.format(
        i=i, n=i + 1, begin=begin, end=end, line=LINE, html=escape(LINE), stamp=stamp,
        clock=stamp[:8], until=format_stamp(end), who=("Anna Berg", "Ben Kahn")[i // 3 % 2],
        minutes=f"{begin // 60_000:02}:{begin % 60_000 / 1000:05.2f}",
        spans=_spans(begin),
        seconds=begin / 1000, seconds_end=end / 1000, frame=begin // 40, frame_end=end // 40,
    )  # fmt: skip


def _spans(begin: int) -> str:
    """Return five words, each in a span with its times: lyrics, with as many as real ones have."""
    step = STEP_MS // 6
    starts = range(begin, begin + 5 * step, step)
    return " ".join(
        f'<span begin="{format_stamp(ms)}" end="{format_stamp(ms + step - 20)}">{word}</span>'
        for ms, word in zip(starts, LINE.split()[:5], strict=True)
    )


_DIALOGUE = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
_PODLOVE = '{{"start_ms": {begin}, "end_ms": {end}, "voice": "{who}", "text": "{line}"}},\n'
_SLOTS = "".join(
    f'<TIME_SLOT TIME_SLOT_ID="b{i}" TIME_VALUE="{i * STEP_MS}"/>'
    f'<TIME_SLOT TIME_SLOT_ID="e{i}" TIME_VALUE="{(i + 1) * STEP_MS - 100}"/>'
    for i in range(SEGMENTS)
)
_MARK = '<span class="timestamp" data-timestamp="{seconds}">{clock}</span>{html}<br />'

#: By format, and what sort of it: what stands before the segments, a segment, what is behind them.
SHAPES = {
    "youtube-panel": ("", "{clock}\n{line}\n", ""),
    "clock-text": ("", "{clock} {line}\n\n", ""),
    "speaker-markdown": ("# A talk\n\n", "**{who}** [{clock}]\n\n{line}\n\n", ""),
    "turn-blocks": ("", "{clock}\n{who}\n{line}\n\n", ""),
    "plain-text": ("", "{line}\n", ""),
    "f4-text": ("", "{line} #{clock}-1#\n", ""),
    "audacity-labels": ("", "{seconds:.6f}\t{seconds_end:.6f}\t{line}\n", ""),
    "table": ("id\tBegin\tName\tSaid\n", "{n}\t{clock}\t{who}\t{line}\n", ""),
    "sbv": ("", "{stamp},{until}\n{line}\n\n", ""),
    "lrc": ("[ti:A talk]\n", "[{minutes}]{line}\n", ""),
    "tmplayer": ("", "{clock}:{line}|{line}\n", ""),
    "microdvd": ("{{1}}{{1}}25\n".format(), "{{{frame}}}{{{frame_end}}}{line}\n", ""),
    "substation": (
        f"[Script Info]\nTitle: A talk\n\n[Events]\n{_DIALOGUE}",
        "Dialogue: 0,{stamp},{until},Default,{who},0,0,0,,{line}\n",
        "",
    ),
    "sami": (
        "<SAMI><HEAD><STYLE><!-- .EN {lang: en-US;} --></STYLE></HEAD><BODY>\n",
        "<SYNC Start={begin}><P Class=EN>{html}\n<SYNC Start={end}><P Class=EN>&nbsp;\n",
        "</BODY></SAMI>",
    ),
    "ttml": (
        '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>\n',
        '<p begin="{stamp}" end="{until}">{html}</p>\n',
        "</div></body></tt>",
    ),
    "ttml with a span a word": (
        '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>\n',
        '<p begin="{stamp}" end="{until}">{spans}</p>\n',
        "</div></body></tt>",
    ),
    "noscribe-html": (
        '<html><head><meta name="audio_source" content="a.mp3" /></head><body>\n',
        '<p><a name="ts_{begin}_{end}_S01" >S01: {html}</a></p>\n',
        "</body></html>",
    ),
    "hypertranscript": (
        "<article><section>\n",
        '<p data-m="{begin}" data-d="2300">{html}</p>\n',
        "</section></article>",
    ),
    "python-text": (
        "[",
        "{{'text': '{line}', 'start': {seconds}, 'duration': 2.3}}, ",
        "{'text': 'x', 'start': 99999.0, 'duration': 2.3}]",
    ),
    "youtube-panel-json": (
        '{"initialSegments": [',
        '{{"transcriptSegmentRenderer": {{"startMs": "{begin}", "endMs": "{end}", "snippet": '
        '{{"runs": [{{"text": "{line}"}}]}}}}}}, ',
        '{"x": 1}]}',
    ),
    "inqscribe": ("app=InqScribe\ntext=", "[{clock}.05] {who}: {line}\\r", "\ntimecode.fps=25\n"),
    "web-page": ("<html><body>\n", "<p><b>{who}</b> ({clock}): {html}</p>\n", "</body></html>"),
    "otranscribe": ('{{"text": "'.format(), json.dumps(_MARK)[1:-1], '", "media-time": 1.5}'),
    "elan": (
        f"<ANNOTATION_DOCUMENT><TIME_ORDER>{_SLOTS}</TIME_ORDER>"
        '<TIER TIER_ID="A" PARTICIPANT="Anna">',
        '<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{i}" TIME_SLOT_REF1="b{i}"'
        ' TIME_SLOT_REF2="e{i}"><ANNOTATION_VALUE>{html}</ANNOTATION_VALUE>'
        "</ALIGNABLE_ANNOTATION></ANNOTATION>\n",
        "</TIER></ANNOTATION_DOCUMENT>",
    ),
    "quicktime-text": (
        "{QTtext}{timeScale:30}\n", "[{clock}.05]\n{line}\n[{clock}.29]\n\n", ""
    ),
    "subviewer": ("[TITLE]\nA talk\n[BEGIN]\n", "[{clock}]\n{line}|{line}\n", "[end]\n"),
    "dvd-subtitle": (
        "{HEAD\nLANG=EN\n}\n", "{{T {clock}:05\n{line}\n}}\n{{T {clock}:95\n\n}}\n", ""
    ),
    "powerdivx": ("", "{{{clock}}}{{{clock}}}{line}|{line}\n", ""),
    "jacosub": ("#TIMERES 30\n", "{clock}.05 {clock}.20 D {line}\\n{line}\n", ""),
    "realtext": (
        '<window duration="9:00:00">\n', '<time begin="{stamp}"/><clear/>{html}\n', "</window>"
    ),
    "usf": (
        "<USFSubtitles><subtitles>\n",
        '<subtitle start="{stamp}" stop="{until}"><text speaker="{who}">{html}</text></subtitle>\n',
        "</subtitles></USFSubtitles>",
    ),
    "final-cut": (
        '<fcpxml><sequence tcStart="0s"><spine><gap offset="0s" start="3600s">\n',
        '<caption offset="{frame}/25s" duration="2s" role="a?b=ITT.en"><text><text-style>{html}'
        "</text-style></text></caption>\n",
        "</gap></spine></sequence></fcpxml>",
    ),
    "xmeml": (
        "<xmeml><sequence><rate><timebase>25</timebase></rate>\n",
        "<generatoritem><start>{frame}</start><end>{frame_end}</end><effect><parameter>"
        "<parameterid>str</parameterid><value>{html}</value></parameter></effect></generatoritem>\n",
        "</sequence></xmeml>",
    ),
    "text-stream": (
        "<TextStream>\n",
        '<TextSample sampleTime="{stamp}">{html}</TextSample>\n',
        "</TextStream>",
    ),
    "transana": ("", "\u00a4<{begin}>{who}: {line}\n", ""),
    "podlove-json": ('{"transcripts": [', _PODLOVE, '{"start_ms": 0, "end_ms": 1, "text": "A"}]}'),
}  # fmt: skip
