"""One short talk in each of the eight commonest formats, in several languages.

Each has four lines, which begin at 1, 3, 5 and 7 seconds and last two.
"""

import json
from dataclasses import dataclass
from functools import partial

STARTS_MS = (1000, 3000, 5000, 7000)
ENGLISH = (
    "The river rose in the night.",
    "Nobody had seen it so high.",
    "We carried the books upstairs.",
    "By morning it was over.",
)
HEBREW = (
    "הנהר עלה בלילה.",
    "בשנת 1948 איש לא ראה אותו כה גבוה.",
    "נשאנו את הספרים אל Haifa.",
    "עד הבוקר הכול נגמר.",
)
ARABIC = (
    "ارتفع النهر في الليل.",
    "لم يره أحد بهذا العلو منذ 1948.",
    "حملنا الكتب إلى الطابق الأعلى.",
    "وفي الصباح انتهى كل شيء.",
)
JAPANESE = (
    "夜のうちに川の水が増えました。",
    "こんなに高いのは誰も見たことがありません。",
    "私たちは本を二階へ運びました。",
    "朝にはすべて終わっていました。",
)
TWO = ("Anna Berg", "Anna Berg", "Ben Kahn", "Anna Berg")
NOBODY = (None,) * 4


@dataclass(frozen=True)
class Talk:
    """A file's name and content, and what is to be seen of it."""

    name: str
    format: str
    content: str
    lines: tuple[str, ...]
    speakers: tuple[str | None, ...] = NOBODY
    words: bool = False


def clock(ms, mark="."):
    return f"00:00:{ms // 1000:02}{mark}{ms % 1000:03}"


def timed_words(text, start, gap=" "):
    """Return the words of a line with the moments at which they begin."""
    parts = text.split(gap) if gap else [text[i : i + 4] for i in range(0, len(text), 4)]
    return [(start + 2000 * i // len(parts), part) for i, part in enumerate(parts)]


def numbered(lines):
    return zip(STARTS_MS, lines, strict=True)


def archive():
    link = "https://www.youtube.com/watch?v=abcdefghijk"
    bullets = (
        f"*  {text} [[00:00:{ms // 1000:02}]({link}&t={ms / 1000}s)]"
        for ms, text in numbered(ENGLISH)
    )
    head = f"---\nLength: 10s\n---\n# The flood\n**The valley:** [May 24, 2017]({link})\n\n"
    return head + "\n".join(bullets) + "\n"


def subrip():
    return "".join(
        f"{i}\n{clock(ms, ',')} --> {clock(ms + 2000, ',')}\n{text}\n\n"
        for i, (ms, text) in enumerate(numbered(ARABIC), 1)
    )


def webvtt():
    cues = zip(STARTS_MS, TWO, ENGLISH, strict=True)
    return "WEBVTT\n\n" + "".join(
        f"{clock(ms)} --> {clock(ms + 2000)} align:start\n<v {who}>{text}\n\n"
        for ms, who, text in cues
    )


def rolling():
    cues, before = ["WEBVTT\nKind: captions\nLanguage: en\n"], " "
    place = "align:start position:0%"
    for ms, text in numbered(ENGLISH):
        first, *rest = timed_words(text, ms)
        tagged = first[1] + "".join(f"<{clock(at)}><c> {word}</c>" for at, word in rest)
        cues.append(f"{clock(ms)} --> {clock(ms + 1990)} {place}\n{before}\n{tagged}\n")
        cues.append(f"{clock(ms + 1990)} --> {clock(ms + 2000)} {place}\n{text}\n \n")
        before = text
    return "\n".join(cues)


def json3():
    events = []
    for ms, text in numbered(ENGLISH):
        parts = [
            {"utf8": word if at == ms else f" {word}", "tOffsetMs": at - ms, "acAsrConf": 240}
            for at, word in timed_words(text, ms)
        ]
        events.append({"tStartMs": ms, "dDurationMs": 4000, "wWinId": 1, "segs": parts})
        events.append({"tStartMs": ms + 1990, "wWinId": 1, "aAppend": 1, "segs": [{"utf8": "\n"}]})
    return json.dumps({"wireMagic": "pb3", "events": events})


def whisper(lines, speakers=NOBODY, gap=" ", **more):
    segments = []
    for (ms, text), who in zip(numbered(lines), speakers, strict=True):
        words = [
            {"word": word, "start": at / 1000, "end": (at + 200) / 1000, "score": 0.9}
            for at, word in timed_words(text, ms, gap)
        ]
        named = {"speaker": who} if who else {}
        times = {"start": ms / 1000, "end": ms / 1000 + 2}
        segments.append({**times, "text": text, "words": words, **named})
    return json.dumps({"segments": segments, **more})


def stamped():
    rows = zip(STARTS_MS, TWO, ENGLISH, strict=True)
    return "# The flood\n\n" + "".join(
        f"**{who}** [00:00:{ms // 1000:02}]\n\n{text}\n\n" for ms, who, text in rows
    )


_MAKERS = (
    (archive, partial(Talk, "flood.md", "archive-markdown", lines=ENGLISH)),
    (subrip, partial(Talk, "flood.srt", "subrip", lines=ARABIC)),
    (webvtt, partial(Talk, "flood.vtt", "webvtt", lines=ENGLISH, speakers=TWO)),
    (rolling, partial(Talk, "flood.en.vtt", "youtube-vtt", lines=ENGLISH, words=True)),
    (json3, partial(Talk, "flood.json3", "youtube-json3", lines=ENGLISH, words=True)),
    (
        partial(whisper, JAPANESE, gap="", language="ja"),
        partial(Talk, "flood.json", "whisper-json", lines=JAPANESE, words=True),
    ),
    (
        partial(whisper, HEBREW, speakers=TWO),
        partial(Talk, "flood.he.json", "whisper-json", lines=HEBREW, speakers=TWO, words=True),
    ),
    (stamped, partial(Talk, "flood.txt", "speaker-markdown", lines=ENGLISH, speakers=TWO)),
)
TALKS = tuple(talk(content=make()) for make, talk in _MAKERS)
