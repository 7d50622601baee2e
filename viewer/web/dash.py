"""DASH rewritten as HLS, which the player here understands; recorded streams in one period alone.

https://dashif.org/docs/ (ISO/IEC 23009-1): segments by a template, by a list, or in one file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, islice
from typing import Final
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from viewer.core.timecode import clock_seconds
from viewer.web import sidx
from viewer.web.playlists import LOCKED, Lead, Takes, sooner
from viewer.web.target import Piece

#: More pieces than these are no recording that anybody plays.
_MOST: Final = 100_000
_LENGTH: Final = re.compile(r"P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?", re.ASCII)
_VARIABLE: Final = re.compile(r"\$(RepresentationID|Number|Bandwidth|Time)?(?:%0(\d{1,2})d)?\$")
_RANGE: Final = re.compile(r"\d{1,18}-\d{1,18}", re.ASCII)
#: How what can be rewritten as MPEG-TS is called, in which seeks are exact; `""` is not said.
_EXACT: Final = ("avc", "hev", "hvc", "mp4a", "ac-3", "ec-3", "opus")


class UnreadableError(Exception):
    """It cannot be played here; the message is a sentence."""


@dataclass(slots=True)
class Segment:
    """A piece: its address, how long it is in seconds, and which bytes of it."""

    url: str
    seconds: float
    span: str = ""


@dataclass(slots=True)
class Stream:
    """Pictures of one size, or sound, with what a list says of it."""

    sound: bool
    bandwidth: int
    codecs: str
    size: tuple[str, str]
    #: What stands before each piece, and which bytes of it.
    begin: str = ""
    begin_span: str = ""
    segments: list[Segment] = field(default_factory=list)
    #: Where the index stands of a stream that is one file.
    index: str = ""

    @property
    def is_exact(self) -> bool:
        """Whether a seek in it finds its place."""
        return not self.codecs or self.codecs.lower().startswith(_EXACT)

    def split(self, index: bytes) -> None:
        """Take a stream that is one file for its pieces, which its index tells."""
        (one,) = self.segments
        pieces = sidx.pieces(index, _end(self.index) + 1)
        if pieces:
            self.segments = [Segment(one.url, seconds, span) for span, seconds in pieces]
            self.begin = one.url
            self.begin_span = self.begin_span or f"0-{int(self.index.partition('-')[0]) - 1}"

    def written(self, lead: Lead, takes: Takes) -> str:
        """Return it as a list of pieces, asked for by a way of our own."""
        longest = max((segment.seconds for segment in self.segments), default=1)
        begin = Piece(self.begin, self.begin_span)
        rewritten = bool(self.begin) and takes(begin)
        lines = [
            "#EXTM3U",
            "#EXT-X-VERSION:7",
            f"#EXT-X-TARGETDURATION:{int(longest) + 1}",
            "#EXT-X-PLAYLIST-TYPE:VOD",
        ]
        if begin.url and not rewritten:
            lines.append(f'#EXT-X-MAP:URI="{lead(Piece(begin.url))}"{_bytes_of(begin.span, "=")}')
        for segment in self.segments:
            lines.append(f"#EXTINF:{segment.seconds:.6f},")
            if rewritten:
                lines.append(lead(Piece(segment.url, segment.span, begin.url, begin.span)))
                continue
            if segment.span:
                lines.append(f"#EXT-X-BYTERANGE:{_bytes_of(segment.span)}")
            lines.append(lead(Piece(segment.url)))
        return "\n".join([*(sooner(lines) if rewritten else lines), "#EXT-X-ENDLIST", ""])


def is_dash(head: bytes) -> bool:
    """Return whether what begins so describes a DASH stream."""
    return b"<MPD" in head


def read(text: str, base: str) -> list[Stream]:
    """Return the streams of a presentation, those with the best picture first.

    Raises `UnreadableError`.
    """
    try:
        root = fromstring(text)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise UnreadableError("The description of the stream is damaged.") from error
    for each in root.iter():
        each.tag = str(each.tag).rpartition("}")[2]
    periods = root.findall("Period")
    if root.get("type") == "dynamic":
        raise UnreadableError("It is a live stream by DASH, which cannot be played here.")
    if len(periods) != 1:
        raise UnreadableError("It is a stream of several parts by DASH, which do not play here.")
    if root.find(".//ContentProtection") is not None:
        raise UnreadableError(LOCKED)
    period = periods[0]
    length = _seconds(period.get("duration") or root.get("mediaPresentationDuration") or "")
    base = _base(period, _base(root, base))
    found = [
        _stream(chain, _base(chain[0], _base(chain[1], base)), length)
        for group in period.findall("AdaptationSet")
        for one in group.findall("Representation")
        if not (chain := (one, group, period))[0].get("mimeType", "").startswith("text/")
    ]
    playing = [stream for stream in found if stream is not None and stream.segments]
    return sorted(playing, key=lambda stream: (stream.sound, -stream.bandwidth))


def master(streams: list[Stream], names: list[str]) -> str:
    """Return the list of lists: each picture with the best sound, or the sound alone."""
    sounds, pictures = _best(streams, sound=True), _best(streams, sound=False)
    lines = ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"]
    beside, heard = "", ""
    if sounds and pictures:
        lines.append(
            '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="sound",DEFAULT=YES,AUTOSELECT=YES,'
            f'URI="{names[sounds[0]]}"'
        )
        beside, heard = ',AUDIO="sound"', f",{streams[sounds[0]].codecs}"
    for index in pictures or sounds:
        stream = streams[index]
        width, height = stream.size
        size = f",RESOLUTION={width}x{height}" if width and height else ""
        codecs = f',CODECS="{stream.codecs}{heard}"' if stream.codecs else ""
        lines.append(f"#EXT-X-STREAM-INF:BANDWIDTH={stream.bandwidth or 1}{size}{codecs}{beside}")
        lines.append(names[index])
    return "\n".join([*lines, ""])


def _best(streams: list[Stream], *, sound: bool) -> list[int]:
    """Return which streams to offer: those that can be sought exactly, where there are any."""
    alike = [i for i, stream in enumerate(streams) if stream.sound is sound]
    return [i for i in alike if streams[i].is_exact] or alike


def _bytes_of(span: str, mark: str = "") -> str:
    """Return a range of bytes in the words of a list."""
    if not span:
        return ""
    first = int(span.partition("-")[0])
    said = f"{_end(span) - first + 1}@{first}"
    return f',BYTERANGE="{said}"' if mark else said


def _end(span: str) -> int:
    return int(span.partition("-")[2])


_Chain = tuple[Element, Element, Element]


def _stream(chain: _Chain, base: str, length: float) -> Stream | None:
    def said(name: str) -> str:
        return next((value for each in chain[:2] if (value := each.get(name))), "")

    kind = (said("mimeType") or said("contentType")).partition("/")[0]
    codecs = re.sub(r'[",\s]', "", said("codecs"))
    if kind not in ("audio", "video"):
        return None
    digits = [each if each.isdecimal() else "" for each in (said("width"), said("height"))]
    rate = int(said("bandwidth")) if said("bandwidth").isdecimal() else 0
    stream = Stream(kind == "audio", rate, codecs, (digits[0], digits[1]))
    for name, fill in (("SegmentTemplate", _by_template), ("SegmentList", _by_list)):
        if any(each.find(name) is not None for each in chain):
            fill(stream, chain, base, length)
            return stream
    _as_one_file(stream, chain, base, length)
    return stream


def _as_one_file(stream: Stream, chain: _Chain, base: str, length: float) -> None:
    stream.segments = [Segment(base, length)]
    stream.index = _ranged(_said(chain, "SegmentBase", "indexRange"))
    stream.begin_span = _ranged(_said(chain, "SegmentBase/Initialization", "range"))


def _ranged(said: str) -> str:
    return said if _RANGE.fullmatch(said) else ""


def _said(chain: _Chain, name: str, attribute: str, usual: str = "") -> str:
    found = (each.find(name) for each in chain)
    return next((v for e in found if e is not None and (v := e.get(attribute))), usual)


def _by_template(stream: Stream, chain: _Chain, base: str, length: float) -> None:
    name = "SegmentTemplate"
    scale = _number(_said(chain, name, "timescale", "1")) or 1
    first = _number(_said(chain, name, "startNumber", "1"))
    fills = {"RepresentationID": chain[0].get("id", ""), "Bandwidth": str(stream.bandwidth)}
    begin, media = _said(chain, name, "initialization"), _said(chain, name, "media")
    if begin:
        stream.begin = urljoin(base, _filled(begin, fills))
    timeline = next(
        (t for each in chain if (t := each.find(f"{name}/SegmentTimeline")) is not None), None
    )
    span = _number(_said(chain, name, "duration", "0"))
    times = (
        _times(timeline, length * scale) if timeline is not None else _even(span, length * scale)
    )
    for number, (time, duration) in zip(count(first), islice(times, _MOST), strict=False):
        known = {**fills, "Number": str(number), "Time": str(time)}
        stream.segments.append(Segment(urljoin(base, _filled(media, known)), duration / scale))


def _times(timeline: Element, end: float) -> Iterator[tuple[int, int]]:
    time = 0
    for row in timeline.findall("S"):
        time, span = _number(row.get("t", str(time))), _number(row.get("d", "0"))
        if span <= 0:
            return
        repeats = row.get("r", "0")
        times = int((end - time) // span) if repeats == "-1" else _number(repeats) + 1
        for _ in range(min(times, _MOST)):
            yield time, span
            time += span


def _even(span: int, end: float) -> Iterator[tuple[int, int]]:
    time = 0
    while span > 0 and time < end:
        yield time, min(span, round(end - time))
        time += span


def _by_list(stream: Stream, chain: _Chain, base: str, _length: float) -> None:
    name = "SegmentList"
    scale = _number(_said(chain, name, "timescale", "1")) or 1
    span = _number(_said(chain, name, "duration", "0")) / scale
    listed = next(found for each in chain if (found := each.find(name)) is not None)
    begin = listed.find("Initialization")
    if begin is not None:
        stream.begin = urljoin(base, begin.get("sourceURL", ""))
        stream.begin_span = _ranged(begin.get("range", ""))
    for row in islice(listed.findall("SegmentURL"), _MOST):
        bytes_of_it = _ranged(row.get("mediaRange", ""))
        stream.segments.append(Segment(urljoin(base, row.get("media", "")), span, bytes_of_it))


def _filled(template: str, fills: dict[str, str]) -> str:
    def fill(match: re.Match[str]) -> str:
        if match[1] is None:
            return "$"
        return fills.get(match[1], "").zfill(int(match[2] or 1))

    return _VARIABLE.sub(fill, template)


def _base(element: Element, base: str) -> str:
    named = element.findtext("BaseURL", "").strip()
    try:
        return urljoin(base, named)
    except ValueError:
        return base


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 20 else 0


def _seconds(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    days, hours, minutes, seconds = (
        (float(part or 0) for part in match.groups()) if match else [0] * 4
    )
    return clock_seconds(days * 24 + hours, minutes, seconds)
