"""What a terminal is shown of words that strangers wrote: nothing that it would obey."""

import logging
import re
import sys
from typing import Final

#: C0 but for tabs and line ends, DEL, and C1, which some terminals obey as they do ESC.
_CONTROLS: Final = (*range(0x09), 0x0B, 0x0C, *range(0x0D, 0x20), *range(0x7F, 0xA0))
#: They show what is written in another order than it is; the marks of single words are ordinary.
_ORDERS: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_HARMLESS: Final = {
    **{code: f"\\x{code:02x}" for code in _CONTROLS},
    **dict.fromkeys(_ORDERS),
    0x2028: " ",
    0x2029: " ",
}
#: What JSON may leave as it is and a terminal must not get; escaped, it means the same.
_IN_JSON: Final = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """Return a text of several lines with what a terminal would obey written out in hex."""
    return text.translate(_HARMLESS)


def one_line(text: str) -> str:
    """Return a harmless text without line ends: none can pass for a line of the program's own."""
    return harmless(" ".join(text.splitlines()))


def harmless_json(document: str) -> str:
    """Return a JSON document that means the same and holds nothing that a terminal would obey."""
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", document)


class ToTerminal(logging.Handler):
    """Writes what is logged to standard error as it is now, harmlessly, a message a line."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one message, and the traceback that may be with it."""
        line = one_line(record.getMessage())
        if record.exc_info:
            line += "\n" + harmless(logging.Formatter().formatException(record.exc_info))
        try:
            sys.stderr.write(line + "\n")
            sys.stderr.flush()
        except (AttributeError, OSError, ValueError):  # there is none, or it is closed
            return


def log_to_terminal() -> None:
    """Have warnings go to standard error so; a handler that is there already stays alone."""
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(ToTerminal(logging.WARNING))
