"""Captions coded for television: what SCC and EBU STL have in common."""

from collections.abc import Sequence
from typing import Final

from viewer.core.value import value
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.draft import Draft
from viewer.formats.kit.speaker_labels import Labels
from viewer.formats.kit.turn_marks import TURN, add_line

HOUR_MS: Final = 3_600_000
#: A programme whose clock begins at a full hour has its first caption so soon.
_SOON_MS: Final = 300_000
_FROM_HOUR: Final = (
    "The clock of this programme seems to begin at {}:00:00; the times count from there."
)


@value
class Caption:
    """What is on the screen from one time to another; the end may not be stated."""

    start_ms: int
    end_ms: int | None
    text: str
    line: int = 1

    def since(self, begin_ms: int) -> "Caption":
        """Return the caption with its times counted from another one."""
        end = None if self.end_ms is None else self.end_ms - begin_ms
        return Caption(self.start_ms - begin_ms, end, self.text, self.line)


def add_captions(draft: Draft, captions: Sequence[Caption], hour_ms: int = HOUR_MS) -> None:
    """Add captions to a draft, counted from where the programme begins.

    Its clock often begins at a full hour, by custom the first or the tenth. `hour_ms` is how long
    an hour of the clock is.
    """
    hours, after = divmod(min(caption.start_ms for caption in captions), hour_ms)
    begin_ms = hours * hour_ms if after < _SOON_MS else 0
    if begin_ms:
        draft.problem(captions[0].line, _FROM_HOUR.format(hours))
    labels = Labels((caption.text for caption in captions), len(captions))
    for caption in captions:
        counted = caption.since(begin_ms)
        start, end = counted.start_ms, counted.end_ms
        if end is not None and end < start:
            draft.problem(caption.line, ENDS_EARLY)
            end = None
        if TURN in caption.text:
            add_line(draft, start, end, [(None, caption.text, None)], caption.text)
            continue
        for speaker, said in labels.split(caption.text):
            draft.segment(start, end, said, speaker=speaker)
