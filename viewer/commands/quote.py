"""Quote what is said between two moments, with its source."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from viewer.commands.arguments import Home, add_begin, add_file, add_json, add_track, time_ms
from viewer.commands.output import print_json, print_text
from viewer.core.quote import Quote, quote_between
from viewer.core.timecode import format_clock
from viewer.core.transcript import Transcript
from viewer.errors import QuoteError, UsageError, ViewerError
from viewer.quotes.links import link_of
from viewer.quotes.styles import Style, StyleSpec, Wording, render, style_named
from viewer.session import captions

#: What styles were called before there were many.
_OLD_NAMES: Final = {"plain": "source"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    add_file(parser)
    add_track(parser)
    add_begin(parser)
    parser.add_argument(
        "--to", dest="end", metavar="TIME", type=time_ms, help="where it ends; otherwise one line"
    )
    known = ", ".join(Style)
    parser.add_argument(
        "--style",
        metavar="NAME",
        default=Style.SOURCE.value,
        help=f"how it is worded: {known}; or the name of a style of your own",
    )
    add_json(parser)


def run(arguments: argparse.Namespace, home: Home) -> int:
    """Print the quote."""
    start, shown = arguments.start
    if arguments.end is not None and arguments.end <= start:
        raise UsageError("The quote would end before it begins.", hint="Give a later --to.")
    style = _style(arguments.style, home)
    transcript = captions.load(arguments.file, arguments.track).transcript
    if shown:
        start = transcript.named_by(start)
    quote = _quote(transcript, arguments.file, start, arguments.end)
    wording = Wording(file=arguments.file)
    if arguments.json:
        print_json(report(quote, style, wording))
    else:
        print_text(render(quote, style, wording).plain)
    return 0


def _style(name: str, home: Home) -> StyleSpec:
    try:
        return style_named(_OLD_NAMES.get(name, name), home().quote_styles)
    except QuoteError as error:
        raise UsageError(str(error), hint=error.hint) from error


def report(quote: Quote, style: StyleSpec, wording: Wording) -> dict[str, Any]:
    """Return what `quote --json` prints; what is not known is None."""
    source, rendered = quote.source, render(quote, style, wording)
    return {
        "text": quote.text,
        "start_ms": quote.start_ms,
        "end_ms": quote.end_ms,
        "speaker": quote.speaker,
        "title": source.title or None,
        "channel": source.channel or None,
        "published": source.published.isoformat() if source.published else None,
        "url": source.url or None,
        "link": link_of(quote) or None,
        "plain": rendered.plain,
        "markdown": rendered.markdown,
        "html": rendered.html,
        "turns": [{"speaker": turn.speaker, "text": turn.text} for turn in quote.turns],
        "approximate": quote.approximate,
    }


def _quote(transcript: Transcript, path: Path, start: int, end: int | None) -> Quote:
    if not transcript.timed:
        hint = "Open it in the window and select the words."
        raise ViewerError(f"{path.name} has no times to quote by.", hint=hint)
    quote = quote_between(transcript, start, end)
    if quote is None:
        place = format_clock(start) + (f" to {format_clock(end)}" if end is not None else "")
        hint = "" if end is not None else "Give a --to as well, or the time of a line: "
        hint += "`cueline info --segments` lists the times."
        raise ViewerError(f"Nothing is said at {place} in {path.name}.", hint=hint)
    source = replace(quote.source, title=quote.source.title or path.stem)
    return replace(quote, source=source)
