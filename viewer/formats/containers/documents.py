"""What office documents hold, once it is lines of text, by the readers of text and captions."""

from dataclasses import replace
from typing import Final

from viewer.core.transcript import Problem, Transcript
from viewer.formats.captions import frame_blocks, subrip, substation
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.captions.webvtt import youtube as youtube_vtt
from viewer.formats.draft import Draft
from viewer.formats.format import Claim, Content, NothingUsableError, Reader, first_claim
from viewer.formats.left_out import with_words
from viewer.formats.prose import clock_lines as clock_text
from viewer.formats.prose import f4 as f4_text
from viewer.formats.prose import plain as plain_text
from viewer.formats.prose import (
    speaker_markdown,
    transana,
    turn_blocks,
    youtube_panel,
    zoom_captions,
)
from viewer.formats.tables import any_table as timed_rows

_SAMPLE: Final = 65_536
#: A table has at most so many paragraphs above it.
_HEAD: Final = 30
#: A transcript of ten hours has 600,000 characters.
MOST_TEXT: Final = 3_000_000
#: The readers of text, the more particular first.
_READERS: Final[tuple[Reader, ...]] = (
    transana,
    f4_text,
    youtube_vtt,
    webvtt,
    substation,
    frame_blocks,
    timed_rows,
    turn_blocks,
    subrip,
    zoom_captions,
    clock_text,
    speaker_markdown,
    youtube_panel,
    plain_text,
)


def read_document(name: str, title: str, text: str, draft: Draft) -> Transcript:
    """Return what the paragraphs of a document say, by the first reader that takes them.

    `draft` holds the problems with the document itself; `title` names its kind in a refusal.
    """
    above = _above_table(text)
    said = text[len(above) :]
    if above and timed_rows.claims(Content.of(said[:_SAMPLE])):
        reader: Reader | None = timed_rows
    else:
        above, said = "", text
        reader = first_claim(_READERS, Content.of(text[:_SAMPLE]))
    if reader is None:
        raise NothingUsableError(f"it is {title} without text")
    made = reader.parse(Content.of(said))
    damage = (Problem(1, problem.message) for problem in draft.finish().problems)
    line = above.count("\n")
    found = (_in_paragraph(problem, line) for problem in with_words(made.problems, said))
    description = made.description or above.strip()
    return replace(made, format=name, description=description, problems=(*damage, *found))


def holds_times(text: str) -> bool:
    """Return whether a reader other than that of plain text takes the paragraphs."""
    said = text[len(_above_table(text)) :]
    timed = timed_rows.claims(Content.of(said[:_SAMPLE])) is not Claim.NO
    return timed or first_claim(_READERS, Content.of(text[:_SAMPLE])) not in (None, plain_text)


def _above_table(text: str) -> str:
    """Return the lines above a table that is the rest of a document."""
    lines = text[:_SAMPLE].split("\n")
    first = next((row for row, line in enumerate(lines[:_HEAD]) if "\t" in line), 0)
    filled = [line for line in lines[first:] if line.strip()]
    is_table = sum("\t" in line for line in filled) * 10 >= len(filled) * 9
    return "".join(f"{line}\n" for line in lines[:first]) if is_table else ""


def _in_paragraph(problem: Problem, above: int) -> Problem:
    """Say the paragraph, for a document has no lines; `above` are those that the reader lacked."""
    line = problem.line + above
    return replace(problem, line=1, message=f"Paragraph {line:,}: {problem.message}")
