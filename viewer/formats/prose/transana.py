"""Transana's transcripts: a mark with milliseconds where the words behind it begin.

¤<0>Anna: Good morning.
¤<2500>(0:00:02.5) Ben: Yes. ¤<4200>And you?

They are kept as RTF or text; the milliseconds may be hidden there, and the clock beside them shown.
"""

import re
from typing import Final

from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels, may_hold_label
from viewer.formats.kit.spreading import spread_by_length
from viewer.formats.prose.head import read_head
from viewer.formats.text import split_lines

NAME: Final = "transana"

_MARK: Final = re.compile(r"¤[ ]?<[ ]?([0-9]{1,9})[ ]?>")
#: The same time as a clock, as it can be shown behind a mark.
_CLOCK: Final = re.compile(r"\s{0,9}\(([0-9]{1,3}:[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,3})?)\)")
_ROUNDED_MS: Final = 1_000
_GUESSED: Final = (
    "What several people say behind this time has no times; theirs were spread by length."
)


def claims(sample: Content) -> Claim:
    """Return whether the text has one of Transana's marks."""
    return Claim.sure("¤" in sample.text and _MARK.search(sample.text))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read what stands behind each mark, up to the next."""
    text = "\n".join(split_lines(content.text.removeprefix("\ufeff")))
    head, *rest = _MARK.split(text)
    if not rest:
        raise NothingUsableError("it has no mark of Transana's")
    draft = Draft(NAME, in_order=True)
    times = [int(ms) for ms in rest[::2]]
    said = [_bare(ms, words) for ms, words in zip(times, rest[1::2], strict=True)]
    last_line = head.rpartition("\n")[2]
    labels = Labels((words for words in (last_line, *said) if may_hold_label(words)), len(said))
    speaker = labels.split(f"{last_line.rstrip()} x")[0][0] if last_line else None
    read_head(head.removesuffix(last_line if speaker else "").split("\n"), draft)
    line = 1 + head.count("\n")
    for words, start, until, raw in zip(said, times, [*times[1:], None], rest[1::2], strict=True):
        speaker = _add(draft, line, start, until, labels.split(words), speaker)
        line += raw.count("\n")
        speaker = None if raw.rstrip(" \t").endswith("\n") else speaker
    if draft.empty:
        raise NothingUsableError("it has marks of Transana's, but no words behind them")
    return draft.finish()


def _bare(ms: int, words: str) -> str:
    """Return the words behind a mark without its clock, a paragraph a line."""
    clock = _CLOCK.match(words)
    shown = parse_time(clock[1]) if clock else None
    if clock is not None and shown is not None and abs(shown - ms) <= _ROUNDED_MS:
        words = words[clock.end() :]
    return "\n".join(line.strip() for line in words.split("\n") if line.strip())


def _add(
    draft: Draft,
    line: int,
    start: int,
    until: int | None,
    parts: list[tuple[str | None, str]],
    speaker: str | None,
) -> str | None:
    """Add what is said behind a mark; return who speaks at its end."""
    first, *others = parts
    parts = [(first[0] or speaker, first[1]), *others]
    spoken = [(who, words) for who, words in parts if words]
    if len(spoken) > 1:
        draft.problem(line, _GUESSED)
    spans = spread_by_length((words for _, words in spoken), start, until)
    for (who, words), (begin, _) in zip(spoken, spans, strict=True):
        draft.segment(begin, None, words, speaker=who)
    return parts[-1][0]
