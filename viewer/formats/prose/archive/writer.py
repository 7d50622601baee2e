"""Writing archive Markdown."""

from collections.abc import Iterator

from viewer.core.dates import format_american_date
from viewer.core.links import is_web_link, without_time
from viewer.core.segment import Segment
from viewer.core.timecode import format_seconds, format_stamp
from viewer.core.transcript import Transcript
from viewer.formats.prose.archive.header import (
    DESCRIPTION,
    FENCE,
    KEYWORDS,
    LENGTH,
    MEDIA,
    PAIR,
    like_a_fence,
)
from viewer.formats.prose.archive.speakers import with_speaker, without_time_at_end


def write(transcript: Transcript) -> str:
    """Return the transcript in archive form; ends, words and problems have no place in it."""
    lines = [*_front_matter(transcript), *_head(transcript)]
    url = without_time(transcript.source.url)
    joint = "&" if "?" in url else "?" if url else "#"
    lines += [_bullet(segment, url + joint) for segment in transcript.segments]
    return "\n".join(lines) + "\n"


def _front_matter(transcript: Transcript) -> Iterator[str]:
    pairs = transcript.metadata.items()
    values = {_key(key): value for key, value in pairs if PAIR.fullmatch(f"{_key(key)}:")}
    if transcript.duration_ms is not None:
        values.setdefault(LENGTH, format_seconds(transcript.duration_ms).removesuffix(".0") + "s")
    if transcript.keywords:
        values.setdefault(KEYWORDS, str(list(transcript.keywords)))
    for media in transcript.media[:1]:
        values.setdefault(MEDIA, media)
    if not values and not transcript.description:
        return
    yield FENCE
    yield from (f"{key}: {value}" for key, value in values.items() if key != DESCRIPTION)
    if transcript.description:
        lines = transcript.description.split("\n")
        shielded = "\n".join(_shielded(line) if like_a_fence(line) else line for line in lines)
        yield f"{DESCRIPTION}: {shielded}"
    yield FENCE
    yield ""


def _shielded(line: str) -> str:
    """Return a line that would end the front matter, or looks like one that was shielded, so."""
    bare = line.lstrip()
    return f"{line[: len(line) - len(bare)]}\\{bare}"


def _key(key: str) -> str:
    return key.replace(":", "").strip()


def _head(transcript: Transcript) -> Iterator[str]:
    source = transcript.source
    yield f"# {source.title}".rstrip()
    date = format_american_date(source.published) if source.published else ""
    url = source.url if is_web_link(source.url) else ""
    link = f" [{date}]({url})" if date or url else ""
    if source.channel or link:
        yield f"**{source.channel}:**{link}"


def _bullet(segment: Segment, link: str) -> str:
    text = with_speaker(segment.speaker, segment.text)
    if segment.start_ms is None:
        return f"*  {without_time_at_end(text)}".rstrip()
    clock = format_stamp(segment.start_ms)[:-4]
    return f"*  {text} [[{clock}]({link}t={format_seconds(segment.start_ms)}s)]"
