"""Show what is in a transcript."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from viewer.commands.arguments import Home, add_file, add_json, add_track
from viewer.commands.output import print_json, print_lines
from viewer.commands.pairs import choices
from viewer.core.dates import format_date
from viewer.core.paragraphs import readable
from viewer.core.segment import Segment
from viewer.core.timecode import format_clock
from viewer.core.transcript import Transcript
from viewer.errors import StateError
from viewer.media.info import TextTrack
from viewer.session import captions, recordings
from viewer.session.captions import Loaded
from viewer.state.content_key import key_for_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    add_file(parser)
    add_track(parser)
    add_json(parser)
    parser.add_argument("--segments", action="store_true", help="list every segment")


def run(arguments: argparse.Namespace, home: Home) -> int:
    """Print what the transcript holds."""
    loaded = captions.load(arguments.file, arguments.track)
    if arguments.json:
        print_json(report(arguments.file, loaded, home, segments=arguments.segments))
        return 0
    print_lines(_lines(arguments.file, loaded, home))
    if arguments.segments:
        print_lines(["", *map(_segment_line, loaded.transcript.segments)])
    return 0


def report(path: Path, loaded: Loaded, home: Home, *, segments: bool = False) -> dict[str, Any]:
    """Return what `info --json` prints; what is not known is None.

    Of a recording with captions in it, `tracks` are all of them.
    """
    transcript = loaded.transcript
    source = transcript.source
    timed = transcript.timed_indices
    facts: dict[str, Any] = {
        "path": str(path),
        "format": transcript.format,
        "title": source.title or None,
        "channel": source.channel or None,
        "published": source.published.isoformat() if source.published else None,
        "source_url": source.url or None,
        "duration_ms": transcript.duration_ms,
        "language": transcript.language,
        "timed": transcript.timed,
        "segments": len(transcript.segments),
        "words": sum(len(segment.words) for segment in transcript.segments),
        "speakers": list(transcript.speakers),
        "chapters": len(transcript.chapters),
        "first_start_ms": transcript.segments[timed[0]].start_ms if timed else None,
        "last_end_ms": transcript.last_time_ms,
        "media": _recording(path, loaded, home),
        "metadata": dict(transcript.metadata),
        "problems": [{"line": p.line, "message": p.message} for p in transcript.problems],
    }
    if loaded.tracks:
        facts["tracks"] = [_track(track, loaded) for track in loaded.tracks]
    if segments:
        facts["items"] = [_item(segment) for segment in transcript.segments]
    return facts


def _recording(path: Path, loaded: Loaded, home: Home) -> str | None:
    """Return where the recording is, failing that what the file calls it."""
    if loaded.track is not None:
        return str(path)
    transcript = loaded.transcript
    try:
        found = recordings.find(path, transcript, key_for_file(path), choices(home))
    except StateError:  # the chosen one is gone
        found = None
    return str(found) if found is not None else next(iter(transcript.media), None)


def _track(track: TextTrack, loaded: Loaded) -> dict[str, Any]:
    return {
        "number": track.index + 1,
        "language": track.language or None,
        "title": track.title or None,
        "codec": track.codec,
        "is_text": track.is_text,
        "is_read": track == loaded.track,
    }


def _item(segment: Segment) -> dict[str, Any]:
    return {
        "start_ms": segment.start_ms,
        "end_ms": segment.end_ms,
        "end_derived": segment.end_derived,
        "text": segment.text,
        "speaker": segment.speaker,
        "words": [
            {
                "start_ms": word.start_ms,
                "end_ms": word.end_ms,
                "text": word.text,
                "confidence": word.confidence,
                "interpolated": word.interpolated,
            }
            for word in segment.words
        ],
    }


def _lines(path: Path, loaded: Loaded, home: Home) -> Iterator[str]:
    transcript = loaded.transcript
    source = transcript.source
    facts = {
        "File": str(path),
        "Format": transcript.format,
        "Title": source.title,
        "Channel": source.channel,
        "Published": format_date(source.published) if source.published else "",
        "Link": source.url,
        "Length": _clock(transcript.duration_ms),
        "Language": transcript.language or "",
        "Lines": _count(transcript),
        "Last time": _clock(transcript.last_time_ms),
        "Speakers": ", ".join(transcript.speakers),
        "Chapters": str(len(transcript.chapters) or ""),
        "Encoding": transcript.encoding,
        "Recording": _recording(path, loaded, home) or "",
    }
    facts |= {f"Track {track.index + 1}": _track_line(track, loaded) for track in loaded.tracks}
    yield from (f"{name + ':':11}{value}" for name, value in facts.items() if value)
    yield from (f"Line {problem.line}: {problem.message}" for problem in transcript.problems)


def _count(transcript: Transcript) -> str:
    count, read_as = len(transcript.segments), len(readable(transcript).segments)
    cut = f"cut into {read_as:,} to be read" if read_as != count else ""
    times = "" if transcript.timed else "without times"
    return ", ".join(filter(None, (f"{count:,}", cut, times)))


def _track_line(track: TextTrack, loaded: Loaded) -> str:
    kind = track.codec if track.is_text else f"{track.codec}, pictures of text"
    parts = (track.language, track.title, kind, "read here" if track == loaded.track else "")
    return ", ".join(filter(None, parts))


def _segment_line(segment: Segment) -> str:
    speaker = f"{segment.speaker}: " if segment.speaker else ""
    return f"{_clock(segment.start_ms):>8}  {speaker}{segment.text}".rstrip()


def _clock(ms: int | None) -> str:
    return "" if ms is None else format_clock(ms)
