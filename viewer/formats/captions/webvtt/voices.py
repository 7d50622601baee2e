"""Voices that no tag closes: whether they last until the next one, and what ends them.

By the rules a voice ends with its cue. Some write it only where it changes, and mean it to last.
Others write it in every cue that has one; there a cue without a voice is said by nobody known.
"""

import re
from collections.abc import Iterable
from typing import Final

from viewer.formats.kit.speaker_labels import label_of

_VOICE: Final = re.compile(r"<v([.\s][^<>]{0,200})>")
_TAG: Final = re.compile(r"<[^<>]{0,200}>")
#: Of the cues at least one in so many has no voice where voices last.
_WITHOUT_ONE_IN: Final = 4
#: Nobody's voice lasts over so long a silence.
_SILENCE_MS: Final = 10_000
#: What begins somebody else's words.
_TURNS: Final = ("-", "–", "—", ">>", "≫")
#: What is heard and not said.
_SOUND: Final = re.compile(
    r"\s*+(?:\[[^\]]*+\]|\([^)]*+\)|（[^）]*+）|【[^】]*+】|♪.*|\*[^*]*+\*)\s*+", re.S
)


def last(payloads: Iterable[str]) -> bool:
    """Return whether the voices of a file last until the next one.

    They do where none is closed, cues without a voice are common, and no voice is named again
    while it would still last.
    """
    cues = without = again = 0
    before = None
    for payload in payloads:
        cues += 1
        if "</v" in payload:
            return False
        found: list[str] = _VOICE.findall(payload) if "<v" in payload else []
        without += not found
        again += bool(found) and found[0] == before
        before = found[-1] if found else before
    return again * 10 <= cues and without * _WITHOUT_ONE_IN >= cues


def ends_voice(payload: str, silence_ms: int) -> bool:
    """Return whether a cue without a voice is somebody else's than the one before it."""
    text = _TAG.sub("", payload).lstrip() if "<" in payload else payload.lstrip()
    return silence_ms > _SILENCE_MS or text.startswith(_TURNS) or label_of(text) is not None


def is_sound(payload: str) -> bool:
    """Return whether a cue is heard and not said by anybody."""
    text = _TAG.sub("", payload) if "<" in payload else payload
    return _SOUND.fullmatch(text) is not None
