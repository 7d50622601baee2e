from pathlib import Path

import pytest

from viewer.core.media_source import MediaSource

URL = "https://media.example.org/talks/the%20fall.mp4?key=1"


@pytest.mark.parametrize(
    ("place", "path", "name", "title"),
    [
        (Path("/talks/fall.mp4"), Path("/talks/fall.mp4"), "fall.mp4", "fall"),
        (Path("/"), Path("/"), "/", ""),
        (URL, None, "media.example.org", "the fall"),
        ("https://media.example.org", None, "media.example.org", "media.example.org"),
        ("nonsense", None, "nonsense", "nonsense"),
    ],
)
def test_what_it_is_called(place, path, name, title):
    source = MediaSource(place)
    assert (source.path, source.name, source.title, str(source)) == (path, name, title, str(place))


@pytest.mark.parametrize("text", [URL, "HTTP://example.org/a", "/talk.mp4", "http:a.mp4", "a"])
def test_a_text_names_an_address_only_where_it_is_a_whole_one(text):
    source = MediaSource.named(text)
    assert (source.path is None) is ("://" in text)
    assert str(source) == text
