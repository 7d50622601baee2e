"""The settings in use: loaded once, changed as the user works, saved when asked."""

import logging
from dataclasses import fields
from typing import Any, Final, get_args

from viewer.disk.lock import LIMIT_S
from viewer.errors import StateError
from viewer.state import store
from viewer.state.places import Places
from viewer.state.settings import Section, Settings

log = logging.getLogger(__name__)

#: A larger file holds no settings.
_MOST_BYTES: Final = 1024 * 1024
#: What somebody looks at waits no longer than this for another window's turn at the file.
SOON_S: Final = 0.5
_SECTIONS: Final[tuple[Section, ...]] = get_args(Section)


class UserSettings:
    """Holds the settings; what cannot be read or saved costs no more than being forgotten."""

    def __init__(self, places: Places) -> None:
        self.places = places
        #: Why the settings could not be read, where they could not.
        self.trouble: StateError | None = None
        self._readable = True
        self.settings = self._saved = self._load()

    def change(self, section: Section, **changes: object) -> None:
        """Change values of one section; a value out of bounds leaves the old one."""
        self.settings = self.settings.change(section, **changes)

    def save(self, limit_s: float = LIMIT_S) -> None:
        """Save what changed since; raises `StateError`, also where no turn comes within the limit.

        It goes into the file as it is now: another window may have saved its own changes.
        """
        if self.settings == self._saved:
            return
        if not self._readable:
            return  # never write over a file that could not be read
        with store.turn(self.places.settings, limit_s):
            now = store.load(Settings, self.places.settings, _MOST_BYTES)
            for section in _SECTIONS:
                mine, before = getattr(self.settings, section), getattr(self._saved, section)
                now = now.change(section, **_changed(mine, before))
            store.save(now, self.places.settings)
        self._saved = self.settings

    def _load(self) -> Settings:
        """Read the settings; what is put aside there is missing when it is looked at again."""
        try:
            return store.load(Settings, self.places.settings, _MOST_BYTES)
        except StateError as error:
            self.trouble = error
        try:
            return store.load(Settings, self.places.settings, _MOST_BYTES)
        except StateError:
            self._readable = False
            return Settings()


def _changed(mine: Any, before: Any) -> dict[str, object]:  # noqa: ANN401 - any section
    """Return the values of a section that are others now."""
    now = {each.name: getattr(mine, each.name) for each in fields(mine)}
    return {name: new for name, new in now.items() if new != getattr(before, name)}
