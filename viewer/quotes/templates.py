"""The user's own ways to word quotes: templates of Jinja, filled by a process of its own.

No template can run code: it is filled in Jinja's sandbox. None can hold the program up either: the
process is ended where it takes too long or too much memory.
"""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from viewer.core.timecode import format_clock, format_stamp
from viewer.core.turns import Turn
from viewer.errors import QuoteError
from viewer.quotes.wording import Parts, Rendered, html_text

#: A template that takes longer is stopped.
LIMIT_S: Final = 5.0
#: No template is larger.
_MOST_BYTES: Final = 256 * 1024
_WORKER: Final = Path(__file__).with_name("template_worker.py")

#: What a template can use, and what each is. Conditions tell what is known: an empty text is not.
VARIABLES: Final = {
    "text": "the words, as they read",
    "paragraphs": "the words, a paragraph for each speaker's turn",
    "turns": "each turn with its speaker and text",
    "lines": "each quoted line with its text, speaker, start, end (milliseconds)",
    "speaker": "who says it, where one does",
    "speakers": "everybody who says it",
    "title": "the title of the recording",
    "channel": "the channel or author",
    "date": "when it was published, as 24 May 2017",
    "published": "the same as 2017-05-24",
    "time": "when it begins, as 0:16",
    "end_time": "when it ends, as 0:23",
    "stamp": "when it begins, as 00:00:16.400",
    "end_stamp": "when it ends, as 00:00:23.400",
    "start_ms": "when it begins, in milliseconds; none in a transcript without times",
    "end_ms": "when it ends, in milliseconds",
    "approximate": "whether the times are worked out by characters",
    "link": "the link to the moment",
    "url": "the link to the whole",
    "own_link": "the link that opens this transcript at the moment in Cueline",
    "words": "how many words there are",
}


def variables_of(parts: Parts) -> dict[str, Any]:
    """Return what a template can use."""
    quote, source = parts.quote, parts.quote.source
    start, end = quote.start_ms, quote.end_ms
    return {
        "text": quote.text,
        "paragraphs": list(parts.said),
        "turns": [
            {"speaker": turn.speaker or "", "text": turn.text}
            for turn in quote.turns or (Turn(quote.speaker, quote.text),)
        ],
        "lines": [
            {
                "text": line.text,
                "speaker": line.speaker or "",
                "start": line.start_ms,
                "end": line.end_ms,
            }
            for line in quote.lines
        ],
        "speaker": parts.speaker,
        "speakers": list(quote.speakers),
        "title": parts.title,
        "channel": parts.channel,
        "date": parts.date,
        "published": source.published.isoformat() if source.published else "",
        "time": parts.time,
        "end_time": "" if end is None else format_clock(end),
        "stamp": "" if start is None else format_stamp(start),
        "end_stamp": "" if end is None else format_stamp(end),
        "start_ms": start,
        "end_ms": end,
        "approximate": quote.approximate,
        "link": parts.link,
        "url": source.url,
        "own_link": parts.own_link,
        "words": quote.word_count,
    }


def templated(parts: Parts, path: Path) -> Rendered:
    """Word a quote by the template in a file. Raises `QuoteError`."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise QuoteError(f"The style “{path.stem}” is larger than any template.")
        template = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QuoteError(f"The style “{path.stem}” cannot be read.") from error
    return filled(template, parts)


def filled(template: str, parts: Parts) -> Rendered:
    """Return a template filled with a quote. Raises `QuoteError` with the line that is wrong."""
    if find_spec("jinja2") is None:
        sentence = "Styles of your own need the Python package jinja2, which is not installed."
        raise QuoteError(sentence, hint="Install Cueline anew; the other styles do without it.")
    asked = {"template": template, "variables": variables_of(parts)}
    outcome = _run(json.dumps(asked).encode())
    if "text" not in outcome:
        line = int(outcome.get("line", 0))
        where = f"line {line}" if line else "the template"
        reason = str(outcome["error"]).rstrip(".")  # Jinja ends some of its sentences
        raise QuoteError(f"There is a mistake in {where}: {reason}.", line=line)
    text = str(outcome["text"]).strip("\n")
    return Rendered(text, text, f"<p>{html_text(text)}</p>")


def _run(asked: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-W", "ignore", str(_WORKER)],
            input=asked,
            capture_output=True,
            timeout=LIMIT_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        outcome = json.loads(done.stdout)
    except OSError as error:
        raise QuoteError(f"The template could not be filled: {error.strerror}.") from error
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise QuoteError(
            "The template was stopped: it takes too long or too much memory.",
            hint="Look at its loops.",
        ) from error
    return outcome if isinstance(outcome, dict) else {"error": "it made nothing"}
