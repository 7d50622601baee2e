r"""Audacity's labels: start and end in seconds and the text, parted by tabs.

0.880000	2.280000	Good morning.
\	120.000000	4000.000000

A label at a single moment ends where it starts. A line that begins with a backslash gives the
frequencies of the label above it. https://manual.audacityteam.org/man/importing_and_exporting_labels.html
"""

import re
from typing import Final

from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels, may_hold_label
from viewer.formats.tables.columns import ENDS_EARLY
from viewer.formats.text import split_lines

NAME: Final = "audacity-labels"

_ROW: Final = re.compile(r"(-?[0-9]{1,9}(?:[.,][0-9]{1,12})?)\t(-?[0-9]{1,9}(?:[.,][0-9]{1,12})?)")
_FRACTION: Final = re.compile(r"-?[0-9]{1,9}[.,][0-9]{3,12}\t")
_FREQUENCIES: Final = "\\\t"
#: Of the lines looked at, so many may be something else.
_LOOKED_AT: Final = 50
_STRAY_ONE_IN: Final = 5

_NO_LABEL: Final = "This line has no times that can be read and was left out."
_NO_TEXT: Final = "This label has no text and was left out."

_Row = tuple[int, int, int, str]


def claims(sample: Content) -> Claim:
    """Return whether the lines begin with two times in seconds, with fractions."""
    lines = [line for line in split_lines(sample.text)[:_LOOKED_AT] if line.strip("\ufeff \t")]
    rows = [line for line in lines if not line.startswith(_FREQUENCIES)]
    if not rows or not _FRACTION.match(rows[0].removeprefix("\ufeff")):
        return Claim.NO
    strays = sum(_ROW.match(line.removeprefix("\ufeff")) is None for line in rows)
    return Claim.sure(strays * _STRAY_ONE_IN <= len(rows))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every label that can be read, and note what cannot."""
    draft = Draft(NAME)
    rows = _read(split_lines(content.text), draft)
    labels = Labels((text for *_, text in rows if may_hold_label(text)), len(rows))
    for line, start, end, text in rows:
        if not text:
            draft.problem(line, _NO_TEXT)
            continue
        if end < start:
            draft.problem(line, ENDS_EARLY)
        for speaker, part in labels.split(text):
            draft.segment(start, end if end > start else None, part, speaker=speaker)
    if draft.empty:
        raise NothingUsableError("it has no label with times and text")
    return draft.finish()


def _read(lines: list[str], draft: Draft) -> list[_Row]:
    rows = []
    for number, line in enumerate(lines, 1):
        match = _ROW.match(line.removeprefix("\ufeff"))
        if match is not None:
            text = line.removeprefix("\ufeff")[match.end() :].strip()
            rows.append((number, _ms(match[1]), _ms(match[2]), text))
        elif line.strip("\ufeff \t") and not line.startswith(_FREQUENCIES):
            draft.problem(number, _NO_LABEL)
    return rows


def _ms(text: str) -> int:
    return parse_time(text) or 0  # what lies before the recording is at its beginning
