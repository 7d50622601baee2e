import pytest

from viewer.state import recent
from viewer.state.places import places


def listed(window):
    return [(action.text(), action.data()) for action in window.menus._recent.actions()]


def test_what_is_opened_is_listed_first(window, desk, talk):
    desk.open(talk)
    assert listed(window) == [("talk", str(talk))]
    assert [entry.path for entry in recent.files()] == [str(talk)]


def test_a_recent_file_opens_again(window, desk, talk):
    desk.open(talk)
    desk.session.close()
    window.menus.recent_chosen.emit(str(talk))
    desk.work()
    assert desk.session.document.path == talk


def test_the_sample_is_not_listed(window, desk, talk):
    desk.session.open_sample(talk, lambda _job, _transcript: talk)
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
