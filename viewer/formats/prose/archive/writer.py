"""Writing archive Markdown."""

from collections.abc import Iterator

from viewer.core.dates import format_american_date
from viewer.core.links import is_web_link, without_time
from viewer.core.segment import Segment
from viewer.core.timecode import format_seconds, format_stamp
from viewer.core.transcript import Transcript
from viewer.formats.prose.archive.header import DESCRIPTION, FENCE, KEYWORDS, LENGTH, MEDIA
from viewer.formats.prose.archive.speakers import with_speaker
from viewer.formats.text import one_line


def write(transcript: Transcript) -> str:
    """Return the transcript in archive form; ends, words and problems have no place in it."""
    lines = [*_front_matter(transcript), *_head(transcript)]
    url = without_time(transcript.source.url)
    joint = "&" if "?" in url else "?" if url else "#"
    lines += [_bullet(segment, url + joint) for segment in transcript.segments]
    return "\n".join(lines) + "\n"


def _front_matter(transcript: Transcript) -> Iterator[str]:
    values = {_key(key): one_line(value) for key, value in transcript.metadata.items()}
    if transcript.duration_ms is not None:
        values.setdefault(LENGTH, format_seconds(transcript.duration_ms).removesuffix(".0") + "s")
    if transcript.keywords:
        values.setdefault(KEYWORDS, str(list(transcript.keywords)))
    for media in transcript.media[:1]:
        values.setdefault(MEDIA, one_line(media))
    if not values and not transcript.description:
        return
    yield FENCE
    yield from (f"{key}: {value}" for key, value in values.items() if key != DESCRIPTION)
    if transcript.description:
        yield f"{DESCRIPTION}: {transcript.description}"
    yield FENCE
    yield ""


def _key(key: str) -> str:
    return one_line(key).replace(":", "")


def _head(transcript: Transcript) -> Iterator[str]:
    source = transcript.source
    yield f"# {one_line(source.title)}".rstrip()
    date = format_american_date(source.published) if source.published else ""
    link = f" [{date}]({source.url})" if date or is_web_link(source.url) else ""
    if source.channel or link:
        yield f"**{one_line(source.channel)}:**{link}"


def _bullet(segment: Segment, link: str) -> str:
    text = with_speaker(segment.speaker, segment.text)
    if segment.start_ms is None:
        return f"*  {text}".rstrip()
    clock = format_stamp(segment.start_ms)[:-4]
    return f"*  {text} [[{clock}]({link}t={format_seconds(segment.start_ms)}s)]"
