"""Which element an XML file begins with, below its declaration, its type and remarks."""

import re
from typing import Final

_ABOVE: Final = re.compile(
    r"\ufeff?\s*+(?:<\?[^<>]{0,500}\?>\s*+|<!--(?:(?!-->).){0,4000}-->\s*+|<!DOCTYPE\s[^<>\[\]]{0,500}>\s*+){0,20}+",
    re.S,
)
_NAME: Final = re.compile(r"<([\w:.-]{1,60})(?=[\s/>])")


def root_of(text: str) -> str:
    """Return the name of the element that a text begins with, or nothing."""
    above = _ABOVE.match(text)
    found = _NAME.match(text, above.end() if above else 0)
    return found[1] if found else ""
