"""Trying engines one after the other on one recording, and saying why none would do."""

from collections.abc import Callable, Iterable
from typing import Final

from viewer.errors import EngineUnavailableError, PlaybackError
from viewer.playback.engine import Engine

EngineMaker = Callable[[], Engine]

OTHER_RECORDING: Final = "Choose another recording, or convert this one to MP4."
_NO_ENGINE: Final = "Nothing on this machine can play a recording."


class EngineQueue:
    """Engines in order of preference, and what was wrong with those before.

    `hint` is what to do where none of them can play it.
    """

    def __init__(self, makers: Iterable[EngineMaker], hint: str = OTHER_RECORDING) -> None:
        self._left, self._hint = list(makers), hint
        self._missing: list[EngineUnavailableError] = []
        self._refusals: list[str] = []

    def next(self) -> Engine | None:
        """Make the next engine that can be made, or return None after the last."""
        while self._left:
            try:
                return self._left.pop(0)()
            except EngineUnavailableError as error:
                self.miss(error)
        return None

    def miss(self, error: EngineUnavailableError) -> None:
        """Note that an engine cannot be had, also if that came out only after it was made."""
        self._missing.append(error)

    def refuse(self, reason: str) -> None:
        """Note that the engine made last could not play the recording."""
        self._refusals.append(reason)

    def verdict(self) -> PlaybackError:
        """Return what the user should be told when no engine is left."""
        if self._refusals:
            hint = next((error.hint for error in self._missing if error.hint), self._hint)
            return PlaybackError(self._refusals[0], hint=hint)
        if self._missing:
            return self._missing[0]
        return EngineUnavailableError(_NO_ENGINE)
