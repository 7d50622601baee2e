"""A transcript's bytes from disk, and back beside it and swapped in."""

import errno
import re
import stat
from pathlib import Path
from typing import Final

from viewer.errors import ExportError, TranscriptError
from viewer.formats.decoding.kinds import kind_of

#: The largest archive transcript has 1.4 MB and the wordiest JSON 100 MB; beyond is something else.
MOST_BYTES: Final = 256 * 1024 * 1024
#: Ten hours of the wordiest JSON, which is all one line, have half of this.
LONGEST_LINE: Final = 64 * 1024 * 1024
#: Two weeks without a pause, a word a line, have no more; each takes up to 900 bytes as a segment.
MOST_LINES: Final = 3_000_000
#: What begins so breaks its lines where it likes.
_NESTED: Final = re.compile(rb'\s*+(?:[{<]|\[\s*+[\[{"])')
_HEAD: Final = 65_536
_CHECK: Final = "Check the name and the folder."
_ELSEWHERE: Final = "Choose a folder that exists and that you may write to."
#: What to do where writing fails, by the system's reason.
_TO_WRITE: Final = {
    errno.ENOSPC: "Free some space, or choose another disk.",
    getattr(errno, "EDQUOT", errno.ENOSPC): "Free some space, or choose another disk.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
}
_MISSING: Final = frozenset({errno.ENOENT, errno.ENOTDIR})
#: A web address that was taken for a path, which leaves one slash of two.
_ADDRESS: Final = re.compile(r"(?i)https?:[/\\]")


def read_bytes(path: Path) -> bytes:
    """Return a file's content; raises `TranscriptError` where it is none to be read."""
    try:
        status = path.stat()  # before opening: a pipe would wait for its other end
        if stat.S_ISDIR(status.st_mode):
            raise TranscriptError(path, "it is a folder", hint="Choose a transcript inside it.")
        if not stat.S_ISREG(status.st_mode):
            hint = "Save its content in a file first."
            raise TranscriptError(path, "it is a device or a pipe, not a file", hint=hint)
        with path.open("rb") as file:
            if status.st_size > MOST_BYTES:
                raise _too_large(path, file.read(_HEAD), status.st_size)
            data = file.read(MOST_BYTES)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if _has_endless_line(data) and kind_of(data[:_HEAD]) is None:
        hint = "Split it, or convert it to a plainer format."
        raise TranscriptError(path, "it has a line of more than 64 MB", hint=hint)
    if data.count(b"\n") > MOST_LINES and not _NESTED.match(data[:_HEAD]):
        hint = "If it is a transcript nevertheless, split it."
        raise TranscriptError(path, "it has more than 3 million lines, as logs have", hint=hint)
    return data


def write_text(text: str, path: Path, *, source: Path | None, overwrite: bool = False) -> None:
    """Write a file, whole at any moment; a link stays, and what it leads to is replaced.

    Raises `ExportError` where `path` is the `source`, or exists and `overwrite` is not given.
    """
    from viewer.disk.whole import write_whole  # loads what makes secrets, for writing alone

    try:
        _refuse(path, source, overwrite=overwrite)
        write_whole(path, text.encode("utf-8", "replace"))
    except (OSError, ValueError) as error:
        hint = _TO_WRITE.get(getattr(error, "errno", None) or 0, _ELSEWHERE)
        raise ExportError(f"Cannot write {path.name}: {_why(error)}.", hint=hint) from error


def _refuse(path: Path, source: Path | None, *, overwrite: bool) -> None:
    if source is not None and _same(source, path):
        sentence = f"{path.name} is the transcript itself and is never overwritten."
        raise ExportError(sentence, hint="Choose another name for the copy.")
    if path.is_dir():
        raise ExportError(f"Cannot write {path.name}: it is a folder.", hint="Add a file name.")
    if path.is_symlink() and not path.exists():  # it may have been laid there to lead elsewhere
        sentence = f"{path.name} is a link to a file that is not there."
        raise ExportError(sentence, hint="Choose another name for the copy.")
    if path.exists() and not (overwrite and path.is_file()):
        raise ExportError(f"{path.name} exists already.", hint="Choose another name for the copy.")


def _has_endless_line(data: bytes) -> bool:
    """Return whether any line is too long; such files are made to fill the memory."""
    begin = 0
    while len(data) - begin > LONGEST_LINE:
        ends = (data.rfind(end, begin, begin + LONGEST_LINE) for end in (b"\n", b"\r"))
        last = next((end for end in ends if end >= 0), -1)
        if last < 0:
            return True
        begin = last + 1
    return False


def _same(first: Path, second: Path) -> bool:
    try:
        return first.samefile(second)
    except OSError:
        return first.absolute() == second.absolute()


def _too_large(path: Path, head: bytes, size: int) -> TranscriptError:
    kind = kind_of(head)
    if kind is not None:
        return TranscriptError(path, kind.reason, hint=kind.hint)
    megabytes = size // (1024 * 1024)
    hint = "Split it, or convert it to a plainer format."
    return TranscriptError(
        path, f"it is {megabytes:,} MB large, too large for a transcript", hint=hint
    )


def _unreadable(path: Path, error: OSError | ValueError) -> TranscriptError:
    number = getattr(error, "errno", None)
    if number in _MISSING:
        return _missing(path)
    if isinstance(error, PermissionError):
        hint = "Ask for permission to read it, or copy it to a folder of your own."
        return TranscriptError(path, "reading it is not permitted", hint=hint)
    if number == errno.ELOOP:
        hint = "Choose the file itself."
        return TranscriptError(path, "it is a link that leads back to itself", hint=hint)
    if number == errno.ENAMETOOLONG:
        return TranscriptError(path, "its name is longer than the system allows", hint=_CHECK)
    if isinstance(error, ValueError):
        return TranscriptError(
            path, "its name has a character that no file name can have", hint=_CHECK
        )
    return TranscriptError(path, _why(error), hint="Copy it to another place and try that.")


def _missing(path: Path) -> TranscriptError:
    if _ADDRESS.match(str(path)):
        hint = "Download it first, and open the file."
        return TranscriptError(path, "it is a web address, not a file", hint=hint)
    if path.is_symlink():
        hint = "Put the file back to where it was, or choose it where it is now."
        return TranscriptError(path, "it is a link to a file that is not there", hint=hint)
    return TranscriptError(path, "there is no such file", hint=_CHECK)


def _why(error: OSError | ValueError) -> str:
    text = getattr(error, "strerror", None) or str(error) or "the system refused"
    return text[0].lower() + text[1:]
