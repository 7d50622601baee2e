"""What a file dialog offers to choose from."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

_translate = QCoreApplication.translate


def name_filters(groups: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Return filters for `QFileDialog` out of (title, suffixes) pairs; suffixes have their dot.

    The first one shows all that the pairs name, the last one every file there is.
    """
    every = list(dict.fromkeys(suffix for _, suffixes in groups for suffix in suffixes))
    filters = [name_filter(title, suffixes) for title, suffixes in groups if suffixes]
    if len(filters) > 1:
        filters.insert(0, name_filter(_translate("OpenFiles", "All supported files"), every))
    return [*filters, _translate("OpenFiles", "All files") + " (*)"]


def name_filter(title: str, suffixes: Iterable[str]) -> str:
    """Return one filter for `QFileDialog`."""
    patterns = " ".join(f"*{suffix}" for suffix in suffixes)
    return f"{title} ({patterns})"
