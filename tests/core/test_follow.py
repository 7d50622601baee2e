"""Following, suspended and resumed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from viewer.core.follow import ONE_MOVEMENT_S, Follow, FollowEvent

RESUMING = {"BACK_TO_NOW", "LINE_CHOSEN", "LINE_STEPPED", "SOUGHT", "SWITCHED_ON"}


@pytest.mark.parametrize("event", FollowEvent, ids=lambda event: event.name)
def test_what_suspends_and_what_resumes(event):
    resumes = event.name in RESUMING
    assert event.resumes is resumes
    assert Follow().on(event).following is (resumes or event is FollowEvent.UNSELECTED)
    assert Follow(following=False, lit_was_out=True).on(event).following is resumes


def test_it_follows_at_first():
    assert Follow().following


def scroll(follow, *, lit_visible, at_s=0.0):
    return follow.scrolled(lit_visible=lit_visible, now_s=at_s)


def test_a_scroll_suspends_while_the_line_is_still_in_sight():
    follow = scroll(Follow(), lit_visible=True)
    assert not follow.following
    assert not scroll(follow, lit_visible=True).following


def test_scrolling_the_line_back_into_view_resumes():
    follow = scroll(scroll(Follow(), lit_visible=True), lit_visible=False)
    assert not follow.following
    assert scroll(follow, lit_visible=True).following


BACK = scroll(Follow(following=False, lit_was_out=True), lit_visible=True, at_s=50.0)


def test_what_is_left_of_the_movement_that_resumed_does_not_suspend():
    follow = BACK
    for notch in range(1, 10):
        follow = scroll(follow, lit_visible=True, at_s=50 + notch * ONE_MOVEMENT_S * 0.9)
        assert follow.following


def test_the_next_movement_suspends_and_so_does_going_on_out_of_sight():
    assert not scroll(BACK, lit_visible=True, at_s=50 + ONE_MOVEMENT_S).following
    gone = scroll(BACK, lit_visible=False, at_s=50.1)
    assert not gone.following
    assert scroll(gone, lit_visible=True, at_s=50.2).following


def test_a_line_lit_out_of_sight_counts_as_having_left():
    follow = scroll(Follow(), lit_visible=True).lit_moved(lit_visible=False)
    assert not follow.following
    assert scroll(follow, lit_visible=True).following


def test_a_lit_line_that_comes_into_view_by_itself_resumes_nothing():
    follow = scroll(Follow(), lit_visible=False)
    assert not follow.lit_moved(lit_visible=True).following


@given(st.lists(st.booleans()))
def test_lit_lines_alone_never_change_whether_it_follows(views):
    for follow in (Follow(), Follow(following=False)):
        state = follow
        for visible in views:
            state = state.lit_moved(lit_visible=visible)
        assert state.following is follow.following


NOW_S = 100.0
STATES = {
    "following": Follow(),
    "just back": Follow(back_at_s=NOW_S),
    "selecting": Follow(following=False, selecting=True),
    "suspended": Follow(following=False),
    "suspended, was out": Follow(following=False, lit_was_out=True),
}
EVENTS = {
    **{
        event.name.lower().replace("_", " "): lambda follow, event=event: follow.on(event)
        for event in FollowEvent
    },
    "scrolled, line in sight": lambda f: f.scrolled(lit_visible=True, now_s=NOW_S),
    "scrolled, line out of sight": lambda f: f.scrolled(lit_visible=False, now_s=NOW_S),
    "another line lit, in sight": lambda f: f.lit_moved(lit_visible=True),
    "another line lit, out of sight": lambda f: f.lit_moved(lit_visible=False),
}
NAMES = {state: name for name, state in STATES.items()}


def table():
    """The rows of the table in docs/following.md: event, then what each state becomes."""
    text = (ROOT / "docs" / "following.md").read_text("utf-8")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    assert rows[0] == ["event", *STATES]
    return rows[1:]


def test_the_table_of_every_pair_is_what_happens():
    happens = [
        [name, *(NAMES[act(state)] for state in STATES.values())] for name, act in EVENTS.items()
    ]
    assert table() == happens


@given(st.lists(st.sampled_from(sorted(EVENTS)), max_size=30))
def test_no_sequence_moves_the_view_by_itself_or_leaves_it_stuck(names):
    follow = Follow()
    for name in names:
        before, follow = follow, EVENTS[name](follow)
        by_itself = name.startswith("another line")
        assert not (by_itself and follow.following and not before.following)
        assert follow in NAMES
    for event in (event for event in FollowEvent if event.resumes):
        assert follow.on(event) == Follow()
    gone = follow.scrolled(lit_visible=False, now_s=NOW_S)
    assert gone.scrolled(lit_visible=True, now_s=NOW_S).following
