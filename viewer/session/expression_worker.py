"""Looks for one regular expression, in a process that can be stopped; it loads nothing of ours.

Standard input holds a line of JSON (`pattern`, `match_case`, `whole_words`) and then the text.
Standard output gets where each match begins and ends, as 64-bit integers. What is wrong with the
pattern goes to standard error, and the exit status is `WRONG`.
"""

import json
import re
import sys
from array import array
from collections.abc import Iterator
from typing import Final

WRONG: Final = 3
_MOST_BYTES: Final = 1024 * 1024 * 1024


def main() -> int:
    """Do what standard input asks for."""
    _be_bounded()
    asked = json.loads(sys.stdin.buffer.readline())
    text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
    flags = re.MULTILINE if asked["match_case"] else re.MULTILINE | re.IGNORECASE
    try:
        pattern = re.compile(asked["pattern"], flags)
    except (re.error, RecursionError, OverflowError) as error:
        sys.stderr.write(error.msg if isinstance(error, re.error) else "it is too large")
        return WRONG
    places = array("q")
    for match in _matches(pattern, text, whole_words=asked["whole_words"]):
        places.extend(match.span())
    sys.stdout.buffer.write(places.tobytes())
    return 0


def _matches(pattern: re.Pattern[str], text: str, *, whole_words: bool) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(text):
        begin, end = match.span()
        if match[0].strip() and not (whole_words and _inside_words(text, begin, end)):
            yield match


def _inside_words(text: str, begin: int, end: int) -> bool:
    begins_inside = text[begin].isalnum() and text[begin - 1 : begin].isalnum()
    return begins_inside or (text[end - 1].isalnum() and text[end : end + 1].isalnum())


def _be_bounded() -> None:
    """Have the system refuse more memory than a search can need, where it does such things."""
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    bound = _MOST_BYTES if most == resource.RLIM_INFINITY else min(_MOST_BYTES, most)
    resource.setrlimit(resource.RLIMIT_AS, (bound, most))


if __name__ == "__main__":
    sys.exit(main())
