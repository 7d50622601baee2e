"""SBV, YouTube's older caption files: a line with two times, lines of text, a blank line.

0:00:03.700,0:00:06.190
Good morning.

SubViewer writes the same, below a head of its own: `[TITLE]A talk`.
"""

import re
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.captions.cues import (
    ENDS_EARLY,
    LEFT_OUT,
    Cues,
    Notes,
    normalized,
    note_steps_back,
)
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels, may_hold_label

NAME: Final = "sbv"

_TIME: Final = r"([0-9]{1,4}:[0-9]{1,2}):([0-9]{1,2})[.,]([0-9]{1,3})"
_TIMES: Final = re.compile(rf"\n[ \t]*{_TIME},[ \t]*{_TIME}[ \t]*(?=\n)")
_BREAK: Final = "[br]"
_FIELD: Final = re.compile(r"\[([A-Z][A-Z ]{1,20})\](.*)")


def claims(sample: Content) -> Claim:
    """Return whether a line of the sample is two times with a comma between them."""
    return Claim.sure("," in sample.text and _TIMES.search(normalized(sample.text)) is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every cue."""
    cues = Cues(normalized(content.text), _TIMES)
    if not cues.bodies:
        raise NothingUsableError("it has no line with two times")
    draft = Draft(NAME, in_order=True)
    notes = Notes()
    for row, line in enumerate(cues.head.split("\n")):
        field = _FIELD.fullmatch(line.strip())
        if field is not None and field[1] == "TITLE":
            draft.source = clean_source(field[2], "", None, "")
        elif field is None and line.strip():
            notes.add(-1, row, LEFT_OUT)
    note_steps_back(cues, notes)
    labels = Labels((body for body in cues.bodies if may_hold_label(body)), len(cues))
    for cue, (start, end, body) in enumerate(zip(cues.starts, cues.ends, cues.bodies, strict=True)):
        if start > end:
            notes.add(cue, 0, ENDS_EARLY)
        text = body.replace(_BREAK, "\n").strip()
        for speaker, part in labels.split(text) if ":" in text or "：" in text else [(None, text)]:
            draft.segment(start, end if start <= end else None, part, speaker=speaker)
    notes.report(cues, draft)
    return draft.finish()
