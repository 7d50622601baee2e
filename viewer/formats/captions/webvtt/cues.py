"""Where the cues of a WebVTT file are, and what its header says."""

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Final

from viewer.core.oneline import one_line
from viewer.formats.captions.cues import LEFT_OUT, LENIENT, UNREADABLE, Cues, Notes, normalized
from viewer.formats.captions.hand_edits import never_negative, undone
from viewer.formats.captions.subrip_odd_times import usual_times
from viewer.formats.captions.tamed_times import tamed
from viewer.formats.captions.webvtt.text import STAMP
from viewer.formats.draft import Draft
from viewer.formats.kit.json_values import members
from viewer.formats.kit.media_keys import media_in_lines

#: How nearly every file is written; much faster than the pattern below, or than with `{2}`.
_USUAL: Final = re.compile(
    r"\n([0-9][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9][0-9][0-9] --> "
    r"[0-9][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9][0-9][0-9])(?![0-9])[^\n]*\n"
)
#: What the W3C's rules take for a time line.
_BY_THE_RULES: Final = re.compile(rf"\n[ \t\f]*{STAMP}[ \t\f]*-->[ \t\f]*{STAMP}(?![0-9])[^\n]*")
_HEADER: Final = re.compile(r"\ufeff?WEBVTT(?:[ \t\r\n]|\Z)")
#: Where another file was put behind one, below a cue's text; a blank line is as good.
_INNER_HEADER: Final = re.compile(
    r"(\n(?![^\n]{0,200}-->)[^\n]+)\nWEBVTT(?:[ \t][^\n]{0,200})?(?=\n(?:\n|[A-Z][\w-]{1,20}[:=]))"
)
#: `7 "Anna Berg" (1234)`, Webex's identifiers.
_NAMED: Final = re.compile(
    r'\n[0-9]{1,7} "([^"<>&\n]{0,100})" \([0-9]{1,20}\)\n[0-9:. ]{9,16}--> [^\n]{9,16}\n'
)
#: Cues of Teams whose text is JSON: `metadataContent` of Microsoft Graph.
_AS_JSON: Final = re.compile(r'(?<=\n)\{"[^\n]*"spokenText"[^\n]*\}[ \t]*(?=\n|\Z)')
_SEPARATOR: Final = "\0"
_NO_HEADER: Final = "The first line should be WEBVTT."
STANDS_APART: Final = "A blank line separates the times of this cue from its text."
#: Blocks that are no cues and are meant to be none.
_OTHER_BLOCKS: Final = ("NOTE", "STYLE", "REGION", "Region:", "Style:", "WEBVTT", "X-TIMESTAMP-MAP")
_FIELD: Final = re.compile(
    r"(?P<key>Kind|Language|X-TIMESTAMP-MAP|[A-Za-z][\w-]{0,30})[:=][ \t]*+(?P<value>.*)"
)


def has_header(text: str) -> bool:
    """Return whether the text begins with a WebVTT file's signature."""
    return _HEADER.match(text) is not None


def cut(text: str) -> Cues:
    """Return a file's cues, by the rules if there are any and as meant if there are none.

    `by_the_rules` tells which.
    """
    text = normalized(text.replace("\0", "\ufffd") if "\0" in text else text)
    text = _NAMED.sub(_voiced, text) if '" (' in text else text
    text = _AS_JSON.sub(_spoken, text) if '"spokenText"' in text else text
    text = _INNER_HEADER.sub(r"\1\n", text) if "\nWEBVTT" in text[1:] else text
    arrows = text.count("-->")
    cues = Cues(text, _USUAL)
    if len(cues) == arrows > 0:
        return cues
    text = never_negative(text)
    cues = Cues(text, _BY_THE_RULES)
    if cues.bodies:
        return cues
    cues = Cues(tamed(undone(text)), LENIENT)
    return cues if cues.bodies else Cues(usual_times(text).replace(" \n", "\n"), LENIENT)


def _voiced(cue: re.Match[str]) -> str:
    """Return the beginning of a cue of Webex's, whose identifier names the speaker."""
    return f"{cue[0]}<v {cue[1].strip() or '-'}>"  # who joins by telephone has none


def _spoken(cue: re.Match[str]) -> str:
    """Return what a cue's JSON says as a cue's text, or the JSON where that cannot be read."""
    try:
        fields = members(json.loads(cue[0]))
    except (ValueError, RecursionError):
        return cue[0]
    name, text = fields.get("speakerName"), fields.get("spokenText")
    if not isinstance(text, str):
        return cue[0]
    name = re.sub(r"[<>\n]", " ", name).strip() if isinstance(name, str) else ""
    said = escape(one_line(text), quote=False)
    return f"<v {escape(name, quote=False)}>{said}</v>" if name else said


def by_the_rules(cues: Cues) -> bool:
    """Return whether the W3C's rules were enough to find the cues."""
    return cues.pattern is not LENIENT


def read_head(text: str, cues: Cues, draft: Draft, notes: Notes) -> None:
    """Read what stands above the first cue; that the signature is missing is a problem."""
    if not has_header(text):
        notes.add(-1, 1, _NO_HEADER)
        return
    read_header(cues.head, draft)
    note_lost(-1, 0, cues.head, notes, last=False)


def read_header(head: str, draft: Draft) -> None:
    """Read the language and what else stands below the signature."""
    block, _, _ = head.strip("\n").partition("\n\n")
    for line in block.split("\n")[1:]:
        if match := _FIELD.fullmatch(line.strip()):
            draft.metadata[match["key"]] = match["value"].strip()
    draft.language = draft.metadata.get("Language") or None
    draft.media.extend(media_in_lines(head))


def payloads_of(cues: Cues, notes: Notes) -> list[str]:
    """Return every cue's own lines, and note what belongs to none."""
    payloads: list[str] = []
    final = len(cues) - 1
    usual = cues.pattern is _USUAL  # it takes the line feed below the times along
    if usual and not _has_blocks(cues.bodies[:final]):
        payloads = cues.bodies[:final]  # every arrow is in a time line
    for cue, body in enumerate(cues.bodies[len(payloads) :], len(payloads)):
        whole = f"\n{body}" if usual else body
        payload, blank, rest = whole.partition("\n\n")
        if (blank and (rest.count("\n") or cue == final)) or "-->" in payload:
            payloads.append(payload_of(cue, whole, notes, last=cue == final))
        else:
            payloads.append(payload[1:])
    return payloads


def _has_blocks(bodies: list[str]) -> bool:
    """Return whether anything stands between the cues; looked for in all of them at once."""
    whole = _SEPARATOR.join(bodies)
    return "\n\n" in whole or f"{_SEPARATOR}\n" in whole or whole.startswith("\n")


def payload_of(cue: int, body: str, notes: Notes, *, last: bool) -> str:
    """Return a cue's own lines: up to a blank line or a line with an arrow; note what is lost."""
    payload, _, rest = body.partition("\n\n")
    if not payload and rest and (found := _first_text(rest, last=last)):
        notes.add(cue, 0, STANDS_APART)
        return found
    if "-->" in payload:
        lines = payload.split("\n")
        row = next(row for row, line in enumerate(lines) if "-->" in line)
        payload = "\n".join(lines[:row])
        note_lost(cue, row, "\n".join((*lines[row:], "", rest)), notes, last=last)
    elif rest and (last or "\n" in rest):
        note_lost(cue, payload.count("\n") + 2, rest, notes, last=last)
    return payload[1:]


def _first_text(rest: str, *, last: bool) -> str:
    """Return the block below an empty cue if it is neither a comment nor an identifier."""
    block, blank, _ = rest.lstrip("\n").partition("\n\n")
    is_text = blank or last or rest.endswith("\n")  # an identifier stands right above its times
    if block.startswith(_OTHER_BLOCKS) or "-->" in block or not is_text:
        return ""
    return block.rstrip("\n")


def note_lost(cue: int, row: int, text: str, notes: Notes, *, last: bool) -> None:
    """Note every block that is no cue and was meant to be something, from `row` lines below."""
    for begin, block, closed in _blocks(text):
        if block[0].startswith(_OTHER_BLOCKS) or (len(block) == 1 and not closed and not last):
            continue  # the last one is the next cue's identifier
        damaged = any("-->" in line for line in block)
        notes.add(cue, row + begin, UNREADABLE if damaged else LEFT_OUT)


def _blocks(text: str) -> Iterator[tuple[int, list[str], bool]]:
    """Yield each block's row, lines, and whether a blank line follows."""
    block: list[str] = []
    row = 0
    for row, line in enumerate(text.split("\n")):
        if line:
            block.append(line)
        elif block:
            yield row - len(block), block, True
            block = []
    if block:
        yield row - len(block) + 1, block, False
