"""Text as it should be shown: mojibake undone, control characters and line breaks gone."""

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
