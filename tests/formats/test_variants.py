"""Every sample reads the same in another language, punctuation and line ends."""

import json
import re
import string
from pathlib import Path

import pytest

from tests.formats.samples import SAMPLES
from viewer.formats import registry

SERVICES = [
    "aws-json", "deepgram-json", "assemblyai-json", "google-json", "rev-json", "azure-json",
    "speechmatics-json", "vosk-json", "watson-json",
]  # fmt: skip
NAMES = ["programs-json", "whisper-json", "podcast-json", "podlove-json", *SERVICES]
ALL = [
    pytest.param(name, json.loads(text), id=f"{name}-{number}")
    for name in NAMES
    for number, text in enumerate(SAMPLES[name])
    if text.startswith(("{", "[")) and text.rstrip().endswith(("}", "]")) and "}\n{" not in text
]
#: Letters and full stops, and what stands for them.
LATIN = string.ascii_letters + "."
VARIANTS = {
    "russian": "абцдефгхийклмнопярстувшхуз" + "АБЦДЕФГХИЙКЛМНОПЯРСТУВШХУЗ" + "!",
    "greek": "αβψδεφγηιξκλμνοπςρστθωχυζά" + "ΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΣΡΣΤΘΩΧΥΖΆ" + ".",
    "german": "äbcdefghijklmnöpqrßtüvwxyz" + "ÄBCDEFGHIJKLMNÖPQRSTÜVWXYZ" + "?",
}
ENDS = {"russian": "\r\n", "greek": "\n", "german": "\r"}


def read(text):
    return registry.parse(text.encode(), Path("talk.json"))


def turned(value, said, table):
    """Return a value with its texts in other letters: those that were said, and whole ones."""
    if isinstance(value, dict):
        whole = {key: each for key, each in value.items() if key == "text" and each == str(each)}
        return {key: turned(each, whole.get(key, said), table) for key, each in value.items()}
    if isinstance(value, list):
        return [turned(each, said, table) for each in value]
    is_said = isinstance(value, str) and value.strip() and value.strip() in said
    return value.translate(table) if is_said else value


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("name", "value"), ALL)
def test_samples_read_the_same_in_other_letters(name, value, variant):
    plain = read(json.dumps(value))
    table = str.maketrans(LATIN, VARIANTS[variant])
    said = "\n".join(segment.text for segment in plain.segments)
    other = json.dumps(turned(value, said, table), ensure_ascii=False, indent=1)
    made = read(other.replace("\n", ENDS[variant]))
    assert (plain.format, made.format) == (name, name)
    assert [(s.start_ms, s.end_ms, s.text) for s in made.segments] == [
        (s.start_ms, s.end_ms, s.text.translate(table)) for s in plain.segments
    ]


#: Kinds of prose and tables whose whole samples are said by somebody.
WRITTEN = [
    "whisper-tsv", "csv", "table", "ccextractor", "timecode-text", "zoom-captions", "turn-blocks",
    "f4-text", "speaker-markdown", "clock-text", "meeting-times", "panel-line", "youtube-panel",
    "plain-text", "subrip", "sbv",
]  # fmt: skip
#: As meetings and programs write them, beside the samples: Meet, Gemini, Teams, NVivo, Premiere.
MORE = {
    "meet": [
        "Weekly\nTranscript\n00:00:00\n\nAnn Lee: one two\nBo: yes\nAnn Lee: so\n00:05:00\n\n"
        "Bo: again\nAnn Lee: good\n\nTranscription ended after 00:09:00\n"
    ],
    "gemini": [
        "# Notes - Transcript\n\n### 00:00:00\n\n**Ann Lee:** Hi.\n\n**Bo:** Yes.\n\n"
        "### 00:05:00\n\n**Ann Lee:** Good.\n\n**Bo:** Bye.\n\n"
        "### Transcription ended after 00:07:00\n"
    ],
    "teams": ["Ann Lee   0:03\nGood day.\n\nBo Kern   0:09\nHello you.\n\nAnn Lee   1:02\nYes.\n"],
    "nvivo": [
        "Timespan\tContent\tSpeaker\n0:00.0 - 0:05.9\tGood day.\tAnn\n"
        "0:05.9 - 0:09.1\tHello.\tBo\n0:09.1 - 0:12.0\tYes.\tAnn\n"
    ],
    "premiere": [
        "00:00:00:00 - 00:00:04:12\nAnn Lee\nGood day.\n\n"
        "00:00:04:12 - 00:00:08:20\nBo\nHello.\n\n00:00:09:00 - 00:00:11:02\nAnn Lee\nYes.\n"
    ],
    "zoom": [
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAnn Lee: Good day.\n\n"
        "2\n00:00:03.000 --> 00:00:04.000\nBo: Hello.\n\n"
        "3\n00:00:05.000 --> 00:00:06.000\nAnn Lee: Yes.\n"
    ],
}
TEXTS = [
    pytest.param(text, id=f"{name}-{number}")
    for name, texts in {**{name: SAMPLES[name] for name in WRITTEN}, **MORE}.items()
    for number, text in enumerate(texts)
]
#: What may stand between two words, between two letters, and for a quotation mark.
_TAG = r"<[^>]*>|\[br\]"
_GAP = rf"(?:\s|\*|{_TAG})+"
_MARKS = r"[*\\]*"
_QUOTES = '"+'


def _said(text):
    words = (_MARKS.join(map(re.escape, word)) for word in text.split())
    return re.compile(_GAP.join(words).replace('"', _QUOTES))


def _in_other_letters(said, table):
    parts = re.split(f"({_TAG})", said)
    return "".join(part if row % 2 else part.translate(table) for row, part in enumerate(parts))


def translated(text, transcript, table):
    """Return a text with what was said, and by whom, in other letters."""
    made, at = "", 0
    for segment in transcript.segments:
        said = _said(segment.text).search(text, at)
        if said is not None:
            made += text[at : said.start()] + _in_other_letters(said[0], table)
            at = said.end()
    made += text[at:]
    for name in sorted(filter(None, {s.speaker for s in transcript.segments}), key=len):
        if not name.startswith("Speaker"):
            whole = re.compile(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])")
            made = whole.sub(lambda found: found[0].translate(table), made)
    return made


def spoken(speaker, table):
    """Return a name in other letters, unless it only counts."""
    return speaker if speaker is None or speaker.startswith("Speaker") else speaker.translate(table)


def outcome(transcript, table):
    return [
        (s.start_ms, s.end_ms, spoken(s.speaker, table), s.text.translate(table))
        for s in transcript.segments
    ]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("text", TEXTS)
def test_written_samples_read_the_same_in_other_letters(text, variant):
    table = str.maketrans(LATIN, VARIANTS[variant])
    plain = registry.parse(text.encode(), Path("talk.txt"))
    other = translated(text.replace("\r\n", "\n"), plain, table).replace("\n", ENDS[variant])
    made = registry.parse(other.encode(), Path("talk.txt"))
    assert made.format == plain.format
    assert outcome(made, {}) == outcome(plain, table)
