"""Where the caret goes by sentence and by paragraph."""

from typing import Final

from PySide6.QtCore import QTextBoundaryFinder

from viewer.core.textmap import TextMap, Utf16

#: No sentence is longer than that, in characters.
_LONGEST: Final = 4_000


def sentence_beside(text: str, offset: int, *, forward: bool) -> int:
    """Return where the sentence after or before an offset begins, over the ends of lines.

    Going back from inside a sentence, that is where the sentence itself begins.
    """
    low = offset if forward else max(offset - _LONGEST, 0)
    window = text[low : low + _LONGEST if forward else offset].replace("\n", " ")
    begins = [0, *_boundaries(window)]
    if forward:
        return low + next((at for at in begins if at), len(window))
    return low + max((at for at in begins if at < len(window)), default=0)


def paragraph_beside(text_map: TextMap, offset: int, *, forward: bool) -> int:
    """Return where the line after or before an offset begins; inside a line, back to its start."""
    index = text_map.segment_at(offset)
    if index is None:
        return offset
    begin, end = text_map.range_of(index)
    if forward:
        return text_map.range_of(index + 1)[0] if index + 1 < len(text_map) else end
    return begin if offset > begin or not index else text_map.range_of(index - 1)[0]


def _boundaries(window: str) -> list[int]:
    """Return where sentences begin in a text, in characters."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, window)
    units, found = Utf16(window), []
    while (at := finder.toNextBoundary()) >= 0:
        found.append(units.to_offset(at))
    return found
