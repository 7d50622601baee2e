"""Files inside packed office documents, bounded: no more is unpacked than a transcript can need."""

import io
import struct
import zipfile
import zlib
from typing import IO, Final

from viewer.formats.draft import NothingUsableError

#: A transcript of ten hours is 10 MB of a document's XML.
MOST_UNPACKED: Final = 32 * 1024 * 1024
#: The list of what is in a package is read whole.
_MOST_LISTED: Final = 1024 * 1024
_LISTING: Final = struct.Struct("<4s4H2LH")
_LISTING_SIGN: Final = b"PK\x05\x06"
_LONGEST_COMMENT: Final = 65_535
#: What office programs pack with; other methods may ask for any amount of memory.
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_CHUNK: Final = 65_536

_DAMAGED: Final = "it is packed, and the package is damaged"
_TOO_LARGE: Final = "it is packed, and unpacked it is too large for a transcript"
_LOCKED: Final = "it is locked with a password"


def unpack(data: bytes, name: str) -> bytes:
    """Return one file of a package; raises `NothingUsableError` where that cannot be done."""
    _check_listing(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if package.getinfo(name).compress_type not in _METHODS:
                raise NothingUsableError(_DAMAGED)
            with package.open(name) as file:
                return _bounded(file)
    except KeyError:
        raise NothingUsableError("it is packed, and has no text in it") from None
    except (RuntimeError, NotImplementedError):
        raise NothingUsableError(_LOCKED) from None
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, struct.error):
        raise NothingUsableError(_DAMAGED) from None


def _check_listing(data: bytes) -> None:
    """Refuse a package whose list of files alone takes long to read."""
    begin = data.rfind(_LISTING_SIGN, max(len(data) - _LONGEST_COMMENT - _LISTING.size, 0))
    if begin < 0 or begin + _LISTING.size > len(data):
        raise NothingUsableError(_DAMAGED)
    listed = _LISTING.unpack_from(data, begin)[5]
    if listed > _MOST_LISTED:
        raise NothingUsableError(_TOO_LARGE)


def _bounded(file: IO[bytes]) -> bytes:
    parts = []
    size = 0
    while part := file.read(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > MOST_UNPACKED:
            raise NothingUsableError(_TOO_LARGE)
    return b"".join(parts)
