"""When a hit is said, with a word's margin: a cut at its very letters would clip it."""

from viewer.core.find import Hit
from viewer.core.stretch import Stretch, stretch_of
from viewer.core.textmap import Piece
from viewer.core.transcript import Transcript


def around(transcript: Transcript, hit: Hit) -> Stretch | None:
    """Return when a hit is said with the words beside it, as far as these are in its lines.

    Without times of words that is when its lines are said; None where nobody knows.
    """
    texts = [transcript.segments[index].text for index in range(hit.first, hit.last + 1)]
    ends = [len(text) for text in texts]
    ends[-1] = _end_of_next(texts[-1], hit.end)
    begins = [0] * len(texts)
    begins[0] = _begin_of_last(texts[0], hit.begin)
    spans = zip(begins, ends, strict=True)
    pieces = [Piece(hit.first + number, *span) for number, span in enumerate(spans)]
    return stretch_of(transcript, pieces)


def _begin_of_last(text: str, at: int) -> int:
    """Return where the word before the one at an offset begins."""
    here = _begin_of_word(text, at)
    return _begin_of_word(text, len(text[:here].rstrip()))


def _begin_of_word(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _end_of_next(text: str, at: int) -> int:
    """Return where the word after the one that ends at an offset ends."""
    here = _end_of_word(text, at)
    return _end_of_word(text, len(text) - len(text[here:].lstrip()))


def _end_of_word(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
