"""A made archive, in which words follow one another as often as they do where people talk.

So an index finds it as large and as hard as real podcasts, cut to 4,840 words: four neighbouring
words of one stand somewhere in 33 % of the others (there 32 %), and all their pairs in 4 % (3 %);
three quarters of the pairs are different ones (there as many); the folded text compresses to 0.35
(0.34). For that words are made of syllables, a few mostly come after each, and each transcript has
a subject of its own.
"""

import random
from bisect import bisect
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Final

_MADE_OF: Final = (
    "er ing ed re in on es ti al ate an or ic ly ent com ment con ter de tion pro ar is sta le un"
    " ble pre ers ma per en est mo ca si der ous ex car ver pa ful low hand man ness bo vi tra"
)
_SAID: Final = (
    "the of and to a in it was that is for on with as i you he at be this have from or had by not"
    " but what all were we when your can said there use an each which she do how their if will up"
    " other about out many then them these so some her would make like him into time has look two"
    " café naïve isn’t don’t immigration prime minister"
)
_COMMON: Final = tuple(_SAID.split())
_SYLLABLES: Final = tuple(_MADE_OF.split())
_WORDS: Final = 60_000
_WORDS_A_LINE: Final = 11
#: How often a word is followed by one of the transcript's subject, and how many of these it has.
_OF_THE_SUBJECT: Final = 0.3
_SUBJECT: Final = 100
#: How many come after the most frequent word, in elevenths, and how many of them are old ones.
_AFTER: Final = 20_000
_AGAIN: Final = 0.5


def make(folder: Path, files: int, lines: int = 430) -> None:
    """Write so many transcripts, in folders of fifty."""
    chance = random.Random(5)
    say = _speech(chance)
    for number in range(files):
        count = max(20, round(chance.lognormvariate(0, 0.7) * lines * 0.78))
        said = say(count)
        inside = folder / f"channel {number // 50:03}"
        inside.mkdir(parents=True, exist_ok=True)
        (inside / f"{number:05}.md").write_text(_markdown(number, said), encoding="utf-8")


def _speech(chance: random.Random) -> Callable[[int], list[str]]:
    """Return what makes up so many lines about a subject of their own."""
    words = _vocabulary(chance)
    weights = list(accumulate(1 / (rank + 3) ** 1.15 for rank in range(len(words))))
    drawn = iter(chance.choices(range(len(words)), cum_weights=weights, k=500_000))
    after = [_followers(rank, drawn, chance) for rank in range(len(words))]
    random_, total = chance.random, weights[-1]

    def say(count: int) -> list[str]:
        subject = [bisect(weights, random_() * total) for _ in range(_SUBJECT)]
        now, lines = 0, []
        for _ in range(count):
            line = []
            for _ in range(_WORDS_A_LINE):
                if random_() < _OF_THE_SUBJECT:
                    now = subject[int(random_() * _SUBJECT)]
                else:
                    follow = after[now]
                    now = follow[int(random_() * len(follow))]
                line.append(words[now])
            lines.append(" ".join(line))
        return lines

    return say


def _vocabulary(chance: random.Random) -> list[str]:
    rare = ("".join(chance.choices(_SYLLABLES, k=chance.randrange(2, 5))) for _ in range(_WORDS))
    return list(dict.fromkeys([*_COMMON, *rare]))


def _followers(rank: int, drawn: Iterator[int], chance: random.Random) -> list[int]:
    """Return what comes after a word, each as often as it stands among them: a few mostly."""
    after = [next(drawn)]
    for _ in range(max(3, _AFTER // (rank + 11))):
        after.append(chance.choice(after) if chance.random() < _AGAIN else next(drawn))
    return after


def _markdown(number: int, said: list[str]) -> str:
    link = f"https://www.youtube.com/watch?v=made{number:07}"
    bullets = (
        f"*  {text} [[{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}]({link}&t={at}.0s)]"
        for at, text in zip(range(0, 4 * len(said), 4), said, strict=True)
    )
    date = f"[May {1 + number % 28}, {2008 + number % 17}]({link})"
    head = (
        f"---\nLength: {4 * len(said)}s\n---\n\n# Talk {number}\n**Channel {number // 50}:** {date}"
    )
    return "\n".join((head, *bullets, ""))
