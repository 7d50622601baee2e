"""CHAT (`.cha`), the transcripts of CHILDES and TalkBank: main lines with times at their ends.

@Participants:	ANN Anna Adult, BEN Ben Adult
*ANN:	good morning and welcome . 0_2100
%com:	smiles

The time is milliseconds, between two characters U+0015 that some programs lose.
https://talkbank.org/0info/manuals/CHAT.html
"""

import re
from collections.abc import Iterator
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.text import split_lines

NAME: Final = "chat"

_SIGN: Final = re.compile(r"\ufeff?(?:@UTF8\s|@Begin\s|(?:@[^\n]{0,300}\n){1,40}@Begin\s)")
_MAIN: Final = re.compile(r"\*([^:\s]{1,20}):\s*(.*)")
_TIME: Final = re.compile(r"[\x15\u2022]?([0-9]{1,10})_([0-9]{1,10})[\x15\u2022]?\s*\Z")
#: Codes inside the text, and marks around what they are about.
_CODES: Final = re.compile(r"\[[^\[\]\n]{0,200}\]|[<>\x15‹›]|\(\.{1,3}\)|(?<=\s)\+\S*|&[-+~=]")
_ROLE: Final = re.compile(r"[A-Z][\w-]{0,40}")
_LONGEST_CODE: Final = 20
_LONGEST_NAME: Final = 80
_ENDS_EARLY: Final = "This utterance ends before it starts; its end was estimated."


def claims(sample: Content) -> Claim:
    """Return whether it begins as CHAT does."""
    return Claim.sure(_SIGN.match(sample.text.lstrip("\ufeff\r\n ")))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the main lines; codes and the lines that explain them are left out."""
    draft = Draft(NAME)
    people: dict[str, str] = {}
    for number, line in _logical_lines(content.text):
        key, _, value = line.partition(":")
        if key == "@Participants":
            people = _people(value)
        elif key == "@Languages":
            draft.language = value.split(",")[0].strip()[:40] or None
        elif key == "@Media" and (name := value.split(",")[0].strip(' \t"')):
            draft.media.append(name)
        elif match := _MAIN.fullmatch(line):
            _add(draft, number, people.get(match[1], match[1]), match[2])
    if draft.empty:
        raise NothingUsableError("it has no main line with words")
    return draft.finish()


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines, with those that begin with a tab joined to the one they go on with."""
    begun, parts = 1, [""]
    for number, line in enumerate(split_lines(text.removeprefix("\ufeff")), 1):
        if line.startswith("\t"):
            parts.append(line.strip())
            continue
        yield begun, " ".join(parts)
        begun, parts = number, [line.rstrip()]
    yield begun, " ".join(parts)


def _people(value: str) -> dict[str, str]:
    """Return the names by their codes, each `code [name] role`; who has none keeps the code."""
    names = {}
    for code, *name, role in (one.split() for one in value.split(",") if len(one.split()) > 1):
        named = " ".join(name) or code
        if _ROLE.fullmatch(role) and len(code) <= _LONGEST_CODE and len(named) <= _LONGEST_NAME:
            names[code] = named.replace("_", " ")
    return names


def _add(draft: Draft, number: int, speaker: str, said: str) -> None:
    start: int | None = None
    end: int | None = None
    if match := _TIME.search(said[-60:]):
        start, end = int(match[1]), int(match[2])
        said = said[: len(said) - len(match[0])]
        if end < start:
            draft.problem(number, _ENDS_EARLY)
            end = None
    text = " ".join(_CODES.sub("", said).split())
    if text:
        draft.segment(start, end, text, speaker=speaker)
