"""Checking a note: each of its quotations looked up in the transcript that it names."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from viewer.core.value import value
from viewer.errors import TranscriptError
from viewer.formats.decoding.disk import read_bytes
from viewer.formats.decoding.encoding import decode
from viewer.near.lookup import EXACT, SURE
from viewer.verify.compare import Compared, Verdict, compare, plain
from viewer.verify.quotations import Note, Quotation, read_note
from viewer.verify.shelf import Catalogue, Held, Load, Shelf

_HTML: Final = (".html", ".htm", ".xhtml")
#: Longer notes than this are none.
MOST_BYTES: Final = 50_000_000
#: Words too few are said in many a transcript: they do not tell which one is meant.
_TELLING_WORDS: Final = 4


@value
class Checked:
    """A quotation with what became of looking it up; `path` is its transcript's."""

    quotation: Quotation
    compared: Compared
    path: Path | None = None


def check_note(
    note: Path, places: Sequence[Path], load: Load, catalogue: Catalogue | None = None
) -> list[Checked]:
    """Return what became of each quotation of a note, in order.

    Transcripts are looked for in `places`, folders or files; without any, in the note's folder and
    then in the catalogue.
    Raises `ViewerError` where the note cannot be read, or a place is not there.
    """
    read = _read(note)
    base = note.resolve().parent
    shelf = Shelf(places or [base], load, without=note, catalogue=None if places else catalogue)
    return list(_checked(read, shelf, base))


def _read(note: Path) -> Note:
    data = read_bytes(note)
    if len(data) > MOST_BYTES:
        raise TranscriptError(note, "it is too large for a note")
    if b"\0" in data[:4096] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise TranscriptError(note, "it is not text", hint="Give a note in Markdown or HTML.")
    text = decode(data).text
    html = note.suffix.lower() in _HTML or text.lstrip()[:100].lower().startswith("<!doctype html")
    return read_note(text, html=html)


def _checked(note: Note, shelf: Shelf, base: Path) -> Iterator[Checked]:
    for quotation in note.quotations:
        held = _transcript_of(quotation, note, shelf, base)
        if held is not None:
            compared = compare(quotation.text, quotation.reference.ms, held)
            if _is_meant(quotation, compared, held):
                yield Checked(quotation, compared, held.path)
        elif quotation.tentative:
            continue
        elif quotation.block or quotation.reference.ms is not None:
            yield Checked(quotation, Compared(Verdict.NO_TRANSCRIPT))


def _is_meant(quotation: Quotation, compared: Compared, held: Held) -> bool:
    """Return whether it is a quotation, and neither a title nor the writer's own words."""
    if quotation.tentative:
        return compared.score >= SURE
    title = plain(held.transcript.source.title).casefold()
    return quotation.block or plain(quotation.text).casefold() != title


def _transcript_of(quotation: Quotation, note: Note, shelf: Shelf, base: Path) -> Held | None:
    """Return the transcript that a quotation names; a time alone is of what was named before."""
    url = quotation.reference.url
    if url:
        return shelf.by_address(url, base)
    if quotation.attributed and (found := shelf.by_title(quotation.attributed)):
        return found
    for address in (quotation.before, *note.sources):
        if address and (found := shelf.by_address(address, base)):
            return found
    every = _with_times(shelf.all())
    if len(every) == 1:
        return every[0]
    return _by_words(quotation.text, every) or _by_words(
        quotation.text, _with_times(shelf.saying(quotation.text))
    )


def _with_times(every: Iterable[Held]) -> list[Held]:
    """Return the transcripts that have times, as what is quoted with one has, else all.

    What lies beside them without are notes as often as not, in which the same is quoted.
    """
    there = list(every)
    return [held for held in there if held.transcript.timed] or there


def _by_words(text: str, every: Sequence[Held]) -> Held | None:
    """Return the only transcript in which the words are said."""
    if len(text.split()) < _TELLING_WORDS:
        return None
    found = []
    for held in every:
        best = held.lookup.find(text, most=1).best
        if best is not None and best.score == EXACT:
            found.append(held)
    return found[0] if len(found) == 1 else None
