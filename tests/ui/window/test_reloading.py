"""What is said over the text of a file that has changed, and what reading it again keeps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desk import write_srt, write_untimed
from tests.media.films import film
from viewer.session.opened import Change
from viewer.ui.commands.actions import Command

CHANGED = "“talk.srt” has changed on disk."
GONE = "“talk.srt” is not on disk any more; what is shown stays."


@pytest.fixture
def seen(shown, desk, talk):
    """A window that shows three lines."""
    desk.open(talk)
    shown.watch_file()
    return shown


@pytest.fixture
def look(seen, desk):
    """Have the file looked at as often as it takes; returns the sentences that are said then."""

    def look():
        for _ in range(2):
            seen.reloading.look()
            desk.work()
        return said(seen)

    return look


def said(window):
    bar = window.text.message
    kept = [each.sentence for each in bar._kept]
    return [*kept, bar._shown.sentence] if bar._shown is not None else kept


def rewrite(path):
    write_srt(path, "One line.", "Other words more.", "Three.")


def test_a_changed_file_is_said_with_the_way_to_its_new_words(seen, desk, talk, look):
    before = said(seen)
    assert look() == before
    rewrite(talk)
    assert look()[-1] == CHANGED
    assert seen.text.view.toPlainText() == "One line.\nTwo words more.\nThree."
    assert [action.text for action in seen.text.message._shown.actions] == ["Reload"]
    seen.text.message.act()
    desk.work()
    assert seen.text.view.toPlainText() == "One line.\nOther words more.\nThree."
    assert CHANGED not in look()


def test_a_file_whose_recording_was_found_last_is_looked_at_too(shown, desk, talk):
    film(talk.with_suffix(".mp4"), seconds=1)
    desk.open(talk)
    assert desk.session.opened.change is Change.RECORDING
    shown.watch_file()
    rewrite(talk)
    for _ in range(2):
        shown.reloading.look()
        desk.work()
    assert said(shown)[-1] == CHANGED


def test_a_file_that_is_gone_and_put_back(seen, talk, look):
    kept = talk.read_bytes()
    talk.unlink()
    assert look()[-1] == GONE
    assert not seen.text.message._shown.actions
    rewrite(talk)
    assert look()[-1] == CHANGED
    assert GONE not in said(seen)
    talk.write_bytes(kept)
    assert not {CHANGED, GONE} & set(look())


def test_it_is_said_again_where_the_same_reading_only_got_chapters(seen, desk, talk, look):
    rewrite(talk)
    look()
    desk.playing.exchange(desk.session.document)
    assert said(seen) == [CHANGED]


def test_another_file_has_nothing_said_of_this_one(seen, desk, talk, look, tmp_path):
    rewrite(talk)
    look()
    desk.open(write_srt(tmp_path / "other.srt", "Else."))
    assert CHANGED not in look()
    seen.commands[Command.CLOSE].trigger()
    assert not seen.reloading._timer.isActive()
    seen.reloading.look()
    assert desk.waiting == []


@pytest.mark.parametrize("leave", ["showMinimized", "hide"])
def test_a_window_that_nobody_sees_rests_and_looks_at_once_when_it_is_back(seen, desk, leave):
    getattr(seen, leave)()
    assert not seen.reloading._timer.isActive()
    seen.reloading.look()
    assert desk.waiting == []
    seen.showNormal()
    assert len(desk.waiting) == 1
    assert seen.reloading._timer.isActive()
    desk.work()


def test_a_window_that_was_only_made_larger_is_not_looked_at_for_that(seen, desk):
    seen.showMaximized()
    assert desk.waiting == []


def test_another_file_that_is_opened_while_nobody_looks_waits_too(seen, desk, tmp_path):
    seen.showMinimized()
    desk.open(write_srt(tmp_path / "other.srt", "Else."))
    assert not seen.reloading._timer.isActive()


def test_coming_back_from_another_program_looks_at_once(seen, desk):
    seen.reloading._come_back(Qt.ApplicationState.ApplicationInactive)
    assert desk.waiting == []
    seen.reloading._come_back(Qt.ApplicationState.ApplicationActive)
    assert len(desk.waiting) == 1
    desk.work()


def test_it_is_looked_at_sooner_where_something_is_going_on(seen, desk, talk):
    rewrite(talk)
    seen.reloading.look()
    assert seen.reloading._timer.interval() == 3_000
    desk.work()
    assert seen.reloading._timer.interval() == 500


def test_a_window_that_closes_waits_for_no_look(seen, desk, talk):
    rewrite(talk)
    seen.reloading.look()
    seen.close()
    desk.work()
    assert not seen.reloading._timer.isActive()


def test_what_cannot_be_read_again_stays(seen, desk, talk):
    talk.unlink()
    seen.commands[Command.RELOAD].trigger()
    desk.work()
    assert seen.text.view.toPlainText().startswith("One line.")
    assert "there is no such file" in said(seen)[-1]


def test_place_following_and_selection_stay(seen, desk, tmp_path):
    path = tmp_path / "long.srt"
    texts = [f"This is line {number} of many." for number in range(200)]
    desk.open(write_srt(path, *texts))
    view = seen.text.view
    begin, _ = view.text_map.range_of(120)
    desk.player.seek(1000 + 3000 * 50)
    seen.following.leave()
    view.select(begin + 8, begin + 16)
    top = view.keeping.mark()
    write_srt(path, "New.", *texts, starts_ms=[0, *(1000 + 3000 * i for i in range(200))])
    seen.commands[Command.RELOAD].trigger()
    desk.work()
    assert view.caret.selected_text() == "line 120"
    assert view.keeping.mark().index == top.index + 1
    assert not seen.following.following
    assert desk.player.position_ms == 1000 + 3000 * 50


def test_without_times_the_place_is_known_by_its_words(seen, desk, tmp_path):
    path = tmp_path / "notes.md"
    texts = [f"This is line {number} of many." for number in range(200)]
    desk.open(write_untimed(path, *texts))
    seen.text.view.show_place(100)
    write_untimed(path, "A new one.", "And another.", *texts)
    seen.commands[Command.RELOAD].trigger()
    desk.work()
    assert seen.text.view.caret.segment() == 102


def test_notes_find_their_words_again_even_one_made_just_now(seen, desk, talk):
    seen.text.view.select(10, 19)  # Two words
    seen.quoting.copy_quote()
    write_srt(talk, "Before it.", "One line.", "Two words more.", "Three.")
    seen.commands[Command.RELOAD].trigger()
    desk.work()
    note = desk.workspace.notes.notebook.notes[0]
    assert note.quote.text == "Two words"
    assert note.quote.lines[0].index == 2
    assert not desk.workspace.notes.lost


@pytest.fixture
def comment(seen, desk, qtbot):
    """The field of the comment on the first line, with the keys."""
    seen.quoting.copy_quote_of(0)
    seen.text.side.open("notes")
    field = seen.text.side.widget("notes").comment
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_who_writes_a_comment_goes_on_with_it(seen, desk, talk, comment, qtbot):
    QTest.keyClicks(comment, "So")
    rewrite(talk)
    seen.commands[Command.RELOAD].trigger()
    desk.work()
    qtbot.waitUntil(comment.hasFocus)
    QTest.keyClicks(comment, " it is")
    assert comment.toPlainText() == "So it is"


def test_who_wrote_a_comment_on_another_file_reads(seen, desk, talk, comment, tmp_path, qtbot):
    for path in (write_srt(tmp_path / "other.srt", "Else."), talk):
        desk.open(path)
    qtbot.waitUntil(comment.isEnabled)
    assert not comment.hasFocus()


def test_the_chosen_encoding_and_tiers_stay(seen, desk, tmp_path):
    path = write_srt(tmp_path / "alt.srt", "Приве́т.".replace("\u0301", ""))
    path.write_bytes(path.read_text().encode("koi8-r"))
    desk.open(path)
    desk.opening.reopen("koi8-r")
    desk.work()
    path.write_bytes(
        path.read_bytes() + "\n2\n00:00:09,000 --> 00:00:10,000\nЕщё.\n".encode("koi8-r")
    )
    seen.commands[Command.RELOAD].trigger()
    desk.work()
    assert seen.text.view.toPlainText() == "Привет.\nЕщё."


def test_an_encoding_that_was_told_by_the_file_is_told_anew(seen, desk, talk):
    write_srt(talk, "Ünï — 語.")
    seen.commands[Command.RELOAD].trigger()
    desk.work()
    assert seen.text.view.toPlainText() == "Ünï — 語."
