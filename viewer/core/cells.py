"""Cells of tables that spreadsheets open."""

from typing import Final

#: What makes a spreadsheet calculate with a cell, or call other programs by it.
_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")


def harmless(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe has it be text."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return f"'{cell}"
    return cell
