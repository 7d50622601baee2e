"""Save the picture at a moment, with its time and source."""

import argparse
from pathlib import Path

from viewer.clip.kinds import check_still
from viewer.commands.arguments import Home, add_file, time_ms
from viewer.commands.output import print_lines
from viewer.commands.pairs import pair_of
from viewer.core.timecode import format_clock
from viewer.core.transcript import Source, Transcript
from viewer.errors import ExportError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    add_file(parser)
    parser.add_argument(
        "--at", dest="moment", metavar="TIME", type=time_ms, required=True, help="the moment"
    )
    parser.add_argument(
        "-o", "--out", metavar="OUT", type=Path, required=True, help="the PNG file to write"
    )
    parser.add_argument("--media", metavar="PATH", type=Path, help="the recording")
    parser.add_argument("--force", action="store_true", help="replace OUT where it exists")


def run(arguments: argparse.Namespace, home: Home) -> int:
    """Write the picture."""
    out, ms = arguments.out, arguments.moment
    check_still(out)
    if out.exists() and not arguments.force:
        raise ExportError(f"{out.name} exists already.", hint="Use --force to replace it.")
    recording, transcript = pair_of(arguments.file, arguments.media, home)
    from viewer.clip.still import save_still  # PyAV takes long to load

    source = transcript.source if transcript is not None else Source()
    save_still(recording, ms, out, source, _words(transcript, ms))
    print_lines([f"Wrote the picture at {format_clock(ms)} of {recording.name} to {out}."])
    return 0


def _words(transcript: Transcript | None, ms: int) -> str:
    """Return what is said at the moment, nothing in a gap."""
    lit = transcript.said_at(ms).lit if transcript is not None else ()
    return transcript.segments[lit[-1]].text if transcript is not None and lit else ""
