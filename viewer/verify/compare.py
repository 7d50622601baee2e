"""A quotation against its transcript: are its words exact, and is its time."""

import re
from collections.abc import Container, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import partial
from typing import Final
from unicodedata import normalize

from viewer.core.find import Hit
from viewer.core.moments import moments_of
from viewer.core.textmap import Piece
from viewer.core.transcript import Transcript
from viewer.core.turns import NOBODY, words_of
from viewer.core.value import value
from viewer.near.lookup import EXACT
from viewer.verify.shelf import Held

#: A time is right where it is no farther than this from the words as they are said, or their line.
TOLERATED_MS: Final = 2_000
_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("’‘‚‛ʼ`´′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
        "…": "...",
    }
)
#: What editors put for words that they leave out.
_LEFT_OUT: Final = re.compile(r"[\[(]?[ ]?(?:…|\.[ ]?\.[ ]?\.)[ ]?[\])]?")
#: A letter that an editor has changed, as in “[R]aqqa”; and what is no word of anybody's.
_CHANGED: Final = re.compile(r"\[(\w)\](?=\w)")
_NO_WORDS: Final = re.compile(r"\[[^\[\]]{0,80}\]|[♪♫]|>>+")
_EDGES: Final = " \"'.,;:!?-()"
_ELLIPSIS: Final = " … "


class Verdict(StrEnum):
    """What became of looking a quotation up."""

    EXACT = "exact"
    DIFFERS = "differs"
    MOVED = "moved"
    NO_TRANSCRIPT = "no-transcript"
    NOT_FOUND = "not-found"


#: Signs that finding does not look at, as in 73 %, where they touch what was found.
_SIGNS: Final = re.compile(r"[^\w\s]{0,4}")
_SIGNS_BEFORE: Final = re.compile(r"[^\w\s]{1,4}$")
#: The sign of a sum whose figures are not quoted any more.
_CUT_SUM: Final = re.compile(r"(?<=[^\W\d])\s[$€£¥]$")


@value
class Compared:
    """The verdict; what is said instead, when, and how much later the note has it.

    `score` is how alike the letters are, of 100.
    """

    verdict: Verdict
    start_ms: int | None = None
    said: str | None = None
    off_ms: int | None = None
    score: float = 0.0


def compare(text: str, stated_ms: int | None, held: Held) -> Compared:
    """Look a quotation up in a transcript; of several places, the one nearest to its time."""
    transcript = held.transcript
    near = None
    if stated_ms is not None and transcript.timed:
        near = transcript.said_at(stated_ms).followed or 0
    hits, score = list[Hit](), EXACT
    for part in _parts(text, transcript):
        found = held.lookup.find(part, near=near)
        if found.best is None:
            return Compared(Verdict.NOT_FOUND)
        hits.append(found.best.hit)
        score = min(score, found.best.score)
        near = found.best.hit.last if near is None else near
    if not hits:
        return Compared(Verdict.NOT_FOUND)
    pieces = [_pieces(transcript, hit) for hit in hits]
    said = [words_of(transcript, each) for each in pieces]
    start_ms, off_ms = _off(transcript, hits[0], stated_ms)
    if not all(map(partial(_agrees, transcript), _parts(text, transcript), pieces)):
        verdict = Verdict.DIFFERS
    else:
        verdict = Verdict.MOVED if off_ms else Verdict.EXACT
    return Compared(verdict, start_ms, _ELLIPSIS.join(said), off_ms, score)


def plain(text: str) -> str:
    """Return a text as it is compared: how it is set and what stands at its ends do not matter.

    >>> plain("“[R]aqqa  was – once.”") == plain("raqqa was - once")
    True
    """
    alike = normalize("NFC", _CHANGED.sub(r"\1", text)).translate(_ALIKE)
    words = " ".join(_NO_WORDS.sub(" ", alike).split()).strip(_EDGES)
    words = _CUT_SUM.sub("", words)
    return words[:1].casefold() + words[1:]


def difference(quoted: str, said: str) -> str:
    """Return the quoted words with what is said instead: `the {strong → great} river`."""
    ours, theirs = plain(quoted).split(), plain(said).split()
    if ours and theirs and ours[0] == theirs[0]:
        ours[0] = theirs[0] = quoted.strip(_EDGES + "“”‘’«»„").split()[0]  # as it is written
    return " ".join(_steps(ours, theirs))


def _steps(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for step, a, b, c, d in matcher.get_opcodes():
        old, new = " ".join(ours[a:b]), " ".join(theirs[c:d])
        if step == "equal":
            yield old
        else:
            yield f"{{{old or 'nothing'} → {new or 'nothing'}}}"


def _parts(text: str, transcript: Transcript) -> list[str]:
    """Return what is quoted without the names of those who speak, part by part."""
    names = {*transcript.speakers, NOBODY}
    nameless = "\n".join(_without_name(line, names) for line in text.split("\n"))
    parts = _LEFT_OUT.split(nameless)
    return [part for part in parts if any(map(str.isalnum, part))]


def _without_name(line: str, names: Container[str]) -> str:
    name, colon, words = line.partition(":")
    return words if colon and name.strip() in names else line


def _agrees(transcript: Transcript, part: str, pieces: Sequence[Piece]) -> bool:
    """Return whether words are those of the transcript, as it has them or as they read."""
    wanted, texts = plain(part), [transcript.segments[each.index].text for each in pieces]
    written = " ".join(
        text[piece.begin : piece.end] for text, piece in zip(texts, pieces, strict=True)
    )
    signs = (
        _SIGNS_BEFORE.search(texts[0], 0, pieces[0].begin),
        _SIGNS.match(texts[-1], pieces[-1].end),
    )
    before, after = (found[0] if found else "" for found in signs)
    read = words_of(transcript, pieces)
    return wanted in {plain(each) for each in (written, read, before + written + after)}


def _pieces(transcript: Transcript, hit: Hit) -> list[Piece]:
    segments = transcript.segments
    return [
        Piece(
            index,
            hit.begin if index == hit.first else 0,
            hit.end if index == hit.last else len(segments[index].text),
        )
        for index in range(hit.first, hit.last + 1)
    ]


def _off(transcript: Transcript, hit: Hit, stated_ms: int | None) -> tuple[int | None, int | None]:
    """Return when a hit begins, and how much later it is said to; 0 where that is near enough."""
    segment = transcript.segments[hit.first]
    end = hit.end if hit.first == hit.last else len(segment.text)
    said = moments_of(segment, hit.begin, end)
    if said is None or segment.start_ms is None:
        return None, None
    if stated_ms is None:
        return said.start_ms, None
    # A moment that was flagged while the words were said is as right as that of the first one.
    early, late = segment.start_ms - TOLERATED_MS, said.end_ms + TOLERATED_MS
    return said.start_ms, 0 if early <= stated_ms <= late else stated_ms - said.start_ms
