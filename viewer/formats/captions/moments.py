"""Captions told by moments: what is shown from each on, until the next; nothing, where they go."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.draft import Draft
from viewer.formats.format import NothingUsableError
from viewer.formats.kit.speaker_labels import Labels, may_hold_label


@value
class Moment:
    """What is shown from a time on, and the line of the file that says so."""

    line: int
    start_ms: int
    text: str
    #: Until when, where that is stated.
    end_ms: int | None = None


def finished(draft: Draft, moments: Iterable[Moment], without: str = "below it") -> Transcript:
    """Return the transcript of what is shown; one without text ends the one before it.

    Raises `NothingUsableError` where nothing is, `without` words in that place beside a time.
    """
    _add(draft, tuple(moments))
    if draft.empty:
        raise NothingUsableError(f"it has no time with words {without}")
    return draft.finish()


def _add(draft: Draft, moments: Sequence[Moment]) -> None:
    """Add what is shown; one without text ends the one before it, and is no line itself."""
    texts = [moment.text for moment in moments if may_hold_label(moment.text)]
    labels = Labels(texts, sum(1 for moment in moments if moment.text.strip()))
    for moment, after in pairwise((*moments, None)):
        if moment is None or not moment.text.strip():
            continue
        end = moment.end_ms
        if end is not None and end < moment.start_ms:
            draft.problem(moment.line, ENDS_EARLY)
            end = None
        elif end is None and after is not None and not after.text.strip():
            end = after.start_ms if after.start_ms >= moment.start_ms else None
        for speaker, said in labels.split(moment.text):
            draft.segment(moment.start_ms, end, said, speaker=speaker)
