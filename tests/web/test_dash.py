import pytest

from viewer.web.dash import UnreadableError, is_dash, master, read

BASE = "https://cdn.example/talk/talk.mpd"
MPD = """<?xml version="1.0"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="{kind}" mediaPresentationDuration="PT1M5.5S">
<Period><AdaptationSet mimeType="video/mp4" codecs="avc1.42E01E">
<SegmentTemplate timescale="1000" duration="4000" startNumber="0"
 initialization="$RepresentationID$/i.mp4" media="$RepresentationID$/$Number%03d$.m4s"/>
<Representation id="small" bandwidth="100" width="320" height="180"/>
<Representation id="large" bandwidth="900" width="1280" height="720"/>
</AdaptationSet>{more}</Period>{period}</MPD>"""
SOUND = """<AdaptationSet contentType="audio"><Representation id="a" bandwidth="64"
 mimeType="audio/mp4" codecs="mp4a.40.2"><BaseURL>sound/</BaseURL><SegmentTemplate timescale="10"
 media="$Time$.m4s"><SegmentTimeline><S t="5" d="20" r="2"/><S d="7"/></SegmentTimeline>
</SegmentTemplate></Representation></AdaptationSet>"""
LISTED = """<AdaptationSet mimeType="audio/mp4"><Representation id="a" bandwidth="64">
<SegmentList timescale="1" duration="2"><Initialization sourceURL="i.mp4"/>
<SegmentURL media="1.m4s"/><SegmentURL media="2.m4s"/></SegmentList>
</Representation></AdaptationSet>"""
WHOLE = """<AdaptationSet mimeType="audio/mp4"><Representation id="a" bandwidth="64">
<BaseURL>whole.mp4</BaseURL><SegmentBase indexRange="0-5"/></Representation></AdaptationSet>"""
TEXT = '<AdaptationSet mimeType="text/vtt"><Representation id="t"/></AdaptationSet>'


def mpd(more="", *, kind="static", period=""):
    return MPD.format(more=more, kind=kind, period=period)


def test_a_template_gives_every_piece_of_every_size():
    large, small = read(mpd(TEXT), BASE)
    assert (large.bandwidth, small.bandwidth) == (900, 100)
    assert large.begin == "https://cdn.example/talk/large/i.mp4"
    assert large.segments[0].url == "https://cdn.example/talk/large/000.m4s"
    assert len(large.segments) == 17
    assert sum(piece.seconds for piece in large.segments) == pytest.approx(65.5)


@pytest.mark.parametrize(
    ("more", "begin", "last", "seconds"),
    [
        (SOUND, "", "talk/sound/65.m4s", [2, 2, 2, 0.7]),
        (LISTED, "https://cdn.example/talk/i.mp4", "talk/2.m4s", [2, 2]),
        (WHOLE, "", "talk/whole.mp4", [65.5]),
    ],
)
def test_sound_by_a_timeline_by_a_list_and_in_one_file(more, begin, last, seconds):
    sound = read(mpd(more), BASE)[-1]
    assert sound.sound
    assert sound.begin == begin
    assert sound.segments[-1].url == f"https://cdn.example/{last}"
    assert [piece.seconds for piece in sound.segments] == pytest.approx(seconds)


def test_each_picture_has_the_sound_beside_it_and_sound_alone_is_a_list_too():
    streams = read(mpd(SOUND), BASE)
    listed = master(streams, ["l", "s", "a"]).splitlines()
    assert any('GROUP-ID="sound"' in line and 'URI="a"' in line for line in listed)
    assert 'RESOLUTION=1280x720,CODECS="avc1.42E01E,mp4a.40.2",AUDIO="sound"' in listed[4]
    assert listed[5] == "l"
    assert master(streams[2:], ["a"]).splitlines()[-1] == "a"
    written = streams[2].written(lambda piece: piece.url, lambda _begin: True).splitlines()
    assert written[-3:] == ["#EXTINF:0.700000,", "https://cdn.example/talk/sound/65.m4s",
                            "#EXT-X-ENDLIST"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (mpd(kind="dynamic"), "live"),
        (mpd(period="<Period/>"), "several parts"),
        (mpd("<AdaptationSet><ContentProtection/></AdaptationSet>"), "locked"),
        (mpd()[:200], "damaged"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + mpd(), "damaged"),
    ],
)
def test_what_cannot_be_played_is_a_sentence(text, words):
    with pytest.raises(UnreadableError, match=rf"{words}.*\.$"):
        read(text, BASE)


@pytest.mark.parametrize(
    "broken",
    [
        ('duration="4000"', 'duration="x"'),
        ('timescale="1000"', 'timescale="0"'),
        ("PT1M5.5S", "soon"),
        ('bandwidth="900"', 'bandwidth="many"'),
        ('width="1280"', 'width="1280,X=1"'),
    ],
)
def test_nonsense_in_it_does_no_harm(broken):
    streams = read(mpd(SOUND).replace(*broken), BASE)
    assert "X=1" not in master(streams, ["x"] * 3)
    assert is_dash(mpd().encode())


def test_a_timeline_without_end_ends_with_the_stream():
    endless = SOUND.replace('r="2"', 'r="-1"')
    assert len(read(mpd(endless), BASE)[-1].segments) == 33
