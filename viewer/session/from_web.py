"""Transcripts from the web with what the web says of them, for jobs; without Qt."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from viewer.core.transcript import Source, Transcript
from viewer.formats import registry
from viewer.session.document import Document
from viewer.session.loading import read
from viewer.web.captions import Track, Video
from viewer.web.fetch import Fetched, fetch, file_name, place_for
from viewer.web.podcast import Episode, Feed, Text
from viewer.web.youtube import video_id

Cancelled = Callable[[], bool]


def captioned(
    video: Video, track: Track, folder: Path, *, asked: bool, cancelled: Cancelled
) -> Document:
    """Fetch a video's captions as its transcript; raises `ViewerError`."""
    fetched = fetch(track.url, asked=asked, is_cancelled=cancelled)
    source = Source(video.title, video.channel, video.published, video.url)
    named = f"{video.title} [{video_id(video.url) or 'video'}].{track.language}"
    language = track.language.removesuffix("-orig")
    return _adopt(fetched, source, language, (), folder, named)


def source_of(feed: Feed, episode: Episode) -> Source:
    """Return what a feed says of an episode."""
    return Source(episode.title, feed.title, episode.published, episode.link or episode.sound)


def episode_of(
    feed: Feed, episode: Episode, text: Text, folder: Path, *, asked: bool, cancelled: Cancelled
) -> Document:
    """Fetch an episode's transcript; raises `ViewerError`."""
    fetched = fetch(text.url, asked=asked, is_cancelled=cancelled)
    media = (episode.sound,) if episode.sound else ()
    language = text.language or feed.language
    named = f"{episode.title}.{language}"
    return _adopt(fetched, source_of(feed, episode), language, media, folder, named)


def _adopt(
    fetched: Fetched,
    source: Source,
    language: str,
    media: tuple[str, ...],
    folder: Path,
    named: str,
) -> Document:
    """Read what was fetched, and keep it with what else is known of it in a file of our own."""
    raw = Path(file_name(named))
    known = registry.parse(fetched.data, raw)
    whole = _with(known, source, language, media)
    path = place_for(folder, fetched.seen.url, f"{file_name(named)}.json")
    registry.save(whole, path, registry.by_name("cueline-json"), overwrite=True)
    return read(path)


def _with(
    transcript: Transcript, source: Source, language: str, media: tuple[str, ...]
) -> Transcript:
    """Return a transcript with what is known of it besides; what it says itself goes first."""
    own = transcript.source
    merged = Source(
        own.title or source.title,
        own.channel or source.channel,
        own.published or source.published,
        source.url or own.url,
    )
    return replace(
        transcript,
        source=merged,
        language=transcript.language or language,
        media=transcript.media or media,
    )
