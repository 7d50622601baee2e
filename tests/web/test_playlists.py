import pytest

from viewer.errors import NetworkError
from viewer.web.playlists import rewritten, sooner

BASE = "https://a.example/talk/l.m3u8"
HEAD = "#EXTM3U\n#EXT-X-VERSION:7\n"


def led(piece):
    """A piece as one line."""
    return " ".join(filter(None, (piece.url, piece.span, piece.begin, piece.begin_span)))


def lines(text, *, takes=True):
    return rewritten(HEAD + text, BASE, led, lambda _begin: takes).splitlines()[2:]


def test_a_piece_keeps_its_address_wherever_it_leads():
    assert lines("http://192.168.1.4/a.ts\n//[::1\n") == ["http://192.168.1.4/a.ts", ""]


def test_pieces_of_mp4_are_asked_for_with_what_stands_before_them():
    listed = '#EXT-X-MAP:URI="i.mp4"\n#EXTINF:2,\n1.m4s\n#EXT-X-ENDLIST'
    begin = "https://a.example/talk/i.mp4"
    assert lines(listed) == [
        "#EXTINF:2,", f"https://a.example/talk/1.m4s {begin}", "#EXT-X-ENDLIST",
    ]  # fmt: skip
    assert lines(listed, takes=False) == [
        f'#EXT-X-MAP:URI="{begin}"', "#EXTINF:2,", "https://a.example/talk/1.m4s",
        "#EXT-X-ENDLIST",
    ]  # fmt: skip


RANGED = """#EXT-X-MAP:URI="a.mp4",BYTERANGE="700@0"
#EXTINF:2,
#EXT-X-BYTERANGE:300@700
a.mp4
#EXTINF:2,
#EXT-X-BYTERANGE:50
a.mp4
#EXTINF:2,
#EXT-X-BYTERANGE:50
b.mp4
"""


def test_ranges_of_bytes_follow_one_another_in_one_file():
    a, b = "https://a.example/talk/a.mp4", "https://a.example/talk/b.mp4"
    asked = [line for line in lines(RANGED) if not line.startswith("#")]
    assert asked == [f"{a} 700-999 {a} 0-699", f"{a} 1000-1049 {a} 0-699", f"{b} 0-49 {a} 0-699"]
    assert "#EXT-X-BYTERANGE:50" in lines(RANGED, takes=False)
    assert not [line for line in lines(RANGED) if "BYTERANGE" in line]


def test_what_is_locked_is_left_to_the_player():
    locked = '#EXT-X-KEY:METHOD=AES-128,URI="k"\n#EXT-X-MAP:URI="i.mp4"\n#EXTINF:2,\n1.m4s'
    assert lines(locked)[-1] == "https://a.example/talk/1.m4s"
    assert lines(locked.replace('AES-128,URI="k"', "NONE"))[-1].endswith("i.mp4")


@pytest.mark.parametrize("more", ['URI="skd://k"', 'URI="https://k",KEYFORMAT="com.apple"'])
def test_what_is_locked_for_all_players_but_its_own_is_a_sentence(more):
    locked = f"#EXT-X-KEY:METHOD=SAMPLE-AES,{more}\n#EXTINF:2,\n1.ts\n"
    with pytest.raises(NetworkError, match=r"locked \(DRM\).*\.$"):
        lines(locked)
    assert lines('#EXT-X-KEY:METHOD=SAMPLE-AES,URI="k",KEYFORMAT="identity"\n' + locked)
    assert lines("#EXT-X-KEY:METHOD=NONE\n#EXTINF:2,\n1.ts\n")


@pytest.mark.parametrize("said", ["", "x", "5@", "-1@2"])
def test_nonsense_for_a_range_is_the_whole(said):
    ranged = f'#EXT-X-MAP:URI="i.mp4"\n#EXTINF:2,\n#EXT-X-BYTERANGE:{said}\n1.m4s'
    assert lines(ranged)[-1] == "https://a.example/talk/1.m4s https://a.example/talk/i.mp4"


def test_pieces_are_listed_a_little_sooner_in_a_list_that_is_as_long():
    listed = ["#EXTM3U", *(line for n in "123" for line in ("#EXTINF:2.0,title", n))]
    timed = [
        float(line[8:-1])
        for line in sooner(listed)
        if line.startswith("#EXTINF") and "t" not in line
    ]
    assert timed[0] < 2 < timed[-1]
    assert sum(timed) == pytest.approx(4)
    assert sooner(listed[:3]) == listed[:3]
