"""MacWhisper's files (`.whisper`): a package with the transcript as JSON, beside the recording."""

from dataclasses import replace
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.containers.zipped import unpack
from viewer.formats.format import Claim, Content
from viewer.formats.speech.programs import reader

NAME: Final = "macwhisper"

_PACKAGE: Final = b"PK\x03\x04"
_DOCUMENT: Final = "metadata.json"
_OTHERS: Final = (b"word/", b"opendocument", b"xl/", b"ppt/", b"epub")


def claims(sample: Content) -> Claim:
    """Return whether the bytes begin as a package with the JSON in it does."""
    head = sample.data
    found = head.startswith(_PACKAGE) and _DOCUMENT.encode() in head
    return Claim.likely(found and not any(other in head for other in _OTHERS))


def parse(content: Content) -> Transcript:
    """Read the JSON."""
    text = b"".join(unpack(content.data, _DOCUMENT)).decode("utf-8-sig", "replace")
    return replace(reader.parse(Content.of(text)), format=NAME)
