"""Text: its lines, its entities, and as it was meant, without mojibake."""

import re
from typing import Final

from viewer.core.late import late

#: What UTF-8 read as Latin-1, Windows-1252 or Windows-1251 cannot do without: a lead byte's
#: character before a continuation byte's. Other text never goes to ftfy.
_TELL_TALES: Final = late(
    "[\u00c2-\u00f4\u0420\u0421\u0432][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]"
)
#: Marks in UTF-8 read as Windows-1252: nearly all mojibake that there is in English. Where all else
#: is ASCII, ftfy says the same, after the 0.1 s that it takes to load.
_PUNCTUATION: Final = {
    mark.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d"): mark for mark in "‘’“”–—…•"
}
_MARKS: Final = late("|".join(_PUNCTUATION))
#: A number of more digits than any character has; reading thousands of digits is refused.
_TOO_LONG: Final = late(r"&#(?:[0-9]{9,}|[xX][0-9a-fA-F]{9,});?")
# Tools that write text twice through a translating stream leave `\r\r\n`: that is one break.
# The look behind keeps a long run of them from being tried from each.
_BREAK: Final = re.compile(r"(?<!\r)\r*\n|\r")


def split_lines(text: str) -> list[str]:
    r"""Return the lines without their ends: `\n`, `\r\n`, `\r\r\n` or a lone `\r`.

    Unlike `str.splitlines`, U+2028, form feeds and their like end no line.
    """
    return _BREAK.split(text) if "\r" in text else text.split("\n")


def unescape(text: str) -> str:
    """Return the text with its entities as characters, whatever numbers stand in them."""
    if "&" not in text:
        return text
    import html  # its table of names is long, and few files have one

    return html.unescape(_TOO_LONG.sub("\ufffd", text) if "&#" in text else text)


def repaired(text: str) -> str:
    """Return the text with mojibake undone (`Donâ€™t` is `Don’t`), otherwise as it is."""
    if text.isascii() or not _TELL_TALES.search(text):
        return text
    marked = _MARKS.sub(lambda found: _PUNCTUATION[found[0]], text)
    if marked != text and _MARKS.sub("", text).isascii():
        return marked
    from ftfy import fix_encoding

    return fix_encoding(text)
