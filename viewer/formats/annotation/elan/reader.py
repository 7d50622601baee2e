"""ELAN's annotations (`.eaf`): tiers are speakers, their annotations are the segments.

Shown are the tiers that depend on no other. Those below them (words, glosses, translations) say
the same again; they are shown where the tier above has no text, or where they are asked for:
`tiers` lists them, `read` reads some of them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from viewer.core.transcript import Part, Transcript
from viewer.core.value import value
from viewer.formats.annotation.elan.document import Annotation, Document, RawTier, Recording
from viewer.formats.annotation.elan.times import Span, Times
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError

NAME: Final = "elan"

_SIGN: Final = re.compile(r"<ANNOTATION_DOCUMENT[\s>]")
#: What ELAN calls the one tier of a new file: nobody's name.
_UNNAMED: Final = "default"
#: Under this name the transcript tells which tiers are not shown.
NOT_SHOWN: Final = "Tiers not shown"

_NO_TIME: Final = "This annotation has no time and was left out."
_ENDS_EARLY: Final = "This annotation ends before it starts; its end was estimated."
_OTHER_ORIGIN: Final = "The recording {} begins at another time and was left out."


@value
class Tier:
    """A tier to choose: its name, who speaks, which tier it depends on, and how much it holds.

    `shown` tells whether it is read where nothing is chosen.
    """

    name: str
    speaker: str | None
    parent: str | None
    annotations: int
    shown: bool


def claims(sample: Content) -> Claim:
    """Return whether the root element is ELAN's."""
    return Claim.sure(_SIGN.search(sample.text) is not None)


def parse(content: Content) -> Transcript:
    """Read the tiers that are wanted, or those that are shown where nothing is chosen."""
    return read(content, content.parts)


def tiers(content: Content) -> tuple[Tier, ...]:
    """Return the tiers of a file, in its order, for a person to choose from."""
    document = Document.of(content.text, Draft(NAME))
    shown = {tier.name for tier in _default(document.tiers)}
    speakers = _speakers(document.tiers)
    return tuple(
        Tier(
            tier.name,
            speakers[tier.name],
            tier.parent or None,
            len(tier.annotations),
            tier.name in shown,
        )
        for tier in document.tiers
    )


@uncollected()
def read(content: Content, names: Collection[str] | None = None) -> Transcript:
    """Read the tiers of those names; without names, those that `tiers` tells to be shown.

    Raises `NothingUsableError` where they hold no text with a time.
    """
    draft = Draft(NAME)
    document = Document.of(content.text, draft)
    if names is None:
        chosen = _default(document.tiers)
    else:
        chosen = [tier for tier in document.tiers if tier.name in names]
    origin = document.recordings[0].origin_ms if document.recordings else 0
    _add(chosen, Times(document), origin, draft)
    if draft.empty:
        raise NothingUsableError("it has no annotation with text and a time")
    wanted = {tier.name for tier in chosen}
    draft.parts = tuple(Part(t.name, t.name in wanted) for t in document.tiers if t.has_text)
    _add_about(document, chosen, draft)
    return draft.finish()


def _default(all_tiers: Sequence[RawTier]) -> list[RawTier]:
    """Return the topmost tiers with text."""
    names = {tier.name for tier in all_tiers}
    below: dict[str, list[RawTier]] = defaultdict(list)
    for tier in all_tiers:
        below[tier.parent if tier.parent in names else ""].append(tier)
    chosen: set[str] = set()
    waiting, seen = list(below[""]), set[str]()
    while waiting:
        tier = waiting.pop()
        if tier.name in seen:
            continue
        seen.add(tier.name)
        if tier.has_text:
            chosen.add(tier.name)
        else:
            waiting += below[tier.name]
    return [tier for tier in all_tiers if tier.name in chosen]


def _speakers(all_tiers: Sequence[RawTier]) -> Mapping[str, str | None]:
    """Return who speaks in each tier: its participant where it is the only one of theirs.

    Of tiers that depend on each other only the topmost counts.
    """
    top = Counter(tier.participant for tier in all_tiers if not tier.parent)
    speakers: dict[str, str | None] = {}
    for tier in all_tiers:
        if tier.participant and (tier.parent or top[tier.participant] == 1):
            speakers[tier.name] = tier.participant
        else:
            speakers[tier.name] = None if tier.name == _UNNAMED else tier.name or None
    return speakers


def _add(chosen: Sequence[RawTier], times: Times, origin: int, draft: Draft) -> None:
    speakers = _speakers(chosen)
    for tier in chosen:
        for annotation in tier.annotations:
            if annotation.text.strip():
                span = times.of(annotation)
                _add_one(annotation, span, origin, speakers[tier.name], draft)


def _add_one(
    annotation: Annotation, span: Span | None, origin: int, speaker: str | None, draft: Draft
) -> None:
    if span is None:
        draft.problem(annotation.line, _NO_TIME)
        return
    start, end = max(span[0] + origin, 0), max(span[1] + origin, 0)
    if end < start:
        draft.problem(annotation.line, _ENDS_EARLY)
    draft.segment(start, end if end > start else None, annotation.text, speaker=speaker)


def _add_about(document: Document, chosen: Sequence[RawTier], draft: Draft) -> None:
    draft.metadata.update(document.about)
    names = {tier.name for tier in chosen}
    if left := [tier.name for tier in document.tiers if tier.name not in names and tier.has_text]:
        draft.metadata[NOT_SHOWN] = ", ".join(left)
    draft.language = next((tier.language for tier in chosen if tier.language), None)
    first = document.recordings[0] if document.recordings else None
    for recording in document.recordings:
        named = _names(recording)
        if first is not None and recording.origin_ms == first.origin_ms:
            draft.media.extend(named)
        elif named:
            draft.problem(1, _OTHER_ORIGIN.format(named[-1]))


def _names(recording: Recording) -> list[str]:
    """Return the absolute address, then the relative one: where it moved with its folder."""
    return [name for name in (recording.url, recording.relative) if name]
