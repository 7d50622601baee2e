"""Words out of whisper.cpp's tokens, which are pieces of words."""

import re
from typing import Any, Final

from viewer.core.late import late
from viewer.core.segment import Word
from viewer.core.textjoin import UNSPACED
from viewer.formats.kit.json_values import confidence, members, milliseconds
from viewer.formats.kit.words import HalfTimed, timed, word_of

#: `[_BEG_]`, `[_TT_150]`, `<|endoftext|>`: no words.
_SPECIAL: Final = re.compile(r"\[_[A-Z_0-9]+\]|<\|.*\|>")
#: No letter and no digit: belongs to the word before it.
_SIGNS: Final = re.compile(r"[\W_]+")
_UNSPACED: Final = late(UNSPACED)


def words_of_tokens(
    tokens: list[Any], start_ms: int | None, end_ms: int | None
) -> tuple[Word, ...]:
    """Return the words that the tokens spell; a word is as sure as its worst token."""
    words: list[list[dict[str, Any]]] = []
    for token in tokens:
        text = members(token).get("text")
        if not isinstance(text, str) or not text or _SPECIAL.fullmatch(text.strip()):
            continue
        if words and not _begins_word(text, words[-1][-1]["text"]):
            words[-1].append(token)
        else:
            words.append([token])
    return timed(map(_word, words), start_ms, end_ms)


def _begins_word(text: str, before: str) -> bool:
    if text[0].isspace() or before[-1].isspace():
        return True
    if _SIGNS.fullmatch(text):
        return False
    return bool(_UNSPACED.match(text) or _UNSPACED.match(before[-1]))


def _word(tokens: list[dict[str, Any]]) -> Word | HalfTimed:
    start = members(tokens[0].get("offsets")).get("from")
    end = members(tokens[-1].get("offsets")).get("to")
    sure = [p for token in tokens if (p := confidence(token.get("p"))) is not None]
    text = "".join(token["text"] for token in tokens)
    return word_of(milliseconds(start, 1), milliseconds(end, 1), text, min(sure, default=None))
