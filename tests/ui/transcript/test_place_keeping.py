"""Keeping what the reader was taken to before his eyes while the view takes another size."""

import pytest

from tests.ui.pages import prose, shown
from viewer.core.find import Hit
from viewer.core.textmap import TextMap
from viewer.core.transcript import Said
from viewer.ui.transcript.scrolling import Place

HIT = Hit(12, 12, 0, 4)


@pytest.fixture
def view(qtbot):
    return shown(qtbot, prose(200))


def top_of(view, index):
    return view.segment_rect(index).top()


def test_what_is_glided_to_is_kept_and_not_the_lit_line_that_it_leaves(view):
    view.light(Said((0,), 0))
    view.show_hit(HIT)
    assert view.scrolling.gliding
    for height in (400, 330, 260):
        view.resize(view.width(), height)
    assert abs(top_of(view, HIT.first) - 480 // 3) <= 1
    assert not view.lit.visible()


def test_what_was_revealed_at_the_foot_stays_in_view_whole(view):
    view.light(Said((0,), 0))
    last = view.sheet.begun_in_view()[-2]
    view.bring_into_view(last, 0)
    assert view.lit.visible()
    view.resize(view.width(), 240)
    rect = view.segment_rect(last)
    assert 0 <= rect.top() < rect.bottom() <= 240
    view.resize(view.width(), 480)
    assert view.lit.visible()


@pytest.mark.parametrize("goes", ["scrolls", "is let go"])
def test_who_goes_elsewhere_keeps_what_is_uppermost(view, goes):
    view.scrolling.go(Place(30, 0))
    last = view.sheet.begun_in_view()[-2]
    view.bring_into_view(last, 0)
    if goes == "scrolls":
        view.reader.by(5)
    else:
        view.keeping.let_go()
    place = view.place()
    view.resize(view.width(), 240)
    assert view.place() == place


def test_another_reading_knows_nothing_of_what_was_revealed_before(view):
    view.scrolling.go(Place(30, 0))
    view.bring_into_view(view.sheet.begun_in_view()[-2], 0)
    other = prose(150)
    view.exchange_transcript(other, TextMap.lines(other.segments))
    place = view.place()
    view.resize(view.width(), 240)
    assert view.place() == place
