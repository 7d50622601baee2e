import pytest

from tests.ui.pages import heard, shown, timed
from viewer.core.follow import FollowEvent
from viewer.core.reading import paragraphs
from viewer.core.transcript import Said
from viewer.ui.transcript.selecting import Selecting, Step

UNPARTED = [
    ("我们今天讨论这个问题。然后呢", "天讨"),
    ("彼はそれを知っていませんでした。", "って"),
    ("ฉันไปโรงเรียนทุกวันนะครับ", "โรง"),
    ("ຂ້ອຍໄປໂຮງຮຽນທຸກມື້", "ຮຽນ"),
    ("A river rose. And fell, they say.", "rose"),
]
LINES = timed("A river rose 🌧", "and fell. It", "rose again. And")


@pytest.fixture(params=["lines", "paragraphs"])
def view(qtbot, request):
    view = shown(qtbot, LINES)
    if request.param == "paragraphs":
        view.exchange_transcript(LINES, paragraphs(LINES))
    return view


@pytest.fixture
def selecting(view):
    return Selecting(view, view)


def select(view, begin, end):
    text, units = view.text_map.text, view.sheet.shown.units
    view.caret.set_range(
        units.to_units(text.index(begin)), units.to_units(text.index(end) + len(end))
    )


def selected(view):
    begin, end = view.caret.selected_range()
    return view.text_map.text[begin:end].replace("\n", " ")


def test_a_selection_grows_to_sentences_and_says_so(view, selecting):
    reported, acted = heard(selecting.described), heard(view.reader_acted)
    select(view, "iver", "f")
    assert reported == ["Selected: 4 words, ≈0:00–0:08"]
    selecting.grow()
    assert selected(view) == "A river rose 🌧 and fell."
    assert reported[-1] == "Selected: 5 words, ≈0:00–0:08"
    assert acted == [FollowEvent.SELECTED]
    selecting.grow()
    view.caret.clear_selection()
    assert reported[-1] == ""


def test_without_a_selection_the_lit_line_grows(view, selecting):
    hinted = heard(selecting.hinted)
    selecting.caret_key = "F7"
    selecting.grow()
    assert hinted == ["Select words first, or press F7 for a caret."]
    view.light(Said((1,), 1))
    selecting.grow()
    assert selected(view) == "A river rose 🌧 and fell. It rose again."


def test_either_end_moves_and_a_word_is_kept(view, selecting):
    select(view, "rose 🌧", "rose 🌧")
    selecting.move(Step.WORD, is_end=False, forward=False)
    assert selected(view) == "river rose 🌧"
    assert view.textCursor().position() < view.textCursor().anchor()
    selecting.move(Step.SENTENCE, is_end=True, forward=True)
    assert selected(view) == "river rose 🌧 and fell."
    for _ in range(9):
        selecting.move(Step.WORD, is_end=False, forward=True)
    assert selected(view) == "fell."
    selecting.move(Step.SENTENCE, is_end=False, forward=False)
    assert selected(view) == "A river rose 🌧 and fell."


def test_with_a_caret_the_selection_begins_at_it(view, selecting):
    view.caret.set_browsing(True)
    view.show_place(1)
    selecting.move(Step.WORD, is_end=True, forward=True)
    assert selected(view) == "and"
    selecting.move(Step.WORD, is_end=True, forward=True)
    assert selected(view) == "and fell."


def test_a_long_selection_is_told_at_once(qtbot):
    view = shown(qtbot, timed(*["word" + " word" * 39] * 1_200))
    reported = heard(Selecting(view, view).described)
    view.select_all()
    assert reported == ["Selected: 48000 words, 0:00–1:40:00"]


def test_a_long_selection_without_spaces_is_counted_by_its_beginning(qtbot):
    view = shown(qtbot, timed(*["我们今天讨论这个问题。" * 10] * 2_000))
    reported = heard(Selecting(view, view).described)
    view.select_all()
    assert reported == ["Selected: 99558 words, 0:00–2:46:40"]  # of 100,000


@pytest.mark.parametrize(("text", "drawn"), UNPARTED)
@pytest.mark.parametrize("is_end", [True, False])
def test_a_move_is_taken_back_by_its_opposite(qtbot, text, drawn, is_end):
    view = shown(qtbot, timed(text))
    selecting = Selecting(view, view)
    select(view, drawn, drawn)
    seen = [selected(view)]
    for _ in range(4):
        selecting.move(Step.WORD, is_end=is_end, forward=is_end)
        seen.append(selected(view))
    assert len(set(seen)) > 1
    for before in [each for i, each in enumerate(seen) if each not in seen[:i]][-2::-1]:
        selecting.move(Step.WORD, is_end=is_end, forward=not is_end)
        assert selected(view) == before
    assert selected(view) == drawn


def test_a_move_is_not_taken_back_once_something_else_is_selected(qtbot):
    view = shown(qtbot, timed("A river rose again. And fell."))
    selecting = Selecting(view, view)
    select(view, "iver", "iver")
    selecting.move(Step.WORD, is_end=True, forward=True)
    assert selected(view) == "river rose"
    select(view, "ver", "again")
    selecting.move(Step.WORD, is_end=True, forward=False)
    assert selected(view) == "river rose"


def test_an_end_out_of_view_is_shown(qtbot):
    view = shown(qtbot, timed(*[f"Line {i} goes on" for i in range(200)]))
    selecting = Selecting(view, view)
    view.scrolling.set_reduced_motion(True)
    select(view, "Line 0 goes", "Line 0 goes")
    view.select(*view.caret.selected_range()[:1], len(view.text_map.text))
    assert not view.segment_rect(199).isEmpty()
    selecting.move(Step.WORD, is_end=False, forward=True)
    assert not view.segment_rect(0).isEmpty()
