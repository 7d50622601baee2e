"""A made archive: words as often as words are, in files and lines as long as an archive's are.

Of real transcripts a fifth is phrases that everybody says; so here, for it is what compresses.
"""

import random
from itertools import accumulate
from pathlib import Path
from typing import Final

_LETTERS: Final = "etaoinshrdlucmfwypvbgk"
_SAID: Final = (
    "the of and to a in it was that is for on with as i you he at be this have from or had by not"
    " but what all were we when your can said there use an each which she do how their if will up"
    " other about out many then them these so some her would make like him into time has look two"
    " café naïve isn’t don’t immigration prime minister"
)
_COMMON: Final = tuple(_SAID.split())
_WORDS_A_LINE: Final = 10
_SAID_AGAIN: Final = 400


def make(folder: Path, files: int, lines: int = 430) -> None:
    """Write so many transcripts, in folders of fifty."""
    chance = random.Random(5)
    rare = ("".join(chance.choices(_LETTERS, k=chance.randrange(3, 10))) for _ in range(40_000))
    words = list(dict.fromkeys([*_COMMON, *rare]))
    weights = list(accumulate(1 / (rank + 2) ** 1.1 for rank in range(len(words))))

    def line() -> str:
        return " ".join(chance.choices(words, cum_weights=weights, k=_WORDS_A_LINE))

    again = [line() for _ in range(_SAID_AGAIN)]
    for number in range(files):
        count = max(20, round(chance.lognormvariate(0, 0.7) * lines * 0.78))
        said = [chance.choice(again) if chance.random() < 0.2 else line() for _ in range(count)]
        inside = folder / f"channel {number // 50:03}"
        inside.mkdir(parents=True, exist_ok=True)
        (inside / f"{number:05}.md").write_text(_markdown(number, said), encoding="utf-8")


def _markdown(number: int, said: list[str]) -> str:
    link = f"https://www.youtube.com/watch?v=made{number:07}"
    bullets = (
        f"*  {text} [[{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}]({link}&t={at * 1.1 / 1.1}s)]"
        for at, text in zip(range(0, 4 * len(said), 4), said, strict=True)
    )
    date = f"[May {1 + number % 28}, {2008 + number % 17}]({link})"
    head = (
        f"---\nLength: {4 * len(said)}s\n---\n\n# Talk {number}\n**Channel {number // 50}:** {date}"
    )
    return "\n".join((head, *bullets, ""))
