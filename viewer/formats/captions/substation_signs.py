r"""Signs of SubStation that converters leave in captions of other kinds.

{\an8}Good morning,\Nall of you        Yes,\hof course

Players follow them there all the same: overrides are not shown, lines break, and parts are parted.
"""

import re
from typing import Final

from viewer.formats.captions.cues import Cues

_OVERRIDE: Final = re.compile(r"\{\\[^{}\n]*\}")
#: A path is text: `C:\new`, `\\server\here`.
_BREAK: Final = re.compile(r"(?:(?<![A-Za-z])[A-Za-z]:|\\)\\\S*|\\[Nnh]")
_BLANK: Final = "\\h"


def follow_signs(cues: Cues) -> None:
    """Take overrides out of the bodies, and break lines where they are only said to."""
    if "\\" not in cues.text:
        return
    for cue, body in enumerate(cues.bodies):
        if "\\" in body:
            cues.bodies[cue] = _BREAK.sub(_broken, _OVERRIDE.sub("", body))


def _broken(found: re.Match[str]) -> str:
    if len(found[0]) > len(_BLANK):
        return found[0]
    return " " if found[0] == _BLANK else "\n"
