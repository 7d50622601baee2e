"""Asking for the recording: once at a time."""

from tests.media.films import film
from viewer.ui.dialogs.choose_recording import ChooseRecording


def open_dialogs(window):
    return [each for each in window.findChildren(ChooseRecording) if each.isVisible()]


def test_asking_twice_shows_one_dialog(window, desk, talk, qtbot):
    film(talk.with_name("scene.mp4"))
    desk.open(talk)
    window.show()
    window.recordings.choose()
    window.recordings.choose()
    desk.work()
    window.recordings.choose()
    desk.work()
    (dialog,) = open_dialogs(window)
    dialog.reject()
    window.recordings.choose()
    desk.work()
    (dialog,) = open_dialogs(window)
    dialog.reject()


def test_looking_for_recordings_is_reported_and_can_be_given_up(window, desk, talk):
    film(talk.with_name("scene.mp4"))
    desk.open(talk)
    desk.reported["busy_changed"].clear()
    window.recordings.choose()
    assert len(desk.reported["busy_changed"]) == 1
    desk.opening.cancel()
    desk.work()
    assert desk.reported["busy_changed"][-1] is None
    assert open_dialogs(window) == []
