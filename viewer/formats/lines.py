"""Lines as an editor numbers them, whatever ends them."""

import re
from typing import Final

# Tools that write text twice through a translating stream leave `\r\r\n`: that is one break.
# The look behind keeps a long run of them from being tried from each.
_BREAK: Final = re.compile(r"(?<!\r)\r*\n|\r")


def split_lines(text: str) -> list[str]:
    r"""Return the lines without their ends: `\n`, `\r\n`, `\r\r\n` or a lone `\r`.

    Unlike `str.splitlines`, U+2028, form feeds and their like end no line.
    """
    return _BREAK.split(text) if "\r" in text else text.split("\n")
