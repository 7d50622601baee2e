"""Notebooks in files: found by a transcript's content, merged and kept whole, with old versions."""

import json
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from viewer.core.value import value
from viewer.disk.lock import LIMIT_S
from viewer.disk.whole import write_whole
from viewer.errors import StateError
from viewer.state import store
from viewer.state.checked import checked, first, last, one_of, record, text, whole
from viewer.state.note import Note, note_record
from viewer.state.notebook import MOST_GONE, Notebook, merged

log = logging.getLogger(__name__)

#: So many states of a notebook are kept besides the present one.
VERSIONS: Final = 10
MOST_NOTES: Final = 100_000
MOST_BYTES: Final = 256 * 1024 * 1024
_FORMAT: Final = "cueline-notebook"
_LONGEST_PATH: Final = 32_768
_KEY: Final = text(64, "[0-9a-f]{8,64}")


@value
class _File:
    """A notebook as its file has it."""

    format: str = checked(one_of(_FORMAT), "")
    key: str = checked(_KEY, "")
    transcript: str = checked(text(_LONGEST_PATH), "")
    title: str = checked(text(_LONGEST_PATH), "")
    notes: tuple[Note, ...] = checked(first(MOST_NOTES, record(Note)), ())
    gone: Mapping[str, int] = checked(last(MOST_GONE, _KEY, whole(0, 2**53)), dict)


@value
class _Whereabouts:
    """Which content lay last where: a transcript that has changed finds its notebook by that."""

    keys: Mapping[str, str] = checked(last(20_000, text(_LONGEST_PATH), _KEY), dict)


@value
class Found:
    """A transcript's notebook, and the file it is in.

    `changed` tells that it was made for another content: its quotes have to be found again.
    `trouble` is a sentence about a file that was damaged, where an older version stands in.
    """

    notebook: Notebook
    file: Path
    changed: bool = False
    trouble: str = ""


class Notebooks:
    """The notebooks of one user, each in a file of its own in `folder`.

    Those of a user who wants them beside their transcripts are called NAME.quotes.json there. What
    cannot be put into its file at once waits in a small one of its own; whoever reads a notebook
    reads that, too, and whoever saves it takes it in.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        #: What was written last, and the notebook it is: most often nobody else has been there.
        self._last: tuple[bytes | None, Notebook | None] = (None, None)

    def find(self, key: str, transcript: Path | None) -> Found:
        """Return the notebook of a transcript, an empty one where there is none yet.

        One that is no file of its own, like a track of a recording, is known by its content alone.
        Raises `StateError` where there is a file that cannot be read.
        """
        here = self.file_for(key)
        if transcript is None:
            return self._opened(here, key, transcript)
        beside = beside_name(transcript)
        if beside.exists():
            return self._opened(beside, key, transcript)
        if not here.exists():
            before = self._whereabouts().keys.get(_place(transcript))
            there = self.file_for(before) if before else here
            if there.exists():
                return self._opened(there, key, transcript)
        return self._opened(here, key, transcript)

    def save(
        self,
        notebook: Notebook,
        file: Path,
        limit_s: float = LIMIT_S,
        base: Notebook | None = None,
    ) -> Notebook:
        """Put a notebook into its file, together with what others have put there meanwhile.

        That is what it has more than `base`, of which the notebook was made. Returns what is in the
        file now. Raises `StateError`; the file is then as it was.
        """
        with _said_of_notes(file.parent), store.turn(file, limit_s):
            before = _bytes(file)
            last, theirs = self._last
            if before != last:
                theirs = _parsed(before) if before else None
            whole = notebook if theirs is None else merged(notebook, theirs, base)
            keys = {whole.key} if theirs is None else {whole.key, theirs.key}
            waiting = [(key, data) for key in keys if (data := _bytes(self._waiting(key)))]
            for also in filter(None, (_parsed(data) for _, data in waiting)):
                whole = merged(whole, also)
            data = _written(whole)
            if data != before:
                self._write(file, data)
                if before:
                    self._keep_version(whole.key, before)
            self._last = data, whole
        for key, taken_in in waiting:
            self._wait_no_more(key, taken_in, limit_s)
        return whole

    def put_by(self, notebook: Notebook, limit_s: float = LIMIT_S) -> None:
        """Have notes on the disk that cannot be put into their notebook's file at once.

        However large that is or wherever it lies, this is done soon. Raises `StateError`.
        """
        if not (notebook.notes or notebook.gone):
            return
        file = self._waiting(notebook.key)
        with _said_of_notes(self._folder), store.turn(file, limit_s):
            there = _parsed(_bytes(file))
            whole = notebook if there is None else merged(notebook, there)
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, _written(whole), private=True)

    def file_for(self, key: str) -> Path:
        """Return the file in the user's own folder that the notebook of a content is in."""
        return self._folder / f"{key}.json"

    def settle(
        self,
        notebook: Notebook,
        transcript: Path | None,
        *,
        beside: bool,
        limit_s: float = LIMIT_S,
    ) -> Path:
        """Return the file that a notebook belongs into now, and remember whose it is.

        Raises `StateError`.
        """
        if transcript is None:
            return self.file_for(notebook.key)
        self.remember(notebook.key, transcript, limit_s)
        return beside_name(transcript) if beside else self.file_for(notebook.key)

    def remember(self, key: str, transcript: Path, limit_s: float = LIMIT_S) -> None:
        """Note which content lies where, so that its notebook is found once that has changed.

        Raises `StateError`.
        """
        path = self._folder / "whereabouts.json"
        with _said_of_notes(self._folder), store.turn(path, limit_s):
            keys = dict(store.load(_Whereabouts, path).keys)
            if keys.get(_place(transcript)) != key:
                keys[_place(transcript)] = key
                store.save(_Whereabouts(keys), path)

    def forget(self, file: Path) -> None:
        """Remove a notebook's file once what was in it is in another one; its versions stay."""
        file.unlink(missing_ok=True)
        if file.parent == self._folder:
            self._waiting(file.stem).unlink(missing_ok=True)

    def all(self) -> list[Found]:
        """Return every notebook that is in the folder or was last known beside its transcript."""
        beside = (beside_name(Path(place)) for place in self._whereabouts().keys)
        waiting = self._waiting("").parent.glob("*.json")
        books: dict[str, Found] = {}
        for file in dict.fromkeys((*waiting, *sorted(self._folder.glob("*.json")), *beside)):
            notebook = _parsed(_bytes(file))
            if notebook is not None:
                known = books.get(notebook.key)
                whole = notebook if known is None else merged(notebook, known.notebook)
                books[notebook.key] = Found(whole, file)
        return [found for found in books.values() if found.notebook.notes]

    def _waiting(self, key: str) -> Path:
        return self._folder / "waiting" / f"{key}.json"

    def _wait_no_more(self, key: str, taken_in: bytes, limit_s: float) -> None:
        """Remove what waited, unless more has come to it since it was taken in."""
        file = self._waiting(key)
        with _said_of_notes(self._folder), store.turn(file, limit_s):
            if _bytes(file) == taken_in:
                file.unlink(missing_ok=True)

    def _whereabouts(self) -> _Whereabouts:
        return store.load(_Whereabouts, self._folder / "whereabouts.json")

    def _opened(self, file: Path, key: str, transcript: Path | None) -> Found:
        waiting = _parsed(_bytes(self._waiting(key)))  # first: who takes it in then takes it away
        data = _bytes(file)
        kept, trouble = _parsed(data), ""
        if data is not None and kept is None:
            kept = self._last_version(key)
            trouble = f"{file.name} was damaged and is kept as {file.stem}.damaged.json" + (
                "; an older version of the notes was taken." if kept else "; its notes are lost."
            )
            self._put_aside(file)
        mine = Notebook(key) if kept is None else kept
        mine = mine if mine.key else replace(mine, key=key)
        for each in (waiting, _parsed(_bytes(self._waiting(mine.key)))):
            mine = mine if each is None else merged(mine, each)
        changed = bool(mine.notes) and mine.key != key
        made = replace(
            mine, key=key, transcript=mine.transcript if transcript is None else _place(transcript)
        )
        return Found(made, file, changed, trouble)

    def _put_aside(self, file: Path) -> None:
        try:
            os.replace(file, file.with_name(f"{file.stem}.damaged.json"))
        except OSError as error:
            raise StateError(
                f"{file.name} in {file.parent} is damaged and cannot be put aside:"
                f" {error.strerror}.",
                hint="Rename or remove it, so that your notes can be kept again.",
            ) from error

    def _write(self, file: Path, data: bytes) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, data, private=file.parent == self._folder)

    # Versions

    def _versions(self, key: str) -> list[Path]:
        """Return the files of older states, the oldest first."""
        return sorted((self._folder / "versions" / key).glob("*.json"))

    def _keep_version(self, key: str, data: bytes) -> None:
        """Keep what a notebook was; do without where there is no room for it."""
        kept = self._versions(key)
        number = int(kept[-1].stem) + 1 if kept and kept[-1].stem.isdecimal() else 1
        folder = self._folder / "versions" / key
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(folder / f"{number:010}.json", data, private=True)
            for old in kept[: max(len(kept) + 1 - VERSIONS, 0)]:
                old.unlink(missing_ok=True)
        except OSError as error:
            log.warning("No version of the notes in %s could be kept: %s", folder, error.strerror)

    def _last_version(self, key: str) -> Notebook | None:
        versions = (_parsed(_bytes(file)) for file in reversed(self._versions(key)))
        return next((version for version in versions if version is not None), None)


@contextmanager
def _said_of_notes(folder: Path) -> Iterator[None]:
    """Say of whatever cannot be written that the notes are not kept. Raises `StateError`."""
    try:
        yield
    except (OSError, StateError) as error:
        reason = error.__cause__ if isinstance(error, StateError) else error
        if not isinstance(reason, OSError):
            raise
        raise StateError(
            f"Cannot keep your notes in {folder}: {reason.strerror}.",
            hint="They are still in this window, and Cueline goes on trying.",
        ) from reason


def beside_name(transcript: Path) -> Path:
    """Return where a transcript's notebook is that lies beside it."""
    return transcript.with_name(f"{transcript.stem}.quotes.json")


def _place(transcript: Path) -> str:
    place = os.path.normcase(os.path.abspath(transcript))  # as JSON can hold it
    return place.encode(errors="replace").decode()


def _bytes(file: Path) -> bytes | None:
    try:
        return store.read_bytes(file, MOST_BYTES)
    except FileNotFoundError:
        return None


def _parsed(data: bytes | None) -> Notebook | None:
    """Return the notebook in a file's bytes, or None where they are none of ours."""
    made = store.parse(_File, data) if data else None
    if made is None or made.format != _FORMAT:
        return None
    gone = tuple(made.gone.items())
    return Notebook(made.key, made.transcript, made.title, made.notes, gone)


def _written(notebook: Notebook) -> bytes:
    head = {
        "format": _FORMAT,
        "key": notebook.key,
        "transcript": notebook.transcript,
        "title": notebook.title,
    }
    notes = ",\n".join(map(_note_text, notebook.notes))
    parts = (
        _json(head).removesuffix("\n}"),
        f' "notes": [\n{notes}\n ]' if notes else ' "notes": []',
        f' "gone": {_indented(dict(notebook.gone), 1)}\n}}\n',
    )
    return ",\n".join(parts).encode(errors="replace")


@lru_cache(maxsize=4_096)
def _note_text(note: Note) -> str:
    """Return a note as it stands in the file; most are as they were the last time."""
    return "  " + _indented(note_record(note), 2)


def _indented(plain: object, depth: int) -> str:
    return _json(plain).replace("\n", "\n" + " " * depth)


def _json(plain: object) -> str:
    return json.dumps(plain, indent=1, ensure_ascii=False)
