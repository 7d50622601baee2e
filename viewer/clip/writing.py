"""What goes wrong while a clip is written, apart from what is wrong with its recording."""

from collections.abc import Iterator
from contextlib import contextmanager

import av.error


class WritingError(Exception):
    """Encoding failed, or the disk did; the cause tells."""


@contextmanager
def writing() -> Iterator[None]:
    """Have what PyAV and the disk raise in the block be a `WritingError`."""
    try:
        yield
    except (OSError, av.error.FFmpegError, ValueError) as error:
        raise WritingError from error
