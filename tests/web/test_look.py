import socket
import threading

import pytest

from viewer.errors import NetworkError
from viewer.web.look import MOST_STEPS, is_known, look


@pytest.fixture(autouse=True)
def files(served):
    (served / "a.bin").write_bytes(bytes(range(256)) * 8)
    (served / "portal.html").write_text("<!DOCTYPE html><title>Log in</title>")


def test_the_first_bytes_and_the_last_address_are_told(site):
    seen = look(site.url("x", status=302, to=site.url("a.bin")), asked=True)
    assert (seen.url, seen.is_page) == (site.url("a.bin"), False)
    assert seen.head == bytes(range(256)) * 2


@pytest.mark.parametrize("type_", ["text/html", "video/mp4"])
def test_a_page_is_told_by_what_it_is_whatever_it_says(site, type_):
    assert look(site.url("portal.html", type=type_), asked=True).is_page


@pytest.mark.parametrize(
    ("status", "words"),
    [(403, "does not give"), (404, "no such thing"), (429, "too often"), (503, "trouble")],
)
def test_a_refusal_is_a_sentence_with_its_number(site, status, words):
    with pytest.raises(NetworkError, match=rf"{words}.*\({status}\)\.$"):
        look(site.url("a.bin", status=status), asked=True)


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "data:,a", "//[::1"]
)
def test_nobody_is_sent_on_to_anything_but_the_web(site, to):
    with pytest.raises(NetworkError, match="no address of the web"):
        look(site.url("x", status=302, to=to), asked=True)


def test_a_ring_of_steps_ends(site):
    with pytest.raises(NetworkError, match="on and on"):
        look(site.url("ring", status=302, to="again"), asked=True)
    assert len(site.asked("ring")) == MOST_STEPS


def test_into_the_users_own_network_only_where_he_was_asked(site, monkeypatch):
    with pytest.raises(NetworkError, match="your own network"):
        look(site.url("a.bin"), asked=False)
    own = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.1.4", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: own)
    with pytest.raises(NetworkError, match=r"rebound\.example leads into your own network"):
        look("http://rebound.example/a.mp3", asked=False)


def test_who_refuses_is_silent_or_unknown_is_told(monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NetworkError, match="refuses"):
        look(f"http://127.0.0.1:{port}/a.mp3", asked=True)
    monkeypatch.setattr("viewer.web.look.TIMEOUT_S", 0.05)
    silent = socket.create_server(("127.0.0.1", 0))
    with silent, pytest.raises(NetworkError, match="does not answer"):
        look(f"http://127.0.0.1:{silent.getsockname()[1]}/a.mp3", asked=True)
    with pytest.raises(NetworkError, match="cannot be found"):
        look("http://nobody.invalid/a.mp3", asked=False)


def test_whether_a_name_is_known_is_left_to_a_proxy(monkeypatch):
    assert is_known("127.0.0.1")
    assert not is_known("nobody.invalid")
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    assert is_known("nobody.invalid")


def test_a_name_that_nobody_answers_for_is_not_waited_for(monkeypatch):
    let_go = threading.Event()
    monkeypatch.setattr("viewer.web.look.TIMEOUT_S", 0.05)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: let_go.wait(60) and [])
    try:
        with pytest.raises(NetworkError, match=r"slow\.example does not answer"):
            look("http://slow.example/a.mp3", asked=False)
    finally:
        let_go.set()
    for thread in threading.enumerate():
        if thread.name.startswith("looking up"):
            thread.join()


def test_the_number_that_was_looked_at_is_the_one_that_is_connected_to(site, monkeypatch):
    """A name that stands for another number the second time is not looked up again."""
    asked = []
    look_up = socket.getaddrinfo

    def once(host, port, *rest, **more):
        asked.append(host)
        return look_up("127.0.0.1", port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    monkeypatch.setattr("viewer.web.look.is_local_number", lambda _: len(asked) > 1)
    url = f"http://rebound.example:{site.port}/a.bin"
    assert look(url, asked=False).head == bytes(range(256)) * 2
    assert asked == ["rebound.example"]
