"""The web address of a quote."""

import pytest

from viewer.core.quote import Quote
from viewer.core.transcript import Source
from viewer.quotes.links import link_of

URL = "https://www.youtube.com/watch?v=AbC"


@pytest.mark.parametrize(
    ("url", "start", "link"),
    [
        (URL, 5_600, URL + "&t=5.6s"),
        (URL, 0, URL + "&t=0s"),
        (URL, None, URL),
        (URL + "&t=9", None, URL),
        ("", 5_600, ""),
        ("talk.mp4", None, ""),
    ],
)
def test_the_link_of_a_quote(url, start, link):
    assert link_of(Quote("x", start, None, None, Source(url=url))) == link
