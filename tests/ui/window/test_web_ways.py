import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPushButton

from tests.ui.window.test_notices import sentence
from viewer.core.links import link_at
from viewer.core.media_source import MediaSource
from viewer.playback.engine import PlayState
from viewer.playback.factory import EngineFacts
from viewer.playback.site import codecs
from viewer.ui.commands.actions import Command
from viewer.ui.window import web_ways

SOUND = "https://pod.example/talk.mp3"
URL = "https://www.youtube.com/watch?v=abcdefghijk"
BROWSE = "Open in the browser at this second"
LACKS = "Qt WebEngine here has no H.264, which the site needs."


@pytest.fixture
def opened(monkeypatch):
    """The addresses that were handed to the desktop's browser."""
    urls = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: urls.append(url.toString()) or True
    )
    return urls


@pytest.fixture
def linked(window, desk, tmp_path):
    """The window on a transcript that names a video, with times."""
    lines = "".join(f"*  Line {n}. [[00:00:0{n}]({URL}&t={n}s)]\n" for n in (1, 4, 7))
    talk = tmp_path / "talk.md"
    talk.write_text(f"# A talk\n**A channel:** [May 24, 2017]({URL})\n\n{lines}")
    desk.open(talk)
    return window


@pytest.fixture
def talked(window, desk, tmp_path):
    """The window on a transcript that names sound on the web: `talked(url)`."""

    def opened(url):
        talk = tmp_path / "talk.vtt"
        lines = "00:01.000 --> 00:03.000\nOne.\n\n00:04.000 --> 00:06.000\nTwo.\n"
        talk.write_text(f"WEBVTT\n\nNOTE media: {url}\n\n{lines}")
        desk.open(talk)
        return window

    return opened


def press(window, text):
    next(each for each in buttons(window) if each.text() == text).click()


def buttons(window):
    bar = window.text.message
    return [each for each in bar.findChildren(QPushButton) if not each.isHidden()]


def words(window):
    return [button.text() for button in buttons(window)]


def test_a_transcript_with_a_link_says_what_can_be_done(linked, opened):
    assert sentence(linked) == "This transcript belongs to a video on YouTube."
    assert "nothing is fetched until you choose" in linked.text.message._shown.hint
    assert words(linked)[-2:] == [BROWSE, "Choose recording…"]
    assert opened == []


@pytest.fixture
def vimeo(window, desk, tmp_path, monkeypatch):
    """The window on a transcript of a site that needs H.264: `vimeo(has it, why not at all)`."""

    def opened(has_h264, reason=""):
        facts = EngineFacts("site", "Qt WebEngine", available=not reason, reason=reason)
        monkeypatch.setattr(web_ways, "describe_site", lambda: facts)
        monkeypatch.setattr(codecs._Known, "h264", None)
        monkeypatch.setattr(codecs, "ask", lambda: has_h264)
        url = "https://vimeo.com/76979871"
        talk = tmp_path / "talk.md"
        talk.write_text(f"# A\n**C:** [May 4, 2017]({url})\n* One. [[00:00:01]({url}#t=1s)]\n")
        desk.open(talk)
        desk.work()
        return window

    return opened


def test_a_site_that_needs_h264_is_offered_once_chromium_says_that_it_has_it(vimeo):
    assert words(vimeo(has_h264=True))[0] == "Watch here"


@pytest.mark.parametrize("reason", ["", "Qt WebEngine does not run as root."])
def test_where_the_sites_player_cannot_be_shown_the_reason_is_told(vimeo, reason):
    window = vimeo(has_h264=False, reason=reason)
    assert "Watch here" not in words(window)
    told = window.text.message._shown.hint
    assert told.endswith(f"It cannot be watched here: {reason or LACKS}")


def test_the_browser_is_opened_at_this_second_and_the_playback_rests(linked, desk, opened):
    desk.player.seek(4_000)
    desk.player.play()
    linked.commands[Command.BROWSE].trigger()
    assert opened == [link_at(URL, 4_000)]
    assert desk.player.state is PlayState.PAUSED


def test_where_there_is_no_browser_the_address_can_be_taken_elsewhere(linked, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    press(linked, BROWSE)
    assert sentence(linked) == f"No browser could be opened for {link_at(URL, 0)}."
    assert BROWSE not in words(linked)
    press(linked, "Copy address")
    assert QGuiApplication.clipboard().text() == link_at(URL, 0)


def test_the_way_that_was_chosen_is_the_usual_one_of_its_site(linked, desk, opened):
    press(linked, BROWSE)
    assert opened
    path = desk.session.document.path
    desk.opening.close()
    desk.open(path)
    assert [each.text() for each in buttons(linked) if each.font().bold()] == [BROWSE]


def test_where_the_network_is_never_used_no_door_opens(linked, desk, opened):
    linked.commands[Command.NO_NETWORK].trigger()
    assert words(linked) == ["Choose recording…"]
    assert "switched off" in linked.text.message._shown.hint
    linked.commands[Command.BROWSE].trigger()
    linked.details.link_requested.emit(URL)
    linked.help.page_requested.emit(URL)
    assert opened == []
    assert sentence(linked) == "The network is switched off for Cueline."
    assert words(linked) == ["Use the network"]
    buttons(linked)[0].click()
    assert not linked.commands[Command.NO_NETWORK].isChecked()
    assert BROWSE in words(linked)


def test_without_a_link_there_is_nothing_to_browse(window, desk, talk):
    desk.open(talk)
    assert not window.commands[Command.BROWSE].isEnabled()
    assert words(window) == ["Choose recording…"]


def test_sound_on_the_web_is_streamed_from_here_when_that_is_asked_for(talked, desk):
    window = talked(SOUND)
    assert words(window)[0] == "Stream"
    assert ("open", MediaSource(SOUND)) not in desk.engine.calls
    desk.player.seek(4_000)
    press(window, "Stream")
    assert ("open", MediaSource(SOUND)) in desk.engine.calls
    desk.pass_by(1)
    assert desk.player.state is PlayState.PLAYING
    assert desk.player.position_ms == pytest.approx(5_000, abs=300)
    assert not desk.session.recording.info.has_video


def test_an_address_in_the_users_own_network_is_asked_about_first(talked, desk):
    window = talked("http://nas.local/talk.mp3")
    press(window, "Stream")
    assert desk.session.recording is None
    assert sentence(window) == "The transcript names nas.local, which lies in your own network."
    press(window, "Open it")
    assert desk.session.recording.source.asked


def test_what_plays_from_the_web_is_let_go_of_when_the_network_is_shut(talked, desk):
    window = talked(SOUND)
    press(window, "Stream")
    desk.player.seek(5_000)
    desk.pass_by(1)
    window.commands[Command.NO_NETWORK].trigger()
    assert desk.session.recording is None
    assert desk.player.silent
    assert desk.player.position_ms == pytest.approx(6_000, abs=300)
    assert words(window) == ["Choose recording…"]


def test_a_connection_that_breaks_is_one_sentence_and_the_place_is_kept(talked, desk):
    window = talked(SOUND)
    press(window, "Stream")
    desk.player.seek(5_000)
    desk.pass_by(0.5)
    desk.engine.refuses, desk.engine._state = "The connection broke off.", PlayState.FAILED
    desk.pass_by(0.1)
    assert sentence(window) == "The connection broke off."
    assert words(window)[0] == "Try again"
    assert "Stream" not in words(window)
    assert words(window)[-1] == "Choose recording…"
    assert desk.player.position_ms == pytest.approx(5_500, abs=300)
    assert desk.session.document is not None
    desk.engine.refuses = ""
    press(window, "Try again")
    desk.pass_by(1)
    assert 5_900 <= desk.player.position_ms <= 6_700


def test_what_fails_at_once_starts_no_clock_that_nobody_hears(talked, desk):
    window = talked(SOUND)
    desk.engine.refuses = "The site cannot be found."
    press(window, "Stream")
    desk.pass_by(1)
    assert sentence(window) == "The site cannot be found."
    assert (desk.player.state, desk.player.position_ms) == (PlayState.PAUSED, 0)


def test_while_it_waits_for_the_network_the_status_bar_says_so(window, desk):
    desk.player.buffering = True
    desk.player.buffering_changed.emit(True)
    assert window.availability.facts.text().startswith("Waiting for the network…")
