"""DVDSubtitle: what is shown from a time on, in braces; hundredths of a second.

{T 00:00:01:50
Good morning.
}
{T 00:00:03:00

}
"""

import re
from collections.abc import Iterator
from typing import Final

from viewer.core.timecode import clock_seconds
from viewer.core.transcript import Transcript
from viewer.formats.captions.moments import Moment, finished
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content
from viewer.formats.text import split_lines

NAME: Final = "dvd-subtitle"

_TIME: Final = re.compile(r"[ \t]*+\{T[ \t]+([0-9]{1,3}):([0-5]?[0-9]):([0-5]?[0-9]):([0-9]{1,2})")
_HEAD: Final = re.compile(r"[ \t]*\{HEAD\b")
_TITLE: Final = "DVDTITLE="
_LANGUAGE: Final = "LANG="
_LEFT_OUT: Final = "This line stands in no caption and was left out."


def claims(sample: Content) -> Claim:
    """Return whether a caption in braces begins in the head, with its time."""
    return Claim.sure("{T" in sample.text and any(map(_TIME.match, split_lines(sample.text))))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read what is shown from each time on, and the head."""
    draft = Draft(NAME, in_order=True)
    return finished(draft, _moments(content.text.removeprefix("\ufeff"), draft))


def _moments(text: str, draft: Draft) -> Iterator[Moment]:
    begun: Moment | None = None
    said: list[str] = []
    in_head = False
    for number, line in enumerate(split_lines(text), 1):
        match = _TIME.match(line)
        closes = line.rstrip().endswith("}")
        bare = line[match.end() if match else 0 :].strip().removesuffix("}").strip()
        if match is not None:
            if begun is not None:
                yield Moment(begun.line, begun.start_ms, "\n".join(said))
            begun, said, in_head = Moment(number, _ms(match), ""), [], False
        elif begun is None:
            in_head = in_head or _HEAD.match(line) is not None
            _read_head(bare, draft)
            if bare and not in_head:
                draft.problem(number, _LEFT_OUT)
        if begun is not None and bare:
            said.append(bare)
        if closes and begun is not None:
            yield Moment(begun.line, begun.start_ms, "\n".join(said))
            begun = None
        in_head = in_head and not closes
    if begun is not None:
        yield Moment(begun.line, begun.start_ms, "\n".join(said))


def _read_head(line: str, draft: Draft) -> None:
    if line.startswith(_TITLE):
        draft.source = clean_source(line.removeprefix(_TITLE), "", None, "")
    elif line.startswith(_LANGUAGE):
        draft.language = line.removeprefix(_LANGUAGE).strip().lower()[:20] or None


def _ms(match: re.Match[str]) -> int:
    seconds = clock_seconds(int(match[1]), int(match[2]), int(match[3]))
    return seconds * 1000 + int(match[4]) * 10
