"""Hostile input of 0.1 MB and of 1 MB for every reader: how the time grows."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from tests.benchmarks.measuring import Result, growth
from viewer.core.find import Finder
from viewer.errors import ViewerError
from viewer.formats import registry
from viewer.formats.entries import FORMATS
from viewer.formats.format import Content, Format, NothingUsableError

T = TypeVar("T")

SMALL = 100_000
#: Shorter times are all noise and count as this.
LEAST_S = 0.01
#: Each fills its share of the input; whoever looks back or ahead for a partner never finds one.
PIECES = (
    "---\n", "---\n\n", "# \n", "**a:** [", "**", "*", "* ", "*  a\n", "*  [[", "[[0:0](", "](",
    "&t=", "a [[x](y&t=", "'", '"', "\\'", "\\", "[", "]", "{", "}", "(", ")", "<", ">", "<v a",
    "<c.", "<i ", "&", "&#", "<00:00:01.000>", "&amp;", "-->", "00:00:01.000 --> ",
    "00:00:01,000 --> 00:00:02,000\n", "1\n", "0:0", "0:00\n", "0", "9", ":", "a:", "A: ",
    "a: b\n", "\t", " ", "  \n", "\n", "\r", "\r\n", "\0", "\u2028", "\u202b", "é", "Ã", "â€",
    "a", "a ", "word word\n", "NOTE\n", "STYLE\n", "WEBVTT\n\n", "<p begin='0s'>", "<!--",
    "<![CDATA[", "[00:00.00]", "Dialogue: 0,", "{1}{2}", "(0:00) ", "Speaker 0: 0:00\n",
)  # fmt: skip
#: What gets a reader past its beginning, by its name; the others get the pieces alone.
OPENINGS = {
    "archive-markdown": "---\nVideo Keywords: {0}\nVideo Description: {0}\n",
    "webvtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n",
    "youtube-vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\na<00:00:01.500><c> b</c>",
    "youtube-json3": '{"events": [{"tStartMs": 1, "segs": [{"utf8": "a"}]},',
    "youtube-xml": '<timedtext format="3"><body><p t="1" d="5"><s t="1">',
}
BODIES = {"archive-markdown": "\n---\n\n# A\n**B:** [May 4, 2017](https://x.org)\n"}


def measure() -> Iterator[Result]:
    """Read the mixture with every reader, then each bad case for decoding and finding."""
    for known in FORMATS:
        yield _growth(known.name, partial(_parse, known), partial(mixture, known.name))
    for name, data in BYTES.items():
        yield _growth(f"decoding {name}", _decode, partial(_repeated, data))
    yield _growth("finding a phrase", _find, lambda size: "ab é’- " * (size // 7))


def mixture(name: str, size: int) -> str:
    """Return hostile text of about `size` characters: a long run of every piece."""
    share = size // len(PIECES)
    runs = [piece * (share // len(piece)) for piece in PIECES]
    head = OPENINGS.get(name, "").replace("{0}", "['a\\'" * (share // 5))
    return head + "".join(runs[:20]) + BODIES.get(name, "") + "".join(runs)


BYTES = {
    "bad UTF-8": b"a\xff \xe2\x80 \xc3",
    "legacy text": "Il était là.\r".encode("cp1252"),
    "carriage returns": b"\r",
    "one bad byte": b"a",
    "NULs": b"ab\0",
}


def _growth(name: str, act: Callable[[T], object], make: Callable[[int], T]) -> Result:
    made = {size: make(size) for size in (SMALL, 10 * SMALL)}
    return growth(name, lambda size: act(made[size]), SMALL, least_s=LEAST_S)


def _parse(known: Format, text: str) -> None:
    content = Content.of(text)
    known.claims(Content(content.data[: registry.SAMPLE], text[: registry.SAMPLE]))
    try:
        known.parse(content)
    except NothingUsableError:
        return


def _decode(data: bytes) -> None:
    try:
        registry.parse(data, Path("x.md"))
    except ViewerError:
        return


def _repeated(data: bytes, size: int) -> bytes:
    return b"\xff\n" + data * (size // len(data))


def _find(text: str) -> None:
    texts = [text[i : i + 100] for i in range(0, len(text), 100)]
    assert sum(1 for _ in Finder(texts).find("b e ab")) > 0
