"""Watches folders for the library in a process of its own.

What reports changes goes through all that is in a folder before it does, which a slow disk makes
minutes long, and nothing else of a program in Python is done meanwhile. Standard input brings the
pickled folders, standard output takes each in which something has changed. The end of standard
input, as when whoever asks is gone, is the end of it.
"""

import os
import signal
import sys
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from pickle import dump, load
from threading import Thread
from typing import Final

#: As often it is looked whether a disk came or went.
LOOK_S: Final = 15.0
#: As often all folders are told of where the system cannot tell of changes.
SCAN_S: Final = 60.0
#: Changes that come one after another are reported as one.
_TOGETHER_MS: Final = 800


def main() -> int:
    """Tell of changes until nobody asks any more."""
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whoever prints must not print into the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever asks
    folders: Collection[Path] = load(questions)

    def wait_for_the_end() -> None:
        questions.read()
        os._exit(0)

    Thread(target=wait_for_the_end, daemon=True).start()
    with suppress(BrokenPipeError):
        for folder in changed(folders):
            dump(folder, answers)
            answers.flush()
    return 0


def changed(folders: Collection[Path]) -> Iterator[Path]:
    """Yield folders in which something has changed, or that came or went, for ever."""
    there = _places(folders)
    while True:
        try:
            yield from reported(there)
        except Exception:  # noqa: BLE001 - systems have many ways to refuse, and disks to vanish
            time.sleep(SCAN_S)
            there = _places(folders)
            yield from folders
            continue
        before, there = there, _places(folders)
        yield from (each for each in folders if before.get(each) != there.get(each))


def _places(folders: Collection[Path]) -> dict[Path, tuple[int, int]]:
    """Return where the folders that are there are."""
    places = {}
    for folder in folders:
        with suppress(OSError):
            status = folder.stat()
            places[folder] = (status.st_dev, status.st_ino)
    return places


def reported(there: Mapping[Path, object]) -> Iterator[Path]:
    """Yield the folders of which the system reports changes, for as long as they are there."""
    from watchfiles import watch

    if not there:
        time.sleep(LOOK_S)
        return

    def wanted(_change: object, path: str) -> bool:
        return _folder_of(path, there) is not None

    for changes in watch(
        *there,
        watch_filter=wanted,
        debounce=_TOGETHER_MS,
        rust_timeout=round(LOOK_S * 1000),
        yield_on_timeout=True,
        raise_interrupt=False,
        ignore_permission_denied=True,
    ):
        for folder in {_folder_of(path, there) for _, path in changes}:
            if folder is not None:
                yield folder
        if not changes and _places(there) != there:
            return


def _folder_of(path: str, folders: Collection[Path]) -> Path | None:
    """Return in which folder a path lies, unless it is hidden there."""
    for folder in folders:
        if Path(path).is_relative_to(folder):
            parts = Path(path).relative_to(folder).parts
            return None if any(part.startswith(".") for part in parts) else folder
    return None
