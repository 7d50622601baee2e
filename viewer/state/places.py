"""Where the program keeps the user's files: settings, what it remembers, what it can make again."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from viewer.core.value import value
from viewer.errors import StateError

#: Names one folder for everything, instead of the system's several.
HOME_VARIABLE: Final = "CUELINE_HOME"
_NAME: Final = "cueline"


@value
class Places:
    """The folders that are the program's own; none of them need exist yet."""

    config: Path
    data: Path
    cache: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.json"

    @property
    def recent(self) -> Path:
        """The list of the files opened last."""
        return self.data / "recent.json"

    @property
    def recordings(self) -> Path:
        """The list of the recordings that the user chose."""
        return self.data / "recordings.json"

    @property
    def notebooks(self) -> Path:
        """The folder of what the user keeps of transcripts."""
        return self.data / "notebooks"

    @property
    def library_folders(self) -> Path:
        """The list of the folders in the library."""
        return self.data / "library.json"

    @property
    def library(self) -> Path:
        """The index of what is in those folders; it may be deleted at any time."""
        return self.cache / "library.sqlite"

    @property
    def left_off(self) -> Path:
        """The list of where transcripts were left."""
        return self.data / "left-off.json"

    @property
    def fetched(self) -> Path:
        """The folder of transcripts that were fetched from the web; they may be deleted."""
        return self.cache / "fetched"

    @property
    def quote_styles(self) -> Path:
        """The folder of the user's own ways to word quotes."""
        return self.config / "styles"

    @property
    def samples(self) -> Path:
        """The folder of stand-in recordings; it may be deleted at any time."""
        return self.cache / "samples"

    @property
    def clips(self) -> Path:
        """The folder of clips that were copied, for whoever pastes them; it may be deleted, too."""
        return self.cache / "clips"


def places(environ: Mapping[str, str] = os.environ) -> Places:
    """Return the system's folders for the program, or those in the one that `environ` names.

    Raises `StateError` where that is in the home of somebody who has none.
    """
    if home := environ.get(HOME_VARIABLE, "").strip():
        known = os.path.expanduser(home)
        if known.startswith("~"):
            owner = known.replace(os.sep, "/").split("/")[0]
            raise StateError(
                f"{HOME_VARIABLE} names the home of “{owner[1:]}”, who has none here.",
                hint=f"Name another folder in {HOME_VARIABLE}; one called so is ./{owner}.",
            )
        folder = Path(os.path.abspath(known))
        return Places(folder, folder, folder / "cache")
    import platformdirs

    return Places(
        platformdirs.user_config_path(_NAME, appauthor=False),
        platformdirs.user_data_path(_NAME, appauthor=False),
        platformdirs.user_cache_path(_NAME, appauthor=False),
    )
