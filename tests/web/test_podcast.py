import pytest

from viewer.errors import NetworkError
from viewer.session.from_web import episode_of
from viewer.web.answers import Podcast, answer
from viewer.web.places import recognise
from viewer.web.podcast import MOST_EPISODES, Episode, Text, feed_named_in, is_feed, read

FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
<title>A podcast</title><language>en-GB</language>
<image><title>not this one</title></image>
<item><title>Second &amp; last</title><link>https://pod.example/page2.html?utm=x</link><guid>two</guid>
 <pubDate>Wed, 24 May 2017 10:00:00 GMT</pubDate>
 <media:title>nor this</media:title>
 <enclosure url="2.mp3" type="audio/mpeg" length="5"/>
 <podcast:transcript url="2.html" type="text/html" language="en"/>
 <podcast:transcript url="2.vtt" type="text/vtt" language="en"/>
 <podcast:transcript url="2.de.vtt" type="text/vtt" language="de"/>
 <podcast:transcript url="file:///etc/passwd" type="text/vtt"/></item>
<item><title>First</title><enclosure url="javascript:alert(1)"/>
 <link>https://pod.example/1</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>An Atom podcast</title>
<entry><title>One</title><id>urn:1</id><published>2017-05-24T10:00:00Z</published>
<link href="https://pod.example/one"/><link rel="enclosure" href="https://cdn.example/1.mp3"/>
</entry></feed>"""
URL = "https://feeds.example/a/feed.xml"


def never():
    return False


def test_a_feed_tells_its_episodes_with_sound_and_transcripts():
    feed = read(FEED.encode(), URL)
    assert (feed.title, feed.language) == ("A podcast", "en-GB")
    last, first = feed.episodes
    assert (last.title, last.sound) == ("Second & last", "https://feeds.example/a/2.mp3")
    assert last.published.isoformat() == "2017-05-24"
    assert [text.url.rpartition("/")[2] for text in last.texts] == ["2.html", "2.vtt", "2.de.vtt"]
    assert (first.title, first.sound, first.texts) == ("First", "", [])


def test_atoms_feeds_are_read_as_well():
    (only,) = read(ATOM.encode(), URL).episodes
    assert (only.title, only.link) == ("One", "https://pod.example/one")
    assert only.sound == "https://cdn.example/1.mp3"
    assert only.published.isoformat() == "2017-05-24"


@pytest.mark.parametrize(
    ("reads", "chosen"), [(["de"], "2.de.vtt"), (["en"], "2.vtt"), (["it"], "2.vtt")]
)
def test_the_readers_language_comes_first_then_the_form_with_the_most_in_it(reads, chosen):
    last = read(FEED.encode(), URL).episodes[0]
    assert last.best_text(reads).url.endswith(chosen)
    assert Episode().best_text(reads) is None


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://www.pod.example/1/", "First"),
        ("https://pod.example/page2.html?utm=x#t=3", "Second & last"),
        ("https://feeds.example/a/2.vtt", "Second & last"),
        ("https://pod.example/3", None),
    ],
)
def test_an_episode_is_known_by_its_page_its_sound_and_its_transcripts(address, title):
    found = read(FEED.encode(), URL).episode_at(address)
    assert (found and found.title) == title


@pytest.mark.parametrize(
    "data",
    [
        FEED.encode()[:-80],
        b"<rss><channel><item><title>x</title></item></channel></wrong>",
        b'<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><item><title>&a;</title></item>',
        b"<rss>" + b"<item>" * 50_000,
        b"no feed",
    ],
)
def test_a_damaged_feed_is_read_as_far_as_it_is_whole(data):
    assert {each.title for each in read(data, URL).episodes} <= {"Second & last", "x"}


def test_no_feed_is_endless():
    items = "<item><title>x</title></item>" * (MOST_EPISODES + 5)
    assert (
        len(read(f"<rss><channel>{items}</channel></rss>".encode(), URL).episodes) == MOST_EPISODES
    )


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<link rel=alternate type='application/rss+xml' href='/feed'>", "https://p.example/feed"),
        ('<LINK TYPE="application/atom+xml" HREF="//q.example/f">', "https://q.example/f"),
        ('<link type="application/rss+xml" href="file:///etc/passwd">', ""),
        ('<link type="application/rss+xml" href="//[::1">', ""),
        ('<link rel="stylesheet" href="a.css">', ""),
        ("", ""),
    ],
)
def test_a_page_names_its_feed(page, found):
    assert feed_named_in(page, "https://p.example/3") == found


@pytest.fixture
def podcast(site, served):
    feed = FEED.replace("https://pod.example/", site.url("")).replace('"2.', f'"{site.url("2.")}')
    (served / "feed.xml").write_text(feed)
    (served / "page2.html").write_text('<html><link type="application/rss+xml" href="feed.xml">')
    (served / "about.html").write_text('<html><link type="application/rss+xml" href="feed.xml">')
    (served / "blog.html").write_text('<html><link type="application/rss+xml" href="blog.xml">')
    (served / "blog.xml").write_text("<rss><channel><item><title>x</title></item></channel></rss>")
    (served / "2.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n")
    return site


def test_an_episodes_page_leads_to_its_sound_and_its_transcript(podcast, tmp_path):
    found = answer(recognise(podcast.url("page2.html", utm="x")), never)
    assert isinstance(found, Podcast)
    assert found.episode.title == "Second & last"
    text = found.episode.best_text(["en"])
    document = episode_of(found.feed, found.episode, text, tmp_path, asked=True, cancelled=never)
    transcript = document.transcript
    assert transcript.source.title == "Second & last"
    assert transcript.source.channel == "A podcast"
    assert transcript.media == (podcast.url("2.mp3"),)
    assert [segment.text for segment in transcript.segments] == ["Hello."]


def test_what_a_feed_of_the_web_names_in_the_own_network_is_not_fetched(podcast, tmp_path):
    found = answer(recognise(podcast.url("feed.xml")), never)
    text = Text(podcast.url("2.vtt"), "text/vtt")
    with pytest.raises(NetworkError, match="your own network"):
        episode_of(found.feed, Episode(), text, tmp_path, asked=False, cancelled=never)


def test_a_feed_and_a_podcasts_own_page_leave_the_choice_and_other_pages_are_pages(podcast):
    for name in ("feed.xml", "about.html"):
        found = answer(recognise(podcast.url(name)), never)
        assert (len(found.feed.episodes), found.episode) == (2, None)
    assert answer(recognise(podcast.url("blog.html")), never).seen.is_page
    assert is_feed(FEED.encode())
    assert not is_feed(b"<html>")
