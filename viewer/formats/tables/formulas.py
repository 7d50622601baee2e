"""Cells that a spreadsheet would run as formulas: written as text, and read back as they were."""

from typing import Final

#: What spreadsheets take for the beginning of a formula; the last two stand before one.
_BEGINNINGS: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r")


def guarded(cell: str) -> str:
    """Return a cell with an apostrophe before what would be a formula, which says that it is text.

    One that begins so already gets another one.
    """
    return f"'{cell}" if cell.lstrip("'").startswith(_BEGINNINGS) else cell


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that only says that it is text."""
    return cell[1:] if cell.startswith("'") and guarded(cell) != cell else cell
