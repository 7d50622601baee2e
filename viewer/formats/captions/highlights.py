"""Captions that show a line again and again, each time with another word underlined.

00:00:00,000 --> 00:00:00,300            Whisper's writers do so with `highlight_words`: a cue for
<u>good</u> morning                      each word, and one without a mark for each pause.

Here they are one line, with the times of its words, written as WebVTT writes them.
"""

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import Final

from viewer.core.segment import Word
from viewer.formats.captions.cues import Cues
from viewer.formats.draft import Draft
from viewer.formats.kit.speaker_labels import Labels, may_hold_label
from viewer.formats.text import unescape

_MARKED: Final = re.compile(r"<u>([^<>]*)</u>")
#: Of the cues so many are looked at, and half of them have one word marked.
_LOOKED_AT: Final = 60
_FEWEST: Final = 4
_PAUSE_MS: Final = 1_500

#: A line, when it is said, and the words that were marked in it.
Line = tuple[int, int, str, tuple[Word, ...]]


def highlighted(cues: Cues) -> list[Line] | None:
    """Return the lines of a file whose words are marked one by one, or None for any other."""
    if "<u>" not in cues.text:
        return None
    head = cues.bodies[:_LOOKED_AT]
    once = sum(body.count("<u>") == 1 for body in head)
    plain = [_plain(body) for body in cues.bodies]
    again = sum(a == b for a, b in pairwise(plain[: len(head)]))
    if once < _FEWEST or once * 2 < len(head) or again * 2 < len(head):
        return None
    return [_line(cues, rows) for rows in _runs(cues, plain)]


def add_lines(draft: Draft, lines: Sequence[Line], cleaned: Callable[[str], str]) -> None:
    """Add the lines, with the speakers that labels tell; `cleaned` takes tags out of a text."""
    texts = [unescape(cleaned(text)) for _, _, text, _ in lines]
    labels = Labels(filter(may_hold_label, texts), len(lines))
    for (start, end, _, words), text in zip(lines, texts, strict=True):
        speaker, said = labels.cut(" ".join(text.split())) or (None, text)
        draft.segment(start, end, said, speaker=speaker, words=words)


def _plain(body: str) -> str:
    return " ".join(_MARKED.sub(r"\1", body).split())


def _runs(cues: Cues, plain: Sequence[str]) -> list[list[int]]:
    """Return the cues of each line: the marks go forward in it, and no long pause parts it."""
    runs: list[list[int]] = []
    for _, rows in groupby(range(len(plain)), key=plain.__getitem__):
        latest = -1
        for row in rows:
            match = _MARKED.search(cues.bodies[row])
            begun = latest > -1 and match is not None and match.start() <= latest
            if latest == -1 or begun or cues.starts[row] - cues.ends[row - 1] > _PAUSE_MS:
                runs.append([])
                latest = 0 if match is None else match.start()
            runs[-1].append(row)
            latest = latest if match is None else match.start()
    return runs


def _line(cues: Cues, rows: Sequence[int]) -> Line:
    words = []
    for row in rows:
        match = _MARKED.search(cues.bodies[row])
        if match is not None and match[1].strip():
            words.append(
                Word(cues.starts[row], max(cues.ends[row], cues.starts[row]), match[1].strip())
            )
    end = max(cues.ends[rows[-1]], cues.starts[rows[0]])
    return cues.starts[rows[0]], end, _MARKED.sub(r"\1", cues.bodies[rows[0]]).strip(), tuple(words)
