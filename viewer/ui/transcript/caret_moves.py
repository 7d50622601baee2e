"""Where the caret goes by word, by sentence and by paragraph."""

from typing import Final

from viewer.core.sentences import sentence_begins
from viewer.core.textmap import TextMap
from viewer.core.words import word_at

#: No sentence is longer than that, in characters.
_LONGEST: Final = 4_000


def word_beside(text: str, offset: int, *, forward: bool) -> int:
    """Return where the word after or before an offset begins.

    Marks between words and the ends of lines are places to stop at, too, as in other programs.
    """
    at = offset
    if not forward:
        while at and text[at - 1].isspace():
            at -= 1
            if text[at] == "\n":
                return at if at + 1 == offset else at + 1
        return _unit_at(text, at - 1)[0] if at else 0
    if at < len(text) and not text[at].isspace():
        at = _unit_at(text, at)[1]
    while at < len(text) and text[at].isspace():
        if text[at] == "\n":
            return at + 1 if at == offset else at
        at += 1
    return at


def _unit_at(text: str, at: int) -> tuple[int, int]:
    """Return where the word of a character begins and ends, or the marks that stand together."""
    begin, end = word_at(text, at)
    if _is_word(text[begin:end]):
        return begin, end
    while begin and not text[begin - 1].isspace():
        before = word_at(text, begin - 1)[0]
        if _is_word(text[before:begin]):
            break
        begin = before
    while end < len(text) and not text[end].isspace():
        after = word_at(text, end)[1]
        if _is_word(text[end:after]):
            break
        end = after
    return begin, end


def _is_word(part: str) -> bool:
    return any(map(str.isalnum, part))


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
