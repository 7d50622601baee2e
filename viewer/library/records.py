"""What every index keeps of a file in the same columns, and back."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from viewer.core.folding import fold
from viewer.library.entry import Entry, Facts, Read

#: What is kept of a file beside its number, in this order.
KEPT: Final = (
    "folder, path, size, mtime_ns, key, problem, title, channel, published, length_ms,"
    " language, format, url, segments, speakers, filed_under"
)
#: What `entry_of` wants, in this order.
ASKED: Final = (
    "id, folder, path, problem, recording, filed_under, title, channel, published,"
    " length_ms, language, format, url, segments, speakers, key"
)

#: What `counts_of` wants.
COUNTED: Final = (
    "SELECT folder.path, problem<>'', count(*) FROM file JOIN folder ON folder.id=file.folder"
    " GROUP BY 1, 2"
)


def values_of(folder: int, read: Read) -> tuple[object, ...]:
    """Return what is kept of a file, as `KEPT` has it."""
    facts, stamp = read.facts, read.stamp
    filed = fold(" ".join((facts.title, facts.channel, *facts.speakers, path_of(read.path).stem)))
    texts = (read.problem, facts.title, facts.channel, facts.published)
    return (
        folder,
        read.path,
        stamp.size,
        stamp.mtime_ns,
        read.key,
        *map(_clean, texts),
        facts.length_ms,
        *map(_clean, (facts.language, facts.format, facts.url)),
        facts.segments,
        json.dumps(facts.speakers) if facts.speakers else "",
        _clean(filed),
    )


def entry_of(row: tuple[Any, ...], folders: Mapping[int, Path]) -> Entry:
    """Return an entry of what `ASKED` gives."""
    id_, folder, path, problem, recording, filed_under, *_ = row
    title, channel, published, length_ms, language, kind, url, segments, speakers, key = row[6:]
    names = _speakers_of(speakers) if speakers else ()
    heard = path_of(recording) if recording else None
    facts = Facts(title, channel, published, length_ms, language, kind, url, segments, names)
    here = os.fsdecode(path)
    return Entry(id_, folders[folder], here, facts, problem, heard, filed_under, key or "")


@lru_cache(maxsize=1_000)
def _speakers_of(kept: str) -> tuple[str, ...]:
    """Return the speakers out of what is kept of them; those of a channel often are the same."""
    return tuple(json.loads(kept))


def counts_of(rows: Iterable[tuple[Any, ...]]) -> Mapping[Path, Mapping[bool, int]]:
    """Return how many files of each folder have no problem, and how many have one."""
    counts: dict[Path, Counter[bool]] = {}
    for folder, is_problem, number in rows:
        counts.setdefault(path_of(folder), Counter())[bool(is_problem)] = number
    return counts


def path_of(name: bytes) -> Path:
    """Return a path as it is kept, whatever bytes its name is made of."""
    return Path(os.fsdecode(name))


def _clean(text: str) -> str:
    """Return text that can be kept: names that are no UTF-8 have half characters in them."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")
