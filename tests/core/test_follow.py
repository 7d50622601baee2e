"""Following, suspended and resumed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.follow import Follow, FollowEvent

RESUMING = {"BACK_TO_NOW", "LINE_CHOSEN", "LINE_STEPPED", "SOUGHT", "SWITCHED_ON"}


@pytest.mark.parametrize("event", FollowEvent, ids=lambda event: event.name)
def test_what_suspends_and_what_resumes(event):
    resumes = event.name in RESUMING
    assert event.resumes is resumes
    assert Follow().on(event).following is resumes
    assert Follow(following=False, lit_was_out=True).on(event).following is resumes


def test_it_follows_at_first():
    assert Follow().following


def test_a_scroll_suspends_while_the_line_is_still_in_sight():
    follow = Follow().scrolled(lit_visible=True)
    assert not follow.following
    assert not follow.scrolled(lit_visible=True).following


def test_scrolling_the_line_back_into_view_resumes():
    follow = Follow().scrolled(lit_visible=True).scrolled(lit_visible=False)
    assert not follow.following
    assert follow.scrolled(lit_visible=True).following


def test_a_line_lit_out_of_sight_counts_as_having_left():
    follow = Follow().scrolled(lit_visible=True).lit_moved(lit_visible=False)
    assert not follow.following
    assert follow.scrolled(lit_visible=True).following


def test_a_lit_line_that_comes_into_view_by_itself_resumes_nothing():
    follow = Follow().scrolled(lit_visible=False)
    assert not follow.lit_moved(lit_visible=True).following


@given(st.lists(st.booleans()))
def test_lit_lines_alone_never_change_whether_it_follows(views):
    for follow in (Follow(), Follow(following=False)):
        state = follow
        for visible in views:
            state = state.lit_moved(lit_visible=visible)
        assert state.following is follow.following
