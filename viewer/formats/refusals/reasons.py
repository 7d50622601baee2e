"""Why a text is no transcript, in words that fit what it is, and what to do instead."""

import re
import unicodedata
from typing import Final

from viewer.formats.decoding.kinds import BINARY, PICTURE, Kind
from viewer.formats.kit.json_document import looks_like_json
from viewer.formats.kit.json_walk import walk
from viewer.formats.refusals.other_texts import other_text
from viewer.formats.refusals.torn import torn

_CAN_BE_READ: Final = "Captions, subtitles, speech-to-text results and text can be read."
_AS_TEXT: Final = "Give it a name that ends in .txt to read it as plain text anyway."
_SOURCE: Final = Kind("it is the source text of a program, not a transcript", _AS_TEXT)
_SETTINGS: Final = Kind("it holds settings or data, not a transcript", _AS_TEXT)
_TABLE: Final = Kind(
    "it is a table without a column of times",
    "Name its columns start, end and text in the first line, or give it a name that ends in .txt.",
)
_JSON: Final = Kind("it is JSON, but not of a kind that Cueline knows", _CAN_BE_READ)
_EMPTY: Final = Kind("it is empty", "Choose a file with text in it.")
_BLANK: Final = Kind("it holds nothing but blank space", "Choose a file with text in it.")
_WORDLESS: Final = Kind("it holds numbers and signs, but no words", "Choose a file with words.")
_PAGE: Final = Kind(
    "it is a web page, and no transcript is found in it",
    "Save or download the transcript itself, not the page around it.",
)
_UNKNOWN: Final = Kind("its text is not in a format that Cueline knows", _CAN_BE_READ)

#: What a name's ending says of a text in which no reader found a transcript.
_SOURCES: Final = (
    "bat", "c", "cc", "cpp", "cs", "css", "go", "h", "hpp", "java", "js", "jsx", "kt",
    "lua", "m", "php", "pl", "ps1", "py", "r", "rb", "rs", "scala", "sh", "sql", "swift",
    "tex", "ts", "tsx", "vue",
)  # fmt: skip
_SETTINGS_FILES: Final = (
    "cfg", "conf", "desktop", "env", "ics", "ini", "lock", "properties", "toml", "yaml",
    "yml",
)  # fmt: skip
_BY_SUFFIX: Final = {
    **dict.fromkeys(_SOURCES, _SOURCE),
    **dict.fromkeys(_SETTINGS_FILES, _SETTINGS),
    **dict.fromkeys(("csv", "tsv", "tab"), _TABLE),
    **dict.fromkeys(("json", "jsonl", "ndjson", "geojson"), _JSON),
}
_BLANKS: Final = "\x00 \t\r\n\ufeff"
_SCRIPT: Final = "#!"
#: What stands before the root of XML and HTML; no more of it than this is passed over.
_PROLOGUE: Final = re.compile(r"(?:<!--.{0,2000}?-->|<(?:\?|!(?!--))[^>]{0,2000}>)\s*", re.S)
_MOST_PROLOGUE: Final = 20
_ROOT: Final = re.compile(r"<([A-Za-z_][\w:.-]{0,60})")
#: So much of a text is looked at, and one in so many characters of no script makes it noise.
_LOOKED_AT: Final = 8_192
_NOISE: Final = 20
#: Fewer of them are damage in a short text.
_LEAST_NOISE: Final = 8
_NO_SCRIPT: Final = frozenset({"Cc", "Cn", "Co", "Cs"})
#: Keys named in a refusal, and their length.
_MOST_KEYS: Final = 6
_LONGEST_KEY: Final = 30


def no_plain_text(text: str, suffix: str) -> Kind | None:
    """Return what a text is that no reader but the one of plain text takes, if not plain text."""
    head = text.strip(_BLANKS)[:_LOOKED_AT]
    if _is_noise(head):
        return BINARY
    if head.startswith(_SCRIPT):
        return _SOURCE
    if other := other_text(head, suffix) or torn(head):
        return other
    named = _BY_SUFFIX.get(suffix.removeprefix("."))
    if named is None and head and not any(map(str.isalpha, text)):
        return _WORDLESS
    return named


def refusal(text: str, suffix: str) -> Kind:
    """Return why a text that no reader takes cannot be read."""
    if not text.strip("\ufeff"):
        return _EMPTY
    bare = text.strip(_BLANKS)
    if not bare:
        return _BLANK
    if reason := unknown_json(text):
        return Kind(reason, _CAN_BE_READ)
    if root := _root(bare):
        return _marked_up(root)
    return no_plain_text(text, suffix) or _UNKNOWN


def _root(text: str) -> str:
    """Return the name of the first element of XML or HTML, or an empty text."""
    begin = 0
    for _ in range(_MOST_PROLOGUE):
        passed = _PROLOGUE.match(text, begin)
        if passed is None:
            break
        begin = passed.end()
    root = _ROOT.match(text, begin)
    return root[1] if root else ""


def _marked_up(root: str) -> Kind:
    if root.lower() == "html":
        return _PAGE
    if root.lower() == "svg":
        return PICTURE
    return Kind(
        f"it is XML of a kind that Cueline does not know, which begins with <{root}>", _CAN_BE_READ
    )


def _is_noise(text: str) -> bool:
    """Return whether too many characters are of no script at all."""
    strange = sum(
        1
        for char in text
        if char == "\ufffd"
        or (unicodedata.category(char) in _NO_SCRIPT and char not in "\t\r\n\f\v")
    )
    return strange >= _LEAST_NOISE and strange * _NOISE > len(text)


def unknown_json(text: str) -> str | None:
    """Return why JSON that no format claims cannot be read, or None where it is no JSON."""
    if not looks_like_json(text):
        return None
    value = walk(text).value
    if isinstance(value, list):
        value = next((entry for entry in value if isinstance(entry, dict)), None)
        shape = "a list of entries with the keys"
    else:
        shape = "with the keys"
    if not isinstance(value, dict) or not value:
        whole = text.rstrip().endswith(("}", "]"))
        return (
            "it is JSON with nothing in it" if whole else "it is JSON that breaks off at its start"
        )
    return f"it is JSON of a kind that Cueline does not know, {shape} {_named(list(value))}"


def _named(keys: list[str]) -> str:
    shown = [f"“{' '.join(key.split())[:_LONGEST_KEY]}”" for key in keys[:_MOST_KEYS]]
    if len(keys) > _MOST_KEYS:
        return ", ".join(shown) + " and others"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
