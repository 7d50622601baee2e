"""What a transcript is known by: a hash of its file's content, so that moving it loses nothing."""

from pathlib import Path

from viewer.core.digest import blake2b
from viewer.errors import StateError


def key_for(data: bytes) -> str:
    """Return the name of a transcript file's content; kinds of line ends make no difference."""
    text = data.replace(b"\r\n", b"\n")
    return blake2b(text, digest_size=16).hexdigest()


def key_for_file(transcript: Path) -> str:
    """Return the key of the file's content; raises `StateError` where it cannot be read."""
    try:
        return key_for(transcript.read_bytes())
    except OSError as error:
        raise StateError(f"Cannot read {transcript.name}: {error.strerror}.") from error
