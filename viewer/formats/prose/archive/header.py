"""The front matter of archive Markdown, which looks like YAML and is not."""

import re
from dataclasses import field
from typing import Final

from viewer.core.oneline import one_line
from viewer.core.timecode import parse_time
from viewer.core.value import value
from viewer.formats.draft import Draft
from viewer.formats.kit.chapters import chapters_in
from viewer.formats.kit.media_keys import media_in
from viewer.formats.text import repaired

FENCE: Final = "---"
DESCRIPTION: Final = "Video Description"
KEYWORDS: Final = "Video Keywords"
LENGTH: Final = "Length"
MEDIA: Final = "Media"

PAIR: Final = re.compile(r"([A-Za-z][\w /-]{0,60}):(?:[ \t]++(.*))?")
# The closing quote is optional, so that the search always moves on: linear in any text.
_QUOTED: Final = re.compile(r"""'((?:[^'\\]|\\.)*+)(?:'|$)|"((?:[^"\\]|\\.)*+)(?:"|$)""", re.S)
_ESCAPED: Final = re.compile(r"\\(.)", re.S)
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r"}


@value
class Layout:
    """Where the parts of a file begin, as indices of its lines.

    The front matter is lines[opening + 1 : closing]; `body` is where the rest begins.
    """

    opening: int = -1
    closing: int = -1
    body: int = 0
    closed: bool = field(default=True, compare=False)


def read_channel(line: str) -> tuple[str, str, str] | None:
    """Return what `**Channel:** [May 24, 2017](link)` tells: channel, date and link, or None.

    The channel can hold colons and asterisks, the date too.
    """
    bare = line.strip()
    end = bare.rfind(":**")
    if end < 2 or not bare.startswith("**"):
        return None
    channel, dated = bare[2:end], bare[end + 3 :].lstrip()
    if not dated:
        return channel, "", ""
    date, closed, link = dated[1:].partition("](")
    if "]" in date or not closed or not dated.startswith("[") or not link.endswith(")"):
        return None
    return channel, date, link[:-1].strip()


def find_layout(lines: list[str]) -> Layout:
    """Find the front matter; its end is the fence that the title follows.

    A description can hold fences of its own. The fence is looked for that is followed by a title
    and a channel; failing that, by less and less of what should follow it.
    """
    opening = _next_filled(lines, 0)
    if opening == len(lines) or lines[opening].strip() != FENCE:
        return Layout()
    fences = [i for i in range(opening + 1, len(lines)) if lines[i].strip() == FENCE]
    followers = [_following(lines, fence) for fence in fences]
    for wanted in ("#@", "#*", "#", "@", "*"):
        for fence, kinds in zip(fences, followers, strict=True):
            if kinds.startswith(wanted):
                return Layout(opening, fence, fence + 1)
    if fences:
        return Layout(opening, fences[-1], fences[-1] + 1)
    body = next((i for i, line in enumerate(lines) if line.startswith(("# ", "* "))), len(lines))
    return Layout(opening, body, body, closed=False)


def read_header(lines: list[str], layout: Layout, draft: Draft) -> None:
    """Read `Key: value` lines, then the description, which runs to the end."""
    if layout.opening >= 0 and not layout.closed:
        draft.problem(layout.opening + 1, "The header is not closed by a line of three dashes.")
    for i in range(layout.opening + 1, layout.closing):
        line = lines[i]
        if not line.strip():
            continue
        match = PAIR.fullmatch(line)
        if match is None:
            draft.problem(i + 1, "This line of the header is not “Key: value” and was left out.")
            continue
        key, value = match[1].strip(), match[2] or ""
        if key == DESCRIPTION:
            _describe(draft, [value, *lines[i + 1 : layout.closing]])
            return
        _take(draft, key, one_line(repaired(value)), i + 1)


def like_a_fence(line: str) -> bool:
    """Return whether a line is three dashes, also behind backslashes, which say it is no fence."""
    return line.strip().lstrip("\\").strip() == FENCE


def _unescaped(line: str) -> str:
    is_escaped = line.lstrip().startswith("\\") and like_a_fence(line)
    return line.replace("\\", "", 1) if is_escaped else line


def _take(draft: Draft, key: str, value: str, line: int) -> None:
    draft.metadata[key] = value
    if key == LENGTH:
        draft.duration_ms = parse_time(value)
        if draft.duration_ms is None:
            draft.problem(line, "The length is not a time and was not used.")
    elif key == KEYWORDS:
        draft.keywords = tuple(parse_keywords(value))
    else:
        draft.media.extend(media_in({key: value}))


def _describe(draft: Draft, lines: list[str]) -> None:
    text = "\n".join(repaired(_unescaped(line)).replace("\x00", "").rstrip() for line in lines)
    draft.description = text.strip()
    draft.chapters.extend(chapters_in(draft.description))


def parse_keywords(text: str) -> list[str]:
    """Return the strings of a Python list of strings, also of a damaged one.

    >>> parse_keywords('''['ISIS', "WSJ's", 'Deir Ezzur']''')
    ['ISIS', "WSJ's", 'Deir Ezzur']
    """
    inside = text.strip().removeprefix("[").removesuffix("]")
    found = [single or double for single, double in _QUOTED.findall(inside)]
    if not found and "'" not in inside and '"' not in inside:
        found = inside.split(",")
    words = (one_line(_ESCAPED.sub(_unescape, word)) for word in found)
    return [word for word in words if word]


def _unescape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[1], match[1])


def _next_filled(lines: list[str], start: int) -> int:
    for i in range(start, len(lines)):
        if lines[i] and not lines[i].isspace():
            return i
    return len(lines)


def _following(lines: list[str], fence: int) -> str:
    """Return the signs of the next two lines that are not blank: `#@` for title and channel."""
    first = _next_filled(lines, fence + 1)
    return "".join(
        _sign(lines[i]) for i in (first, _next_filled(lines, first + 1)) if i < len(lines)
    )


def _sign(line: str) -> str:
    if read_channel(line):
        return "@"
    bare = line.lstrip()
    return bare[0] if bare.startswith(("# ", "* ")) or line.strip() in {"#", "*"} else "-"
