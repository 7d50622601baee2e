r"""Documents in Rich Text Format (`.rtf`), as editors and older transcription programs save them.

{\rtf1\ansi\ansicpg1252 {\fonttbl{\f0\fcharset204 Arial;}}[00:00:01] Anna: Good morning.\par}

The paragraphs are taken as lines of text; how the document looks is lost. Read in one pass: the
packages that strip RTF take hours over a few hundred kilobytes that are made for it.
"""

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import Final

from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.formats.containers.documents import MOST_TEXT, read_document
from viewer.formats.draft import Draft
from viewer.formats.format import Claim, Content, NothingUsableError

NAME: Final = "rtf"

_BEGINNING: Final = b"{\\rtf"
_TITLE: Final = "a document in Rich Text Format (RTF)"
_TOO_LARGE: Final = f"it is {_TITLE}, and too large for a transcript"
_CUT_OFF: Final = "The document breaks off here; what stands before is shown."
_TOKEN: Final = re.compile(
    r"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
)
_SIGNS: Final = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "cell": "\t", "tab": "\t",
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ",
}  # fmt: skip
_ESCAPED: Final = {"~": " ", "_": "-", "\n": "\n", "\r": "\n", "\\": "\\", "{": "{", "}": "}"}
#: What groups that begin with these hold is no text.
_LEFT_OUT: Final = frozenset({
    "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf",
    "footer", "footerl", "footerr", "footerf", "footnote", "annotation", "xe", "tc", "rxe",
    "ftnsep", "ftnsepc", "fldinst", "nonshppict", "listtext", "filetbl", "pntext", "template",
})  # fmt: skip
_CHARSETS: Final = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip
_WHOLE_FILE: Final = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
_MOST_TOKENS: Final = 4_000_000


def claims(sample: Content) -> Claim:
    """Return whether the bytes begin as those of an RTF document do."""
    return Claim.sure(sample.data.startswith(_BEGINNING))


def parse(content: Content) -> Transcript:
    """Read the paragraphs with the first reader of text that takes them."""
    draft = Draft(NAME)
    text, closed = _Walk(content.data.decode("latin-1")).text()
    if not closed:
        draft.problem(1, _CUT_OFF)
    return read_document(NAME, _TITLE, text, draft)


@value
class _State:
    """What holds up to the end of a group."""

    left_out: bool = False
    #: So many characters behind one in Unicode say the same for older programs.
    skipped: int = 1
    font: int = -1
    in_fonts: bool = False


@dataclass(slots=True)
class _Walk:
    """Walks once through a document and collects its text."""

    source: str
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _fonts: dict[int, str] = field(default_factory=dict)
    _encoding: str = "cp1252"
    _skip: int = 0
    _length: int = 0

    def text(self) -> tuple[str, bool]:
        """Return the text, and whether the document is closed at its end."""
        place, tokens = 0, 0
        while (match := _TOKEN.match(self.source, place) or self._next(place)) is not None:
            place = match.end()
            tokens += 1
            if tokens > _MOST_TOKENS or self._length > MOST_TEXT:
                raise NothingUsableError(_TOO_LARGE)
            word, number, code, sign, brace, said = match.groups()
            if brace:
                self._group(brace)
                if not self._stack:
                    break
            elif word == "bin":
                place += max(int(number or 0), 0)
            elif word:
                self._word(word, None if number is None else int(number))
            elif code:
                self._say(bytes.fromhex(code))
            elif said:
                self._say(said.encode("latin-1"))
            elif sign:
                self._sign(sign)
        self._flush()
        whole = "".join(self._texts).encode("utf-16-le", "surrogatepass")
        return whole.decode("utf-16-le", "replace").replace("\0", ""), not self._stack

    def _next(self, place: int) -> re.Match[str] | None:
        return _TOKEN.search(self.source, place)

    def _group(self, brace: str) -> None:
        self._flush()
        self._skip = 0
        if brace == "{":
            self._stack.append(self._state)
        elif self._stack:
            self._state = self._stack.pop()

    def _word(self, word: str, number: int | None) -> None:
        if word in _SIGNS:
            self._add(_SIGNS[word])
        elif word == "u" and number is not None:
            self._add(chr(number % 0x10000))
            self._skip = self._state.skipped
        elif word == "uc":
            self._state = replace(self._state, skipped=max(number or 0, 0))
        elif word == "f" and number is not None:
            self._flush()
            self._state = replace(self._state, font=number)
        elif word == "fcharset" and self._state.in_fonts and number in _CHARSETS:
            self._fonts[self._state.font] = _CHARSETS[number]
        elif word == "fonttbl":
            self._state = replace(self._state, in_fonts=True, left_out=True)
        elif word in _LEFT_OUT:
            self._state = replace(self._state, left_out=True)
        elif word == "ansicpg" or word in _WHOLE_FILE:
            self._encoding = _known(_WHOLE_FILE.get(word, f"cp{number}"))

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state = replace(self._state, left_out=True)
        elif sign in _ESCAPED:
            self._add(_ESCAPED[sign])

    def _say(self, said: bytes) -> None:
        """Take in bytes of text, which become characters once the code page is known to end."""
        if self._skip:
            skipped = min(self._skip, len(said))
            self._skip -= skipped
            said = said[skipped:]
        if not self._state.left_out:
            self._bytes += said
            self._length += len(said)

    def _add(self, text: str) -> None:
        self._flush()
        self._skip = 0
        if not self._state.left_out:
            self._texts.append(text)
            self._length += len(text)

    def _flush(self) -> None:
        if self._bytes:
            encoding = self._fonts.get(self._state.font, self._encoding)
            self._texts.append(self._bytes.decode(encoding, "replace"))
            self._bytes.clear()


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "utf-8" if encoding == "cp65001" else "cp1252"
