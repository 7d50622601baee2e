"""SAMI: loose HTML in which `SYNC` tells when, in milliseconds, and `P` in which language.

<SYNC Start=1000><P Class=ENCC>Good morning.
<SYNC Start=4000><P Class=ENCC>&nbsp;
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels, may_hold_label
from viewer.formats.text import unescape

NAME: Final = "sami"

# A tag ends where the next one begins, so that each is looked at once.
_SYNC: Final = re.compile(r"<sync\b([^<>]*)>?", re.I)
_PARAGRAPH: Final = re.compile(r"<p\b([^<>]*)>?", re.I)
_START: Final = re.compile(r"\bstart[ \t]{0,3}=[ \t\"']{0,3}([0-9]{1,12})", re.I)
_CLASS: Final = re.compile(r"\bclass[ \t]{0,3}=[ \t\"']{0,3}([\w-]{1,60})", re.I)
_SOURCE: Final = re.compile(r"\bid[ \t]{0,3}=[ \t\"']{0,3}source\b", re.I)
_BREAK: Final = re.compile(r"<br[ \t/]{0,4}>?", re.I)
_TAG: Final = re.compile(r"<[^<>]*>")
_TITLE: Final = re.compile(r"<title\b[^<>]*>([^<]{0,1000})", re.I)
_STYLE: Final = re.compile(r"\.([\w-]{1,60})\s{0,9}\{([^{}]{0,2000})\}")
_LANGUAGE: Final = re.compile(r"\blang\s{0,9}:\s{0,9}([\w-]{1,20})", re.I)

_NO_TIME: Final = "This piece has no time that can be read and was left out."
_OTHERS: Final = "The file also holds captions of the classes {}; those of {} are shown."


@value
class _Piece:
    """What stands in one language from a moment on; nothing, where captions go."""

    start_ms: int
    kind: str
    text: str
    speaker: str | None


def claims(sample: Content) -> Claim:
    """Return whether the sample begins as SAMI or has one of its times."""
    if "<sami>" in sample.text[:1000].casefold():
        return Claim.SURE
    match = _SYNC.search(sample.text)
    return Claim.sure(match is not None and _START.search(match[1]) is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the pieces in the language that has most of them."""
    text = content.text.replace("\r\n", "\n").replace("\r", "\n")
    draft = Draft(NAME)
    pieces = list(_pieces(text, draft))
    kinds = Counter(piece.kind for piece in pieces if piece.text)
    if not kinds:
        raise NothingUsableError("it has no text with a time")
    kind = kinds.most_common(1)[0][0]
    if len(kinds) > 1:
        others = ", ".join(other for other in kinds if other != kind)
        draft.problem(1, _OTHERS.format(others, kind))
    _read_head(text, kind, draft)
    own = [piece for piece in pieces if piece.kind == kind]
    _add(draft, sorted(own, key=lambda piece: piece.start_ms))
    return draft.finish()


def _pieces(text: str, draft: Draft) -> Iterator[_Piece]:
    """Yield what each `SYNC` holds, by classes."""
    syncs = list(_SYNC.finditer(text))
    ends = [sync.start() for sync in syncs[1:]] + [len(text)] * bool(syncs)
    line, counted = 1, 0
    for sync, end in zip(syncs, ends, strict=True):
        line += text.count("\n", counted, sync.start())
        counted = sync.start()
        start = _START.search(sync[1])
        if start is None:
            draft.problem(line, _NO_TIME)
            continue
        yield from _by_kind(int(start[1]), text[sync.end() : end])


def _by_kind(start_ms: int, body: str) -> Iterator[_Piece]:
    before, *rest = _PARAGRAPH.split(body)
    paragraphs = [("", before)] if _plain(before) or not rest else []
    paragraphs += zip(rest[::2], rest[1::2], strict=True)
    texts: dict[str, list[str]] = {}
    speakers: dict[str, str] = {}
    for attributes, text in paragraphs:
        named = _CLASS.search(attributes)
        kind = named[1] if named else ""
        if _SOURCE.search(attributes):
            speakers[kind] = _plain(text)
        else:
            texts.setdefault(kind, []).append(_plain(text))
    for kind, parts in texts.items():
        yield _Piece(start_ms, kind, "\n".join(filter(None, parts)), speakers.get(kind))


def _plain(text: str) -> str:
    if "\n" in text:
        text = " ".join(text.split())
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    return (unescape(text) if "&" in text else text).strip()


def _read_head(text: str, kind: str, draft: Draft) -> None:
    first = _SYNC.search(text)
    head = text[: first.start() if first else len(text)]
    if title := _TITLE.search(head):
        draft.source = clean_source(unescape(title[1]), "", None, "")
    for name, rules in _STYLE.findall(head):
        language = _LANGUAGE.search(rules)
        if name == kind and language:
            draft.language = language[1]


def _add(draft: Draft, pieces: list[_Piece]) -> None:
    """Add the pieces; one without text ends the one before it, and a speaker speaks on."""
    labels = Labels((piece.text for piece in pieces if may_hold_label(piece.text)), len(pieces))
    speaker: str | None = None
    for i, piece in enumerate(pieces):
        speaker = piece.speaker if piece.speaker is not None else speaker
        if not piece.text:
            continue
        after = pieces[i + 1] if i + 1 < len(pieces) else None
        end = after.start_ms if after and not after.text else None
        parts = labels.split(piece.text) if may_hold_label(piece.text) else [(None, piece.text)]
        for named, text in parts:
            draft.segment(piece.start_ms, end, text, speaker=named or speaker)
