"""What office documents hold, once it is lines of text, by the readers of text and captions."""

from dataclasses import replace
from typing import Final

from viewer.core.transcript import Problem, Transcript
from viewer.formats.captions import frame_blocks, subrip, substation
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.captions.webvtt import youtube as youtube_vtt
from viewer.formats.draft import Draft
from viewer.formats.format import Content, NothingUsableError, Reader, first_claim
from viewer.formats.left_out import with_words
from viewer.formats.prose import clock_lines as clock_text
from viewer.formats.prose import f4 as f4_text
from viewer.formats.prose import plain as plain_text
from viewer.formats.prose import speaker_markdown, turn_blocks, youtube_panel, zoom_captions
from viewer.formats.tables import any_table as timed_rows

_SAMPLE: Final = 65_536
#: A transcript of ten hours has 600,000 characters.
MOST_TEXT: Final = 3_000_000
#: The readers of text, the more particular first.
_READERS: Final[tuple[Reader, ...]] = (
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
    reader = first_claim(_READERS, Content.of(text[:_SAMPLE]))
    if reader is None:
        raise NothingUsableError(f"it is {title} without text")
    made = reader.parse(Content.of(text))
    damage = (Problem(1, problem.message) for problem in draft.finish().problems)
    with_damage = (*damage, *map(_in_paragraph, with_words(made.problems, text)))
    return replace(made, format=name, problems=with_damage)


def _in_paragraph(problem: Problem) -> Problem:
    """Tell of a paragraph, for a document has no lines."""
    return replace(problem, line=1, message=f"Paragraph {problem.line:,}: {problem.message}")
