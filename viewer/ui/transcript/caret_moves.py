"""Where the caret goes by sentence and by paragraph."""

from typing import Final

from viewer.core.sentences import sentence_begins
from viewer.core.textmap import TextMap

#: No sentence is longer than that, in characters.
_LONGEST: Final = 4_000


def sentence_beside(text: str, offset: int, language: str | None, *, forward: bool) -> int:
    """Return where the sentence after or before an offset begins, over the ends of lines.

    Going back from inside a sentence, that is where the sentence itself begins.
    """
    low = offset if forward else max(offset - _LONGEST, 0)
    window = text[low : low + _LONGEST if forward else offset].replace("\n", " ")
    begins = [0, *sentence_begins(window, language), len(window)]
    if forward:
        return low + next((at for at in begins if at), len(window))
    return low + max((at for at in begins if at < len(window)), default=0)


def paragraph_beside(text_map: TextMap, offset: int, *, forward: bool) -> int:
    """Return where the block after or before an offset begins; inside one, back to its start."""
    index = text_map.segment_at(offset)
    if index is None:
        return offset
    block = text_map.block_of(index)
    begin = text_map.block_begin(block)
    if forward:
        last = block + 1 == text_map.block_count
        return len(text_map.text) if last else text_map.block_begin(block + 1)
    return begin if offset > begin or not block else text_map.block_begin(block - 1)
