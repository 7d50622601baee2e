"""Captions whose first line is who speaks, or says again when.

00:00:03.120 --> 00:00:05.000        00:00:07.250 --> 00:00:09.000
Jane Doe                             [00:00:07] S02: Good morning.
Good morning.

Teams' older Word documents are the first, texts that went through an editor the second. Here both
become labels, which the readers know. A song's or a sentence's first line may look like a name, but
not that of nearly every caption.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from viewer.core.timecode import CLOCK, parse_time
from viewer.formats.captions.cues import Cues
from viewer.formats.kit.name_shapes import has_no_capitals, like_a_name

_STAMP: Final = re.compile(rf"\s{{0,9}}[\[(]({CLOCK}(?:[.,]\d{{1,3}})?)[\])][ \t]{{0,9}}")
_NUMBERED: Final = re.compile(r"(?i:speaker|sprecher|spk|locuteur|hablante|спикер)[ _]?\d{1,3}")
#: So many cues are looked at, of which nearly all have one.
_LOOKED_AT: Final = 60
_FEWEST: Final = 3
_NEARLY_ALL: Final = 0.9
#: So far from its cue's start a time may be that says it again.
_NEAR_MS: Final = 1_500


def label_first_lines(cues: Cues) -> None:
    """Change bodies in place: a name on the first line becomes a label, a time there goes."""
    head = cues.bodies[:_LOOKED_AT]
    if sum(_says_when(body, start) for body, start in zip(head, cues.starts, strict=False)) * 2 > (
        max(len(head), _FEWEST - 1)
    ):
        pairs = zip(cues.bodies, cues.starts, strict=True)
        cues.bodies = [
            _STAMP.sub("", body, count=1) if _says_when(body, start) else body
            for body, start in pairs
        ]
    elif _are_names([_first_line(body) for body in head]):
        cues.bodies = [_labelled(body) for body in cues.bodies]


def _says_when(body: str, start_ms: int) -> bool:
    match = _STAMP.match(body) if body.lstrip()[:1] in ("[", "(") else None
    return match is not None and abs((parse_time(match[1]) or 0) - start_ms) <= _NEAR_MS


def _first_line(body: str) -> str:
    """Return the first line of a body that has more, or nothing."""
    first, _, rest = body.strip().partition("\n")
    return first.strip() if rest.strip() else ""


def _are_names(firsts: Sequence[str]) -> bool:
    if len(firsts) < _FEWEST or not firsts[0] or not like_a_name(firsts[0]):
        return False
    names = Counter(filter(like_a_name, filter(None, firsts)))
    again = {name: count for name, count in names.items() if count > 1}
    whole = sum(map(_is_whole, names)) * 2 >= len(names)
    if names.total() < _NEARLY_ALL * len(firsts) or sum(again.values()) * 2 < len(firsts):
        return False
    return whole or (len(again) > 1 and all(map(has_no_capitals, names)))


def _is_whole(name: str) -> bool:
    """Return whether a name is one of several words, or numbered."""
    return len(name.split()) > 1 or _NUMBERED.fullmatch(name) is not None


def _labelled(body: str) -> str:
    name = _first_line(body)
    if not name or not like_a_name(name):
        return body
    return f"[{name}]: {body.strip().partition(chr(10))[2].lstrip()}"
