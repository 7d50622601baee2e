"""The words about a place: what has room, and what is marked in them."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPalette

from viewer.ui.library.hit_words import draw_words, fitted, wanted_of
from viewer.ui.theme.page_colours import PageColours

WORDS = "Money is what money does. " * 9


def three_lines(width=200):
    return QRectF(0, 0, width, QFontMetricsF(QFont()).height() * 3)


def test_words_without_room_end_with_a_whole_word_and_a_sign(qtbot):
    shown = fitted(WORDS, QFont(), three_lines())
    assert shown.endswith("…")
    assert shown[:-1] in WORDS
    assert WORDS[len(shown) - 1] in " "
    assert fitted("Money.", QFont(), three_lines()) == "Money."


def test_signs_beyond_the_basic_plane_are_not_cut_in_two(qtbot):
    shown = fitted("𝒲 wheat " * 40, QFont(), three_lines())
    assert shown.rstrip("…").endswith(("𝒲", "wheat"))


def test_all_that_was_found_is_looked_for_in_the_words_about_one_place():
    wanted = wanted_of(["Money", "two words"])
    assert [each.group() for each in wanted.finditer("money, two\nwords, MONEY")] == [
        "money",
        "two\nwords",
        "MONEY",
    ]
    assert wanted_of([" "]) is None


@pytest.mark.parametrize(("found", "marks"), [(["money"], 2), (["what"], 1), ([], 0)])
def test_every_one_of_them_is_marked(qtbot, found, marks):
    image = QImage(400, 20, QImage.Format.Format_RGB32)
    colours = PageColours.of(QPalette())
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    draw_words(
        painter, "Money is what money does.", wanted_of(found), QRectF(0, 0, 400, 20), colours
    )
    painter.end()
    seen = [False, *(image.pixelColor(x, 0) != Qt.GlobalColor.white for x in range(400))]
    assert sum(here and not before for before, here in pairwise(seen)) == marks
