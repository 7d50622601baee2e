"""What a press of the mouse in the transcript turns out to be: a click, a drag, or neither."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from viewer.core.value import value

#: A window that came to the front so shortly before a press did so because of it, in seconds.
JUST_NOW_S: Final = 0.15


@value
class Press:
    """How the mouse was pressed.

    `target` is the line under the pointer, if any. `window_active` tells whether the window was
    in front already.
    """

    target: int | None
    on_time: bool = False
    had_selection: bool = False
    modified: bool = False
    window_active: bool = True


@value
class Release:
    """What came of a press: a line chosen, or a click that did no more than move the caret."""

    chosen: int | None = None
    moved_caret: bool = False


class ClickRules:
    """Follows the mouse from press to release and tells what the reader meant.

    A click chooses the line, unless it cleared a selection, brought the window to the front, or
    held a modifier; one on the time always chooses. A drag never does. A double click takes
    back what its first click chose.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._press: Press | None = None
        self._dragging = False
        self._chosen = False
        self._was_behind = False
        self._came_to_front_at: float | None = None

    @property
    def pressed(self) -> Press | None:
        """The press that has not been released yet."""
        return self._press

    @property
    def dragging(self) -> bool:
        """Whether the press has become a drag."""
        return self._dragging

    def window_changed(self, *, active: bool) -> None:
        """Note that the window came to the front or went behind another."""
        if not active:
            self._was_behind = True
        elif self._was_behind:
            # A window that has just been opened was not brought to the front by a click.
            self._was_behind = False
            self._came_to_front_at = self._now()

    def press(self, press: Press) -> None:
        """Begin with a press of the left button."""
        self._press, self._dragging, self._chosen = press, False, False
        at = self._came_to_front_at
        if at is not None and self._now() - at < JUST_NOW_S:
            self._press = replace(press, window_active=False)

    def drag(self) -> None:
        """Note that the pointer has moved too far for a click."""
        self._dragging = True

    def release(self, *, window_active: bool) -> Release:
        """End with the release, and tell what it was."""
        press, self._press = self._press, None
        dragged, self._dragging = self._dragging, False
        if press is None or dragged:
            return Release()
        brought_to_front = window_active and not press.window_active
        barred = press.modified or press.had_selection or brought_to_front
        if press.target is not None and (press.on_time or not barred):
            self._chosen = True
            return Release(chosen=press.target)
        return Release(moved_caret=not press.on_time and not brought_to_front)

    def double_click(self) -> bool:
        """Take in a second press; return whether what the first click did is to be taken back."""
        taken_back, self._chosen, self._press = self._chosen, False, None
        return taken_back
