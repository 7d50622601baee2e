"""Writes the words alone, as people read them."""

from viewer.core.oneline import one_line
from viewer.core.transcript import Transcript


def write(transcript: Transcript) -> str:
    """Return a line a segment, without times.

    Where there are speakers, each turn begins with the name and has a blank line before it.
    """
    lines: list[str] = []
    before: str | None = None
    for segment in transcript.segments:
        text = one_line(segment.text)
        if segment.speaker and segment.speaker != before:
            lines += [""] if lines else []
            text = f"{one_line(segment.speaker)}: {text}"
        elif not segment.speaker and before:
            lines.append("")
        before = segment.speaker
        lines.append(text.rstrip())
    return "".join(f"{line}\n" for line in lines)
