"""Text from elsewhere made fit to be shown: plain, on one line, no longer than anyone reads.

Titles, names, paths and reasons come out of files. Qt takes what looks like mark-up for mark-up,
also in tooltips, `&` for a mnemonic, a tab for a column; direction marks make a name read as
another; a megabyte takes seconds to lay out. Whatever shows text that is not the program's own
has it from here: a test looks at every call of Qt that shows text.
"""

import re
from html import escape
from typing import Final

from viewer.ui.theme.words import isolated

#: What is cut in a label, a tooltip and a menu, in characters.
LINE: Final = 400
TIP: Final = 1_500
MENU: Final = 60
#: A tooltip as long as this is broken into lines, and a word in it that is longer, too.
_ONE_ROW: Final = 80
_LONG_WORD: Final = re.compile(r"[^\s\u200b]{48}(?=[^\s\u200b])")

_MARKS: Final = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SPACES: Final = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
_HALVES: Final = range(0xD800, 0xE000)
#: Direction marks go, what ends or moves a line becomes a space, half a character is none.
_SEEN: Final = (
    dict.fromkeys(_MARKS, "") | dict.fromkeys(_SPACES, " ") | dict.fromkeys(_HALVES, "\ufffd")
)


def line(text: str, most: int = LINE) -> str:
    """Return a text on one line, cut where it is longer than `most` characters."""
    shown = " ".join(text[: 4 * most].translate(_SEEN).split())
    if len(shown) <= most and len(text) <= 4 * most:
        return shown
    return shown[: most - 1].rstrip() + "…"


def tip(text: str) -> str:
    """Return a text for a tooltip: it wraps, and what looks like mark-up in it is none."""
    shown = line(text, TIP)
    if len(shown) <= _ONE_ROW and not {"<", "&"} & set(shown):
        return shown
    return f"<p>{escape(breakable(shown))}</p>"


def in_menu(text: str) -> str:
    """Return a text for an action or a button, where `&` would mark a key."""
    return line(text, MENU).replace("&", "&&")


def in_title(text: str) -> str:
    """Return a text for a window's title, where `[*]` would stand for what is not saved."""
    return line(text).replace("[*]", "[*][*]")


def name(text: str) -> str:
    """Return a name to stand in a sentence of the program's, in its own direction."""
    return isolated(line(text))


def breakable(text: str) -> str:
    """Return a text whose overlong words can be broken where they are shown."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)
