"""The folders of the library as the window has them: paused, and taken out."""

from tests.desk import write_srt
from tests.ui.window.library_hands import titles
from viewer.state.library_folders import LibraryFolders
from viewer.state.places import places


def test_folders_are_paused_and_removed(view, desk, talks):
    view.bar.folders.pause_requested.emit(talks, True)
    desk.work()
    write_srt(talks / "new.srt", "New words.")
    view.bar.folders.refresh_requested.emit(talks)
    desk.work()
    assert len(titles(view)) == 2
    view.bar.folders.pause_requested.emit(talks, False)
    desk.work()
    assert len(titles(view)) == 3
    view.bar.folders.remove_requested.emit(talks)
    desk.work()
    assert view.empty.button.isVisible()
    assert view._librarian._shelves.index.forgotten() == []
    assert (talks / "isis.md").exists()


def test_a_folder_is_taken_out_while_it_is_read(view, desk, talks):
    librarian = view._librarian
    write_srt(talks / "new.srt", "New words.")
    librarian.refresh(talks)
    desk.work_one()  # by which it is known what is to be read
    view.bar.folders.remove_requested.emit(talks)
    desk.work()
    assert view.empty.button.isVisible()
    assert view.message.isHidden()
    assert (librarian._shelves.index.folders(), librarian._shelves.folders()) == ({}, ())


def test_a_folder_that_is_taken_out_twice_while_it_is_read_is_no_error(view, desk, talks):
    librarian = view._librarian
    write_srt(talks / "new.srt", "New words.")
    librarian.refresh(talks)
    desk.work_one()
    for _ in range(2):
        view.bar.folders.remove_requested.emit(talks)
    desk.work()
    assert view.empty.button.isVisible()
    assert view.message.isHidden()


def test_a_folder_is_taken_out_while_another_is_read_which_is_read_on(view, desk, talks, tmp_path):
    librarian, more = view._librarian, tmp_path / "more"
    more.mkdir()
    write_srt(more / "new.srt", "New words.")
    librarian.add(more)
    while librarian._reading is None:
        desk.work_one()
    view.bar.folders.remove_requested.emit(talks)
    desk.work()
    assert titles(view) == ["new"]
    assert set(librarian._shelves.index.folders()) == {more}


def test_what_is_said_of_a_folder_goes_when_it_is_read_and_stands_over_no_transcript(
    window, room, view, desk, talks
):
    room.show(False)
    talks.rename(talks.with_name("away"))
    room.librarian.refresh()
    desk.work()
    assert window.text.message.isHidden()
    room.show(True)
    desk.work()
    assert view.message._shown.sentence == "The folder talks is not there."
    talks.with_name("away").rename(talks)
    room.librarian.refresh(talks)
    desk.work()
    assert view.message.isHidden()


def test_captions_inside_recordings_count_where_that_is_wanted(room, view, desk, talks):
    def wanted():
        [folder] = LibraryFolders(places().library_folders).all()
        return folder.captions

    (talks / "film.mp4").write_text("This is read as what it is.", encoding="utf-8")
    view.bar.folders.captions_requested.emit(talks, True)
    desk.work()
    assert (wanted(), titles(view)[:2]) == (True, ["film", "other"])
    view.bar.folders.captions_requested.emit(talks, False)
    desk.work()
    assert (wanted(), titles(view)[:1]) == (False, ["other"])
