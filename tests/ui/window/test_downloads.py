import pytest
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox

from tests.media.films import film
from tests.ui.window.test_notices import sentence
from tests.ui.window.test_web_ways import press, talked, words  # noqa: F401 - a fixture
from viewer.errors import NetworkError
from viewer.ui.dialogs.download import DownloadDialog
from viewer.ui.window import downloads, web_ways
from viewer.web.download import Progress

SOUND = "https://pod.example/talk.mp3"


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """The downloads that were asked for; what comes of them is `asked.outcome`."""

    class Asked(list):
        outcome = None

    requests = Asked()

    def download(request, report, _is_cancelled):
        requests.append(request)
        if isinstance(requests.outcome, Exception):
            raise requests.outcome
        report(Progress(12_000_000, 48_000_000, 130, 0.25))
        return requests.outcome

    monkeypatch.setattr(downloads, "download", download)
    monkeypatch.setattr(web_ways, "available", lambda: True)
    requests.outcome = film(tmp_path / "Talk [talk].mp4", seconds=2)
    return requests


def begin(window, folder):
    press(window, "Download…")
    dialog = window.findChild(DownloadDialog)
    go = next(b for b in dialog.findChild(QDialogButtonBox).buttons() if b.text() == "Download")
    assert go.isEnabled() is bool(dialog._folder)
    dialog._folder = str(folder)
    dialog._show_folder()
    dialog.findChild(QCheckBox).setChecked(True)
    go.click()


def test_what_is_downloaded_plays_from_then_on(talked, desk, asked, tmp_path):  # noqa: F811
    window = talked(SOUND)
    assert words(window)[:2] == ["Stream", "Download…"]
    assert asked == []
    begin(window, tmp_path)
    desk.work()
    (request,) = asked
    assert (request.url, request.folder, request.sound) == (SOUND, str(tmp_path), True)
    assert desk.session.recording.path == asked.outcome
    path = desk.session.document.path
    desk.opening.close()
    desk.open(path)
    assert desk.session.recording.path == asked.outcome


def test_how_far_it_is_is_told_in_words_and_its_captions_become_versions(
    talked,  # noqa: F811
    desk,
    asked,
    tmp_path,
):
    window = talked(SOUND)
    there = tmp_path / "there"
    there.mkdir()
    asked.outcome = film(there / "Talk [talk].mp4", seconds=2)
    (there / "Talk [talk].de.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:03.000\nEins.\n")
    told = []
    window.web.downloads.reported.connect(told.append)
    begin(window, there)
    desk.work()
    assert told == ["Downloading: 12.0 MB of 48.0 MB, 2 minutes left"]
    names = [version.path.name for version in desk.session.document.siblings]
    assert names == ["talk.vtt", "Talk [talk].de.vtt"]
    path = desk.session.document.path
    desk.opening.close()
    desk.open(path)
    assert len(desk.session.document.siblings) == 2


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(900), "Downloading: 900 bytes"),
        (Progress(900, 1800, 50), "Downloading: 900 bytes of 1.8 kB, 50 seconds left"),
        (Progress(0, 10**10, 7_200), "Downloading: 0 bytes of 10.0 GB, 2.0 hours left"),
        (Progress(0, 10**10), "Downloading: 0 bytes of 10.0 GB"),
    ],
)
def test_the_words_suit_the_size_and_the_time(window, progress, words):
    assert window.web.downloads.words(progress) == words


def test_a_download_that_fails_is_a_sentence_and_can_be_tried_again(talked, desk, asked, tmp_path):  # noqa: F811
    window = talked(SOUND)
    asked.outcome = NetworkError("The site refuses to give it.", hint="yt-dlp says: 403")
    begin(window, tmp_path)
    desk.work()
    assert sentence(window) == "The site refuses to give it."
    assert words(window)[:2] == ["Try again", "Stream"]
    assert words(window)[-1] == "Choose recording…"
    assert "Download…" not in words(window)
    press(window, "Try again")
    desk.work()
    assert len(asked) == 2
