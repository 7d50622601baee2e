import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit

from tests.ui.window.test_notices import sentence
from tests.ui.window.test_web_ways import press, words
from viewer.core.media_source import MediaSource
from viewer.errors import NetworkError, OutdatedError
from viewer.playback.factory import EngineFacts
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.choose_one import ChooseOne
from viewer.ui.dialogs.open_address import OpenAddress
from viewer.ui.window import web_videos, web_ways
from viewer.web import answers as answering
from viewer.web import updating
from viewer.web.answers import Podcast
from viewer.web.captions import Track, Video
from viewer.web.fetch import Fetched
from viewer.web.look import Seen
from viewer.web.podcast import Episode, Feed, Text

SOUND = "https://pod.example/talk.mp3"
PAGE = "https://pod.example/talk"


@pytest.fixture
def answers(monkeypatch, talk):
    """What the web answers: the transcript, until it is changed."""
    found = [Fetched(Seen(f"{PAGE}.srt", "text/plain", b"1"), talk.read_bytes())]
    monkeypatch.setattr(answering, "answer", lambda *_: found[0])
    return found


def test_sound_is_played_alone(window, desk):
    window.web.addresses.open(SOUND)
    assert ("open", MediaSource(SOUND)) in desk.engine.calls
    assert desk.session.document is None
    assert desk.session.recording.source.asked


def test_a_transcript_is_fetched_and_opened(window, desk, answers):
    window.web.addresses.open(PAGE)
    desk.work()
    assert desk.session.document.path.name == "talk.srt"
    assert len(desk.session.document.transcript.segments) == 3


def test_a_page_is_offered_to_the_browser_and_sound_by_another_name_is_played(
    window, desk, answers
):
    cue = "<cite>Anna:</cite><time>0:05</time><p>Good morning.</p>"
    answers[0] = Fetched(Seen(PAGE, "text/html", b"<html>"), cue.encode())
    window.web.addresses.open(PAGE)
    desk.work()
    assert sentence(window).startswith("pod.example has a page there")
    assert words(window) == ["Open in the browser", "Read it here"]
    press(window, "Read it here")
    desk.work()
    assert desk.session.document.transcript.segments[0].text == "Good morning."
    answers[0] = Fetched(Seen(PAGE, "audio/mpeg", b"ID3"))
    window.web.addresses.open(PAGE)
    desk.work()
    assert ("open", MediaSource(PAGE)) in desk.engine.calls


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "smb://nas/a.mp3", "javascript:alert(1)", "talk.srt"]
)
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


def paste(window, *, text="", files=()):
    data = QMimeData()
    if files:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    else:
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    window.commands[Command.PASTE].trigger()


def test_a_link_that_was_copied_is_opened_and_so_are_files(window, desk, talk):
    paste(window, text="nothing of the kind")
    assert "no link on the clipboard" in window.statusBar().currentMessage()
    paste(window, text=f" {SOUND}\n")
    assert ("open", MediaSource(SOUND)) in desk.engine.calls
    paste(window, files=[talk])
    desk.work()
    assert desk.session.document.path == talk
    paste(window, text="Two words more.")
    desk.work()
    assert window.text.view.caret.selected_text() == "Two words more"


def test_a_copied_link_of_what_is_open_leads_to_its_moment(window, desk, tmp_path):
    path = tmp_path / "talk.md"
    path.write_text(f"# A\n**C:** [May 4, 2017]({VIDEO})\n* One. [[00:00:07]({VIDEO}&t=7s)]\n")
    desk.open(path)
    paste(window, text=f"{VIDEO}&t=7s")
    assert desk.player.position_ms == 7_000
    paste(window, text=SOUND)
    assert ("open", MediaSource(SOUND)) in desk.engine.calls


VIDEO = "https://www.youtube.com/watch?v=abcdefghijk"
VTT = b"WEBVTT\n\n00:01.000 --> 00:03.000\nHello.\n"


class Site:
    """A site's video as yt-dlp tells of it, and what else is fetched."""

    def __init__(self):
        tracks = (Track("en", "", "https://a/en", False), Track("de", "", "https://a/de", True))
        self.video = Video(VIDEO, "A talk", "A channel", tracks=tracks)
        self.fails, self.fetched = None, []

    def video_of(self, *_, **__):
        if self.fails:
            raise self.fails
        return self.video

    def fetch(self, url, **_how):
        self.fetched.append(url)
        return Fetched(Seen(url, "text/vtt", VTT), VTT)


@pytest.fixture
def video(monkeypatch):
    site = Site()
    monkeypatch.setattr(web_videos, "video_of", site.video_of)
    monkeypatch.setattr(web_videos, "available", lambda: True)
    monkeypatch.setattr("viewer.session.from_web.fetch", site.fetch)
    shown = EngineFacts("site", "Qt WebEngine", available=True)
    monkeypatch.setattr(web_ways, "describe_site", lambda: shown)
    return site


def choose(window, desk, row):
    """Choose a row of the dialog that is open."""
    desk.work()
    (dialog,) = [each for each in window.findChildren(ChooseOne) if each.isVisible()]
    dialog._list.setCurrentRow(row)
    dialog._buttons.buttons()[0].click()
    desk.work()
    return [dialog._list.item(i).text() for i in range(dialog._list.count())]


def test_a_video_opens_with_the_captions_that_are_chosen(window, desk, video):
    window.show()
    window.web.addresses.open(VIDEO)
    rows = choose(window, desk, 1)
    assert rows == ["English (en)", "German (de), automatic"]
    assert video.fetched == ["https://a/de"]
    transcript = desk.session.document.transcript
    assert (transcript.source.title, transcript.source.url) == ("A talk", VIDEO)
    assert desk.session.recording.source == MediaSource(VIDEO, site="youtube")
    assert ("play",) in desk.engine.calls


def test_the_only_captions_are_taken_and_a_video_without_plays_alone(window, desk, video):
    video.video = Video(VIDEO, "A talk", tracks=video.video.tracks[:1])
    window.web.addresses.open(VIDEO)
    desk.work()
    assert desk.session.document.transcript.language == "en"
    video.video = Video(VIDEO, "A talk")
    window.web.addresses.open(VIDEO)
    desk.work()
    assert desk.session.document is None
    assert sentence(window) == "This video has no captions."
    assert desk.session.recording.source.site == "youtube"


def test_where_the_site_refuses_there_is_still_the_player_and_the_browser(window, desk, video):
    video.fails = NetworkError("The site takes yt-dlp for a robot.")
    window.web.addresses.open(VIDEO)
    desk.work()
    assert sentence(window) == "The site takes yt-dlp for a robot."
    assert words(window) == ["Try again", "Watch here", "Open in the browser"]
    press(window, "Watch here")
    assert desk.session.recording.source.site == "youtube"


def test_a_yt_dlp_that_is_too_old_is_updated_on_the_users_word(window, desk, video, monkeypatch):
    monkeypatch.setattr(updating, "update", lambda _: "2099.1.1")
    video.fails = OutdatedError("The site refuses to give it.")
    window.web.addresses.open(VIDEO)
    desk.work()
    press(window, "Update yt-dlp")
    desk.work()
    assert sentence(window) == "yt-dlp is at 2099.1.1 now."
    video.fails = None
    window.show()
    press(window, "Try again")
    choose(window, desk, 0)
    assert desk.session.document.transcript.source.url == VIDEO


@pytest.mark.parametrize("texts", [[], [Text("https://a/1.vtt", "text/vtt")]])
def test_an_episode_opens_with_its_sound_and_its_transcript(window, desk, answers, video, texts):
    episode = Episode("One", PAGE, sound=SOUND, texts=texts)
    answers[0] = Podcast(Feed("A podcast", episodes=[episode]), episode)
    window.web.addresses.open(PAGE)
    desk.work()
    assert desk.session.recording.source == MediaSource(SOUND)
    assert not desk.session.recording.source.asked
    assert bool(desk.session.document) is bool(texts)
    assert ("play",) in desk.engine.calls
    if not texts:
        assert sentence(window) == "This episode has no transcript on the web."


def test_of_a_feed_an_episode_is_chosen(window, desk, answers, video):
    one = Episode("One", PAGE, sound=SOUND, texts=[Text("https://a/1.vtt", "text/vtt")])
    answers[0] = Podcast(Feed("A podcast", episodes=[Episode("Two"), one]))
    window.show()
    window.web.addresses.open("https://pod.example/feed.xml")
    assert choose(window, desk, 1) == ["Two", "One (transcript)"]
    assert desk.session.document.transcript.source.channel == "A podcast"
    answers[0] = Podcast(Feed("A podcast"))
    window.web.addresses.open("https://pod.example/feed.xml")
    desk.work()
    assert sentence(window) == "There is no episode in the feed of pod.example."
