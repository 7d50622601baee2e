"""Every sample of JSON reads the same in another language, punctuation and line ends."""

import json
import string
from pathlib import Path

import pytest

from tests.formats.samples import SAMPLES
from viewer.formats import registry

NAMES = ["programs-json", "whisper-json", "podcast-json"]
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
