"""The layers of the text that is shown: whoever makes something stand out hands its layer in."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit

from viewer.ui.transcript.layers import (
    BANDS,
    BARS,
    DoubtfulLayer,
    Layer,
    Level,
    RushedLayer,
    Span,
)
from viewer.ui.transcript.rows import Row
from viewer.ui.transcript.sheet import Sheet

#: What stands out in every text; the others are about the one that is shown.
_OF_ANY_TEXT: Final = frozenset({Level.DOUBTFUL, Level.RUSHED})


class Layers:
    """At most one layer a level; where one is changed, what it is about is painted anew."""

    def __init__(self, edit: QPlainTextEdit, sheet: Sheet) -> None:
        self._edit, self._sheet = edit, sheet
        rushed = RushedLayer(lambda: sheet.shown.transcript)
        self._layers: dict[Level, Layer] = {Level.RUSHED: rushed}

    def __getitem__(self, level: Level) -> Layer | None:
        """Return the layer at a level, if there is one."""
        return self._layers.get(level)

    def set(self, level: Level, layer: Layer | None) -> None:
        """Make stand out what a layer says, and no longer what the one before at its level said."""
        before = self._layers.pop(level, None)
        if layer is not None:
            self._layers[level] = layer
        if layer == before:
            return
        changed = set[int]()
        for each in (before, layer):
            segments = each.segments if each is not None else frozenset[int]()
            if segments is None:
                self._edit.viewport().update()
                return
            changed |= segments
        whole = {index for index in changed if not self._repaint_words(index, before, layer)}
        self._sheet.repaint(whole)

    def _repaint_words(self, index: int, *layers: Layer | None) -> bool:
        """Paint anew those lines alone whose words stand out otherwise; False where that is more.

        A word is lit several times a second, in paragraphs of dozens of lines.
        """
        if index >= len(self._sheet.shown.text_map):
            return True
        begin, end = self._sheet.shown.text_map.range_of(index)
        spans = set[Span]()
        for layer in filter(None, layers):
            spans ^= set(layer.spans(index, end - begin))
        if any(span.look in BANDS or span.look in BARS for span in spans):
            return False
        for span in spans:
            self._sheet.repaint_words(index, span.begin, span.end)
        return True

    def mark_doubtful(self, *, on: bool) -> None:
        """Underline words that were recognized with little confidence, or do not."""
        layer = DoubtfulLayer(lambda: self._sheet.shown.transcript) if on else None
        self.set(Level.DOUBTFUL, layer)

    def forget(self) -> None:
        """Have nothing stand out that is about the text shown so far."""
        for level in self._layers.keys() - _OF_ANY_TEXT:
            del self._layers[level]

    def spans_in(self, row: Row) -> Iterator[tuple[int, Span]]:
        """Yield what stands out in a row, with its segment, a lower layer before a higher."""
        text_map = self._sheet.shown.text_map
        for level in sorted(self._layers):
            for index in row.segments:
                begin, end = text_map.range_of(index)
                for span in self._layers[level].spans(index, end - begin):
                    yield index, span
