"""What stands before the transcript in a text file: front matter, a title, an agenda, chapters."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from viewer.core.dates import parse_date
from viewer.core.links import is_web_link, time_in_link, without_time
from viewer.core.oneline import one_line
from viewer.core.timecode import CLOCK, parse_time
from viewer.core.transcript import Chapter
from viewer.formats.draft import Draft, clean_source
from viewer.formats.kit.chapters import chapters_in
from viewer.formats.kit.markdown import plain_text
from viewer.formats.kit.media_keys import media_in, unquoted
from viewer.formats.prose.turns import heading
from viewer.formats.text import repaired

_FENCE: Final = "---"
_PAIR: Final = re.compile(r"([A-Za-z_][\w -]{0,40}):(?:[ \t]++(.*))?")
_ITEM: Final = re.compile(r"[ \t]*+-[ \t]++(.*)")
#: Keys under which the page of the recording stands.
_LINK_KEYS: Final = ("media", "video", "audio", "recording", "url", "link")
#: `[Title](#name-000097)`: the anchor of a turn, with its second.
_ANCHOR: Final = re.compile(r"\[([^\[\]]{1,300})\]\(#[^()\s]{0,200}-([0-9]{6})\)")
_LINK: Final = re.compile(r"\[([^\[\]]{1,300})\]\(([^()\s]{1,2000})\)")
_CLOCK: Final = re.compile(CLOCK)
#: A line of a list; its text may be emphasised.
_BULLET: Final = re.compile(r"[ \t]*(?:[-*+•]|[0-9]{1,3}[.)])[ \t]+")


def read_head(lines: Sequence[str], draft: Draft) -> None:
    """Read the lines above the first mark into the draft: nothing of them is transcript."""
    begin = _read_front_matter(lines, draft)
    title, link = draft.metadata.get("title", ""), ""
    kept = []
    for line in lines[begin:]:
        named = heading(line)
        if named and not title:
            title = plain_text(named)
        else:
            kept.append(line)
        link = link or _recording_link(line)
    draft.description = repaired("\n".join(kept).replace("\0", "")).strip()
    draft.chapters.extend(_chapters(kept, draft.description))
    _set_source(draft, title, link)


def _set_source(draft: Draft, title: str, link: str) -> None:
    fields = {key.casefold(): value for key, value in draft.metadata.items()}
    named = (fields.get(key, "") for key in _LINK_KEYS)
    url = next((each for each in named if is_web_link(each)), link)
    draft.media.extend(media_in(fields))
    draft.language = fields.get("language") or fields.get("lang") or None
    channel = fields.get("channel") or fields.get("podcast") or fields.get("show") or ""
    published = parse_date(fields.get("date", "")[:30])
    draft.source = clean_source(title, channel, published, without_time(url))


def _read_front_matter(lines: Sequence[str], draft: Draft) -> int:
    """Read simple YAML between two fences, and return the row below it."""
    opening = next((row for row, line in enumerate(lines) if line and not line.isspace()), 0)
    if not lines or lines[opening].strip() != _FENCE:
        return 0
    rows = range(opening + 1, len(lines))
    closing = next((row for row in rows if lines[row].strip() == _FENCE), 0)
    if not closing:
        return 0
    lists: dict[str, list[str]] = {}
    key = ""
    for line in lines[opening + 1 : closing]:
        if match := _PAIR.fullmatch(line.rstrip()):
            key = match[1].strip()
            draft.metadata[key] = _value(match[2] or "")
        elif key and (item := _ITEM.fullmatch(line)):
            lists.setdefault(key, []).append(_value(item[1]))
    draft.metadata.update({key: ", ".join(items) for key, items in lists.items()})
    draft.keywords = tuple(lists.get("tags") or lists.get("keywords") or ())
    return closing + 1


def _value(text: str) -> str:
    return unquoted(one_line(repaired(text)))


def _recording_link(line: str) -> str:
    if "](http" not in line:
        return ""
    links = (match[2] for match in _LINK.finditer(line))
    return next((link for link in links if "youtu" in link and is_web_link(link)), "")


def _chapters(lines: Sequence[str], description: str) -> list[Chapter]:
    """Return the entries of a list that point into the recording, or else those with clocks."""
    linked = list(_linked_chapters(lines))
    rising = all(a.start_ms < b.start_ms for a, b in pairwise(linked))
    return linked if linked and rising else chapters_in(description)


def _linked_chapters(lines: Sequence[str]) -> Iterator[Chapter]:
    for line in lines:
        bullet = _BULLET.match(line) if "](" in line else None
        if bullet is None:
            continue
        text = line[bullet.end() :]
        if anchor := _ANCHOR.search(text):
            yield Chapter(int(anchor[2]) * 1000, one_line(plain_text(anchor[1])))
        elif link := _LINK.search(text):
            yield from _linked(text, link)


def _linked(text: str, link: re.Match[str]) -> Iterator[Chapter]:
    """Yield the chapter of `[0:12](link) Title` or `[Title](link)`."""
    start = time_in_link(link[2])
    clocked = _CLOCK.fullmatch(link[1]) is not None
    if start is None and clocked and is_web_link(link[2]):
        start = parse_time(link[1])
    title = text[: link.start()] + text[link.end() :] if clocked else link[1]
    title = one_line(plain_text(title)).strip(" []()-–—:|*")
    if start is not None and title:
        yield Chapter(start, title)
