import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from tests.ui.window.test_notices import sentence
from viewer.core.links import link_at
from viewer.playback.engine import PlayState
from viewer.ui.commands.actions import Command

URL = "https://www.youtube.com/watch?v=abcdefghijk"
BROWSE = "Open in the browser at this second"


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


def buttons(window):
    bar = window.text.message
    return [each for each in bar.findChildren(QPushButton) if not each.isHidden()]


def words(window):
    return [button.text() for button in buttons(window)]


def test_a_transcript_with_a_link_says_what_can_be_done(linked, opened):
    assert sentence(linked) == "No recording was found near this transcript."
    assert linked.text.message._shown.hint.startswith("It belongs to a video on YouTube.")
    assert words(linked)[-2:] == [BROWSE, "Choose recording…"]
    assert opened == []


def test_the_browser_is_opened_at_this_second_and_the_playback_rests(linked, desk, opened):
    desk.player.seek(4_000)
    desk.player.play()
    linked.commands[Command.BROWSE].trigger()
    assert opened == [link_at(URL, 4_000)]
    assert desk.player.state is PlayState.PAUSED


def test_the_way_that_was_chosen_is_the_usual_one_of_its_site(linked, desk, opened):
    next(each for each in buttons(linked) if each.text() == BROWSE).click()
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
