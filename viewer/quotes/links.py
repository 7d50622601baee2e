"""The web address of a quote, with its second."""

from viewer.core.links import link_at
from viewer.core.quote import Quote

__all__ = ["link_at", "link_of"]


def link_of(quote: Quote) -> str:
    """Return the link to the second the quote begins at, to the whole where it has no time.

    It is empty where the source has no web address.
    """
    return quote.link
