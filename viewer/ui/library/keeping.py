"""How the library was left: the widths of its columns and parts, and what its list is sorted by."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from viewer.state.settings import Library
from viewer.ui.library.entry_rows import Column

if TYPE_CHECKING:
    from viewer.ui.library.view import LibraryView


def restore(view: "LibraryView", settings: Library) -> None:
    """Give the list and its neighbours the widths that they had, and sort as before."""
    head = view.list.horizontalHeader()
    if len(settings.widths) == len(Column):
        view.list.by_hand = True
        for column, width in zip(Column, settings.widths, strict=True):
            if width:
                view.list.setColumnWidth(column, width)
    if len(settings.parts) == view.splitter.count():
        view.splitter.setSizes(list(settings.parts))
    if settings.sorted_by is not None and 0 <= settings.sorted_by[0] < len(Column):
        by, down = settings.sorted_by
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(by, order)


def left(view: "LibraryView") -> dict[str, object]:
    """Return what is to be kept of it: no widths that nobody chose, or that are not shown now."""
    head = view.list.horizontalHeader()
    by, down = head.sortIndicatorSection(), head.sortIndicatorOrder()
    beside = view.splitter.orientation() == Qt.Orientation.Horizontal
    whole = beside and not view.facets.isHidden()
    return {
        "widths": tuple(map(head.sectionSize, Column)) if view.list.by_hand else (),
        "sorted_by": (by, int(down == Qt.SortOrder.DescendingOrder)) if by >= 0 else None,
        "parts": tuple(view.splitter.sizes()) if whole else (),
    }
