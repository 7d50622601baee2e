r"""InqScribe's own documents: settings a line, and all of the transcript on one of them.

app=InqScribe
text=[00:00:01.05] Anna: Good morning.\r\r[00:00:04.20] Ben: Hello.
timecode.fps=29.97

What stands behind the point counts frames; line breaks are written `\r`.
"""

import re
from collections.abc import Callable
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.containers.documents import read_document
from viewer.formats.draft import Draft
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.text import split_lines

NAME: Final = "inqscribe"

_BEGINNING: Final = re.compile(r"\ufeff?app=InqScribe\s")
_ESCAPED: Final = re.compile(r"\\(.)")
_SIGNS: Final = {"r": "\n", "n": "\n", "t": "\t"}
_TIME: Final = re.compile(r"(?<![0-9:.;])([0-9]{1,2}:[0-5][0-9]:[0-5][0-9])[.;]([0-9]{2})(?![0-9])")
_USUAL_RATE: Final = 29.97
_MOST_FRAMES: Final = 240


def claims(sample: Content) -> Claim:
    """Return whether the file begins with the program's name."""
    return Claim.sure(_BEGINNING.match(sample.text) is not None)


def parse(content: Content) -> Transcript:
    """Read the text with the first reader of text that takes it, its frames as milliseconds."""
    fields = dict(line.partition("=")[::2] for line in split_lines(content.text))
    written = _ESCAPED.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), fields.get("text", ""))
    if not written.strip():
        raise NothingUsableError("it is an InqScribe document without text")
    text = _TIME.sub(_in_ms(_rate(fields.get("timecode.fps", ""))), written)
    return read_document(NAME, "an InqScribe document", text, Draft(NAME))


def _rate(stated: str) -> float:
    try:
        rate = float(stated)
    except ValueError:
        return _USUAL_RATE
    return rate if 1 <= rate <= _MOST_FRAMES else _USUAL_RATE


def _in_ms(rate: float) -> Callable[[re.Match[str]], str]:
    def written(time: re.Match[str]) -> str:
        return f"{time[1]}.{min(int(int(time[2]) * 1000 / rate), 999):03}"

    return written
