"""What is typed and chosen above the library's list."""

import pytest
from PySide6.QtCore import QPoint

from viewer.ui.library.asking_bar import AskingBar
from viewer.ui.library.entry_rows import Counts


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


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (Counts(2, 1), "2 places in 1 transcript"),
        (Counts(0, 3), "3 transcripts"),
        (Counts(1, 1, apart=1200), "1 place in 1 transcript; in 1,200 more the words stand apart"),
        (
            Counts(0, 0, apart=4),
            "No place has these words together; in 4 transcripts they stand apart",
        ),
    ],
)
def test_words_that_stand_apart_are_told_apart(qtbot, counts, sentence):
    bar = AskingBar()
    qtbot.addWidget(bar)
    bar.show_count(counts, looking=True, finished=True)
    assert bar.count.text() == sentence
    assert bar.save_button.isEnabled() is bool(counts.places)
