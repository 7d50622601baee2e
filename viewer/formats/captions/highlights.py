"""Captions that show a line again and again, each time with another word marked.

00:00:00,000 --> 00:00:00,300            Whisper's writers do so with `highlight_words`: a cue for
<u>good</u> morning                      each word, and one without a mark for each pause. Others
                                         have the word bold, in italics or in a colour.

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

_TAGS: Final = ("u", "font", "b", "i")
_MARKED: Final = {tag: re.compile(rf"<{tag}(?: [^<>]*)?>([^<>]*)</{tag}>") for tag in _TAGS}
#: Of the cues so many are looked at, and half of them have one word marked.
_LOOKED_AT: Final = 60
_FEWEST: Final = 4
_PAUSE_MS: Final = 1_500

#: A line, when it is said, and the words that were marked in it.
Line = tuple[int, int, str, tuple[Word, ...]]


def highlighted(cues: Cues) -> list[Line] | None:
    """Return the lines of a file whose words are marked one by one, or None for any other."""
    head = cues.bodies[:_LOOKED_AT]
    for tag in _TAGS:
        once = sum(body.count(f"</{tag}>") == 1 for body in head)
        if once < _FEWEST or once * 2 < len(head):
            continue
        mark = _MARKED[tag]
        again = sum(_plain(a, mark) == _plain(b, mark) for a, b in pairwise(head))
        if again * 2 >= len(head):
            plain = [_plain(body, mark) for body in cues.bodies]
            return [_line(cues, rows, mark) for rows in _runs(cues, plain, mark)]
    return None


def add_lines(draft: Draft, lines: Sequence[Line], cleaned: Callable[[str], str]) -> None:
    """Add the lines, with the speakers that labels tell; `cleaned` takes tags out of a text."""
    texts = [unescape(cleaned(text)) for _, _, text, _ in lines]
    labels = Labels(filter(may_hold_label, texts), len(lines))
    for (start, end, _, words), text in zip(lines, texts, strict=True):
        speaker, said = labels.cut(" ".join(text.split())) or (None, text)
        draft.segment(start, end, said, speaker=speaker, words=words)


def _plain(body: str, mark: re.Pattern[str]) -> str:
    return " ".join(mark.sub(r"\1", body).split())


def _runs(cues: Cues, plain: Sequence[str], mark: re.Pattern[str]) -> list[list[int]]:
    """Return the cues of each line: the marks go forward in it, and no long pause parts it."""
    runs: list[list[int]] = []
    for _, rows in groupby(range(len(plain)), key=plain.__getitem__):
        latest = -1
        for row in rows:
            match = mark.search(cues.bodies[row])
            begun = latest > -1 and match is not None and match.start() <= latest
            if latest == -1 or begun or cues.starts[row] - cues.ends[row - 1] > _PAUSE_MS:
                runs.append([])
                latest = 0 if match is None else match.start()
            runs[-1].append(row)
            latest = latest if match is None else match.start()
    return runs


def _line(cues: Cues, rows: Sequence[int], mark: re.Pattern[str]) -> Line:
    words = []
    for row in rows:
        match = mark.search(cues.bodies[row])
        if match is not None and match[1].strip():
            words.append(
                Word(cues.starts[row], max(cues.ends[row], cues.starts[row]), match[1].strip())
            )
    end = max(cues.ends[rows[-1]], cues.starts[rows[0]])
    return cues.starts[rows[0]], end, mark.sub(r"\1", cues.bodies[rows[0]]).strip(), tuple(words)
