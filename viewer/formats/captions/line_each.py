"""Captions that are a line each, with their times before their words."""

import re
from collections.abc import Callable
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.draft import Draft
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.text import split_lines

#: Start and end in milliseconds, as far as they are stated, and the words.
Caption = tuple[int | None, int | None, str]

#: A pattern's way of matching a line.
Matcher = Callable[[str], re.Match[str] | None]

#: So many lines are looked at, of which most must begin so.
_LOOKED_AT: Final = 20
_LEFT_OUT: Final = "This line has no times and was left out."


def most_lines(sample: Content, match: Matcher) -> bool:
    """Return whether most of the first lines that are not blank begin as a caption does."""
    lines = [each for each in split_lines(sample.text.removeprefix("\ufeff")) if each.strip()]
    fitting = sum(1 for each in lines[:_LOOKED_AT] if match(each))
    return fitting * 2 > len(lines[:_LOOKED_AT])


def read_lines(
    draft: Draft, content: Content, match: Matcher, caption: Callable[[re.Match[str]], Caption]
) -> Transcript:
    """Read every line into a draft; one that is no caption is a problem.

    Raises `NothingUsableError` where none has times and words.
    """
    for number, each in enumerate(split_lines(content.text.removeprefix("\ufeff")), 1):
        matched = match(each)
        if matched is None:
            if each.strip():
                draft.problem(number, _LEFT_OUT)
            continue
        start, end, text = caption(matched)
        if start is not None and end is not None and end < start:
            draft.problem(number, ENDS_EARLY)
            end = None
        if text:
            draft.segment(start, end if start is not None else None, text)
    if draft.empty:
        raise NothingUsableError("it has no line with times and words")
    return draft.finish()
