"""Looking for passages that are nearly said, in 100,000 lines, against one search of the text."""

import random
import statistics
from collections.abc import Iterator
from functools import partial
from typing import Final

from tests.benchmarks.finding import LARGE, texts_of
from tests.benchmarks.measuring import Result, timed
from viewer.core.find import Finder
from viewer.near.lookup import Lookup

_PASSAGES: Final = 40
#: What a reader waits for, and how often the text may be searched for it.
_WAIT_MS: Final = 100.0
_SEARCHES: Final = 30.0


def measure() -> Iterator[Result]:
    """Look for passages as they are said, with words spoiled, and that nobody says."""
    texts = texts_of(LARGE)
    finder = Finder(texts)
    lookup, folded = Lookup(finder), finder.reading.text
    lookup.find("a word spoiled at frist")  # loads what compares
    floor_ms = 1000 * statistics.median(timed(lambda: folded.find("qzxqzx")) for _ in range(9))
    chance = random.Random(7)
    for what, length, spoiled in (
        ("as it is said", 12, 0),
        ("2 of 10 words spoiled", 10, 2),
        ("12 of 60 words spoiled", 60, 12),
    ):
        took, found = [], 0
        for _ in range(_PASSAGES):
            first = chance.randrange(len(texts) - 6)
            passage = _spoiled(" ".join(texts[first : first + 5]).split()[:length], spoiled, chance)
            took.append(1000 * timed(partial(lookup.find, passage)))
            best = lookup.find(passage).best
            found += best is not None and abs(best.hit.first - first) <= 1
        median = statistics.median(took)
        note = f"{found} of {_PASSAGES} found; one search {floor_ms:.1f} ms"
        yield Result(f"{what}, median", median, _WAIT_MS, " ms", note)
        yield Result(f"{what} : one search", median / floor_ms, _SEARCHES, note=note)
    nobody = " ".join("qzx" + "vw" * (i % 4) for i in range(12))
    median = 1000 * statistics.median(timed(lambda: lookup.find(nobody)) for _ in range(9))
    yield Result("what nobody says : one search", median / floor_ms, _SEARCHES)


def _spoiled(words: list[str], count: int, chance: random.Random) -> str:
    kept = list(words)
    for place in chance.sample(range(len(kept)), count):
        kept[place] = chance.choice(["", kept[place][::-1], "something " + kept[place]])
    return " ".join(kept)
