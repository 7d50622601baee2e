"""A note that two windows changed: what each wanted of it, and no word lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.state.note import LONGEST_COMMENT, Note
from viewer.state.two_hands import both_comments, together

BEFORE = Note("00000001", changed_ms=5, comment="Look.", tag="red", order=1)


def then(changed_ms, **members):
    return replace(BEFORE, changed_ms=changed_ms, **members)


@pytest.mark.parametrize(
    ("before", "early", "late", "both"),
    [
        ("", "mine", "yours", "mine\nyours"),
        ("Look.", "Look here.", "Look there.", "Look here.\nLook there."),
        ("Look.", "Look.", "Look there.", "Look there."),  # one alone has changed it
        ("Look.", "Look there.", "Look.", "Look there."),
        ("Look.", "", "Look.", ""),
        ("Look.", "", "Look there.", "Look there."),  # who deletes does not delete what is new
        ("Look.", "Look there.", "", "Look there."),
        ("", "mine", "mine and yours", "mine and yours"),
        ("", "same", "same", "same"),
        ("Look.", "Look.\nmine", "Look here.", "Look here.\nmine"),  # not the rest once more
        ("Look.", "Look here.", "Look.\nyours", "Look here.\nyours"),
        ("Look.", "theirs\nLook.", "Look here.", "theirs\nLook here."),
    ],
)
def test_of_two_comments_no_word_is_lost(before, early, late, both):
    assert both_comments(before, early, late) == both


def test_what_is_too_long_together_stays_as_it_was_written_last():
    assert both_comments("", "a" * LONGEST_COMMENT, "b") == "b"


@given(st.text("ab\n", max_size=6), st.text("ab\n", max_size=6), st.text("ab\n", max_size=6))
def test_what_two_added_is_all_there_whatever_it_is(before, early, late):
    both = both_comments(before, f"{before}<{early}>", f"{before}[{late}]")
    assert f"<{early}>" in both
    assert f"[{late}]" in both


def test_each_changed_something_else():
    made = together(BEFORE, then(7, comment="Look there."), then(8, tag="green"))
    assert (made.comment, made.tag) == ("Look there.", "green")
    assert made.changed_ms == 9  # so that every window takes it
    assert together(BEFORE, then(8, tag="green"), then(7, comment="Look there.")) == made


def test_of_anything_but_comments_the_later_change_counts():
    made = together(BEFORE, then(7, tag="blue", order=4), then(8, tag="green"))
    assert (made.tag, made.order) == ("green", 4)


def test_who_is_up_to_date_or_older_changes_nothing():
    late = then(8, comment="new")
    assert together(BEFORE, BEFORE, late) == late
    assert together(BEFORE, late, then(3, comment="old")) == late


def test_to_bring_it_together_twice_adds_nothing():
    mine = then(7, comment="mine")
    once = together(BEFORE, mine, then(8, comment="theirs"))
    assert together(BEFORE, mine, once) == once
