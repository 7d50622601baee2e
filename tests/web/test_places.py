import pytest

from viewer.web.hosts import is_local
from viewer.web.places import Kind, recognise

ID = "YCxNiKcoljE"


@pytest.mark.parametrize(
    ("url", "kind", "video", "secret"),
    [
        (f"https://www.youtube.com/watch?v={ID}&t=28.4s", Kind.YOUTUBE, ID, ""),
        (f"https://youtu.be/{ID}&t=6", Kind.YOUTUBE, ID, ""),
        ("https://vimeo.com/76979871", Kind.VIMEO, "76979871", ""),
        ("https://vimeo.com/76979871/8272103f6e", Kind.VIMEO, "76979871", "8272103f6e"),
        ("https://player.vimeo.com/video/769798?h=8272103f6e", Kind.VIMEO, "769798", "8272103f6e"),
        ("https://vimeo.com/channels/staffpicks/76979871", Kind.VIMEO, "76979871", ""),
        ("https://vimeo.com/about", Kind.PAGE, "", ""),
        ("https://pod.example.org/a%20talk.MP3?key=1", Kind.MEDIA, "", ""),
        ("https://example.org/live/index.m3u8", Kind.MEDIA, "", ""),
        ("https://example.org/talk", Kind.PAGE, "", ""),
        ("https://notyoutube.com/watch?v=" + ID, Kind.PAGE, "", ""),
        ("https://vimeo.com.example.org/76979871", Kind.PAGE, "", ""),
    ],
)  # fmt: skip
def test_an_address_tells_what_it_leads_to(url, kind, video, secret):
    place = recognise(url)
    assert (place.kind, place.video, place.secret, place.url) == (kind, video, secret, url)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "talk.mp4",
        "file:///etc/passwd",
        "smb://server/share/talk.mp4",
        "javascript:alert(1)",
        "data:video/mp4;base64,AAAA",
        "concat:http://a.example/1.ts|/etc/passwd",
        "https://",
        "https://user:secret@example.org/a.mp4",
        "https://youtube.com@example.org/a.mp4",
        "https://exam ple.org/a.mp4",
        "https://example.org/a.mp4\nhttp://127.0.0.1/",
        "http://[::1",
    ],
)
def test_what_is_no_plain_address_of_the_web_is_nothing(address):
    assert recognise(address) is None


def test_a_site_is_named_and_remembered_by_its_own_name():
    youtube = recognise(f"https://m.youtube.com/watch?v={ID}")
    assert (youtube.site, youtube.name) == ("youtube", "YouTube")
    page = recognise("https://www.example.org./talk")
    assert (page.site, page.name) == ("example.org", "example.org")


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "LOCALHOST.", "a.localhost", "127.0.0.1", "127.1", "0x7f.1", "2130706433",
        "0177.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.4", "169.254.1.1",
        "100.64.0.1", "[::1]", "::1", "fe80::1%eth0", "fd00::1", "::ffff:192.168.1.4",
        "printer", "nas.local", "router.lan", "x.home.arpa", "db.internal",
    ],
)  # fmt: skip
def test_hosts_of_this_machine_and_its_network_are_known(host):
    assert is_local(host)


@pytest.mark.parametrize(
    "host", ["www.youtube.com", "8.8.8.8", "2606:4700::1111", "example.org", "1.2.3.4.example.org"]
)
def test_hosts_of_the_world_are_no_local_ones(host):
    assert not is_local(host)
