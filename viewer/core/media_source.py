"""Where a recording plays from: a file, or an address of the web."""

from dataclasses import field
from pathlib import Path
from typing import Final, Self
from urllib.parse import unquote, urlsplit

from viewer.core.links import is_web_link
from viewer.core.value import value


@value
class MediaSource:
    """A file's path, or an address as text.

    `site` names the site whose own player shows what is at the address. An address that the user
    gave or agreed to was `asked` for, and may lie in his own network.
    """

    place: Path | str
    site: str = ""
    asked: bool = field(default=False, compare=False)

    @classmethod
    def named(cls, text: str) -> Self:
        """Return what a text names: an address where it is a whole one, else a file."""
        return cls(text if is_web_link(text) else Path(text))

    @property
    def path(self) -> Path | None:
        """The file, where it is one."""
        return self.place if isinstance(self.place, Path) else None

    @property
    def name(self) -> str:
        """What to call it in a sentence: the file's name, or who sends it."""
        if isinstance(self.place, Path):
            return self.place.name or str(self.place)
        return urlsplit(self.place).hostname or self.place

    @property
    def title(self) -> str:
        """What to call what it plays: the file's name without its suffix."""
        if isinstance(self.place, Path):
            return self.place.stem
        return Path(unquote(urlsplit(self.place).path)).stem or self.name

    def __str__(self) -> str:
        """Return it whole."""
        return str(self.place)


#: Where nothing is played but a clock runs.
NOWHERE: Final = MediaSource("")
