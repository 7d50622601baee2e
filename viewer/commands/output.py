"""Standard output and standard error, also where they cannot show every character."""

import io
import json
import sys
from collections.abc import Iterable

from viewer.commands.terminal import harmless, harmless_json, one_line
from viewer.errors import ExportError


def print_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output, each as one line whatever is in it; as `print_text`."""
    print_text("\n".join(map(one_line, lines)))


def print_text(text: str) -> None:
    """Write text and a line end to standard output, with nothing in it that a terminal obeys.

    Raises `ExportError` where standard output is closed.
    """
    _write(harmless(text) + "\n")


def print_json(value: object) -> None:
    """Write one JSON document to standard output; what it says is exact."""
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    document = json.dumps(value, ensure_ascii=encoding != "utf8", indent=1)
    _write(harmless_json(document) + "\n")


def _write(text: str) -> None:
    if sys.stdout is None:  # type: ignore[redundant-expr, unused-ignore]  # it is, when closed
        raise ExportError("There is no standard output to write to.")
    _be_tolerant(sys.stdout)
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from error


def flush() -> None:
    """Make sure that what was written has arrived; raises `ExportError` where it has not."""
    if sys.stdout is None:  # type: ignore[redundant-expr, unused-ignore]
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from error


def complain(sentence: str) -> None:
    """Write one line to standard error, if there is one."""
    if sys.stderr is None:  # type: ignore[redundant-expr, unused-ignore]
        return
    _be_tolerant(sys.stderr)
    try:
        sys.stderr.write(one_line(" ".join(sentence.split())) + "\n")
        sys.stderr.flush()
    except OSError:
        return


def _be_tolerant(stream: object) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def _unwritable(error: OSError) -> ExportError:
    # What is buffered would be tried again at the end, and complain again.
    sys.stdout = io.StringIO()
    return ExportError(f"Cannot write to standard output: {error.strerror}.")
