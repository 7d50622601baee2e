"""CTM: a word a line, with recording, channel, start and length in seconds, and how sure it is.

talk 1 0.40 0.30 good 0.98

NIST's format, which Kaldi, NeMo and aligners write; `;;` begins a remark.
"""

import re
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_values import confidence, milliseconds
from viewer.formats.kit.word_lines import Heard, add_lines
from viewer.formats.kit.words import word_of
from viewer.formats.text import split_lines

NAME: Final = "ctm"

_SECONDS: Final = r"([0-9]{1,7}(?:\.[0-9]{1,9})?)"
_LINE: Final = re.compile(
    rf"\S{{1,300}}[ \t]+(\w{{1,8}})[ \t]+{_SECONDS}[ \t]+{_SECONDS}[ \t]+(\S{{1,100}})"
    r"(?:[ \t]+(-?[0-9.]{1,20}|NA))?(?:[ \t]+\S{1,40}){0,2}\s*"
)
_REMARK: Final = ";;"
#: What stands for silence.
_NO_WORDS: Final = frozenset({"<eps>", "<sil>", "SIL", "sil", "<blank>", "<space>", "<b>", "@"})
_LOOKED_AT: Final = 30
_LEFT_OUT: Final = "This line is not a word with its times and was left out."


def claims(sample: Content) -> Claim:
    """Return whether nearly all lines are words with their times."""
    lines = [one for one in split_lines(sample.text[:8_192])[:_LOOKED_AT] if one.strip()]
    lines = [line for line in lines if not line.startswith(_REMARK)]
    found = [match for line in lines if (match := _LINE.fullmatch(line))]
    fractions = sum("." in match[2] and "." in match[3] for match in found)
    return Claim.sure(fractions * 10 >= len(lines) * 8 and len(found) > 1)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every word, and put words together into lines; channels are speakers of their own."""
    draft = Draft(NAME)
    channels: dict[str, list[Heard]] = {}
    for number, line in enumerate(split_lines(content.text.removeprefix("\ufeff")), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            if line.strip() and not line.startswith(_REMARK):
                draft.problem(number, _LEFT_OUT)
            continue
        if match[4] in _NO_WORDS:
            continue
        start, length = milliseconds(match[2]), milliseconds(match[3])
        end = None if start is None or length is None else start + length
        word = word_of(start, end, match[4], confidence(match[5]))
        channels.setdefault(match[1], []).append(Heard(word, match[4]))
    for name, heard in sorted(channels.items()):
        for one in heard if len(channels) > 1 else ():
            one.speaker = f"Channel {name}"
        add_lines(draft, heard)
    if draft.empty:
        raise NothingUsableError("it has no word with its times")
    return draft.finish()
