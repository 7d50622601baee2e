"""Speakers that are told in the text, as in `Anna: Good morning.` and `[SPEAKER_01]: Yes.`.

A colon near the start of a line is not yet a speaker: `Note: this` is text. A label in square
brackets is always one. A name without brackets is one if it is written like a name, is no word
of `_NO_NAMES`, and either comes back in the file or is one of many labels in it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

#: Of the cues of a file with labels at least one in so many has one.
_ONE_IN: Final = 4
#: An empty element before a text says that what follows is no label. Players show nothing of it.
NO_LABEL: Final = "<b></b>"

_COLON: Final = r"(?::(?=\s|$)|：)"
_BRACKETED: Final = re.compile(rf"\s*\[([^\[\]\n]+)\]{_COLON}")
_LONGEST: Final = 59
_WORD: Final = re.compile(r"[^\W_][\w.'’-]*,?")
_ASIDE: Final = re.compile(r"\([\w .'’-]{1,30}\)|#[0-9]{1,3}")
_PARTICLES: Final = frozenset({
    "af", "al", "and", "av", "bin", "da", "de", "del", "der", "di", "du", "el", "ibn", "la", "le",
    "of", "the", "van", "von", "zu", "&",
})  # fmt: skip
_MOST_WORDS: Final = 5
_NO_NAMES: Final = frozenset({
    "also", "answer", "attention", "because", "breaking", "but", "captions", "caution", "chapter",
    "conclusion", "credits", "date", "day", "definition", "edit", "eg", "episode", "example",
    "fact", "finally", "first", "fyi", "hint", "http", "https", "ie", "important", "lesson",
    "location", "meaning", "music", "nb", "next", "note", "notes", "now", "number", "part",
    "plus", "point", "problem", "ps", "question", "re", "remember", "reminder", "result", "rule",
    "scene", "second", "seconds", "section", "so", "solution", "source", "sources", "spoiler",
    "step", "subtitle", "subtitles", "summary", "third", "time", "tip", "title", "today",
    "tomorrow", "translation", "update", "warning", "week", "yesterday",
})  # fmt: skip


def label_of(text: str) -> tuple[str, bool, int] | None:
    """Return a label at the text's start: the name, whether it is certain, and where it ends.

    Certain is what stands in brackets; another one counts only in the company of more.
    """
    head = text.lstrip()
    if head.startswith("["):
        match = _BRACKETED.match(text)
        name = match[1].strip() if match else ""
        return (name, True, match.end()) if match and name else None
    near = head[: _LONGEST + 1]
    name = near.partition(":")[0].partition("：")[0]
    behind = head[len(name) : len(name) + 2]
    if not (
        behind.startswith("：") or behind == ":" or (behind[:1] == ":" and behind[1].isspace())
    ):
        return None
    end = len(text) - len(head) + len(name) + 1
    name = name.rstrip()
    return (name, False, end) if _like_a_name(name) else None


class Labels:
    """Which labels of a file are speakers."""

    __slots__ = ("_all", "_recurring", "any")

    def __init__(self, texts: Iterable[str], cues: int) -> None:
        """Look at the texts that hold a colon, out of so many `cues` in all."""
        lines = (line for text in texts for line in text.split("\n") if ":" in line or "：" in line)
        found = [label for line in lines if (label := label_of(line))]
        names = Counter(name for name, certain, _ in found if not certain)
        self._all: Final = names.total() * _ONE_IN >= cues
        self._recurring: Final = frozenset(name for name, count in names.items() if count > 1)
        #: Whether any of the texts is a speaker's at all.
        self.any: Final = any(self.speaks(name, certain=certain) for name, certain, _ in found)

    def speaks(self, name: str, *, certain: bool = False) -> bool:
        """Return whether a name that stands as a label is a speaker's."""
        return certain or self._all or name in self._recurring

    def split(self, text: str) -> list[tuple[str | None, str]]:
        """Return the text cut at the lines that begin with a speaker: (speaker, text) each."""
        parts: list[tuple[str | None, list[str]]] = []
        for line in text.split("\n"):
            found = label_of(line)
            if found and self.speaks(found[0], certain=found[1]):
                parts.append((found[0], [line[found[2] :]]))
            elif parts:
                parts[-1][1].append(line)
            else:
                parts.append((None, [line]))
        return [(speaker, "\n".join(lines).strip()) for speaker, lines in parts]


@lru_cache(1_000)  # the same few names stand before thousands of lines
def _like_a_name(name: str) -> bool:
    words = _ASIDE.sub("", name).split() if "(" in name or "#" in name else name.split()
    if not 1 <= len(words) <= _MOST_WORDS or not words[0][0].isalpha() or words[0][0].islower():
        return False
    for word in words:
        if word not in _PARTICLES and (word[0].islower() or not _WORD.fullmatch(word)):
            return False
    return words[0].strip(".,").casefold() not in _NO_NAMES
