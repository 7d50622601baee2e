"""The relay, asked as a player asks it, in front of the tests' own site."""

import json
import random
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from viewer.web.playlists import rewritten
from viewer.web.relaying import Relay
from viewer.web.target import Target, target_of

DATA = random.Random(5).randbytes(40_000)
LIMIT_S = 30


@pytest.fixture(autouse=True)
def files(served):
    (served / "talk.bin").write_bytes(DATA)


@pytest.fixture(scope="module")
def relay():
    relay = Relay()
    yield relay
    relay.stop()


def get(url, ranged=""):
    """What the relay answers: status, bytes, the range that it says it gives."""
    asked = Request(url, headers={"Range": ranged} if ranged else {})
    with urlopen(asked, timeout=LIMIT_S) as answer:
        return answer.status, answer.read(), answer.headers.get("Content-Range", "")


def refused(relay, url, *, asked=True):
    """Why the relay does not give what is at an address."""
    stream, where = relay.lead(url, asked=asked)
    with pytest.raises(HTTPError) as caught:
        urlopen(where, timeout=LIMIT_S)
    caught.value.close()
    assert caught.value.code == 502
    return relay.reason(stream)


@pytest.mark.parametrize("how", [{}, {"ranges": "0"}])
def test_every_part_is_given_also_of_what_comes_only_whole(relay, site, how):
    stream, where = relay.lead(site.url("talk.bin", **how), asked=True)
    assert get(where)[1] == DATA
    assert get(where, "bytes=0-")[1] == DATA
    status, data, told = get(where, "bytes=30000-")
    assert (status, data, told) == (206, DATA[30_000:], "bytes 30000-39999/40000")
    assert relay.reason(stream) == ""


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"status": 403}, "(403)"),
        ({"status": 302, "to": "file:///etc/passwd"}, "no address of the web"),
        ({"status": 302, "to": "again"}, "on and on"),
        ({"status": 503}, "trouble of its own"),
    ],
)
def test_what_is_refused_is_a_sentence(relay, site, how, words):
    assert words in refused(relay, site.url("talk.bin", **how))


def test_into_the_own_network_only_where_the_user_agreed(relay, site):
    assert "your own network" in refused(relay, site.url("talk.bin"), asked=False)
    local = f"http://localhost.localdomain.example.invalid:{site.port}/"
    assert "cannot be found" in refused(relay, local, asked=False)


@pytest.mark.parametrize("how", [{"cut": 20_000}, {"length": 50_000}])
def test_what_breaks_off_is_broken_off_and_known(relay, site, how):
    stream, where = relay.lead(site.url("talk.bin", **how), asked=True)
    with pytest.raises((OSError, ValueError, Exception)) as caught, urlopen(where) as answer:
        answer.read()
    assert "IncompleteRead" in repr(caught.value)
    assert "broke off" in relay.reason(stream)


def test_a_list_leads_to_the_relay_alone(relay, site, served):
    listed = "\n".join(
        [
            "#EXTM3U",
            '#EXT-X-KEY:METHOD=AES-128,URI="key.bin"',
            '#EXT-X-MAP:URI="file:///etc/passwd"',
            '#EXT-X-UNHEARD-OF:URI="http://127.0.0.1/x"',
            "#EXTINF:2.0,",
            "talk.bin",
            "http://192.168.1.4/own.ts",
        ]
    )
    (served / "list.m3u8").write_text(listed)
    _, where = relay.lead(site.url("list.m3u8"), asked=True)
    lines = get(where)[1].decode().splitlines()
    origin = where.rsplit("/", 6)[0]
    assert [line.partition(":")[0] for line in lines[:4]] == [
        "#EXTM3U", "#EXT-X-KEY", "#EXT-X-MAP", "#EXTINF",
    ]  # fmt: skip
    assert len(lines) == 6
    assert all(line.startswith(origin) for line in lines[4:])
    assert get(lines[4])[1] == DATA
    for named in (lines[1], lines[2]):
        assert f'URI="{origin}' in named
    with pytest.raises(HTTPError) as caught:
        urlopen(lines[2].partition('"')[2][:-1])
    caught.value.close()


def test_a_piece_in_the_own_network_is_not_fetched_for_a_stranger():
    led = rewritten("#EXTM3U\nhttp://192.168.1.4/a.ts\n//[::1\n", "https://a.example/l.m3u8", str)
    assert led.splitlines() == ["#EXTM3U", "http://192.168.1.4/a.ts", ""]


def test_nobody_else_is_served(relay):
    _, where = relay.lead("http://127.0.0.1:9/x", asked=True)
    parts = where.split("/")
    guessed = "/".join([*parts[:3], "x" * len(parts[3]), *parts[4:]])
    for url, host in ((guessed, parts[2]), (where, "evil.example"), (f"http://{parts[2]}/", "")):
        with pytest.raises(HTTPError) as caught:
            urlopen(Request(url, headers={"Host": host or parts[2]}), timeout=LIMIT_S)
        assert caught.value.code == 404
        caught.value.close()


def test_one_that_has_ended_is_begun_anew(relay, site):
    relay._process.kill()
    relay._process.wait()
    for pipe in (relay._process.stdin, relay._process.stdout):
        pipe.close()
    _, where = relay.lead(site.url("talk.bin"), asked=True)
    assert get(where)[1] == DATA


@pytest.mark.parametrize("url", ["https://a.example/ü.ts?x=/../", "http://[::1]/a", "x", ""])
def test_what_is_asked_for_stands_in_the_path_whole(url):
    target = Target("7", asked=False, url=url, part=3)
    assert target_of(target.path("secret"), "secret") == target
    assert target_of(target.path("other"), "secret") is None
    assert json.dumps(target.path("secret")).isascii()
