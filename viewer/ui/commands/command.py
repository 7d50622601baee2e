"""What a command is: what it needs, how it looks, which keys call it, where it stands in a menu."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Flag, auto

from viewer.core.value import value


class Need(Flag):
    """What must be there for a command to make sense."""

    NOTHING = 0
    OPEN = auto()
    TRANSCRIPT = auto()
    TIMES = auto()
    PLAYBACK = auto()
    CHOSEN_RECORDING = auto()
    PICTURE = auto()
    SOUND = auto()
    PROBLEMS = auto()
    CHAPTERS = auto()
    SPEAKERS = auto()
    FULL_SCREEN = auto()
    WEB_LINK = auto()
    #: A recording that is a file, and one that has a picture.
    MEDIA_FILE = auto()
    FRAMES = auto()
    #: Lines that can be played from.
    LINES = TIMES | PLAYBACK


@value
class Face:
    """How a command's button looks."""

    icon: str
    text: str


@dataclass(slots=True, eq=False)
class CommandSpec:
    """A command, which stands once, in the class of its menu, whose attribute gives it its name.

    Keys are in Qt's portable form, where Ctrl is the Command key of macOS and Meta its Control
    key; `mac_keys` replace `keys` there. A `local` command's keys work only in the widget that
    the action was added to. Of the commands in one `group` exactly one is on. `faces` are how its
    button looks while it is off and while it is on, where that differs from the menu; there, a
    line stands above one that `starts_group`.
    """

    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    needs: Need = Need.NOTHING
    checkable: bool = False
    group: str = ""
    local: bool = False
    mac_keys: tuple[str, ...] = ()
    faces: tuple[Face, Face] | None = None
    starts_group: bool = False
    #: What it is called in the settings, and as an object of Qt.
    name: str = field(default="", init=False)

    def __set_name__(self, _owner: type, attribute: str) -> None:
        self.name = attribute.lower().replace("_", "-")

    def face(self, *, on: bool = False) -> Face:
        """Return how the command's button looks."""
        return self.faces[on] if self.faces else Face(self.icon, self.text)

    def keys_on(self, platform: str) -> tuple[str, ...]:
        """Return the keys on a platform, named as `sys.platform` does."""
        return self.mac_keys if platform == "darwin" and self.mac_keys else self.keys


@value
class MenuSpec:
    """A menu's title and what stands in it, which is put there by others where it is nothing.

    None is a line between groups.
    """

    title: str
    entries: tuple["CommandSpec | MenuSpec | None", ...] = ()
    starts_group: bool = False

    def commands(self) -> Iterator[CommandSpec]:
        """Yield the commands of the menu and of the menus in it, in order."""
        for entry in self.entries:
            if isinstance(entry, MenuSpec):
                yield from entry.commands()
            elif entry is not None:
                yield entry


def entries_of(menu: type) -> tuple[CommandSpec | MenuSpec | None, ...]:
    """Return what stands in the class of a menu, in its order, with lines between groups."""
    entries: list[CommandSpec | MenuSpec | None] = []
    for each in vars(menu).values():
        if isinstance(each, CommandSpec | MenuSpec):
            entries += [None, each] if each.starts_group else [each]
    return tuple(entries)
