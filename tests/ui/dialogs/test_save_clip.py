"""The dialog for a clip: what it offers, and what it says."""

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.pages import heard
from viewer.clip.wish import Captions
from viewer.core.stretch import Stretch
from viewer.media.info import MediaInfo
from viewer.session.clipping import Manner
from viewer.ui.dialogs.save_clip import SaveClip

FILM = MediaInfo(60_000, has_video=True, has_audio=True)
SOUND = MediaInfo(60_000, has_video=False, has_audio=True)
MUTE = MediaInfo(60_000, has_video=True, has_audio=False)


@pytest.fixture
def asked(qtbot):
    def ask(info=FILM, manner=None, *, captions=True):
        dialog = SaveClip([Stretch(35_600, 42_400)], manner or Manner(), info, captions=captions)
        qtbot.addWidget(dialog)
        return dialog

    return ask


def offered(box):
    return [box.itemData(i) for i in range(box.count())]


def save(dialog):
    return next(b for b in dialog.findChildren(QPushButton) if "Save" in b.text())


def test_it_begins_with_what_is_marked(asked):
    dialog = asked()
    assert (dialog.begin.text(), dialog.end.text()) == ("0:35.6", "0:42.4")
    assert dialog.summary.text() == "6.8 s"
    chosen = heard(dialog.chosen)
    save(dialog).click()
    assert chosen == [((Stretch(35_600, 42_400),), Manner("mp4", True, Captions.NONE))]


@pytest.mark.parametrize(
    ("info", "kinds"),
    [
        (FILM, ["mp4", "webm", "m4a", "mp3", "gif"]),
        (SOUND, ["mp4", "webm", "m4a", "mp3"]),
        (MUTE, ["mp4", "webm", "gif"]),
    ],
    ids=["film", "sound", "mute"],
)
def test_only_what_the_recording_has_is_offered(asked, info, kinds):
    assert offered(asked(info).kind) == kinds


@pytest.mark.parametrize(
    ("kind", "ways", "captions"),
    [
        ("mp4", [True, False], ["none", "track", "burned"]),
        ("m4a", [True, False], ["none"]),
        ("gif", [True], ["none", "burned"]),
    ],
)
def test_only_what_the_kind_can_have_is_offered(asked, kind, ways, captions):
    dialog = asked()
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    assert offered(dialog.way) == ways
    assert offered(dialog.captions) == captions
    assert dialog.captions.isEnabled() == (len(captions) > 1)


def test_what_is_copied_is_not_drawn_on(asked):
    dialog = asked(manner=Manner("mp4", True, Captions.BURNED))
    assert dialog.captions.currentData() == "burned"
    dialog.way.setCurrentIndex(1)
    assert offered(dialog.captions) == ["none", "track"]
    assert dialog.manner == Manner("mp4", False, Captions.NONE)
    assert offered(asked(captions=False).captions) == ["none"]


@pytest.mark.parametrize(
    ("begin", "end", "kind", "words"),
    [
        ("0:42", "0:35", "mp4", "Write times as 83, 1:23.5 or 1h2m3s, the later one second."),
        ("now", "0:35", "mp4", "Write times as 83, 1:23.5 or 1h2m3s, the later one second."),
        ("2:00", "2:05", "mp4", "The recording is 1:00 long."),
        ("0", "31", "gif", "A GIF can be 30 seconds long at most."),
    ],
)
def test_times_that_make_no_clip_are_said(asked, begin, end, kind, words):
    dialog = asked()
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.begin.setText(begin)
    dialog.end.setText(end)
    assert dialog.summary.text() == words
    assert not save(dialog).isEnabled()
    dialog.begin.setText("1")
    dialog.end.setText("2.5")
    assert dialog.summary.text() == "1.5 s"
    assert save(dialog).isEnabled()
