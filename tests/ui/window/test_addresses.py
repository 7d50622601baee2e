import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit

from tests.ui.window.test_notices import sentence
from tests.ui.window.test_web_ways import words
from viewer.core.media_source import MediaSource
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.open_address import OpenAddress
from viewer.web import fetch as fetching
from viewer.web.look import Seen

SOUND = "https://pod.example/talk.mp3"
PAGE = "https://pod.example/talk"


@pytest.fixture
def answers(monkeypatch, talk):
    """What the web answers: the transcript, until it is changed."""
    found = [talk]
    monkeypatch.setattr(fetching, "fetch", lambda *_: found[0])
    return found


def test_sound_is_played_alone(window, desk):
    window.web.addresses.open(SOUND)
    assert ("open", MediaSource(SOUND)) in desk.engine.calls
    assert desk.session.document is None
    assert desk.session.recording.source.asked


def test_a_transcript_is_fetched_and_opened(window, desk, answers):
    window.web.addresses.open(PAGE)
    desk.work()
    assert desk.session.document.path == answers[0]


def test_a_page_is_offered_to_the_browser_and_sound_by_another_name_is_played(
    window, desk, answers
):
    answers[0] = Seen(PAGE, "text/html", b"<html>")
    window.web.addresses.open(PAGE)
    desk.work()
    assert sentence(window) == "pod.example has a page there that Cueline cannot show."
    assert words(window) == ["Open in the browser"]
    answers[0] = Seen(PAGE, "audio/mpeg", b"ID3")
    window.web.addresses.open(PAGE)
    desk.work()
    assert ("open", MediaSource(PAGE)) in desk.engine.calls


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "talk.srt"])
def test_what_is_no_address_is_one_sentence(window, address):
    window.web.addresses.open(address)
    assert sentence(window) == f"{address} is no address of the web."


def test_where_the_network_is_shut_nothing_is_opened(window, desk):
    window.commands[Command.NO_NETWORK].trigger()
    window.web.addresses.open(SOUND)
    assert desk.engine.calls == []
    assert sentence(window) == "The network is switched off for Cueline."


def test_the_dialog_takes_the_copied_link_and_nothing_that_is_none(window, desk):
    QGuiApplication.clipboard().setText(SOUND)
    window.show()
    window.commands[Command.OPEN_ADDRESS].trigger()
    dialog = window.findChild(OpenAddress)
    field, open_ = dialog.findChild(QLineEdit), dialog.findChild(QDialogButtonBox).buttons()[0]
    assert field.text() == SOUND
    field.setText("talk.srt")
    assert not open_.isEnabled()
    field.setText(SOUND)
    open_.click()
    assert ("open", MediaSource(SOUND)) in desk.engine.calls


def test_a_link_that_is_dropped_is_opened(window, desk):
    data = QMimeData()
    data.setUrls([QUrl(SOUND)])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert ("open", MediaSource(SOUND)) in desk.engine.calls
