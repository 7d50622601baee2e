"""Files inside packed office documents, bounded: no more is unpacked than a transcript can need."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from viewer.formats.format import NothingUsableError

#: A transcript of ten hours is 10 MB of a document's XML.
MOST_UNPACKED: Final = 32 * 1024 * 1024
#: A package with more files is none that holds a transcript; the list of them is read whole.
_MOST_LISTED: Final = 5_000
_LISTED: Final = b"PK\x01\x02"
#: What office programs pack with; other methods may ask for any amount of memory.
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
#: The parts in which a file is handed out.
_PART: Final = 1024 * 1024

_DAMAGED: Final = "it is packed, and the package is damaged"
TOO_LARGE: Final = "it is packed, and unpacked it is too large for a transcript"
_LOCKED: Final = "it is locked with a password"


def unpack(data: bytes, name: str) -> Iterator[bytes]:
    """Yield one file of a package in parts; raises `NothingUsableError` where that cannot be done.

    Each part is unpacked when it is asked for, so that the file is nowhere whole. One that the
    package's list says to be too large is not begun, and of none comes more than the list says.
    """
    if data.count(_LISTED) > _MOST_LISTED:
        raise NothingUsableError(TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            packed = package.getinfo(name)
            if packed.compress_type not in _METHODS:
                raise NothingUsableError(_DAMAGED)
            if packed.file_size > MOST_UNPACKED:
                raise NothingUsableError(TOO_LARGE)
            with package.open(packed) as file:
                while part := file.read(_PART):
                    yield part
    except KeyError:
        raise NothingUsableError("it is packed, and has no text in it") from None
    except (RuntimeError, NotImplementedError):
        raise NothingUsableError(_LOCKED) from None
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, struct.error):
        raise NothingUsableError(_DAMAGED) from None
