"""Transcripts of our own that the pictures of docs/ show."""

from typing import Final

HEBREW: Final = (
    "ערב טוב לכולם, וברוכים הבאים.",
    "הערב נדבר על נהרות: מאין הם באים,",
    "לאן הם הולכים, ומה עשו בהם אנשים בדרך.",
    "בשנת 1948 הגיעו 3 אוניות לנמל Haifa בלילה אחד,",
    "וכולן נפרקו עד הבוקר.",
    "הנהר עצמו לא היה רחב מרחוב,",
    "אבל הגשר שמעליו היה הארוך בארץ.",
    "מאז עברו שבעים שנה, והגשר עומד במקומו.",
)

#: Words with a space between them here are timed one by one, and shown without it.
JAPANESE: Final = (
    "こんにちは、 皆さん。",
    "今日は 川の 歴史に ついて お話し します。",
    "川は 雨から 始まり、 山を 下ります。",
    "村を 通り、 町を 通り、",
    "やがて 広い 海に 出ます。",
    "昔の 人は 川の そばに 住み、",
    "水を 飲み、 魚を とり、 舟で 旅を しました。",
    "ですから 川の 話は、 人の 話でも あります。",
)


_TALK: Final = (
    ("", "Ann Lindqvist", "0:00", "Good evening, and welcome to you all. Tonight we talk about"),
    ("", "Ann Lindqvist", "0:05", "rivers: where they come from, where they go, and what people"),
    ("", "Ann Lindqvist", "0:09", "have made of them on the way."),
    ("", "Bo Castell", "0:12", "Thank you for having me. I have brought a map, and I am going"),
    ("", "Bo Castell", "0:17", "to need both hands for it."),
    ("Where rivers come from", "Ann Lindqvist", "0:20", "Then let us begin at the top of it."),
    ("", "Ann Lindqvist", "0:23", "Where does a river come from?"),
    ("", "Bo Castell", "0:26", "From rain, mostly. It falls on the mountains and runs down, and"),
    ("", "Bo Castell", "0:31", "where it gathers there is a stream. Three streams make a brook,"),
    ("", "Bo Castell", "0:36", "and nobody has ever agreed on how many brooks make a river."),
    ("", "Ann Lindqvist", "0:42", "And where there are no mountains?"),
    ("", "Bo Castell", "0:45", "Then from springs. There are rivers that come out of the ground"),
    ("", "Bo Castell", "0:49", "as wide as a street, and cold enough to keep your milk in."),
    ("Where they go", "Ann Lindqvist", "0:54", "We all know that they go to the sea."),
    ("", "Bo Castell", "0:58", "Most do. Some end in a lake, and some in a desert, where they"),
    ("", "Bo Castell", "1:03", "sink into the sand and are never seen again."),
    ("", "Ann Lindqvist", "1:08", "That is a sad way to end."),
    ("", "Bo Castell", "1:11", "It is a slow one. The water takes ten thousand years to come up."),
)


def talk() -> str:
    """Return a conversation of two with chapters, as Markdown."""
    told = ["# An evening about rivers"]
    for chapter, name, time, words in _TALK:
        told += [f"\n## {chapter}"] if chapter else []
        told.append(f"\n**{name}** [{time}]: {words}")
    return "\n".join(told)


def archive() -> tuple[str, ...]:
    """Return talks of several channels and years, as Markdown."""
    link = "https://www.youtube.com/watch?v=abcdefghijk"
    channels = ("Farm Radio", "Open Lectures", "World News")
    said = (
        "The price of wheat rises again.",
        "Nobody asked about the harvest this year.",
        "Corn was cheap, and wheat was not.",
    )
    talks = []
    for number in range(40):
        year = 2009 + number * number % 13
        told = [f"# Grain and prices, part {number + 1}"]
        told.append(f"**{channels[number % 3]}:** [May {number % 28 + 1}, {year}]({link})")
        for line in range(3 + number % 7):
            words = said[(line + number) % 3]
            told.append(f"*  {words} [[00:00:{4 * line:02}]({link}&t={4 * line}.0s)]")
        talks.append("\n".join(told))
    return tuple(talks)


def srt(lines: tuple[str, ...], step_ms: int = 4_000) -> str:
    """Return lines as SubRip."""
    return "\n".join(
        f"{n + 1}\n{_clock(n * step_ms)} --> {_clock((n + 1) * step_ms)}\n{line}\n"
        for n, line in enumerate(lines)
    )


def timed_words(lines: tuple[str, ...], step_ms: int = 4_000) -> str:
    """Return lines as WebVTT that times each word."""
    blocks = ["WEBVTT\n"]
    for n, line in enumerate(lines):
        begin, words = n * step_ms, line.split(" ")
        each = step_ms // (len(words) + 1)
        marks = (f"<{_clock(begin + i * each, '.')}><c>{word}</c>" for i, word in enumerate(words))
        blocks.append(
            f"{_clock(begin, '.')} --> {_clock(begin + step_ms, '.')}\n{''.join(marks)}\n"
        )
    return "\n".join(blocks)


def _clock(ms: int, point: str = ",") -> str:
    return f"00:{ms // 60_000:02}:{ms // 1_000 % 60:02}{point}{ms % 1_000:03}"
