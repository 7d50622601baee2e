import pytest

from viewer.errors import NetworkError
from viewer.web import fetch as fetching
from viewer.web.fetch import fetch, file_name, keep


@pytest.fixture(autouse=True)
def files(served):
    (served / "a talk.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nOne.\n")
    (served / "page.html").write_text("<html><p>A page.</p></html>")
    (served / "big.txt").write_bytes(b"word " * 4000)


def never():
    return False


def get(url, *, asked=True):
    return fetch(url, asked=asked, is_cancelled=never)


def test_a_transcript_is_fetched_whole_under_its_own_name(site, served, tmp_path):
    path = keep(get(site.url("a%20talk.srt")), tmp_path / "fetched")
    assert path.name == "a talk.srt"
    assert path.read_bytes() == (served / "a talk.srt").read_bytes()
    other = keep(get(site.url("a%20talk.srt", of="another")), tmp_path / "fetched")
    assert (other.name, other == path) == (path.name, False)


def test_a_page_is_told_and_sound_is_not_fetched(site):
    assert get(site.url("page.html")).seen.is_page
    sound = get(site.url("big.txt", type="audio/mpeg"))
    assert (sound.seen.is_media, sound.data) == (True, b"")
    assert len(site.asked("big.txt")) == 1


def test_an_answer_without_end_is_stopped_at_the_bound(site, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 10_000)
    with pytest.raises(NetworkError, match="too large"):
        get(site.url("big.txt", length=2_000_000_000))


def test_a_connection_that_breaks_is_a_sentence(site):
    with pytest.raises(NetworkError, match="broke off"):
        get(site.url("big.txt", cut=6_000))


def test_into_the_own_network_only_where_the_user_agreed(site):
    with pytest.raises(NetworkError, match="your own network"):
        get(site.url("big.txt"), asked=False)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a\0b.srt", "CON:.srt", "..", "x" * 300])
def test_a_name_leads_nowhere_else(name):
    safe = file_name(name)
    assert not {"/", "\\", ":", "\0"} & set(safe)
    assert safe.strip(".")
    assert len(safe) <= 80
