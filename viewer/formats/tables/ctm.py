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

_SECONDS: Final = r"[0-9]{1,7}(?:\.[0-9]{1,9})?"
_LINE: Final = re.compile(
    rf"(?P<of>\S{{1,300}})[ \t]+(?P<channel>\w{{1,8}})[ \t]+(?P<start>{_SECONDS})"
    rf"[ \t]+(?P<length>{_SECONDS})[ \t]+(?P<word>\S{{1,100}})"
    r"(?:[ \t]+(?P<sure>-?[0-9.]{1,20}|NA))?(?:[ \t]+\S{1,40}){0,2}\s*"
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
    fractions = sum("." in match["start"] and "." in match["length"] for match in found)
    return Claim.sure(fractions * 10 >= len(lines) * 8 and len(found) > 1)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every word, and put words together into lines, each channel's and recording's alone."""
    draft = Draft(NAME)
    channels: dict[tuple[str, str], list[Heard]] = {}
    for number, line in enumerate(split_lines(content.text.removeprefix("\ufeff")), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            if line.strip() and not line.startswith(_REMARK):
                draft.problem(number, _LEFT_OUT)
            continue
        if match["word"] in _NO_WORDS:
            continue
        start, length = milliseconds(match["start"]), milliseconds(match["length"])
        end = None if start is None or length is None else start + length
        word = word_of(start, end, match["word"], confidence(match["sure"]))
        channels.setdefault((match["of"], match["channel"]), []).append(Heard(word, match["word"]))
    several = len({of for of, _ in channels}) > 1
    for (of, channel), heard in sorted(channels.items()):
        for one in heard if len(channels) > 1 else ():
            one.speaker = of if several else f"Channel {channel}"
        add_lines(draft, heard)
    if draft.empty:
        raise NothingUsableError("it has no word with its times")
    return draft.finish()
