"""Text: its lines, its entities, and as it should be shown, without mojibake and controls."""

import html
import re
from typing import Final

#: What UTF-8 read as Latin-1, Windows-1252 or Windows-1251 cannot do without: a lead byte's
#: character before a continuation byte's. Other text never goes to ftfy.
_TELL_TALES: Final = re.compile(
    "[\u00c2-\u00f4\u0420\u0421\u0432][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]"
)
_BREAKS: Final = re.compile(
    "(?<! )[ ]*[\t-\r\x1c-\x1f\x85\u2028\u2029]+[ \t-\r\x1c-\x1f\x85\u2028\u2029]*"
)
#: Halves of pairs, which JSON can hold and no file can.
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f]+")
#: A number of more digits than any character has; reading thousands of digits is refused.
_TOO_LONG: Final = re.compile(r"&#(?:[0-9]{9,}|[xX][0-9a-fA-F]{9,});?")
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
    return html.unescape(_TOO_LONG.sub("\ufffd", text) if "&#" in text else text)


def one_line(text: str) -> str:
    """Return the text as one paragraph: a line break is one space, control characters go."""
    if text.isprintable():  # no control characters, no breaks: the common case by far
        return text.strip()
    joined = text.strip().replace("\n", " ")  # a caption's lines, no spaces where they meet
    if not joined.isprintable() or "  " in joined:
        joined = _CONTROLS.sub("", _BREAKS.sub(" ", text))
        joined = _SURROGATES.sub("\ufffd", joined)
    return joined.strip()


def repaired(text: str) -> str:
    """Return the text with mojibake undone (`Donâ€™t` is `Don’t`), otherwise as it is."""
    if text.isascii() or not _TELL_TALES.search(text):
        return text
    from ftfy import fix_encoding

    return fix_encoding(text)
