"""Praat's TextGrids: interval tiers are speakers, their labels the segments.

Tiers of words are put together into lines. Where some tiers hold phrases, those are shown; words
and sounds say the same again. Points mark moments; they are shown where there is nothing else.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Final

from viewer.core.segment import Word
from viewer.core.transcript import Part, Transcript
from viewer.formats.annotation.praat.grid import Tier, is_grid, read_tiers
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.word_lines import Heard, add_lines, mostly_words
from viewer.formats.kit.words import HalfTimed, shown

NAME: Final = "textgrid"

#: Under this name the transcript tells which tiers are not shown.
NOT_SHOWN: Final = "Tiers not shown"
#: What aligners call their tiers of words; a name before it is the speaker's.
_WORDS: Final = re.compile(r"(?:(.*\S)\s*[-:_]\s*|)(?:words?|ort(?:-mau)?|orthography)", re.I)
#: What a tier holds, and nobody's name.
_CONTENTS: Final = frozenset({
    "default", "phones", "phrase", "phrases", "segments", "sentence", "sentences", "silences",
    "speech", "text", "tier", "transcript", "transcription", "turn", "turns", "utterance",
    "utterances",
})  # fmt: skip
#: Pieces are so many times as many as the phrases they are of, and nearly all inside these.
_PIECES: Final = 1.5
_MOSTLY: Final = 0.8
#: More tiers of phrases than these are not looked at for each other tier.
_LOOKED_AT: Final = 20
#: What aligners write where nobody speaks.
_SILENCES: Final = frozenset({"<eps>", "<p:>", "<sil>", "sil", "sp", "#"})


def claims(sample: Content) -> Claim:
    """Return whether the file says that it is a TextGrid in text form."""
    return Claim.sure(is_grid(sample.text))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the tiers that are wanted, or those that are shown where nothing is chosen."""
    draft = Draft(NAME)
    tiers = [tier for tier in read_tiers(content.text, draft) if tier.labels]
    if content.parts is None:
        chosen = _default(tiers)
    else:
        chosen = [tier for tier in tiers if tier.name in content.parts]
    for tier in chosen:
        _add(tier, _speaker(tier, chosen), draft)
    if draft.empty:
        raise NothingUsableError("it has no interval with text")
    _add_about(tiers, {tier.name for tier in chosen}, draft)
    return draft.finish()


def _default(tiers: Sequence[Tier]) -> list[Tier]:
    """Return the tiers of phrases, and others that do not say the same again, piece by piece.

    Without phrases those that are called words, else the one with the fullest labels.
    """
    intervals = [tier for tier in tiers if not tier.of_points] or list(tiers)
    phrases = [tier for tier in intervals if not _holds_words(tier)]
    if phrases:
        chosen_ids = {id(tier) for tier in phrases}
        return [tier for tier in intervals if id(tier) in chosen_ids or not _repeats(tier, phrases)]
    named = [tier for tier in intervals if _WORDS.fullmatch(tier.name)]
    return named or sorted(intervals, key=_mean_length)[-1:]


def _repeats(tier: Tier, phrases: Sequence[Tier]) -> bool:
    """Return whether the labels are pieces of one of the tiers of phrases: more, and inside."""
    fewer = (p for p in phrases[:_LOOKED_AT] if len(p.labels) * _PIECES < len(tier.labels))
    return any(_share_inside(tier, phrase) >= _MOSTLY for phrase in fewer)


def _share_inside(tier: Tier, phrase: Tier) -> float:
    spans = sorted((label.start_ms, label.end_ms or label.start_ms) for label in phrase.labels)
    starts = [start for start, _ in spans]
    inside = 0
    for label in tier.labels:
        row = bisect_right(starts, label.start_ms) - 1
        inside += row >= 0 and (label.end_ms or label.start_ms) <= spans[row][1]
    return inside / len(tier.labels)


def _holds_words(tier: Tier) -> bool:
    return mostly_words(label.text for label in tier.labels)


def _mean_length(tier: Tier) -> float:
    return sum(len(label.text) for label in tier.labels) / len(tier.labels)


def _speaker(tier: Tier, chosen: Sequence[Tier]) -> str | None:
    if words := _WORDS.fullmatch(tier.name):
        return words[1]
    is_content = tier.name.casefold() in _CONTENTS and len(chosen) == 1
    return None if is_content else tier.name or None


def _add(tier: Tier, speaker: str | None, draft: Draft) -> None:
    if tier.of_points or not _holds_words(tier):
        for label in tier.labels:
            draft.segment(label.start_ms, label.end_ms, label.text, speaker=speaker)
        return
    heard = [
        Heard(_word(label.start_ms, label.end_ms, label.text), label.text.strip(), speaker)
        for label in tier.labels
        if label.text.strip() not in _SILENCES
    ]
    add_lines(draft, heard)


def _word(start_ms: int, end_ms: int | None, text: str) -> Word | HalfTimed:
    if end_ms is None:
        return HalfTimed(start_ms, None, shown(text))
    return Word(start_ms, end_ms, shown(text))


def _add_about(tiers: Sequence[Tier], wanted: Collection[str], draft: Draft) -> None:
    draft.parts = tuple(Part(name, name in wanted) for name in dict.fromkeys(t.name for t in tiers))
    if left := [part.name for part in draft.parts if not part.shown]:
        draft.metadata[NOT_SHOWN] = ", ".join(left)
