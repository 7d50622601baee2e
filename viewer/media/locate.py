"""Which recording belongs to a transcript, and which transcripts to a recording: by names alone.

Only a recording's length, asked through a function that is handed in, and the heads of archive
files are ever read; Qt and the media library are not needed.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from heapq import nlargest
from itertools import islice
from os.path import splitext
from pathlib import Path, PureWindowsPath
from typing import Final, TypeAlias
from urllib.parse import unquote, urlsplit

from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.media import names
from viewer.media.folders import Listing, list_around
from viewer.web import youtube

#: Lengths this close count as the same.
SAME_LENGTH_MS: Final = 2_000
#: More recordings than these are never asked for their length.
MOST_PROBED: Final = 8
#: Of so many recordings at most that a transcript names, each is looked for.
MOST_NAMED: Final = 50
#: More recordings than these are not offered for a choice.
MOST_OFFERED: Final = 24
#: Of so many archive files at most the heads are read, and of each so much.
MOST_HEADS: Final = 200
HEAD_BYTES: Final = 32_768

MEDIA_FOLDERS: Final = ("media", "video", "videos", "audio", "recordings")
TRANSCRIPT_FOLDERS: Final = ("transcripts", "transcript", "subtitles", "subs", "captions", "text")
_HEADED: Final = (".md", ".markdown", ".txt")

#: Gives a recording's length in milliseconds, or None where it has none that can be known.
LengthOf: TypeAlias = Callable[[Path], int | None]

is_media = names.is_media
language_of = names.language_of


class Why(IntEnum):
    """Why a recording is thought to belong to a transcript; the strongest reason first."""

    NAMED = 0
    SAME_NAME = 1
    VIDEO_ID = 2


@value
class Candidate:
    """A recording that may belong to a transcript; a smaller `distance` is a better match."""

    path: Path
    why: Why
    distance: int = 0


def recording_for(
    path: Path, transcript: Transcript, length_of: LengthOf | None = None
) -> Path | None:
    """Return the recording that most probably belongs to the transcript at `path`, or None."""
    found = candidates(path, transcript, length_of)
    return found[0].path if found else None


def candidates(
    path: Path, transcript: Transcript, length_of: LengthOf | None = None
) -> list[Candidate]:
    """Return the recordings that may belong to the transcript at `path`, best first.

    Looked for in its folder, one folder up, and in `media`, `video` or `audio` in either: what
    the file names, the same stem, the id of its YouTube video in a name. Where several are equally
    good by their names, those as long as the transcript come first; near ones before far ones and
    those with a picture before those without.
    """
    listings = list(list_around(_folder(path), MEDIA_FOLDERS))
    found = [Candidate(each, Why.NAMED) for each in _named(path, transcript, listings)]
    judge = _Judge(path, transcript)
    for listing in listings:
        matches = (judge.candidate(listing, name) for name in sorted(listing.names))
        near = [match for match in matches if match is not None]
        found += sorted(near, key=_picture_first)
    found.sort(key=_goodness)  # stable: near ones stay before far ones
    return _by_length(_unique(found), transcript, length_of)


def has_its_own(path: Path) -> bool:
    """Return whether a recording of the transcript's own name lies in its folder."""
    stems = names.recording_stems(path.name)
    listing = next(list_around(_folder(path), ()))
    return any(
        is_media(Path(name))
        and stems.get(names.stem_of(name), names.LOOSE) < names.LOOSE
        and listing.file(name) is not None
        for name in listing.names
    )


def recordings_near(path: Path) -> list[Path]:
    """Return the recordings around the transcript at `path`, near ones first; some at most.

    Whatever they are called: for a person to choose from.
    """
    found = (
        listing.file(name)
        for listing in list_around(_folder(path), MEDIA_FOLDERS)
        for name in sorted(listing.names)
        if is_media(Path(name))
    )
    return list(islice((each for each in found if each is not None), MOST_OFFERED))


def transcripts_for(media: Path, suffixes: tuple[str, ...]) -> tuple[Path, ...]:
    """Return the transcripts whose names say that they belong to a recording, best first.

    All formats and languages: `talk.md`, `talk.srt`, `talk.en.vtt`, `talk.de.vtt`, and those with
    the same video's id in brackets. `suffixes` are those of transcripts, best first.
    """
    found: list[tuple[int, int, Path]] = []
    for listing in list_around(_folder(media), TRANSCRIPT_FOLDERS):
        found += _transcripts_in(listing, media, suffixes)
    found.sort(key=lambda match: match[:2])
    return tuple(path for _, _, path in found)


def transcript_for(media: Path, suffixes: tuple[str, ...]) -> Path | None:
    """Return the transcript that most probably belongs to a recording, or None.

    Where no name tells, the heads of the archive files around are searched for the video's id.
    """
    by_name = transcripts_for(media, suffixes)
    return by_name[0] if by_name else _by_head(media)


def sibling_transcripts(path: Path, suffixes: tuple[str, ...]) -> tuple[Path, ...]:
    """Return the transcripts of the same recording beside this one, itself among them.

    One for each language that the names give: `talk.en.vtt`, `talk.de.vtt`, `talk.md`; of several
    formats the one that this transcript has, if it can be.
    """
    base = names.base_of(path.name)
    by_language = {language_of(path): path}
    listing = next(list_around(_folder(path), ()))
    same_suffix_first = sorted(listing.names, key=lambda n: (not n.endswith(path.suffix), n))
    for name in same_suffix_first:
        if names.may_be_transcript(name, suffixes) and names.base_of(name) == base:
            other = path.with_name(name)
            if os.path.isfile(other):
                by_language.setdefault(language_of(other), other)
    return tuple(sorted(by_language.values(), key=lambda each: each.name))


class _Judge:
    """Tells by a recording's name whether it may belong to one transcript."""

    def __init__(self, path: Path, transcript: Transcript) -> None:
        self._stems = names.recording_stems(path.name)
        ids = (youtube.video_id(transcript.source.url), youtube.id_in_name(path.stem))
        self._id = next(filter(None, ids), None)

    def candidate(self, listing: Listing, name: str) -> Candidate | None:
        if not names.is_media(Path(name)):
            return None
        stem = names.stem_of(name)
        if stem in self._stems:
            why, distance = Why.SAME_NAME, self._stems[stem]
        elif self._id is not None and self._id in name:
            why = Why.VIDEO_ID
            distance = names.is_part(stem) * 2 + (f"[{self._id}]" not in name)
        else:
            return None
        found = listing.file(name)
        return Candidate(found, why, distance) if found else None


def _named(path: Path, transcript: Transcript, listings: Iterable[Listing]) -> Iterator[Path]:
    """Find what the transcript names as its recording: as named, then by that name around."""
    folders = [listing.folder for listing in listings]
    for text in islice(dict.fromkeys(transcript.media), MOST_NAMED):
        named, last = _path_in(text)
        places = [_folder(path) / named] if named is not None else []
        places += [folder / last for folder in folders if last]
        yield from (place for place in places if os.path.isfile(place) and place != path)


def _path_in(text: str) -> tuple[Path | None, str]:
    """Return the path that a transcript's text means, if it means one here, and the last name.

    Another machine's share is never touched: who asks it for a file tells it who asks.
    """
    try:
        url = urlsplit(text) if "://" in text else None
    except ValueError:
        return None, ""
    if url is not None and url.scheme != "file":
        return None, _last(unquote(url.path))
    local = _local_path(url.path) if url is not None else text
    last = _last(local)
    is_share = local.replace("\\", "/").startswith("//") or (url is not None and bool(url.netloc))
    return (None if is_share or not last else Path(local)), last


def _local_path(path: str) -> str:
    from urllib.request import url2pathname  # loads what talks to servers; few files need it

    return url2pathname(path)


def _last(path: str) -> str:
    """Return the last name of a path as any system writes it."""
    return "" if "\0" in path else PureWindowsPath(path).name


def _by_length(
    found: list[Candidate], transcript: Transcript, length_of: LengthOf | None
) -> list[Candidate]:
    """Put those of the right length first among the best ones, if there are several."""
    best = [each for each in found if _goodness(each) == _goodness(found[0])]
    if length_of is None or len(best) < 2 or not (wanted := transcript.length_ms):
        return found
    fits = []
    for each in best[:MOST_PROBED]:
        length = length_of(each.path)
        if length is not None and abs(length - wanted) <= SAME_LENGTH_MS:
            fits.append(each)
    return fits + [each for each in found if each not in fits]


def _transcripts_in(
    listing: Listing, media: Path, suffixes: tuple[str, ...]
) -> Iterator[tuple[int, int, Path]]:
    stem, video = names.stem_of(media.name), youtube.id_in_name(media.stem)
    for name in sorted(listing.names):
        if not names.may_be_transcript(name, suffixes):
            continue
        if names.folded(name).startswith(stem):
            distance = names.recording_stems(name).get(stem)
        else:
            distance = None
        if distance is None and video is not None and video in name:
            distance = names.LOOSE + 1
        if distance is not None and (path := listing.file(name)):
            yield distance, suffixes.index(splitext(name)[1].lower()), path


def _by_head(media: Path) -> Path | None:
    """Search the heads of archive files for the video's id, likely names first.

    Their own video is linked; one that is only mentioned may be another's in a description.
    """
    video = youtube.id_in_name(media.stem)
    if video is None:
        return None
    words = _words(media.stem)
    found = (
        (len(words & _words(name)), listing.folder / name)
        for listing in list_around(_folder(media), TRANSCRIPT_FOLDERS)
        for name in listing.names
        if name.lower().endswith(_HEADED)
    )
    likely = nlargest(MOST_HEADS, found, key=lambda each: each[0])
    linked, mentioned = _link_to(video), None
    for _, path in likely:
        head = _head(path)
        if linked.search(head):
            return path
        if mentioned is None and video.encode() in head:
            mentioned = path
    return mentioned


def _link_to(video: str) -> re.Pattern[bytes]:
    return re.compile(rb"\]\(\S{0,300}" + video.encode())


def _head(path: Path) -> bytes:
    if not os.path.isfile(path):
        return b""
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        return b""


def _words(name: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() else " " for c in names.folded(name)).split())


def _folder(path: Path) -> Path:
    return Path(os.path.abspath(path)).parent


def _goodness(candidate: Candidate) -> tuple[int, int]:
    return candidate.why, candidate.distance


def _picture_first(candidate: Candidate) -> bool:
    return not names.has_picture(candidate.path.name)


def _unique(found: Iterable[Candidate]) -> list[Candidate]:
    by_path: dict[str, Candidate] = {}
    for each in found:
        by_path.setdefault(os.path.normcase(each.path), each)
    return list(by_path.values())
