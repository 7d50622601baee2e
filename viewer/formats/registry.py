"""Which formats there are, which one a file is in, and loading it."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from viewer.core.transcript import Problem, Transcript
from viewer.core.value import value
from viewer.errors import MalformedTranscriptError, UnknownFormatError, UsageError
from viewer.formats.decoding.disk import read_bytes, write_text
from viewer.formats.decoding.encoding import Decoded, decode
from viewer.formats.decoding.fences import unfenced
from viewer.formats.decoding.kinds import BINARY, ZEROS, Kind, kind_of
from viewer.formats.decoding.zeros import is_hollow, problems_of, without_zeros
from viewer.formats.entries import FORMATS
from viewer.formats.format import Claim, Content, Format, NothingUsableError
from viewer.formats.kit.json_document import looks_like_json, whole_json
from viewer.formats.left_out import with_words
from viewer.formats.refusals.other_texts import surely_other

#: So much of a file is shown to the formats that might claim it.
SAMPLE: Final = 65_536
_PACKAGE: Final = b"PK\x03\x04"
#: More lines with damaged characters than this are not listed one by one.
_MOST_DAMAGED: Final = 100


def load(
    path: Path, encoding: str | None = None, parts: Collection[str] | None = None
) -> Transcript:
    """Read a transcript from a file, in whatever format it is.

    `parts` names those of its `Transcript.parts` that are wanted.

    Raises `TranscriptError` with one sentence where the file is missing, is no transcript, or
    holds nothing that could be used; `UsageError` for an unknown `encoding`.
    """
    return parse(read_bytes(path), path, encoding, parts)


def parse(
    data: bytes,
    path: Path,
    encoding: str | None = None,
    parts: Collection[str] | None = None,
) -> Transcript:
    """Read a transcript from the bytes of the file at `path`."""
    kind, decoded = _decoded(data, encoding)
    sample = Content(_shown(data), decoded.text[:SAMPLE], decoded.encoding)
    claimed = claimants(sample, path)
    if len(decoded.text) > SAMPLE and not _is_sure(claimed) and looks_like_json(decoded.text):
        claimed = claimants(whole_json(decoded.text, decoded.encoding), path) or claimed
    if claimed and claimed[0].claim is Claim.WEAK and is_hollow(data):
        claimed, kind = [], BINARY
    if not claimed:
        raise _refusal(decoded, path, kind)
    failures: list[NothingUsableError] = []
    for claimant in claimed:
        try:
            transcript = claimant.format.parse(Content(data, decoded.text, decoded.encoding, parts))
        except NothingUsableError as nothing:
            failures.append(nothing)
            continue
        if any(segment.text for segment in transcript.segments):
            return _with_encoding(transcript, decoded, data)
        failures.append(NothingUsableError("it has times, but no words"))
    hint = "Look at it in a text editor; it may be cut off or damaged."
    raise MalformedTranscriptError(path, failures[0].reason, line=failures[0].line, hint=hint)


def save(
    transcript: Transcript,
    path: Path,
    target: Format,
    *,
    source: Path | None = None,
    overwrite: bool = False,
) -> None:
    """Write a copy of a transcript, whole or not at all, and never over its `source`.

    Raises `ExportError` where that is not possible, or where `path` exists and `overwrite` is not
    given; `UsageError` for a format that is only read.
    """
    if target.write is None:
        raise UsageError(f"{target.title} cannot be written.", hint=_names_hint(writable()))
    write_text(target.write(transcript), path, source=source, overwrite=overwrite)


def by_name(name: str) -> Format:
    """Return the format of that name; raises `UsageError` where there is none."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise UsageError(f"There is no format called “{name}”.", hint=_names_hint(FORMATS))


def writable() -> tuple[Format, ...]:
    """Return the formats that can be written."""
    return tuple(known for known in FORMATS if known.write is not None)


def writable_for(path: Path) -> Format:
    """Return the format to write a file of that name in; raises `UsageError` where none fits."""
    found = _written_as(path.suffix.lower())
    if found is None:
        sentence = f"The name {path.name} does not say which format to write."
        raise UsageError(sentence, hint=_writable_hint())
    return found


def to_write(name: str) -> Format:
    """Return the format that is called so, or whose files end so; raises `UsageError`."""
    found = _written_as(f".{name.lower().removeprefix('.')}")
    if found is not None:
        return found
    known = next((each for each in FORMATS if each.name == name), None)
    if known is not None and known.write is not None:
        return known
    is_read = f"{known.title} can be read but not written." if known is not None else ""
    sentence = is_read or f"No format that can be written is called “{name}”."
    raise UsageError(sentence, hint=_writable_hint())


def _written_as(suffix: str) -> Format | None:
    return next((known for known in writable() if suffix in known.suffixes), None)


@value
class Claimant:
    """A format that claims a file, and how surely."""

    format: Format
    claim: Claim


def claimants(sample: Content, path: Path) -> list[Claimant]:
    """Return who claims a file by its head, in the order in which they are to be tried."""
    if surely_other(sample.text):
        return []
    claimed = []
    for known in FORMATS:
        claim = known.claims(sample)
        if claim:
            claimed.append(Claimant(known, claim))
        if claim is Claim.SURE:
            break
    suffix = path.suffix.lower()
    particular = [claimant for claimant in claimed if claimant.claim > Claim.WEAK]
    if not particular and _is_no_plain_text(sample, suffix):
        return []

    def rank(claimant: Claimant) -> tuple[bool, bool]:
        return claimant.claim is not Claim.SURE, suffix not in claimant.format.suffixes

    return sorted(particular or claimed, key=rank)


def _shown(data: bytes) -> bytes:
    """Return the head of a file; of a package also its end, where it lists what is in it."""
    head = data[:SAMPLE]
    return head + data[SAMPLE:][-SAMPLE:] if data.startswith(_PACKAGE) else head


def _is_sure(claimants: list[Claimant]) -> bool:
    return bool(claimants) and claimants[0].claim is Claim.SURE


def _decoded(data: bytes, encoding: str | None) -> tuple[Kind | None, Decoded]:
    """Return what a file is if it is no text, and its text if it is."""
    sound = without_zeros(data)
    kind = kind_of(data[:SAMPLE])
    if kind in (BINARY, ZEROS):
        kind = kind_of(sound[:SAMPLE])
    if kind is not None and (kind is not BINARY or encoding is None):  # a person can know better
        return kind, Decoded("", "binary")
    decoded = decode(sound, encoding)
    if "```" in decoded.text[:200] or "~~~" in decoded.text[:200]:
        decoded = replace(decoded, text=unfenced(decoded.text))
    lost = len(sound) < len(data)
    return None, replace(decoded, text=decoded.text.strip("\0")) if lost else decoded


def _with_encoding(transcript: Transcript, decoded: Decoded, data: bytes) -> Transcript:
    lost = problems_of(data, decoded.text) if decoded.text else ()
    problems = (*transcript.problems, *lost, *_replaced(decoded))
    ordered = tuple(sorted(problems, key=lambda problem: problem.line))
    problems = with_words(ordered, decoded.text)
    return replace(transcript, encoding=decoded.encoding, problems=problems)


def _replaced(decoded: Decoded) -> Iterator[Problem]:
    """Yield a problem for each line on which bytes did not fit the encoding."""
    damaged = decoded.damaged_lines
    replaced = f"Characters on this line do not fit {decoded.encoding} and were replaced by �."
    for line in damaged[:_MOST_DAMAGED]:
        yield Problem(line, replaced)
    if len(damaged) > _MOST_DAMAGED:
        rest = f"{len(damaged) - _MOST_DAMAGED:,} more lines have such characters."
        yield Problem(damaged[_MOST_DAMAGED], rest)


def _is_no_plain_text(sample: Content, suffix: str) -> bool:
    from viewer.formats.refusals import reasons  # for what is no transcript alone

    return reasons.no_plain_text(sample.text, suffix) is not None


def _refusal(decoded: Decoded, path: Path, kind: Kind | None) -> UnknownFormatError:
    from viewer.formats.refusals import reasons

    why = kind or reasons.refusal(decoded.text, path.suffix.lower())
    return UnknownFormatError(path, why.reason, hint=why.hint)


def _writable_hint() -> str:
    return f"These can be written: {', '.join(known.name for known in writable())}."


def _names_hint(formats: tuple[Format, ...]) -> str:
    return f"These are known: {', '.join(known.name for known in formats)}."
