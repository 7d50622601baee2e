"""One file read for the library, in whatever way it fails; without Qt, in another process."""

import os
from collections.abc import Callable
from pathlib import Path

from viewer.core.transcript import Transcript
from viewer.errors import ViewerError
from viewer.formats import registry
from viewer.formats.decoding.disk import read_bytes
from viewer.library.entry import UNSEEN, Facts, Read, Stamp
from viewer.library.leaf import Leaf
from viewer.library.tokens import looked_up
from viewer.media.locate import is_media, language_of
from viewer.state.content_key import key_for


def read(path: bytes, known_key: str = "", say: Callable[[Stamp], None] = lambda _: None) -> Read:
    """Return what a file holds, or the sentence that tells why it holds nothing.

    Where its content is still that of `known_key`, nothing but its stamp and key. `say` hears the
    stamp when the disk has done its part.
    """
    stamp, key = UNSEEN, ""
    try:
        here = Path(os.fsdecode(path))
        stamp = Stamp.of(here.stat())
        if is_media(here):
            from viewer.session import captions

            say(stamp)
            loaded = captions.load(here)
            return _told(path, stamp, f"{stamp.size}-{stamp.mtime_ns}", loaded.transcript)
        data = read_bytes(here)
        say(stamp)
        key = key_for(data)
        if key == known_key:
            return Read(path, stamp, key)
        return _told(path, stamp, key, registry.parse(data, here))
    except ViewerError as error:
        cause = error.__cause__
        seen = UNSEEN if isinstance(cause, OSError) else stamp
        gone = isinstance(cause, FileNotFoundError)
        return Read(path, seen, key, f"{error} {error.hint}".strip(), gone=gone)
    except OSError as error:
        gone = isinstance(error, FileNotFoundError)
        return Read(path, UNSEEN, key, f"It cannot be read: {error.strerror or error}.", gone=gone)
    except MemoryError:
        return Read(path, stamp, key, "It is too large for the memory there is.")
    except Exception as bug:  # noqa: BLE001 - one file must not keep the others out
        return Read(path, stamp, key, f"This is a fault in Cueline ({type(bug).__name__}: {bug}).")


def _told(path: bytes, stamp: Stamp, key: str, transcript: Transcript) -> Read:
    text, folded, marks = Leaf.pack(
        transcript.segments, transcript.voices, speakers := _speakers(transcript)
    )
    return Read(
        path, stamp, key, "", _facts(path, transcript, speakers), folded, marks, looked_up(text)
    )


def _speakers(transcript: Transcript) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in transcript.voices if name))


def _facts(path: bytes, transcript: Transcript, speakers: tuple[str, ...]) -> Facts:
    source = transcript.source
    language = transcript.language or language_of(Path(os.fsdecode(path))) or ""
    return Facts(
        source.title,
        source.channel,
        source.published.isoformat() if source.published else "",
        transcript.length_ms,
        language,
        transcript.format,
        source.url,
        len(transcript.segments),
        speakers,
    )
