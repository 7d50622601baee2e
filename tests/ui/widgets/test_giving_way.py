"""Parts of a column that give way where height is short."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from viewer.ui.widgets.giving_way import Column, GivingWay

REST = 40


@pytest.fixture
def column(qtbot):
    """Three fields above a list that needs 40 pixels; the last gives way first."""
    column = Column()
    qtbot.addWidget(column)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    column.fields = [QLineEdit() for _ in range(3)]
    for field in column.fields:
        field.setFixedHeight(20)
        field.setMinimumHeight(0)
        layout.addWidget(field)
    layout.addStretch(1)
    in_turn = column.fields[::-1]
    column.giving = GivingWay(column, lambda: [(field, REST) for field in in_turn])
    column.setMinimumSize(1, 1)
    column.show()
    return column


def shown(column):
    return [field.height() > 0 for field in column.fields]


def fit(column, qtbot, height):
    column.resize(200, height)
    qtbot.waitUntil(lambda: column.height() == height)
    column.layout().activate()


def needed(column, count):
    return REST + count * column.giving.whole_px // 3


def test_parts_give_way_in_turn_and_come_back(column, qtbot):
    for count, whether in [
        (3, [True] * 3),
        (2, [True, True, False]),
        (1, [True, False, False]),
        (3, [True] * 3),
    ]:
        fit(column, qtbot, needed(column, count))
        assert shown(column) == whether
    assert [field.maximumHeight() for field in column.fields] == [20] * 3
    assert not any(field.isHidden() for field in column.fields)


def test_what_has_the_keys_stays(column, qtbot):
    column.fields[2].setFocus()
    qtbot.waitUntil(lambda: column.giving.kept_px > 0)
    fit(column, qtbot, needed(column, 1))
    assert shown(column) == [False, False, True]
    column.fields[0].setFocus()
    qtbot.waitUntil(lambda: shown(column) == [True, False, False])


def test_what_is_held_still_gives_way_later(column, qtbot):
    fit(column, qtbot, needed(column, 3))
    column.giving.is_held = True
    fit(column, qtbot, needed(column, 1))
    assert all(field.maximumHeight() == 20 for field in column.fields)
    column.giving.let_move()
    column.layout().activate()
    assert shown(column) == [True, False, False]


def test_what_had_given_way_before_all_was_held_comes_back_later(column, qtbot):
    fit(column, qtbot, needed(column, 1))
    column.giving.is_held = True
    column.giving.let_move()
    fit(column, qtbot, needed(column, 3))
    assert shown(column) == [True] * 3


class Block(QWidget):
    """What needs twenty pixels."""

    def sizeHint(self):
        return QSize(20, 20)

    minimumSizeHint = sizeHint


def test_a_part_inside_another_one_gives_way_before_it(column, qtbot):
    outer, kept, inner = QWidget(), Block(), Block()
    inside = QVBoxLayout(outer)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(0)
    inside.addWidget(kept)
    inside.addWidget(inner)
    for field in column.fields:
        field.hide()
    column.layout().insertWidget(0, outer)
    column.giving = GivingWay(column, lambda: [(inner, REST), (outer, REST)])
    for height, seen in [
        (REST + 40, [True, True]),
        (REST + 39, [False, True]),
        (REST + 20, [False, True]),
        (REST + 19, [False, False]),
        (REST + 20, [False, True]),
        (REST + 40, [True, True]),
        (REST + 19, [False, False]),
    ]:
        fit(column, qtbot, height)
        qtbot.waitUntil(lambda seen=seen: [inner.height() > 0, outer.height() > 0] == seen)
