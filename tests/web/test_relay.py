"""The relay, asked as a player asks it, in front of the tests' own site."""

import json
import random
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from tests.web.test_transport import in_pieces, parts
from viewer.web.relaying import Relay
from viewer.web.target import Piece, Target, target_of
from viewer.web.transport import rewritten

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


@pytest.mark.parametrize("how", [{}, {"ranges": "0"}])
def test_pieces_of_mp4_in_one_file_are_given_as_mpeg_ts(relay, site, served, tmp_path, how):
    data = in_pieces(tmp_path)
    begin, index, _, starts = parts(data)
    (served / "in-one.mp4").write_bytes(data)
    name = f"in-one.mp4{'?' if how else ''}{urlencode(how)}"
    length = starts[1] - starts[0]
    (served / "in-one.m3u8").write_text(
        f'#EXTM3U\n#EXT-X-MAP:URI="{name}",BYTERANGE="{len(begin)}@0"\n#EXTINF:1,\n'
        f"#EXT-X-BYTERANGE:{length}@{starts[0]}\n{name}\n"
    )
    (served / "in-one.mpd").write_text(
        '<MPD mediaPresentationDuration="PT3S"><Period><AdaptationSet mimeType="video/mp4">'
        f"<Representation><BaseURL>{name.replace('&', '&amp;')}</BaseURL>"
        f'<SegmentBase indexRange="{len(begin)}-{len(begin) + len(index) - 1}"/>'
        "</Representation></AdaptationSet></Period></MPD>"
    )
    _, listed = relay.lead(site.url("in-one.m3u8"), asked=True)
    _, described = relay.lead(site.url("in-one.mpd"), asked=True)
    first = get(listed)[1].decode().split()[-1]
    streamed = get(get(described)[1].decode().split()[-1])[1].decode().split()
    pieces = [line for line in streamed if not line.startswith("#")]
    assert len(pieces) == len(starts)
    assert get(first)[1] == get(pieces[0])[1] == rewritten(begin, data[starts[0] : starts[1]])


def test_a_damaged_piece_is_a_sentence(relay, site, served, tmp_path):
    begin = parts(in_pieces(tmp_path))[0]
    (served / "begin.mp4").write_bytes(begin)
    pieces = "".join(f"#EXTINF:1,\n{name}\n" for name in ("bad.m4s", "talk.bin?status=403"))
    (served / "damaged.m3u8").write_text(f'#EXTM3U\n#EXT-X-MAP:URI="begin.mp4"\n{pieces}')
    (served / "bad.m4s").write_bytes(b"nothing of the kind" * 9)
    stream, where = relay.lead(site.url("damaged.m3u8"), asked=True)
    lines = get(where)[1].decode().split()
    for piece, words in ((lines[2], "sends a damaged piece."), (lines[-1], "(403)")):
        with pytest.raises(HTTPError) as caught:
            urlopen(piece, timeout=LIMIT_S)
        caught.value.close()
        assert words in relay.reason(stream)


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
    target = Target("7", asked=False, piece=Piece(url, "0-9", url), part=3)
    assert target_of(target.path("secret"), "secret") == target
    assert target_of(target.path("other"), "secret") is None
    assert json.dumps(target.path("secret")).isascii()
