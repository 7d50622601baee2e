"""The web address of a quote, with its second."""

from viewer.core.links import link_at, without_time
from viewer.core.quote import Quote

__all__ = ["link_at", "link_of"]


def link_of(quote: Quote, *, whole_seconds: bool = False) -> str:
    """Return the link to the second the quote begins at, to the whole where it has no time.

    It is empty where the source has no web address.
    """
    url = quote.source.url
    if quote.start_ms is None:
        return without_time(url)
    end_ms = quote.end_ms if quote.end_ms != quote.start_ms else None  # a stretch is never empty
    return link_at(url, quote.start_ms, end_ms, whole_seconds=whole_seconds)
