"""The end of a JSON or XML file whose beginning is missing: all text, and no transcript to read."""

import re
from typing import Final

from viewer.formats.decoding.kinds import Kind

_HINT: Final = "Download or copy it again; only its beginning says how to read it."
_TORN_JSON: Final = Kind("it is the rest of a JSON file whose beginning is missing", _HINT)
_TORN_XML: Final = Kind("it is the rest of an XML or HTML file whose beginning is missing", _HINT)

_KEY: Final = re.compile(r'"[\w$@.-]{1,60}"[ \t]{0,9}:')
#: So many keys, one near the beginning, and of the characters one in so many a sign of JSON.
_FEWEST_KEYS: Final = 5
_NEAR: Final = 500
_SIGNS_ONE_IN: Final = 8
_BRACKETS: Final = frozenset("{}[]")
_SIGN: Final = re.compile(r'["{}\[\],:]')

_TAG: Final = re.compile(r"<(/?)([A-Za-z][\w:.-]{0,60})((?:\s[^<>]{0,1000})?)>")
#: So many tags, which make so much of the text.
_FEWEST_TAGS: Final = 5
_TAGS_ONE_IN: Final = 4


def torn(text: str) -> Kind | None:
    """Return what a text is the rest of, or None where it is just text."""
    if _is_json(text):
        return _TORN_JSON
    return _TORN_XML if _is_xml(text) else None


def _is_json(text: str) -> bool:
    keys = [match.start() for match in _KEY.finditer(text)]
    if len(keys) < _FEWEST_KEYS or keys[0] > _NEAR or _BRACKETS.isdisjoint(text):
        return False
    blanks = sum(map(str.isspace, text))
    return len(_SIGN.findall(text)) * _SIGNS_ONE_IN >= len(text) - blanks


def _is_xml(text: str) -> bool:
    """Return whether much of it is tags and one of them closes what was never opened."""
    tags = list(_TAG.finditer(text))
    if len(tags) < _FEWEST_TAGS or sum(len(tag[0]) for tag in tags) * _TAGS_ONE_IN < len(text):
        return False
    opened: set[str] = set()
    for tag in tags:
        if tag[1] and tag[2] not in opened:
            return True
        opened.add(tag[2])
    return False
