"""The settings in use: loaded once, changed as the user works, saved when told."""

import logging
from typing import Final, Literal, TypeAlias, get_args

from viewer.errors import StateError
from viewer.state import store
from viewer.state.places import Places
from viewer.state.settings import Settings

log = logging.getLogger(__name__)

_Section: TypeAlias = Literal["playback", "reading", "window"]
_SECTIONS: Final[tuple[_Section, ...]] = get_args(_Section)


class Keeper:
    """Holds the settings; what cannot be read or saved costs no more than being forgotten."""

    def __init__(self, places: Places) -> None:
        self.places = places
        #: Why the settings could not be read, where they could not.
        self.trouble: StateError | None = None
        try:
            self.settings = store.load(Settings, places.settings)
        except StateError as error:
            self.settings = Settings()
            self.trouble = error
        self._saved = self.settings

    def change(self, section: _Section, **changes: object) -> None:
        """Change values of one section; a value out of bounds leaves the old one."""
        self.settings = self.settings.change(section, **changes)

    def save(self) -> None:
        """Save what changed since; raises `StateError`.

        It goes into the file as it is now: another window may have saved its own changes.
        """
        if self.settings == self._saved:
            return
        if self.trouble is not None:
            return  # never write over a file that could not be read
        now = store.load(Settings, self.places.settings)
        for section in _SECTIONS:
            mine, before = getattr(self.settings, section), getattr(self._saved, section)
            changes = {name: value for name, value in mine if value != getattr(before, name)}
            now = now.change(section, **changes)
        store.save(now, self.places.settings)
        self._saved = self.settings
