import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes import FakeTime
from tests.ui.pages import LEFT, NO_KEYS, heard, on_words, prose, shown
from viewer.core.follow import FollowEvent
from viewer.core.textmap import TextMap
from viewer.core.transcript import Said
from viewer.ui.transcript.following import Following
from viewer.ui.transcript.scrolling import TOP, Place


@pytest.fixture
def view(qtbot):
    view = shown(qtbot, prose(60))
    view.scrolling.set_reduced_motion(True)
    return view


@pytest.fixture
def time():
    return FakeTime()


@pytest.fixture
def following(view, time):
    following = Following(view, view, now=time)
    following.reported = heard(following.following_changed)
    following.way = heard(following.way_back_changed)
    following.offered = lambda: [way is not None for way in following.way]
    return following


def lit(index):
    return Said((index,), index)


def test_a_line_that_leaves_the_middle_half_is_scrolled_to(following, view):
    following.light(lit(30), 0)
    assert view.lit.in_middle_half()


def test_a_line_in_the_middle_half_stays_where_it_is(following, view):
    following.light(lit(30), 0)
    here = view.place()
    following.light(lit(30), 100)
    following.light(Said((), 30), 200)
    assert view.place() == here


def test_a_suspended_view_stays_and_offers_the_way_back(following, view):
    following.light(lit(2), 0)
    following.reader_scrolled(True)
    here = view.place()
    following.light(lit(40), 0)
    assert view.place() == here
    assert following.reported == [False]
    assert following.offered() == [True]
    following.back_to_now()
    assert view.lit.in_middle_half()
    assert following.reported == [False, True]
    assert following.offered() == [True, False]


@pytest.mark.parametrize("how", ["jumped", "sought", "back_to_now"])
def test_what_says_take_me_there_resumes(following, view, how):
    following.light(lit(40), 0)
    following.reader_acted(FollowEvent.SELECTED)
    getattr(following, how)()
    assert following.following
    assert view.lit.in_middle_half()


def test_clearing_a_selection_takes_along_again_only_from_where_the_line_was_never_lost(
    following, view
):
    following.light(lit(40), 0)
    following.reader_acted(FollowEvent.SELECTED)
    following.light(lit(42), 0)
    assert not following.following
    following.reader_acted(FollowEvent.UNSELECTED)
    assert following.following
    assert view.lit.in_middle_half()
    following.reader_acted(FollowEvent.SELECTED)
    view.scrolling.go(TOP)
    following.reader_scrolled(False)
    following.reader_acted(FollowEvent.UNSELECTED)
    assert not following.following
    assert view.place() == TOP


def test_the_command_switches(following):
    following.switch(False)
    assert not following.following
    following.switch(True)
    assert following.following


def test_before_the_first_line_scrolling_is_no_suspending(following):
    following.reader_scrolled(False)
    assert following.following


def test_scrolling_the_lit_line_away_and_back_resumes(following):
    following.light(lit(30), 0)
    following.reader_scrolled(False)
    assert not following.following
    following.reader_scrolled(True)
    assert following.following


def test_one_notch_too_many_does_not_let_the_reader_go_again(following, time):
    following.light(lit(30), 0)
    following.reader_scrolled(False)
    following.reader_scrolled(True)
    time.pass_by(0.3)
    following.reader_scrolled(True)
    assert following.following
    time.pass_by(2)
    following.reader_scrolled(True)
    assert not following.following


def test_the_way_back_leads_to_where_the_line_is_while_it_is_out_of_view(following, view):
    following.light(lit(30), 0)
    view.scrolling.go(Place(50, 0))
    following.reader_scrolled(False)
    view.scrolling.go(Place(5, 0))
    following.look_again()
    view.lit.scroll_to(animate=False)
    following.look_again()
    assert not following.following
    assert [way and way.leads_up for way in following.way] == [True, False, None]


def press(view, index):
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, on_words(view, index))


def release(view, index):
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, on_words(view, index))


@pytest.fixture
def quick_fingers(monkeypatch, following, view):
    """A desktop where two clicks are soon two clicks."""
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 1)
    view.settled.connect(following.settled)


def test_nothing_scrolls_while_a_press_may_become_something_else(
    following, view, quick_fingers, qtbot
):
    following.light(lit(2), 0)
    here = view.place()
    press(view, 3)
    following.light(lit(30), 0)
    assert view.mouse.held
    with qtbot.waitSignal(view.mouse.doubling.timeout):
        pass
    assert (view.mouse.held, view.place()) == (True, here)
    release(view, 3)
    assert not view.mouse.held
    assert view.lit.in_middle_half()


def test_the_way_back_waits_for_the_mouse_too(following, view, quick_fingers, qtbot):
    following.light(lit(2), 0)
    following.reader_scrolled(True)
    with qtbot.waitSignal(view.settled):
        press(view, 3)
        release(view, 3)
        following.light(lit(30), 0)
        assert following.way == []
    assert following.offered() == [True]


def test_a_line_chosen_where_it_stands_moves_nothing_until_what_is_said_leaves_the_view(
    following, view
):
    following.light(lit(2), 0)
    here = view.place()
    last = [row.number for row in view.sheet.rows() if row.bottom <= view.viewport().height()][-1]
    following.line_chosen(last - 1)
    for index in (last - 1, last):
        following.light(lit(index), 0)
        following.jumped()
        assert view.place() == here
    following.light(lit(last + 2), 0)
    assert view.lit.in_middle_half()
    here = view.place()
    following.light(lit(last + 4), 0)
    assert view.place() != here


def test_before_the_first_line_the_text_goes_to_its_top(following, view):
    following.light(lit(30), 0)
    following.light(Said(), 0)
    assert view.place() == TOP
    following.light(lit(30), 0)
    following.reader_acted(FollowEvent.SELECTED)
    here = view.place()
    following.light(Said(), 0)
    assert view.place() == here


def test_a_line_that_the_text_only_glides_past_is_scrolled_to(following, view, qtbot):
    following.light(lit(12), 0)
    view.scrolling.set_reduced_motion(False)
    following.light(lit(15), 0)
    assert view.scrolling.gliding
    following.light(lit(12), 0)
    qtbot.waitUntil(lambda: not view.scrolling.gliding)
    assert view.lit.in_middle_half()


def test_another_transcript_begins_afresh_and_says_so(following, view):
    following.light(lit(30), 0)
    view.scrolling.go(TOP)
    following.reader_scrolled(False)
    following.begin(following=True)
    assert following.following
    assert following.reported[-1] is True
    assert following.offered()[-2:] == [True, False]
    following.begin(following=False)
    assert following.reported[-1] is False


def test_a_text_that_is_read_elsewhere_is_left_there_with_the_way_back(following, view):
    following.light(lit(30), 0)
    following.leave()
    view.scrolling.go(TOP)
    following.look_again()
    assert view.place() == TOP
    assert not following.following
    assert following.offered()[-1:] == [True]


@pytest.mark.parametrize("follows", [True, False])
def test_another_reading_is_followed_as_the_one_before(following, view, follows):
    following.light(lit(30), 0)
    if not follows:
        following.reader_scrolled(True)
    view.exchange_transcript(prose(80), TextMap.lines(prose(80).segments))
    following.go_on()
    following.light(Said(), 0)
    following.light(lit(40), 0)
    assert following.following is follows
    assert following.reported == ([] if follows else [False])
    assert view.lit.in_middle_half() is follows
    assert following.offered()[-1:] == ([] if follows else [True])


def test_who_is_taken_along_again_keeps_what_is_said_in_view_not_what_he_was_taken_to(
    following, view
):
    following.light(lit(30), 0)
    following.reader_acted(FollowEvent.FOUND)
    view.bring_into_view(view.sheet.begun_in_view()[0], 0)
    following.reader_acted(FollowEvent.SWITCHED_ON)
    view.resize(view.width(), 120)
    assert view.lit.whole()
