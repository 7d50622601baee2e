import pytest

from tests.ui.pages import heard, prose, shown
from viewer.core.follow import FollowEvent
from viewer.core.textmap import TextMap
from viewer.core.transcript import Said
from viewer.ui.following import Following


@pytest.fixture
def view(qtbot):
    view = shown(qtbot, prose(60))
    view.set_reduced_motion(True)
    return view


@pytest.fixture
def following(view):
    following = Following(view, view)
    following.told = heard(following.following_changed)
    following.way = heard(following.way_back_changed)
    return following


def lit(index):
    return Said((index,), index)


def test_a_line_that_leaves_the_middle_half_is_scrolled_to(following, view):
    following.light(lit(30), 0)
    assert view.lit_in_middle_half()


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
    assert following.told == [False]
    assert following.way == [True]
    following.back_to_now()
    assert view.lit_in_middle_half()
    assert following.told == [False, True]
    assert following.way == [True, False]


@pytest.mark.parametrize("how", ["jumped", "sought", "back_to_now"])
def test_what_says_take_me_there_resumes(following, view, how):
    following.light(lit(40), 0)
    following.reader_acted(FollowEvent.SELECTED)
    getattr(following, how)()
    assert following.following
    assert view.lit_in_middle_half()


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


def test_another_transcript_begins_afresh_and_says_so(following):
    following.light(lit(30), 0)
    following.reader_scrolled(False)
    following.begin(following=True)
    assert following.following
    assert following.told[-1] is True
    assert following.way == [True, False]
    following.begin(following=False)
    assert following.told[-1] is False


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
    assert following.told == ([] if follows else [False])
    assert view.lit_in_middle_half() is follows
    assert following.way[-1:] == ([] if follows else [True])
