"""Markdown as plain words: the mark-up that writers put into running text is taken out."""

import re
from typing import Final

_SIGNS: Final = re.compile(r"[\\*_`\[]")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|-])")
_LINK: Final = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{1,2000}\)")
# Each star looks no further than to the next one.
_STRONG: Final = re.compile(r"(?<![\\\w*])(\*{1,3})(?=[^\s*])([^*\n]+)(?<=[^\s\\])\1(?![\w*])")
_UNDERLINED: Final = re.compile(r"(?<![\\\w])(_{1,3})(?=[^\s_])([^_\n]+)(?<=[^\s\\])\1(?!\w)")


def plain_text(text: str) -> str:
    r"""Return the text without emphasis, links and escapes; what is no mark-up stays.

    >>> plain_text(r"\[laughs\] It *is* [here](https://x.org).")
    '[laughs] It is here.'
    """
    if not _SIGNS.search(text):
        return text
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text:
        text = _STRONG.sub(r"\2", text)
    if "_" in text:
        text = _UNDERLINED.sub(r"\2", text)
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
