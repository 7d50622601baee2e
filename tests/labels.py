"""Counts the labels of speakers that are found, missed and false: `python -m tests.labels`.

What is right is counted apart from the readers: for each real file by one pattern for the way in
which it alone tells its speakers, or by none where nobody is told; for our own samples by how they
were made. docs/formats.md holds the table.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import CORPUS
from tests.formats.test_who_says_it import NAMED, PEOPLE
from viewer.formats import registry

#: How a file tells its speakers, and the names that stand so and are nobody's.
PATTERNS = {
    "md-changelog": (r"^\*\*([^*:]+):\*\*", {"Break"}),
    "md-speaker-clock": (r"^(\w+): [0-9]{2}:[0-9]{2}:[0-9]{2}", set()),
    "md-youtube-links": (r"^#{5} \*\*(.+?)\*\* \[\[", set()),
    "otter-txt-like": (r"^\*\*(.+?):?\*\*", set()),
    "noscribe": (r'"ts_[0-9]+_[0-9]+_(?://)?(S[0-9]+)', set()),
    "lrc": (r"^\[[0-9:.]+\] ?([FMD]):", set()),
    "vtt/aekupor__transcript.vtt": (r"^(Dora Demszky|Ashlee Kupor \(SL\)):", set()),
    "vtt/Podcastindex-org__docs_examples_transcripts_example.vtt": (r"<v (\w+)>", set()),
}
#: Files in which colons are prose, or at least nobody's label.
KINDS = {
    "archive": ("seed-md",),
    "captions in which nobody is told": (
        "srt", "sbv", "vtt", "vtt-youtube-auto", "youtube-json3", "youtube-srv3", "ass",
        "media-pairs", "txt-timestamped",
    ),
}  # fmt: skip
TEXTS = {".md", ".txt", ".srt", ".vtt", ".sbv", ".lrc", ".ass", ".html", ".json3", ".ytt"}
HEAD = (
    "| files | lines | with a colon | labels | found | missed | false |",
    "|---|---|---|---|---|---|---|",
)


@dataclass(slots=True)
class Row:
    """What was counted in files of one kind."""

    kind: str
    lines: int = 0
    colons: int = 0
    right: int = 0
    found: int = 0
    false: int = 0
    _files: int = field(default=0)

    def add(self, reported: list[tuple[str | None, str]], right: Counter[str]) -> None:
        """Count one file, of which the readers tell these speakers and texts."""
        named = Counter(speaker for speaker, _ in reported if speaker)
        self._files += 1
        self.lines += len(reported)
        self.colons += sum(": " in text for _, text in reported)
        self.right += right.total()
        self.found += (named & right).total()
        self.false += sum(count for name, count in named.items() if name not in right)

    def __str__(self) -> str:
        missed = self.right - self.found
        many = f"{self.kind} ({self._files})"
        counts = (self.lines, self.colons, self.right, self.found, missed, self.false)
        return f"| {many} | {' | '.join(f'{count:,}' for count in counts)} |"


def info_of_file(data: bytes, path: Path) -> list[tuple[str | None, str]]:
    """Return who says what, by the readers."""
    return [(segment.speaker, segment.text) for segment in registry.parse(data, path).segments]


def corpus_rows() -> Iterator[Row]:
    """Count the real files: those that tell speakers by their folder, the others by their kind."""
    named: dict[str, Row] = {}
    others = {kind: Row(kind) for kind in KINDS}
    for path in sorted(path for path in CORPUS.rglob("*") if path.suffix in TEXTS):
        name = path.relative_to(CORPUS).as_posix()
        folder = name.partition("/")[0]
        known = PATTERNS.get(name) or PATTERNS.get(folder)
        data = path.read_bytes()
        if known is not None:
            pattern, nobody = known
            found = re.findall(pattern, data.decode("utf-8-sig", "replace"), re.M)
            row = named.setdefault(folder, Row(f"`{folder}`, which name speakers"))
            row.add(info_of_file(data, path), Counter(each for each in found if each not in nobody))
        elif kind := next((k for k, of in KINDS.items() if folder in of), None):
            others[kind].add(info_of_file(data, path), Counter())
    yield from (*named.values(), *others.values())


def sample_rows() -> Iterator[Row]:
    """Count our own samples of exports, in several languages, and captions of prose."""
    row = Row("our samples of exports")
    for shape in NAMED.values():
        for a, b, x, y in PEOPLE.values():
            data = shape.format(a=a, b=b, x=x, y=y).encode()
            made = info_of_file(data, Path("talk.txt"))
            row.add(made, Counter((a, b)[i % 2] for i in range(len(made))))
    yield row
    row = Row("our samples of prose")
    for prose in PROSE:
        cues = (f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{t}\n\n" for n, t in enumerate(prose))
        row.add(info_of_file("".join(cues).encode(), Path("talk.srt")), Counter())
    yield row


#: Captions whose colons part no name from its words.
PROSE = (
    ("Here is the thing: we go.", "Remember: no.", "The answer: yes.", "Genesis 3:16 says: yes."),
    ("Das heißt: los.", "Ich sage nur: nein.", "Und zwar: so.", "Wichtig: Wasser."),
    ("On dit : oui.", "La question : pourquoi ?", "Note : demain.", "Ensuite : rien."),
    ("He said: go.", "She said: no.", "he said: stop.", "Then: silence.", "And so: the end."),
    ("Ingredients: flour.", "Method: mix.", "Oven: hot.", "Serve: now.", "Ingredients: sugar."),
    ("Zutaten: Mehl.", "Zubereitung: rühren.", "Dann: essen.", "Zutaten: Zucker.", "Fazit: gut."),
    ("Ингредиенты: мука.", "Приготовление: смешать.", "Итог: вкусно.", "Ингредиенты: сахар."),
    ("Paris: rain.", "Rome: sun.", "Oslo: snow.", "Bern: fog.", "Wien: wind.", "That is all."),
    ("问题是：为什么？", "我说：不。", "他说：好。", "所以：走吧。"),
    ("היא אמרה: לא.", "הערה: חשוב.", "והנה הדבר: הולכים.", "סוף."),
    ("قال لي: تعال.", "ملاحظة: غدا.", "هذا هو السؤال: لماذا؟", "النهاية."),
    ("彼は言った：いや。", "注意：明日。", "問題はこれだ：なぜ？", "終わり。"),
    ("그는 말했다: 아니.", "참고: 내일.", "문제는 이것: 왜?", "끝."),
    ("उसने कहा: नहीं।", "ध्यान दें: कल।", "सवाल यह है: क्यों?", "अंत।"),
)


def table() -> str:
    """Return the table, as Markdown."""
    return "\n".join((*HEAD, *map(str, corpus_rows()), *map(str, sample_rows())))


if __name__ == "__main__":
    sys.stdout.write(f"{table()}\n")
