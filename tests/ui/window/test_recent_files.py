import pytest

from viewer.state.places import places
from viewer.state.recent_files import RecentFiles


def listed(window):
    actions = window.menus._recent.actions()
    return [(action.text(), action.data()) for action in actions if action.data()]


def test_what_is_opened_is_listed_first(window, desk, talk):
    desk.open(talk)
    assert listed(window) == [("talk.srt", str(talk))]
    assert [entry.path for entry in RecentFiles(places().recent).files()] == [str(talk)]


def test_a_recent_file_opens_again(window, desk, talk):
    desk.open(talk)
    desk.opening.close()
    window.menus.recent_chosen.emit(str(talk))
    desk.work()
    assert desk.session.document.path == talk


def test_files_of_the_same_name_are_known_by_their_folders(window, desk, talk, tmp_path):
    other = tmp_path / "other" / talk.name
    other.parent.mkdir()
    other.write_bytes(talk.read_bytes())
    desk.open(talk)
    desk.open(other)
    assert [text for text, _ in listed(window)] == [
        "talk.srt – other",
        f"talk.srt – {talk.parent.name}",
    ]


def test_equal_titles_are_known_by_the_folder_that_differs(window, desk, tmp_path):
    title = "A very long title about the rivers of the north and of the south and their floods"
    for year in ("2017", "2018"):
        file = tmp_path / year / "talks" / "text" / "talk.txt"
        file.parent.mkdir(parents=True)
        file.write_text("One line.")
        RecentFiles(places().recent).add(file, title)
    window.recents._list(RecentFiles(places().recent).files())
    texts = [text for text, _ in listed(window)]
    assert [text.rpartition(" – ")[2] for text in texts] == ["2018", "2017"]
    assert all(text.startswith("A very long title") for text in texts)


def test_equal_titles_in_one_folder_are_known_by_the_files(window, desk, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("One line.")
        RecentFiles(places().recent).add(tmp_path / name, "A talk")
    window.recents._list(RecentFiles(places().recent).files())
    assert [text for text, _ in listed(window)] == ["A talk – b.txt", "A talk – a.txt"]


def test_one_that_is_gone_leaves_the_list_when_it_is_chosen(window, desk, talk):
    desk.open(talk)
    desk.opening.close()
    talk.unlink()
    window.menus.recent_chosen.emit(str(talk))
    desk.work()
    assert window.text.message.isVisibleTo(window)
    assert listed(window) == []


def test_the_list_can_be_cleared(window, desk, talk):
    desk.open(talk)
    window.menus._recent.actions()[-1].trigger()
    desk.work()
    assert listed(window) == []
    assert not window.menus._recent.isEnabled()
    assert RecentFiles(places().recent).files() == ()


def test_the_sample_is_not_listed(window, desk, talk):
    desk.sample.open(talk, lambda _job, _transcript: talk)
    desk.work()
    assert listed(window) == []


@pytest.mark.parametrize("trouble", ["unreadable", "unwritable"])
def test_a_list_that_cannot_be_kept_stops_nobody(desk, talk, trouble, request, caplog):
    file = places().recent
    if trouble == "unreadable":
        file.mkdir(parents=True)
    else:
        file.parent.parent.mkdir(parents=True, exist_ok=True)
        file.parent.write_text("no folder")
    window = request.getfixturevalue("window")
    desk.open(talk)
    assert desk.session.document.path == talk
    assert listed(window) == []
    assert "recent.json" in caplog.text
