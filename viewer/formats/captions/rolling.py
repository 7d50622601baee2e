"""Rolling captions without words' times, as converters leave them: a cue shows old lines again.

00:00:02,750 --> 00:00:02,760        10 ms that show only the finished line
the line that was said

00:00:02,760 --> 00:00:04,730        the finished line, and the one that is being said
the line that was said
and the next

With times between the words, see `webvtt/youtube`, which takes the rules from here. What people
write has neither such flashes nor cues that begin, one after the other, with the last line of the
one before; where only a few do, the lines are truly said again, and stay.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from viewer.formats.captions.cues import Cues, Notes

#: Two cues are one display if no more than this lies between them; a flash is no longer.
TOUCHING_MS: Final = 50
#: Whether a file rolls shows in so many cues.
_LOOKED_AT: Final = 200
#: At least so many flashes and rolled lines, in at least half of the cues.
_FEWEST_FLASHES: Final = 2
#: Without flashes, at least so many rolled lines, in at least four of five cues; in a file of
#: fewer cues in every one that can, and in two at least.
_FEWEST_ROLLED: Final = 8
_FEWEST_OF_FEW: Final = 2
#: Where two lines and more are shown again, so much may lie between two displays.
_BLINK_MS: Final = 1_000

#: More lines than this are never on the screen.
ROWS: Final = 8

#: A cue's lines, how many of them were on the screen before, and whether it is a flash.
_Display = tuple[list[str], int, bool]


def unroll(cues: Cues, notes: Notes, cleaned: Callable[[str], str]) -> None:
    """Leave each line only in the cue in which it is new, if the captions roll.

    `cleaned` takes tags out of a text. A line lasts as long as it is alone or below.
    """
    if not _rolls(cues, cleaned):
        return
    places: list[int] = []
    ends: list[int] = []
    bodies: list[str] = []
    for place, (lines, old, _) in enumerate(_displays(cues, cleaned)):
        if len(lines) > old:
            places.append(place)
            ends.append(cues.ends[place])
            bodies.append("\n".join(lines[old:]))
        elif lines:
            ends[-1] = max(ends[-1], cues.ends[place])
    cues.starts, cues.ends, cues.bodies = [cues.starts[i] for i in places], ends, bodies
    notes.places = places


def _rolls(cues: Cues, cleaned: Callable[[str], str]) -> bool:
    flashes = rolled = 0
    for lines, old, flash in islice(_displays(cues, cleaned), _LOOKED_AT):
        flashes += flash
        rolled += bool(old) and len(lines) > old and lines[old] != lines[old - 1]
    seen = min(len(cues), _LOOKED_AT)
    if min(flashes, rolled) >= _FEWEST_FLASHES and (flashes + rolled) * 2 >= seen:
        return True
    fewest = max(min(_FEWEST_ROLLED, seen - 1), _FEWEST_OF_FEW)
    return rolled >= fewest and rolled * 5 >= (seen - 1) * 4


def _displays(cues: Cues, cleaned: Callable[[str], str]) -> Iterator[_Display]:
    shown: list[str] = []
    begun = until = 0
    for start, end, body in zip(cues.starts, cues.ends, cues.bodies, strict=True):
        lines = [line.strip() for line in cleaned(body).split("\n") if line and not line.isspace()]
        pause = start - until
        old = repeated(shown, lines) if start >= begun and pause <= _BLINK_MS else 0
        old = old if pause <= TOUCHING_MS or old > 1 else 0
        yield lines, old, 0 < old == len(lines) and end - start <= TOUCHING_MS
        shown, begun, until = lines, start, end


def repeated(shown: list[str], lines: list[str]) -> int:
    """Return how many of the first lines are the last lines that were shown."""
    for count in range(min(len(lines), len(shown), ROWS), 0, -1):
        if shown[-count:] == lines[:count]:
            return count
    return 0
