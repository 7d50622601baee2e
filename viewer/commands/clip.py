"""Cut a clip out of a recording: video, sound or a moving picture."""

import argparse
from pathlib import Path

from viewer.clip.kinds import KINDS, kind_of
from viewer.clip.wish import Captions, wish_for
from viewer.commands.arguments import Home, add_begin, add_file, add_json, time_ms
from viewer.commands.output import print_json, print_lines
from viewer.commands.pairs import pair_of
from viewer.core.quote import line_at
from viewer.core.stretch import Stretch
from viewer.core.timecode import format_clock, format_seconds
from viewer.core.transcript import Transcript
from viewer.errors import ExportError, UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    add_file(parser)
    add_begin(parser)
    parser.add_argument(
        "--to", dest="end", metavar="TIME", type=time_ms, help="where it ends; otherwise one line"
    )
    parser.add_argument(
        "-o", "--out", metavar="OUT", type=Path, required=True, help="the file to write"
    )
    parser.add_argument(
        "--format", choices=list(KINDS), help="its kind; otherwise its suffix decides"
    )
    parser.add_argument(
        "--fast", action="store_true", help="copy from the keyframe before, without encoding"
    )
    parser.add_argument(
        "--captions", choices=[str(each) for each in Captions], default="none", help="what is said"
    )
    parser.add_argument("--media", metavar="PATH", type=Path, help="the recording")
    parser.add_argument("--force", action="store_true", help="replace OUT where it exists")
    add_json(parser)


def run(arguments: argparse.Namespace, home: Home) -> int:
    """Write the clip."""
    out: Path = arguments.out
    kind = kind_of(out, arguments.format)
    if out.exists() and not arguments.force:
        raise ExportError(f"{out.name} exists already.", hint="Use --force to replace it.")
    recording, transcript = pair_of(arguments.file, arguments.media, home)
    stretch = stretch_asked(transcript, arguments.start, arguments.end, arguments.file)
    captions = Captions(arguments.captions)
    if captions is not Captions.NONE and transcript is None:
        raise UsageError(f"{recording.name} has no transcript to take captions from.")
    wish = wish_for(
        transcript, recording, [stretch], kind.name, exact=not arguments.fast, captions=captions
    )
    from viewer.clip.cutting import cut  # PyAV takes long to load

    made = cut(wish, out)
    if arguments.json:
        facts = {"path": str(out), "recording": str(recording), "format": kind.name}
        print_json({**facts, "start_ms": made.begin_ms, "end_ms": made.begin_ms + made.length_ms})
    else:
        words = f"Wrote {format_seconds(made.length_ms)} s as {kind.title} to {out}"
        if (early_ms := stretch.begin_ms - made.begin_ms) > 0:
            words += f"; it begins {format_seconds(early_ms)} s earlier, at a keyframe"
        print_lines([f"{words}."])
    return 0


def stretch_asked(
    transcript: Transcript | None, begin: tuple[int, bool], end: int | None, path: Path
) -> Stretch:
    """Return the stretch between two times, or of the line that is said at the first one."""
    start, shown = begin
    if end is not None:
        if end <= start:
            raise UsageError("The clip would end before it begins.", hint="Give a later --to.")
        return Stretch(start, end)
    line = None
    if transcript is not None:
        line = line_at(transcript, transcript.named_by(start) if shown else start)
    if transcript is None or line is None:
        where = format_clock(start)
        raise UsageError(f"No line is said at {where} in {path.name}.", hint="Give a --to as well.")
    segment = transcript.segments[line]
    return Stretch(segment.start_ms or 0, segment.end_ms or (segment.start_ms or 0) + 1)
