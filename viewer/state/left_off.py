"""Where transcripts were left, remembered by their content: moving them loses nothing."""

from pathlib import Path
from typing import Final, Literal

from viewer.core.value import value
from viewer.state import store
from viewer.state.checked import checked, last, one_of, optional, record, text, whole

#: The ones left longest ago are dropped beyond this.
MOST_LEFT: Final = 1_000
#: More entries than these are not looked at, good or bad.
_MOST_LOOKED_AT: Final = MOST_LEFT + 100
_MOST_BYTES: Final = 1024 * 1024

_KEY: Final = text(32, "[0-9a-f]{32}")
_MS: Final = whole(0, 1_000_000_000)
_COUNT: Final = whole(0, 100_000_000)


@value
class LeftOff:
    """Where the recording was; and where in the text one read, if that was elsewhere."""

    ms: int = checked(_MS, 0)
    #: The segment whose text stood uppermost, and the character of it.
    segment: int | None = checked(optional(_COUNT), None)
    offset: int = checked(_COUNT, 0)


@value
class _All:
    version: Literal[1] = checked(one_of(1), 1)
    left: dict[str, LeftOff] = checked(last(_MOST_LOOKED_AT, _KEY, record(LeftOff)), dict)


class LeftOffs:
    """The list that is kept in a file; other programs may write it, too."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def find(self, key: str) -> LeftOff | None:
        """Return where the transcript of this key was left; raises `StateError`."""
        return self._load().left.get(key)

    def remember(self, key: str, left: LeftOff | None) -> None:
        """Remember where a transcript was left; None forgets it. Raises `StateError`."""
        known = self._load().left
        if left is None and key not in known:
            return
        with store.turn(self._file):
            others = {each: at for each, at in self._load().left.items() if each != key}
            kept = [*others.items(), *([(key, left)] if left is not None else [])]
            store.save(_All(left=dict(kept[-MOST_LEFT:])), self._file)

    def _load(self) -> _All:
        return store.load(_All, self._file, _MOST_BYTES)
