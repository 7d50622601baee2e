"""The library in the window: folders taken in, looked through, and opened out of."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.desk import write_srt
from tests.media.films import film
from tests.ui.window.library_hands import look, titles
from viewer.core.quote import quote_segments
from viewer.library.facets import Kind
from viewer.library.indexing import Progress
from viewer.playback.engine import PlayState
from viewer.state.note import new_note
from viewer.state.notebook import Notebook
from viewer.ui.commands.actions import Command
from viewer.ui.library import keeping
from viewer.ui.library.entry_rows import ENTRY, Column, Show


def test_nothing_of_it_is_made_before_it_is_wanted(room):
    assert room.view is None


def test_an_empty_one_says_what_to_do(window, room, desk):
    window.commands[Command.LIBRARY].trigger()
    desk.work()
    assert room.shown
    assert room.view.empty.button.isVisible()
    words = room.view.empty.words
    assert words.height() >= words.heightForWidth(words.width()) > words.fontMetrics().height()
    window.commands[Command.LIBRARY].trigger()
    assert not room.shown
    assert not window.commands[Command.LIBRARY].isChecked()


def test_a_folder_is_read_and_listed(view):
    assert not view.empty.button.isVisible()
    assert titles(view) == ["other", "What Does the Fall of Mosul and Raqqa Mean For ISIS?"]
    assert view.bar.count.text() == "2 transcripts"
    assert view.reading.isHidden()
    view.bar.show_box.setCurrentIndex(view.bar.show_box.findData(Show.PROBLEMS))
    assert titles(view) == ["bad"]


def test_a_phrase_over_two_lines_is_opened_where_it_is_said(window, room, view, desk, talks):
    film(talks / "other.mp4", seconds=8)
    look(view, desk, '"talk about"')
    assert titles(view) == ["other"]
    assert view.bar.count.text() == "1 place in 1 transcript"
    assert view.hits.current.text == "talk about"
    QTest.keyClick(view.bar.query, Qt.Key.Key_Return)
    assert view.list.hasFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    desk.work()
    assert not room.shown
    assert desk.session.document.path == talks / "other.srt"
    assert window.text.find_bar.phrase == "talk about"
    assert window.text.find_bar.count.text() == "1 of 1"
    assert window.focusWidget() is window.text.view
    assert (desk.player.position_ms, desk.player.state) == (1_000, PlayState.PLAYING)
    window.commands[Command.LIBRARY].trigger()
    assert titles(view) == ["other"]


def test_words_that_stand_apart_are_shown_and_told_so(view, desk):
    look(view, desk, "caliphate leadership")
    words = "No place has these words together; in 1 transcript they stand apart"
    assert view.bar.count.text() == words
    assert not view.bar.save_button.isEnabled()
    assert "stand nowhere together here" in view.facts.text()
    assert view.hits.current.text.lower() in ("caliphate", "leadership")


def test_coming_back_finds_the_transcript_and_the_place_one_went_to(window, room, view, desk):
    look(view, desk, "another OR caliphate")
    view.rows.sort(Column.TITLE, Qt.SortOrder.AscendingOrder)
    assert titles(view)[1].startswith("What")
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    desk.work()
    view.hits.setCurrentIndex(view.hits.rows.index(1))
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    desk.work()
    assert not room.shown
    room.show(True)
    desk.work()
    assert (view.list.currentIndex().row(), view.hits.currentIndex().row()) == (1, 1)
    assert window.focusWidget() is view.list
    view.hits.setFocus()
    QTest.keyClick(view.hits, Qt.Key.Key_Return)
    desk.work()
    room.show(True)
    assert window.focusWidget() is view.hits
    room.show(False)
    window.text.view.caret.clear_selection()
    room.search_selection()
    assert window.focusWidget() is view.bar.query


def test_coming_back_to_an_empty_list_has_the_keys_in_the_search_field(window, room, view, desk):
    library = window.commands[Command.LIBRARY]
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    desk.work()
    library.trigger()
    assert window.focusWidget() is view.list
    look(view, desk, "nobody says this")
    assert titles(view) == []
    library.trigger()
    library.trigger()
    assert window.focusWidget() is view.bar.query


def test_what_is_selected_is_the_librarys_while_it_is_in_view(window, room, view, desk, talks):
    desk.open(talks / "isis.md")
    room.show(True)
    look(view, desk, "of")
    view.bar.show_box.setFocus()
    QTest.keyClick(view.bar.show_box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    window.commands[Command.SELECT_ALL].trigger()
    assert not window.text.view.caret.selects
    assert len(view.hits.several) == 0
    view.hits.setFocus()
    window.commands[Command.SELECT_ALL].trigger()
    assert len(view.hits.several) == view.hits.rows.rowCount() > 1


def test_another_place_in_what_is_open(window, room, view, desk):
    look(view, desk, "caliphate")
    view.opened.emit(view.rows.entry(0), view.hits.rows.index(0).data(Qt.ItemDataRole.UserRole))
    desk.work()
    room.show(True)
    view.hits.setCurrentIndex(view.hits.rows.index(1))
    QTest.keyClick(view.hits, Qt.Key.Key_Return)
    desk.work()
    assert not room.shown
    assert window.text.find_bar.count.text() == "2 of 2"
    assert desk.player.position_ms == 154_000


def test_a_wrong_query_is_explained(view, desk):
    look(view, desk, "caliphate")
    assert view.bar.save_button.isEnabled()
    look(view, desk, "chanel:x")
    assert view.bar.trouble.text().startswith("There is no field “chanel:”. Did you mean channel:?")
    assert (titles(view), view.bar.count.text()) == ([], "")
    assert view.hits.rows.rowCount() == 0
    assert not view.bar.save_button.isEnabled()
    look(view, desk, "channel:wall")
    assert view.bar.trouble.isHidden()
    assert len(titles(view)) == 1
    look(view, desk, "")
    assert len(titles(view)) == 2


def test_the_selection_is_looked_for_in_all(window, room, view, desk, talks):
    desk.open(talks / "other.srt")
    window.text.view.select_all()
    window.commands[Command.SEARCH_LIBRARY].trigger()
    desk.work()
    assert room.shown
    assert view.bar.query.text() == '"Another talk about wheat."'
    assert titles(view) == ["other"]


def test_finding_is_the_librarys_while_it_is_in_view(window, view):
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.bar.query.hasFocus()
    assert not window.finding.looking


def test_dropped_folders_are_taken_in_and_files_opened(window, room, desk, talks):
    window.dropping.dropped.emit([talks / "other.srt"])
    desk.work()
    assert (room.shown, desk.session.document.title) == (False, "other")
    window.dropping.dropped.emit([talks])
    desk.work()
    assert room.shown
    assert len(titles(room.view)) == 2


def test_what_may_have_come_is_looked_for_again_where_nothing_was_found(room, view, desk):
    for words, again in (("zebra", True), ("wheat", False)):
        look(view, desk, words)
        number = view._number
        room.librarian.renew()
        desk.work()
        assert (view._number > number) is again


def test_what_is_found_stays_in_view_while_it_is_looked_for_again(room, view, desk, talks):
    for number in range(80):
        write_srt(talks / f"t{number:02}.srt", "wheat", "corn", "wheat")
    room.librarian.refresh(talks)
    desk.work()
    look(view, desk, "wheat")
    view.list.setCurrentIndex(view.rows.index(2, 0))
    desk.work()
    view.hits.selectAll()
    view.list.verticalScrollBar().setValue(333)
    chosen, places = view.list.currentIndex().data(ENTRY), view.hits.several
    first = view.rows.entry(view.list.indexAt(QPoint(0, 0)).row())
    heights = []
    view.rows.layoutChanged.connect(lambda: heights.append(view.rows.rowCount()))
    write_srt(talks / "t00.srt", "wheat", "wheat", "wheat", "wheat")
    write_srt(talks / "a new one.srt", "wheat")
    room.librarian.refresh(talks)
    desk.work()
    assert view.bar.count.text() == "164 places in 82 transcripts"
    assert min(heights) == 81
    assert view.list.currentIndex().data(ENTRY).place == chosen.place
    assert (view.hits.several, len(places)) == (places, 2)
    assert view.rows.entry(view.list.indexAt(QPoint(0, 0)).row()).place == first.place
    view.list.setCurrentIndex(view.rows.index(view.rows.row_of(chosen), 0))
    write_srt(chosen.path, "wheat", "corn")
    room.librarian.refresh(talks)
    desk.work()
    assert view.list.currentIndex().data(ENTRY).place == chosen.place
    assert view.hits.rows.rowCount() == 1
    chosen.path.unlink()
    room.librarian.refresh(talks)
    desk.work()
    assert chosen.title not in titles(view)
    assert chosen.title not in view.facts.text()


def test_how_far_reading_is_stands_below_the_list(view):
    """It comes and goes with every change on the disk, and would move rows under the hand."""
    before = view.list.mapTo(view, QPoint(0, 0))
    view.reading.show_progress(Progress(Path("talks"), 1, 2))
    view.layout().activate()
    assert view.list.mapTo(view, QPoint(0, 0)) == before
    assert view.reading.y() > view.list.mapTo(view, QPoint(0, 0)).y()


def test_the_menu_finds_in_what_is_open(window, room, view, desk, talks):
    desk.open(talks / "other.srt")
    room.show(True)
    window.commands[Command.FIND].trigger()
    assert not room.shown
    assert window.text.find_bar.field.hasFocus()


def test_transcripts_with_quotes_are_listed_by_themselves(room, view, desk, talks):
    desk.open(talks / "other.srt")
    document, notebooks = desk.session.document, desk.workspace.notes.notebooks
    quote = quote_segments(document.quotable, range(1))
    book = Notebook(document.key, "elsewhere.srt").with_note(new_note(quote, 0))
    notebooks.save(book, notebooks.settle(book, None, beside=False))
    room.show(True)
    desk.work()
    view.bar.show_box.setCurrentIndex(view.bar.show_box.findData(Show.QUOTED))
    assert titles(view) == ["other"]
    assert view.rows.index(0, Column.QUOTES).data() == "1"
    view.bar.show_box.setCurrentIndex(view.bar.show_box.findData(Show.ALL))
    look(view, desk, "-has:quotes")
    assert [title[:4] for title in titles(view)] == ["What"]


def test_errors_are_told_where_one_looks(window, room, view, desk, talks):
    look(view, desk, "wheat")
    (talks / "other.srt").unlink()
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    desk.work()
    assert room.shown
    assert "other.srt" in view.message._shown.sentence
    room.show(False)
    assert window.text.message.isHidden()


def test_what_was_told_of_another_transcript_goes_with_it(window, room, view, desk, talks):
    desk.open(talks / "isis.md")
    of_another = window.text.message._shown
    assert of_another is not None
    room.show(True)
    look(view, desk, "wheat")
    film(talks / "other.mp4")
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    desk.work()
    assert not room.shown
    assert window.text.message._shown is not of_another
    assert of_another not in window.text.message._kept


def drag_wider(table, column, by):
    head = table.horizontalHeader()
    edge = QPoint(head.sectionViewportPosition(column) + head.sectionSize(column) - 1, 8)
    area = head.viewport()
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(area, edge + QPoint(by, 0))
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=edge + QPoint(by, 0))


def test_the_title_takes_the_room_until_somebody_chooses_widths(window, room, view):
    window.resize(1400, 700)
    head, table = view.list.horizontalHeader(), view.list
    assert head.length() == table.viewport().width()
    room.note()
    assert window.user_settings.settings.library.widths == ()
    drag_wider(table, Column.CHANNEL, 50)
    before = table.columnWidth(Column.TITLE)
    window.resize(1200, 700)
    assert table.columnWidth(Column.TITLE) == before


def test_how_the_library_was_left_is_kept(window, room, view):
    wide = view.list.columnWidth(Column.CHANNEL) + 50
    drag_wider(view.list, Column.CHANNEL, 50)
    view.list.sortByColumn(Column.DATE, Qt.SortOrder.DescendingOrder)
    room.note()
    kept = window.user_settings.settings.library
    assert (kept.widths[Column.CHANNEL], kept.sorted_by) == (wide, (Column.DATE, 1))
    view.list.setColumnWidth(Column.CHANNEL, 100)
    view.list.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
    keeping.restore(view, kept)
    assert view.list.columnWidth(Column.CHANNEL) == wide
    assert view.list.horizontalHeader().sortIndicatorSection() == Column.DATE


def test_where_nothing_is_found_nothing_is_told_of_another(view, desk):
    look(view, desk, "caliphate")
    assert view.facts.text()
    look(view, desk, "zebra")
    assert view.bar.count.text() == "0 places in 0 transcripts"
    assert view.facts.text() == ""
    assert view.hits.rows.rowCount() == 0


def test_a_channel_beside_the_list_narrows_what_is_listed_and_found(view, desk):
    look(view, desk, "caliphate")
    [channel] = {entry.facts.channel for entry in (view.rows.entry(0),)}
    view.facets.toggle((Kind.CHANNEL, "Another"))
    desk.work()
    assert view.bar.count.text() == "0 places in 0 transcripts"
    assert view.list.empty == "No transcript here fits the filter and what is ticked."
    view.facets.clear_button.click()
    assert view.list.empty == ""
    view.facets.toggle((Kind.CHANNEL, channel))
    desk.work()
    assert view.bar.count.text() == "2 places in 1 transcript"
    look(view, desk, "")
    assert len(titles(view)) == 1


def test_a_narrow_window_has_no_room_for_them_unless_one_is_chosen(window, view, desk):
    assert view.facets.isVisible()
    window.resize(800, 700)
    assert not view.facets.isVisible()
    window.resize(1000, 700)
    assert view.facets.isVisible()
    view.facets.toggle((Kind.YEAR, "2014"))
    window.resize(800, 700)
    assert view.facets.isVisible()


def test_in_a_very_narrow_window_the_places_stand_under_the_list(window, view, desk):
    look(view, desk, "wheat")
    for width, below in ((420, True), (1000, False)):
        window.resize(width, 700)
        top = view.list.mapTo(view, QPoint(0, view.list.height())).y()
        assert (view.hits.mapTo(view, QPoint()).y() >= top) is below


def test_its_window_has_its_name_and_says_nothing_of_what_is_open(window, room, desk, talks, talk):
    desk.open(talk)
    view, title = window.text.view, window.windowTitle()
    view.select(0, 5)
    selected = window.status.currentMessage()
    assert selected.startswith("Selected")
    room.open_folder(talks)
    desk.work()
    assert window.windowTitle().startswith("Library")
    assert window.status.currentMessage() != selected
    assert window.availability.facts.isHidden()
    room.leave()
    assert window.windowTitle() == title
    assert window.status.currentMessage() == selected
