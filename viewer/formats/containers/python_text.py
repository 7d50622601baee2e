"""What Python prints of a transcript: lists of dictionaries, and of objects by their classes.

[{'text': 'Good morning.', 'start': 0.0, 'duration': 1.54}, {'text': "It's late.", 'start': 1.54}]
FetchedTranscript(snippets=[FetchedTranscriptSnippet(text='Good morning.', start=0.0, duration=2)])

`print(YouTubeTranscriptApi.get_transcript(…))` into a file writes that, and others their results.
It is written anew as JSON, line by line, and read by the readers of JSON.
"""

import ast
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.format import Claim, Content, NothingUsableError, Reader, first_claim
from viewer.formats.speech import podcast
from viewer.formats.speech.programs import reader as programs
from viewer.formats.speech.services import assemblyai, deepgram, google
from viewer.formats.speech.whisper import reader as whisper

NAME: Final = "python-text"

_SAMPLE: Final = 65_536
_READERS: Final[tuple[Reader, ...]] = (
    deepgram, assemblyai, google, programs, podcast, whisper,
)  # fmt: skip
_BEGINNING: Final = re.compile(
    r"[\ufeff\s]{0,99}(?:[A-Za-z_]\w{0,40}\s?=\s?)?[\[(]?\s{0,20}"
    r"(?:\{\s{0,20}'\w{1,40}'\s?:|[A-Z]\w{2,60}\(\w{1,40}=)"
)
_OPEN: Final = r"""[rbu]?(?:'(?:[^'\\\n]|\\.)*+|"(?:[^"\\\n]|\\.)*+)"""
_STRING: Final = r"""[rbu]?(?:'(?:[^'\\\n]|\\.)*+'|"(?:[^"\\\n]|\\.)*+")"""
#: A text that is not closed ends with its line, or an end would be looked for for each quote in it.
_TOKEN: Final = re.compile(
    rf"(?P<text>{_STRING}(?:\s*+{_STRING})*+|{_OPEN})|(?P<number>-?[0-9][0-9_.]*+(?:e[+-]?[0-9]+)?)"
    r"|(?:np|numpy)\.\w+\((?P<inside>[^()\n]{1,40})\)|(?P<key>[A-Za-z_]\w*+)=(?!=)"
    r"|(?P<call>[A-Za-z_][\w.]*+)\(|(?P<word>[A-Za-z_][\w.]*+)|(?P<sign>[\[\](){}:,])|(?P<line>\n)"
)
_WORDS: Final = {"True": "true", "False": "false"}
_CLOSING: Final = {"[": "]", "(": "]", "{": "}"}


def claims(sample: Content) -> Claim:
    """Return whether the head is such a list, and as JSON it is a transcript's."""
    if _BEGINNING.match(sample.text) is None:
        return Claim.NO
    return Claim.sure(first_claim(_READERS, Content.of(as_json(sample.text))))


def parse(content: Content) -> Transcript:
    """Read the JSON that it would be."""
    text = as_json(content.text)
    reader = first_claim(_READERS, Content.of(text[:_SAMPLE]))
    if reader is None:
        raise NothingUsableError("it is printed by Python, and no transcript is found in it")
    return replace(reader.parse(Content.of(text)), format=NAME)


def as_json(text: str) -> str:
    """Return JSON for what Python prints, as far as that can be told; every line stays a line."""
    return "".join(_pieces(text[_start_of(text) :]))


def _start_of(text: str) -> int:
    """Return where the value begins, behind a name that it is given."""
    given = re.match(r"[\ufeff\s]{0,99}[A-Za-z_]\w{0,40}\s?=\s?", text)
    return given.end() if given else 0


def _pieces(text: str) -> Iterator[str]:
    open_ones: list[str] = []
    for token in _TOKEN.finditer(text):
        kind, found = str(token.lastgroup), token[str(token.lastgroup)]
        if kind == "sign" and found in "[({":
            open_ones.append(_CLOSING[found])
            yield "{" if found == "{" else "["
        elif kind == "call":
            open_ones.append("}")
            yield "{"
        elif kind == "sign" and found in "])}":
            yield open_ones.pop() if open_ones else ""
        else:
            yield _plain(kind, found)


def _plain(kind: str, found: str) -> str:
    if kind == "text":
        return _quoted(found)
    if kind == "key":
        return f'"{found}":'
    if kind == "word":
        return _WORDS.get(found, "null")
    return found


@lru_cache(maxsize=64)  # most texts are the names of members, again and again
def _quoted(written: str) -> str:
    """Return a text, which may stand in several pieces, as JSON has it."""
    said = written
    with suppress(ValueError, SyntaxError, MemoryError):
        said = ast.literal_eval(written if "\n" not in written else f"({written})")
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return json.dumps(text) + "\n" * written.count("\n")
