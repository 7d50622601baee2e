"""Lines made fit to be read as prose: what only their layout put there goes, words stay."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from viewer.core.late import late
from viewer.core.rolling import fresh_words
from viewer.core.transcript import Transcript

#: The mark of another speaker, which is shown as a dash, as subtitles do.
_TURN: Final = late(r"(?:^|(?<=\s))(?:>>+|≫)\s*")
_DASH: Final = "– "
_SPACES: Final = late(r"(?<=\S) {2,}(?=\S)")
_HYPHENATED: Final = late(r"(?<![^\W\d_])([^\W\d_]{2,})([-\u2010\u00ad])$")
_GOES_ON: Final = late(r"[^\W\d_]+")
#: What stands before a hyphen that belongs to the word.
_KEEPING_HYPHENS: Final = frozenset(("self", "well", "non", "ex", "half", "quasi", "all", "cross"))

#: Sounds, by how their names begin, in the languages that captions are mostly in.
_SOUNDS: Final = (
    "music|applau|laugh|chuckl|cheer|clapp|sigh|cough|gasp|giggl|groan|sniff|whistl|scream|snor|"
    "bell|beep|buzz|click|noise|static|silence|footsteps|thunder|engine|siren|gunshot|explosion|"
    "door|phone ring|birds|barking|singing|humming|instrumental|crowd|audience|"
    "musi[kqc]|applaus|gelächter|lachen|lacht|geräusch|stille|jubel|"
    "musique|applaudiss|rires?|música|aplauso|risas?|musica|applausi|risat|risos|"
    "музык|аплодисмент|смех|音楽|音乐|拍手|掌声|笑|음악|박수|웃음"
)
_SOUND: Final = late(
    r"(?<![ \t])[ \t]*"
    rf"(?:[\[(（【][\s♪♫*]*(?:[^\W\d_]+[ \-]){{0,3}}(?:{_SOUNDS})[^\])）】]{{0,40}}[\])）】]"
    r"|^[♪♫🎵🎶 ]+$)",
    re.IGNORECASE | re.MULTILINE,
)


def tidied(transcript: Transcript, texts: Sequence[str]) -> list[str]:
    """Return lines of a transcript as prose has them, one for each.

    Words parted at the ends of lines are joined, spaces too many and marks of turns go, and where
    captions roll, what a line repeats of the one before.
    """
    lines = [_TURN.sub(_DASH, _SPACES.sub(" ", text)) if _odd(text) else text for text in texts]
    if len(lines) > 1 and not transcript.verse:
        if transcript.rolls:
            lines = [lines[0], *(fresh_words(one, other) for one, other in pairwise(lines))]
        if any(_HYPHENATED.search(line.rstrip()) for line in lines):
            lines = _dehyphenated(transcript, lines)
    turns = sum(line.count(_DASH) for line in lines)
    if turns == 1 and texts and _TURN.match(texts[0].lstrip()):
        lines[0] = lines[0].lstrip().removeprefix(_DASH)
    return lines


def without_sounds(text: str) -> str:
    """Return the text without notes of sounds, such as `[Music]`; words that are sung stay."""
    kept = "\n".join(filter(None, (line.strip() for line in _SOUND.sub("", text).split("\n"))))
    return kept if any(map(str.isalnum, kept)) else text


def _odd(text: str) -> bool:
    return "  " in text or ">>" in text or "≫" in text


def _dehyphenated(transcript: Transcript, lines: list[str]) -> list[str]:
    """Move the rest of a word that is parted at a line's end up to where it begins."""
    said = " ".join(segment.text for segment in transcript.segments).lower()

    @cache
    def times_said(word: str) -> int:
        return len(re.findall(rf"(?<!\w){re.escape(word.lower())}(?!\w)", said))

    joined = list(lines)
    for at in range(len(joined) - 1):
        begun = _HYPHENATED.search(joined[at].rstrip())
        rest = _GOES_ON.match(joined[at + 1].lstrip())
        if begun is None or rest is None or not rest[0][0].islower():
            continue
        first, hyphen, last = begun[1], begun[2], rest[0]
        if hyphen == "\u00ad" or times_said(first + last):
            word = first + last
        elif times_said(f"{first}-{last}") or first.lower() in _KEEPING_HYPHENS:
            word = f"{first}{hyphen}{last}"
        elif times_said(last) > 1:
            continue  # it was broken off, and another word begins
        else:
            word = first + last
        joined[at] = joined[at].rstrip()[: begun.start()] + word
        joined[at + 1] = joined[at + 1].lstrip()[rest.end() :]
        lead = re.match(r"[^\w\s]+", joined[at + 1])
        if lead is not None:
            joined[at] += lead[0]
            joined[at + 1] = joined[at + 1][lead.end() :]
    return joined
