"""Transcripts for an index, as readers hand them over."""

import os
from pathlib import Path

from viewer.core.segment import Segment
from viewer.library.entry import Facts, Read, Stamp
from viewer.library.index import Batch
from viewer.library.leaf import Leaf
from viewer.library.tokens import joints_of, looked_up

FOLDER = Path(os.path.abspath("/talks"))


def read_of(name, texts, *, voices=None, **facts):
    """Return a transcript of these lines, four seconds each, as it is read from a file."""
    segments = [Segment(i * 4000, i * 4000 + 4000, text) for i, text in enumerate(texts)]
    said_by = voices or [None] * len(segments)
    speakers = tuple(dict.fromkeys(filter(None, said_by)))
    text, folded, marks = Leaf.pack(segments, said_by, speakers)
    told = Facts(title=name, segments=len(segments), speakers=speakers, **facts)
    path = os.fsencode(FOLDER / f"{name}.md")
    return Read(path, Stamp(1, 2), name, "", told, folded, marks, looked_up(text))


def filled(index, *read):
    """Write transcripts into an index, with their joints, and return it."""
    index.write(index.add_folder(FOLDER), Batch(list(read)))
    return joined(index)


def joined(index, most=None):
    """Make the joints that are missing, or so many transcripts' of them, and return the index."""
    leaves = index.leaves(index.unjoined()[:most])
    index.join({id_: joints_of(leaf.text) for id_, leaf in leaves})
    return index
