"""Where the files that come with the program are: in a source checkout and in a wheel."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a file below `resources`, such as `resource("icons", "play.svg")`."""
    return _folder("resources").joinpath(*parts)


def seed_folder() -> Path:
    """Return the folder that holds the sample transcript."""
    return _folder("seeds")


def seed_path() -> Path:
    """Return the path of the sample transcript."""
    return min(seed_folder().glob("*.md"))


def _folder(name: str) -> Path:
    # A wheel carries the folder inside the package, a checkout beside it.
    carried = _PACKAGE / name
    return carried if carried.is_dir() else _PACKAGE.parent / name
