"""What is made of yt-dlp's failures: messages in the forms that it documents, and its classes."""

import pytest

from viewer.web.refused import NoRoomError, meaning

networking = pytest.importorskip("yt_dlp.networking.exceptions")
utils = pytest.importorskip("yt_dlp.utils")
ID = "abcdefghijk"


def extracting(said):
    """An error as yt-dlp raises it where a site's part of it gives up."""
    inner = utils.ExtractorError(f"{ID}: {said}", expected=True)
    return utils.DownloadError(f"ERROR: [youtube] {ID}: {said}", (type(inner), inner, None))


def connecting(cause):
    inner = utils.ExtractorError("Unable to download webpage", cause=cause)
    return utils.DownloadError(f"ERROR: {cause}", (type(inner), inner, None))


@pytest.mark.parametrize(
    ("said", "words", "outdated"),
    [
        ("Sign in to confirm you’re not a bot. Use --cookies for it", "robot", False),
        ("Sign in to confirm your age. This video may be inappropriate.", "your age", False),
        ("Private video. Sign in if you've been granted access", "is private", False),
        ("Join this channel to get access to members-only content", "members", False),
        ("The uploader has not made this video available in your country", "country", False),
        ("Video unavailable. It has been removed by the uploader", "taken from", False),
        ("This video is DRM protected", "DRM", False),
        ("Premieres in 3 hours", "not begun", False),
        ("Requested format is not available. Use --list-formats", "in this size", True),
        ("n challenge solving failed: Some formats may be missing", "not understand", True),
        ("No supported JavaScript runtime could be found", "not understand", True),
        ("Unable to extract uploader id; please report this issue", "not understand", True),
        ("This video requires login", "log-in", False),
        ("unable to write data: [Errno 28] No space left on device", "disk is full", False),
        ("ffmpeg not found. Please install or provide the path", "FFmpeg", False),
        ("something that nobody has seen before", "failed", False),
    ],
)
def test_what_a_site_says_is_a_sentence_with_what_to_do(said, words, outdated):
    meant = meaning(extracting(said))
    assert words in meant.sentence
    assert meant.sentence.endswith(".")
    assert meant.outdated is outdated
    assert not outdated or "update it" in meant.hint


class Answer:
    """As much of an answer as the error asks for."""

    def __init__(self, status):
        self.status, self.reason, self.closed = status, "Reason", True

    def close(self):
        pass


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (networking.HTTPError(Answer(403)), "refuses to give it"),
        (networking.HTTPError(Answer(404)), "no such recording"),
        (networking.HTTPError(Answer(410)), "no such recording"),
        (networking.HTTPError(Answer(429)), "too often"),
        (networking.HTTPError(Answer(502)), "(502)"),
        (networking.TransportError("[Errno -2] Name or service not known"), "not reached"),
        (networking.CertificateVerifyError("self-signed certificate"), "not safe"),
        (networking.ProxyError("tunnel failed"), "proxy"),
        (networking.IncompleteRead(5), "not reached"),
        (networking.NoSupportingHandlers([], []), "no recording at this address"),
        (utils.UnsupportedError("https://example.org/"), "no recording at this address"),
        (utils.GeoRestrictedError("not here"), "country"),
    ],
)
def test_what_a_server_or_the_network_does_is_one_also_deep_inside(cause, words):
    assert words in meaning(connecting(cause)).sentence
    assert words in meaning(cause).sentence


@pytest.mark.parametrize("error", [ValueError("x"), utils.DownloadError("ERROR"), OSError(5, "x")])
def test_what_is_unknown_is_a_sentence_all_the_same(error):
    assert meaning(error).sentence == "The download failed."


def test_a_full_disk_says_what_it_needs():
    assert meaning(NoRoomError("It needs 5 MB.")).sentence == "It needs 5 MB."
