"""A hit with the words about it, on one line."""

from collections.abc import Iterator, Sequence
from typing import Final

from viewer.core.find import Hit
from viewer.core.folding import joint
from viewer.core.segment import Segment
from viewer.core.textjoin import join_texts
from viewer.core.value import value

#: So many characters stand before and after what was found, and of that itself.
BEFORE: Final = 40
AFTER: Final = 160
_MOST_INNER: Final = 8


@value
class Excerpt:
    """What was found, and what is said before and after it."""

    before: str
    found: str
    after: str


def excerpt(segments: Sequence[Segment], hit: Hit) -> Excerpt:
    """Return what was found with the words about it, also those of neighbouring segments."""
    first, last = segments[hit.first].text, segments[hit.last].text
    if hit.first == hit.last:
        found = first[hit.begin : hit.end]
    else:
        inner = segments[hit.first + 1 : hit.last][:_MOST_INNER]
        found = join_texts((first[hit.begin :], *(s.text for s in inner), last[: hit.end]))
    before = _collected(first[: hit.begin], _texts(segments, hit.first - 1, -1), BEFORE)
    after = _collected(last[hit.end :], _texts(segments, hit.last + 1, +1), AFTER)
    lead = last_words(join_texts(reversed(before)), BEFORE)
    rest = first_words(join_texts(after), AFTER)
    if lead and _parted(first, hit.begin):
        lead += joint(lead, found)
    if rest and _parted(last, hit.end):
        rest = joint(found, rest) + rest
    return Excerpt(lead, first_words(found, AFTER), rest)


def _parted(text: str, offset: int) -> bool:
    """Return whether a space, or a text's end, stands at an offset."""
    beside = text[max(offset - 1, 0) : offset + 1]
    return offset in (0, len(text)) or any(char.isspace() for char in beside)


def _texts(segments: Sequence[Segment], index: int, step: int) -> Iterator[str]:
    while 0 <= index < len(segments):
        yield segments[index].text
        index += step


def _collected(own: str, more: Iterator[str], most: int) -> list[str]:
    """Return a text, with the next ones until they are long enough."""
    texts, length = [own], len(own)
    for text in more:
        if length >= most:
            break
        texts.append(text)
        length += len(text)
    return texts


def first_words(text: str, most: int) -> str:
    """Return the first words, of so many characters, with a sign where there are others after."""
    if len(text) <= most:
        return text
    cut = text[:most]
    words = cut if text[most].isspace() else cut.rpartition(" ")[0] or cut
    return words.rstrip() + "…"


def last_words(text: str, most: int) -> str:
    """Return the last words, of so many characters, with a sign where there are others before."""
    if len(text) <= most:
        return text
    cut = text[-most:]
    _, space, words = cut.partition(" ")
    return "…" + (words if space else cut)
