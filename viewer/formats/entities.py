"""Characters that are written as entities: `&amp;`, `&#39;`."""

import html
import re
from typing import Final

#: A number of more digits than any character has; reading thousands of digits is refused.
_TOO_LONG: Final = re.compile(r"&#(?:[0-9]{9,}|[xX][0-9a-fA-F]{9,});?")


def unescape(text: str) -> str:
    """Return the text with its entities as characters, whatever numbers stand in them."""
    return html.unescape(_TOO_LONG.sub("\ufffd", text) if "&#" in text else text)
