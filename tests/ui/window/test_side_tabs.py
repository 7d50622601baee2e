"""The tabs beside the text: what brings them, what puts them away, and what is remembered."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from tests.desk import write_untimed
from viewer.ui.commands.actions import Command
from viewer.ui.window.side_tabs import FOUND, TABS


@pytest.fixture
def side(window, qtbot, desk, talk):
    """The side panel of a window that shows three lines."""
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    desk.open(talk)
    return window.text.side


def ticked(window):
    return [spec.name for spec in TABS if window.commands[spec.command].isChecked()]


def test_nothing_is_made_before_it_is_shown(window, side):
    assert side.isHidden()
    assert [side.widget(spec.name) for spec in TABS] == [None] * len(TABS)


@pytest.mark.parametrize("spec", TABS, ids=lambda spec: spec.name)
def test_every_tab_comes_and_goes_by_its_command(window, side, spec):
    window.commands[spec.command].setEnabled(True)
    window.commands[spec.command].trigger()
    assert side.isVisible()
    assert side.widget(spec.name).isVisible()
    assert side.findChild(QTabBar).tabText(TABS.index(spec)) == spec.title
    assert ticked(window) == [spec.name]
    window.commands[spec.command].trigger()
    assert side.isHidden()
    assert ticked(window) == []


def test_places_found_are_listed_gone_to_and_played(window, side):
    window.commands[Command.FOUND_SHOWN].trigger()
    window.text.find_bar.field.setText("e")
    places, finding = side.widget(FOUND), window.finding
    finding.news.tell()
    assert places.model().rowCount() == len(finding._found) > 3
    assert places.currentIndex().row() == finding._here == 0
    finding.next()
    finding.news.tell()
    assert places.currentIndex().row() == 1
    QTest.keyClick(places, Qt.Key.Key_Down)
    QTest.keyClick(places, Qt.Key.Key_Return)
    assert finding._here == 2
    window.text.find_bar.field.setText("words")
    finding.news.tell()
    assert places.model().rowCount() == 1
    QTest.keyClick(places, Qt.Key.Key_Escape)
    assert side.isHidden()
    assert window.text.find_bar.isHidden()
    window.commands[Command.FIND].trigger()
    assert places.isVisible()


def test_a_list_that_is_made_late_knows_what_was_found(window, side):
    window.commands[Command.FIND].trigger()
    window.text.find_bar.field.setText("three")
    window.commands[Command.FOUND_SHOWN].trigger()
    assert side.widget(FOUND).model().rowCount() == 1
    assert side.widget(FOUND).currentIndex().row() == 0


def test_the_button_hides_the_list_and_leaves_the_bar(window, side):
    window.commands[Command.FOUND_SHOWN].trigger()
    side._close.click()
    assert side.isHidden()
    assert not window.text.find_bar.isHidden()
    assert not window.finding.list_wanted


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_tab_that_was_turned_to_stays_when_something_is_looked_for(window, side, by_hand):
    window.commands[Command.FOUND_SHOWN].trigger()
    if by_hand:
        names = [spec.name for spec in TABS]
        side.findChild(QTabBar).setCurrentIndex(names.index("notes"))
    else:
        window.commands[Command.NOTES_SHOWN].trigger()
    assert not window.text.find_bar.list_button.isChecked()
    window.finding.leave()
    window.commands[Command.FIND].trigger()
    window.text.find_bar.field.setText("e")
    assert side.shown == "notes"
    window.commands[Command.FOUND_SHOWN].trigger()
    assert side.shown == FOUND
    window.finding.leave()
    assert side.shown == "notes"
    window.commands[Command.FIND].trigger()
    assert side.shown == FOUND


def test_the_panel_goes_with_the_transcript(window, side, desk):
    side.open(FOUND)
    desk.workspace.opening.close()
    assert side.isHidden()
    assert ticked(window) == []


TALK = """# A talk

**Ann** [0:00]: Good evening to everybody.

**Bob** [0:10]: Thank you for having me.

## The river

**Ann** [0:20]: Where do rivers come from?

**Bob** [0:30]: From rain.
"""


@pytest.fixture
def talked(window, side, desk, tmp_path):
    """The side panel of a window that shows two speakers and a chapter."""
    path = tmp_path / "two.md"
    path.write_text(TALK, encoding="utf-8")
    desk.open(path)
    return side


def test_the_outline_goes_to_a_chapter_and_plays_it(window, talked, desk):
    window.commands[Command.OUTLINE_SHOWN].trigger()
    outline = talked.widget("outline")
    assert outline.model().rowCount() == 1
    assert outline.hasFocus()
    outline.chosen.emit(0)
    assert window.text.view.caret.segment() == 2
    QTest.keyClick(outline, Qt.Key.Key_Down)
    QTest.keyClick(outline, Qt.Key.Key_Return)
    assert desk.player.position_ms == 20_000
    assert outline.model().lit == 0
    QTest.keyClick(outline, Qt.Key.Key_Escape)
    assert talked.isHidden()
    assert window.text.view.hasFocus()


def test_the_speakers_are_gone_to_turn_by_turn_and_played(window, talked, desk):
    window.commands[Command.SPEAKERS_SHOWN].trigger()
    speakers = talked.widget("speakers")
    assert speakers.model().rowCount() == 2
    speakers.chosen.emit(1)
    assert window.text.view.caret.segment() == 1
    speakers.double(1)
    assert desk.player.position_ms == 10_000
    assert speakers.model().lit == "Bob"


def test_another_transcript_is_listed_at_once(window, talked, desk, talk):
    window.commands[Command.SPEAKERS_SHOWN].trigger()
    talked.open("outline")
    desk.open(talk)
    assert talked.widget("outline").model().rowCount() == 0
    assert talked.widget("speakers").model().rowCount() == 0


def test_turns_of_a_speaker_are_gone_to_by_command(window, talked, desk):
    window.commands[Command.NEXT_TURN].trigger()
    assert desk.player.position_ms == 20_000
    window.commands[Command.NEXT_TURN].trigger()
    assert desk.player.position_ms == 20_000
    window.commands[Command.PREVIOUS_TURN].trigger()
    assert desk.player.position_ms == 0


def test_speakers_are_hidden_by_their_boxes_and_shown_again_by_the_row_that_says_so(window, talked):
    window.commands[Command.SPEAKERS_SHOWN].trigger()
    speakers, view, bar = talked.widget("speakers"), window.text.view, window.text.hidden_bar
    assert bar.isHidden()
    box = QPoint(
        speakers.viewport().width() - 20,
        speakers.visualRect(speakers.model().index(0, 0)).center().y(),
    )
    QTest.mouseClick(speakers.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert view.segment_rect(0).isEmpty()
    assert not view.segment_rect(1).isEmpty()
    assert bar.words.text() == "Only Bob: 2 lines are hidden."
    ticks = [speakers.model().index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in (0, 1)]
    assert ticks == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]
    assert window.commands[Command.SHOW_ONLY].isChecked()
    bar.button.click()
    assert bar.isHidden()
    assert not view.segment_rect(0).isEmpty()
    assert not window.commands[Command.SHOW_ONLY].isChecked()


def test_whoever_is_speaking_is_shown_alone_by_command(window, talked, desk, talk):
    desk.player.seek(12_000)
    window.commands[Command.SHOW_ONLY].trigger()
    assert window.text.hiding.only == {"Bob"}
    window.commands[Command.PARAGRAPHS].trigger()
    assert window.text.view.segment_rect(0).isEmpty()
    assert not window.text.hidden_bar.isHidden()
    desk.open(talk)
    assert window.text.hidden_bar.isHidden()
    assert not window.commands[Command.SHOW_ONLY].isChecked()


def test_chapters_of_lines_without_times_say_why_they_lead_nowhere(window, side, desk, tmp_path):
    talk = write_untimed(tmp_path / "talk.md", "One line.", "Two words more.")
    text = talk.read_text("utf-8").replace(
        "Length: 60s", "Length: 60s\nChapters:\n0:00 Begin\n0:30 End"
    )
    talk.write_text(text, "utf-8")
    desk.open(talk)
    window.commands[Command.OUTLINE_SHOWN].trigger()
    side.widget("outline").place_chosen.emit(0)
    assert "no times" in window.statusBar().currentMessage()


def test_equal_lines_unfold_and_fold_by_a_key(window, side, desk, tmp_path):
    lines = [f"{i}\n00:00:{i:02},000 --> 00:00:{i:02},900\nThank you.\n" for i in range(1, 6)]
    talk = tmp_path / "same.srt"
    talk.write_text("\n".join([*lines, "6\n00:00:10,000 --> 00:00:12,000\nGood night.\n"]), "utf-8")
    desk.open(talk)
    view = window.text.view
    view.setFocus()
    assert view.segment_rect(2).isEmpty()
    QTest.keyClick(view, Qt.Key.Key_U)
    assert not view.segment_rect(2).isEmpty()
    QTest.keyClick(view, Qt.Key.Key_U)
    assert view.segment_rect(2).isEmpty()
    view.select(*view.text_map.range_of(5))
    QTest.keyClick(view, Qt.Key.Key_U)  # what is in view with it
    assert not view.segment_rect(2).isEmpty()


def test_where_nothing_is_repeated_the_key_says_so(window, side):
    window.commands[Command.FOLD].trigger()
    assert window.statusBar().currentMessage() == "No lines are repeated here."
