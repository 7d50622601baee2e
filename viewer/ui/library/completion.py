"""What can follow while a query is typed: the names of fields, and what there is for some."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from viewer.library.entry import Entry
from viewer.library.query import FIELDS, HAS

#: So many names at most are offered for a field.
_MOST: Final = 5_000


class FieldCompleter(QCompleter):
    """Completes the last word of a field, where it begins as one of the query's fields does."""

    def __init__(self, field: QLineEdit) -> None:
        self._words = QStringListModel()
        super().__init__(self._words, field)
        self._field = field
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.show_entries(())
        field.setCompleter(self)

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Offer the channels, speakers and languages of these transcripts."""
        channels, speakers, languages = dict[str, None](), dict[str, None](), dict[str, None]()
        for entry in entries:
            channels[entry.facts.channel] = languages[entry.facts.language] = None
            speakers |= dict.fromkeys(entry.facts.speakers)
        words = [f"{name}:" for name in FIELDS] + [f"has:{value}" for value in HAS]
        for name, values in (("channel", channels), ("speaker", speakers), ("lang", languages)):
            known = sorted(value for value in islice(values, _MOST) if value)
            words += [f"{name}:{_quoted(value)}" for value in known]
        self._words.setStringList(words)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's own name
        """Return what is to be completed: the last word."""
        return [_last(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        """Return the whole text with its last word completed."""
        text = self._field.text()
        return text[: len(text) - len(_last(text))] + str(index.data(self.completionRole()))


def _last(text: str) -> str:
    """Return the last word; a minus before it is none of it."""
    return text.rpartition(" ")[2].lstrip("-(") or "\0"


def _quoted(value: str) -> str:
    return f'"{value}"' if any(char in " ()" for char in value) else value
