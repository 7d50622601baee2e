"""At any size that a window can have, nothing lies over anything else."""

from itertools import combinations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.desk import write_srt
from viewer.ui.commands.actions import Command
from viewer.ui.widgets.message_bar import Action, Kind

SIZES = [(420, 320), (480, 400), (700, 600), (900, 400)]
LINE = "Line {} says more than a few words, so that it is long."


@pytest.fixture
def short(window, desk, tmp_path, qtbot):
    """A window with a long transcript and some notes."""
    window.show()
    desk.open(write_srt(tmp_path / "talk.srt", *(LINE.format(n) for n in range(40))))
    for index in range(6):
        window.quoting.copy_quote_of(index)
    return window


def in_column(layout):
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item.layout() is not None:
            yield from in_column(item.layout())
        elif item.widget() is not None and item.widget().isVisible():
            yield item.widget()


def faults(window):
    """What lies over something else, or reaches out of what it is in."""
    for parent in [window, *window.findChildren(QWidget)]:
        if parent.layout() is None or parent.visibleRegion().isEmpty():
            continue
        parts = list(in_column(parent.layout()))
        for one, other in combinations(parts, 2):
            if one.geometry().intersects(other.geometry()):
                yield one, other
        for part in parts:
            if not parent.rect().contains(part.geometry()):
                yield parent, part


def message(window):
    actions = (Action("Open in browser", print), Action("Choose recording…", print))
    window.text.message.show_message(
        "This transcript belongs to a video on YouTube.",
        "Open it.",
        kind=Kind.ERROR,
        actions=actions,
    )


def long_message(window):
    actions = (Action("Open in browser", print), Action("Choose recording…", print))
    sentence, hint = "This transcript belongs to a video. " * 4, "Open it, or choose another. " * 5
    window.text.message.show_message(sentence, hint, kind=Kind.ERROR, actions=actions)


def write_comment(window):
    window.text.side.open("notes")
    window.text.side.widget("notes").comment.setFocus()


OPENED = {
    "find": lambda window: window.commands[Command.FIND].trigger(),
    "go to": lambda window: window.commands[Command.GO_TO].trigger(),
    "hidden": lambda window: window.text.hidden_bar.tell(["Ann"], 2),
    "message": message,
    "long message": long_message,
    "notes": lambda window: window.text.side.open("notes"),
    "outline": lambda window: window.text.side.open("outline"),
    "keys": lambda window: window.text.side.take_keys(),
    "comment": write_comment,
}


@pytest.mark.parametrize("picture", [False, True], ids=["text", "picture"])
@pytest.mark.parametrize(
    "what",
    [
        ("notes",),
        ("notes", "message"),
        ("notes", "find", "message"),
        ("notes", "find", "message", "hidden", "keys"),
        ("message", "comment"),
        ("long message", "find"),
        ("go to", "message", "hidden", "comment"),
        ("outline", "message", "find"),
    ],
    ids=", ".join,
)
def test_nothing_lies_over_anything_else(short, qapp, what, picture):
    short.panes.set_has_picture(picture)
    for each in what:
        OPENED[each](short)
    for size in SIZES:
        short.resize(*size)
        for _ in range(8):
            qapp.processEvents()
        assert not list(faults(short))


@pytest.mark.parametrize("told", [False, True], ids=["quiet", "message"])
def test_the_card_of_an_empty_window_has_room_for_what_it_shows(window, qapp, told):
    window.show()
    card = window.text.card
    for count in (5, 2, 0, 5):
        card.set_recent([(f"Talk {n}", f"/talks/{n}.srt") for n in range(count)])
        if told:
            message(window)
        for size in SIZES:
            window.resize(*size)
            for _ in range(8):
                qapp.processEvents()
            assert not list(faults(window))
            files = [each for each in card.findChildren(QPushButton) if each.isFlat()]
            heights = [each.height() for each in files if each.isVisible() and each.height()]
            assert all(height >= 20 for height in heights)
            if size == (700, 600):
                assert len(heights) == count


def test_the_comment_gives_way_and_comes_back_to_be_written(short, qapp, qtbot):
    OPENED["notes"](short)
    comment = short.text.side.widget("notes").comment
    short.resize(700, 900)
    qtbot.waitUntil(lambda: comment.visibleRegion().boundingRect().height() > 30)
    short.resize(420, 320)
    qtbot.waitUntil(lambda: comment.visibleRegion().isEmpty())
    comment.setFocus()
    qtbot.waitUntil(lambda: comment.visibleRegion().boundingRect().height() >= 20)
    short.text.view.setFocus()
    qtbot.waitUntil(lambda: comment.visibleRegion().isEmpty())


def test_where_there_is_no_height_for_both_the_one_with_the_keys_has_it(short, qapp, qtbot):
    for each in ("hidden", "message", "find", "notes"):
        OPENED[each](short)
    short.resize(420, 320)
    view, notes = short.text.view, short.text.side.widget("notes").list
    qtbot.waitUntil(lambda: notes.visibleRegion().isEmpty() and view.height() > 20)
    write_comment(short)
    qtbot.waitUntil(lambda: view.visibleRegion().isEmpty() and notes.height() > 20)


def test_a_hint_gives_way_before_its_sentence_does(short, qapp, qtbot):
    short.panes.set_has_picture(True)
    long_message(short)
    row = short.text.message._row
    for _ in range(2):
        short.resize(700, 600)
        qtbot.waitUntil(lambda: row.hint.height() > 0)
        short.resize(420, 320)
        qtbot.waitUntil(lambda: row.hint.height() == 0)
        for _ in range(8):
            qapp.processEvents()
        assert row.hint.height() == 0
        assert row._sentence.visibleRegion().boundingRect().height() > 20
    short.text.message.dismiss()
    short.text.message.show_message("Something else.", "Do that.")
    qtbot.waitUntil(lambda: row.hint.height() > 0)
