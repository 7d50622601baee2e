"""What an address turns out to be: a transcript, a podcast, one episode, sound, or a page."""

from collections.abc import Callable

from viewer.core.value import value
from viewer.web import podcast
from viewer.web.fetch import Fetched, fetch
from viewer.web.places import WebPlace


@value
class Podcast:
    """A feed, and which of its episodes is meant; None where it may be any."""

    feed: podcast.Feed
    episode: podcast.Episode | None = None


def answer(place: WebPlace, is_cancelled: Callable[[], bool]) -> Fetched | Podcast:
    """Fetch what the user asked for; of an episode's page, the feed that it names.

    Raises `NetworkError`.
    """
    fetched = fetch(place.url, asked=True, is_cancelled=is_cancelled)
    if podcast.is_feed(fetched.data):
        return _podcast(fetched)
    if not fetched.seen.is_page:
        return fetched
    page = fetched.data.decode("utf-8", "replace")
    named = podcast.feed_named_in(page, fetched.seen.url)
    if not named:
        return fetched
    found = fetch(named, asked=place.is_local, is_cancelled=is_cancelled)
    if not podcast.is_feed(found.data):
        return fetched
    feed = _podcast(found).feed
    episode = feed.episode_at(place.url) or feed.episode_at(fetched.seen.url)
    # Nearly every page names a feed; one without sound is no podcast.
    return Podcast(feed, episode) if any(each.sound for each in feed.episodes) else fetched


def _podcast(fetched: Fetched) -> Podcast:
    feed = podcast.read(fetched.data, fetched.seen.url)
    return Podcast(feed, feed.episodes[0] if len(feed.episodes) == 1 else None)
