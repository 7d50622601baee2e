"""When the annotations of an ELAN file were said, also those without times of their own.

Time slots without a value share the time between their neighbours in the tier evenly. An
annotation that refers to another one has its time; several that refer to the same share it.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from viewer.formats.annotation.elan.document import Annotation, Document, RawTier

Span = tuple[int, int]
#: Annotations refer to others over so many tiers at most.
_DEEPEST: Final = 50


class Times:
    """The spans of annotations, by their names."""

    def __init__(self, document: Document) -> None:
        self._slots: Final = dict(document.slots)
        self._spans: Final[dict[str, Span | None]] = {}
        for tier in document.tiers:
            self._chain(tier.annotations)
        self._fill_gaps()
        self._refer(document.tiers)

    def of(self, annotation: Annotation) -> Span | None:
        """Return start and end in milliseconds, or None where nothing tells them."""
        return self._spans.get(annotation.name)

    def _chain(self, annotations: Iterable[Annotation]) -> None:
        """Give times to slots that stand between timed ones in a tier."""
        following = {a.slots[0]: a.slots[1] for a in annotations if a.slots is not None}
        for first in following:
            start = self._slots.get(first)
            if start is None:
                continue
            run: dict[str, None] = {}
            slot = following[first]
            while self._slots.get(slot) is None and slot in following and slot not in run:
                run[slot] = None
                slot = following[slot]
            end = self._slots.get(slot)
            if end is not None:
                self._share(list(run), start, end)

    def _share(self, run: list[str], start: int, end: int) -> None:
        for i, slot in enumerate(run, 1):
            self._slots[slot] = start + (end - start) * i // (len(run) + 1)

    def _fill_gaps(self) -> None:
        """Give times to slots that no chain reaches, by where they stand in the file's order."""
        known = [name for name, ms in self._slots.items() if ms is not None]
        order = list(self._slots)
        places = [place for place, name in enumerate(order) if self._slots[name] is not None]
        for (a, b), (first, last) in zip(pairwise(places), pairwise(known), strict=True):
            if b - a > 1:
                start, end = self._slots[first] or 0, self._slots[last] or 0
                self._share(order[a + 1 : b], start, max(start, end))

    def _refer(self, tiers: list[RawTier]) -> None:
        references = []
        for tier in tiers:
            for annotation in tier.annotations:
                if annotation.slots is not None:
                    self._spans[annotation.name] = self._span(*annotation.slots)
            references.append([a for a in tier.annotations if a.slots is None])
        for _ in range(_DEEPEST):  # a tier may stand above the one that it refers to
            waiting = [tier for tier in references if not self._settle(tier)]
            if len(waiting) == len(references):
                return
            references = waiting

    def _span(self, first: str, last: str) -> Span | None:
        start, end = self._slots.get(first), self._slots.get(last)
        return None if start is None else (start, start if end is None else end)

    def _settle(self, annotations: list[Annotation]) -> bool:
        """Give a tier's references their parents' times, if the parents have theirs by now."""
        if not any(annotation.parent in self._spans for annotation in annotations):
            return not annotations
        siblings = Counter(annotation.parent for annotation in annotations)
        seen: Counter[str] = Counter()
        for annotation in annotations:
            parent = annotation.parent
            self._spans[annotation.name] = _part(
                self._spans.get(parent), seen[parent], siblings[parent]
            )
            seen[parent] += 1
        return True


def _part(span: Span | None, place: int, count: int) -> Span | None:
    if span is None:
        return None
    start, length = span[0], span[1] - span[0]
    return start + length * place // count, start + length * (place + 1) // count
