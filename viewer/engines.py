"""Which engines there are: adding one is a module in `playback` and an entry here.

It stands at the bottom because the command line and the settings know engines by their names.
"""

from typing import Final, NamedTuple


class EngineEntry(NamedTuple):
    """An engine: its name, and the module whose `Factory` makes it, loaded when it is wanted."""

    name: str
    module: str
    #: Whether it is tried where none was chosen.
    usual: bool = True


#: The best first.
ENGINES: Final = (
    EngineEntry("vlc", "vlc.factory"),
    EngineEntry("qt", "qt_factory"),
    EngineEntry("silent", "silent_engine", usual=False),
)
#: Takes the best engine that this machine has.
AUTO: Final = "auto"
#: What can be chosen.
CHOICES: Final = (AUTO, *(each.name for each in ENGINES))
