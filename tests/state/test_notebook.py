"""Notes that two windows changed come together; what was deleted stays away."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.quote import Quote
from viewer.core.transcript import Source
from viewer.state import note as notes
from viewer.state.checked import BadValueError, read
from viewer.state.note import LONGEST_COMMENT, Note, changed, new_note, note_record
from viewer.state.notebook import Notebook, merged

SAID = Quote("But the militants", 16_000, 18_500, "Ann", Source("Talk"))


def note(name, changed_ms=1, **members):
    return Note(f"{name:08x}", changed_ms=changed_ms, **members)


def book(*held, gone=()):
    return Notebook("ab" * 8, notes=held, gone=gone)


def test_a_new_note_has_an_id_of_its_own_and_the_time():
    one, other = new_note(SAID, 16_000), new_note(SAID, 16_000)
    assert one.id != other.id
    assert one.made.endswith("+00:00")
    assert abs(one.changed_ms - notes.now_ms()) < 60_000


def test_a_note_becomes_plain_values_and_comes_back():
    before = replace(new_note(SAID, 16_000), tag="green", comment="see p. 4", order=2.5)
    assert read(Note, dict(note_record(before)), []) == before


def test_what_was_changed_since_is_what_brings_the_older_state_up_to_date():
    before = book(note(1), note(2), note(3), gone=[("00000009", 1)])
    now = before.with_note(note(4)).with_note(note(2, 5, comment="new")).without(["00000003"])
    since = now.since(before)
    assert {each.id for each in since.notes} == {"00000002", "00000004"}
    assert [name for name, _ in since.gone] == ["00000003"]
    assert set(merged(before, since).notes) == set(now.notes)
    assert (now.since(now).notes, now.since(now).gone) == ((), ())


def test_a_change_is_later_than_what_it_changes_whatever_the_clock_says():
    ahead = note(1, changed_ms=2**50)
    assert changed(ahead, tag="red").changed_ms == 2**50 + 1


def test_a_comment_that_cannot_be_kept_is_refused():
    with pytest.raises(BadValueError):
        changed(note(1), comment="x" * (LONGEST_COMMENT + 1))


def test_a_note_takes_the_place_of_the_one_with_its_id():
    held = book(note(1), note(2), note(3)).with_note(note(2, 5, comment="now"))
    assert [(each.id[-1], each.comment) for each in held.notes] == [
        ("1", ""),
        ("2", "now"),
        ("3", ""),
    ]


def test_notes_are_ordered_by_their_moments_or_by_hand():
    held = book(
        note(1, at_ms=900, order=2), note(2, at_ms=None, order=3), note(3, at_ms=100, order=1)
    )
    assert [each.id[-1] for each in held.by_time()] == ["3", "1", "2"]
    assert [each.id[-1] for each in held.by_hand()] == ["3", "1", "2"]
    assert [each.id[-1] for each in replace(held, notes=held.notes[::-1]).by_hand()] == [
        "3",
        "1",
        "2",
    ]


def test_what_two_windows_added_is_all_there():
    ours, theirs = book(note(1), note(2)), book(note(1), note(3))
    assert {each.id[-1] for each in merged(ours, theirs).notes} == {"1", "2", "3"}


def test_the_later_change_counts():
    ours = book(note(1, 5, comment="ours"))
    theirs = book(note(1, 6, comment="theirs"))
    assert merged(ours, theirs).notes[0].comment == "theirs"
    assert merged(theirs, ours).notes[0].comment == "theirs"


def test_what_was_deleted_stays_away_and_comes_back_by_undo():
    first = note(1)
    away = book(first).without([first.id])
    assert merged(away, book(first)).notes == ()
    assert merged(book(first), away).notes == ()
    again = away.with_note(changed(first))
    assert len(merged(again, away).notes) == 1


KEPT = st.builds(note, st.integers(0, 6), st.integers(1, 9), comment=st.sampled_from(["", "a"]))
BOOKS = st.builds(
    lambda held, gone: book(
        *{each.id: each for each in held}.values(), gone=tuple({g[0]: g for g in gone}.values())
    ),
    st.lists(KEPT, max_size=6),
    st.lists(st.tuples(st.sampled_from([f"{n:08x}" for n in range(7)]), st.integers(1, 9))),
)


def shown(notebook):
    return {(each.id, each.changed_ms) for each in notebook.notes}


@given(BOOKS, BOOKS, BOOKS)
def test_it_makes_no_difference_in_which_order_windows_save(a, b, c):
    assert shown(merged(a, b)) == shown(merged(b, a))
    assert shown(merged(merged(a, b), c)) == shown(merged(a, merged(b, c)))
    assert shown(merged(merged(a, b), b)) == shown(merged(a, b))


def test_a_moment_is_known_by_its_time_and_what_is_said_then():
    held = book(note(1, at_ms=16_500, quote=SAID), note(2, at_ms=40_000), note(3))
    assert held.note_at(16_510, replace(SAID)).id == "00000001"
    assert held.note_at(16_600, SAID) is None
    assert held.note_at(16_500, None) is None
    assert held.note_at(40_000, None).id == "00000002"
    assert held.note_at(None, None).id == "00000003"
    assert book(note(3, comment="mine")).note_at(None, None) is None


def test_a_moment_flagged_within_a_quote_is_not_the_quote():
    assert book(note(1, at_ms=16_500, quote=SAID)).note_of(SAID) is None
    assert book(note(1, at_ms=16_000, quote=SAID)).note_of(SAID).told is SAID


def test_where_it_is_known_what_both_began_with_both_changes_count():
    base = book(note(1, 5), note(2, 5, comment="x"), note(3, 5))
    ours = base.with_note(note(1, 6, comment="ours")).with_note(note(2, 6, comment="y"))
    theirs = base.with_note(note(1, 7, comment="theirs")).with_note(note(3, 7, tag="red"))
    whole = {each.id[-1]: each for each in merged(ours, theirs, base).notes}
    assert whole["1"].comment == "ours\ntheirs"
    assert whole["2"].comment == "y"
    assert whole["3"].tag == "red"
