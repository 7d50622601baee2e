"""Speakers in archive Markdown, as bold names: `*  **Anna:** Good morning. [[00:00:12](...)]`.

Backslashes keep apart what only looks like a name or, at the end of a text, like a time.
"""

import re
from typing import Final

from viewer.core.late import late

_LABEL: Final = late(r"[ \t\xa0]*+(\\*+)\*\*((?:[^*\\:]|\\.|:(?!\*\*)){1,2000}+):\*\*(?: |\Z)")
_SPECIAL: Final = re.compile(r"[\\*]")
_ESCAPED: Final = re.compile(r"\\(.)")


def with_speaker(speaker: str | None, text: str) -> str:
    """Return a bullet's text with its speaker, so that `split_speaker` finds both again."""
    if speaker:
        name = _SPECIAL.sub(r"\\\g<0>", speaker)
        return f"**{name}:** {text}"
    return f"\\{text}" if _LABEL.match(text) else text


def split_speaker(text: str) -> tuple[str | None, str]:
    """Return who says a bullet's text, if the file tells, and what is said."""
    label = _LABEL.match(text) if "**" in text else None
    if label is None:
        return None, text
    if label[1]:
        return None, text[: label.start(1)] + text[label.start(1) + 1 :]
    return _ESCAPED.sub(r"\1", label[2]), text[label.end() :]


def without_time_at_end(text: str) -> str:
    """Return the text of a bullet that has no time, so that its end is not read as one."""
    bare = text[:-1].rstrip("\\") if text.endswith("]") else ""
    return f"{text[:-1]}\\]" if bare.endswith(")") else text


def with_its_end(text: str) -> str:
    """Return the text of a bullet that has no time as it was before `without_time_at_end`."""
    bare = text.rstrip()
    is_kept_apart = bare.endswith("\\]") and bare[:-2].rstrip("\\").endswith(")")
    return f"{bare[:-2]}]" if is_kept_apart else text
