import pytest

from viewer.errors import NetworkError
from viewer.web import fetch as fetching
from viewer.web.fetch import fetch


@pytest.fixture(autouse=True)
def files(served):
    (served / "a talk.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nOne.\n")
    (served / "page.html").write_text("<html><p>A page.</p></html>")
    (served / "big.txt").write_bytes(b"word " * 4000)


def never():
    return False


def test_a_transcript_is_fetched_whole_under_its_own_name(site, served, tmp_path):
    path = fetch(site.url("a%20talk.srt"), tmp_path / "fetched", never)
    assert path == tmp_path / "fetched" / "a talk.srt"
    assert path.read_bytes() == (served / "a talk.srt").read_bytes()


def test_a_page_and_sound_are_not_fetched_but_told(site, tmp_path):
    assert fetch(site.url("page.html"), tmp_path, never).is_page
    assert fetch(site.url("big.txt", type="audio/mpeg"), tmp_path, never).kind == "audio/mpeg"
    assert not list(tmp_path.iterdir())


def test_an_answer_without_end_is_stopped_at_the_bound(site, tmp_path, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 10_000)
    with pytest.raises(NetworkError, match="too large"):
        fetch(site.url("big.txt", length=2_000_000_000), tmp_path, never)


def test_a_connection_that_breaks_is_a_sentence(site, tmp_path):
    with pytest.raises(NetworkError, match="broke off"):
        fetch(site.url("big.txt", cut=6_000), tmp_path, never)


@pytest.mark.parametrize("name", ["..%2F..%2Fetc%2Fpasswd", "a%00b.srt", "CON:.srt", "%2e%2e"])
def test_a_name_leads_nowhere_else(name):
    safe = fetching._name(f"https://example.org/x/{name}")
    assert not {"/", "\\", ":", "\0"} & set(safe)
    assert safe.strip(".")
