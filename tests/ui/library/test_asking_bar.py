"""What is typed and chosen above the library's list."""

import pytest
from PySide6.QtCore import QPoint

from viewer.ui.library.asking_bar import AskingBar


@pytest.mark.parametrize(("letters", "rows"), [(230, 1), (75, 2), (45, 3)])
def test_what_is_typed_has_room_at_every_width(qtbot, letters, rows):
    bar = AskingBar()
    qtbot.addWidget(bar)
    letter = bar.fontMetrics().averageCharWidth()
    bar.resize(letters * letter, 300)
    bar.show()
    places = (bar.query, bar.filter, bar.show_box)

    def laid_out():
        tops = [each.mapTo(bar, QPoint(0, each.height() // 2)).y() for each in places]
        return len({round(top / bar.query.height()) for top in tops}) == rows

    qtbot.waitUntil(laid_out)
    assert bar.query.width() >= 20 * letter
    assert bar.folders.geometry().right() <= bar.folders.parentWidget().width()
