"""Leading, gaps and room for speaker heads in a plain text document, block by block as shown."""

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlock,
    QTextDocument,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

from viewer.core.value import value

#: A word of so many characters is none that anyone reads.
_OVERLONG: Final = 1_000


@value
class Leading:
    """How the lines of a block are spaced, in whole pixels.

    `step` is from baseline to baseline; `ascent` and `below` are the parts of a step above and
    below its baseline; half of `gap` stands above and half below a block; `head` is the room for
    a speaker's name above a block that has one, `chapter` that for a chapter's above that.
    """

    step: int
    ascent: int
    gap: int
    head: int
    chapter: int

    @property
    def below(self) -> int:
        """The part of a step below its baseline."""
        return self.step - self.ascent

    @property
    def overhang(self) -> int:
        """How far letters of other scripts may reach into the next line's room."""
        return self.step // 4

    @classmethod
    def of(cls, font: QFont, spacing: float, gap: float) -> "Leading":
        """Space lines by `spacing` of the font's size, and blocks by `gap` of that step."""
        metrics = QFontMetricsF(font)
        size = max(QFontInfo(font).pixelSize(), 1)
        step = max(round(size * spacing), math.ceil(metrics.height()))
        ascent = round((step - metrics.height()) / 2 + metrics.ascent())
        return cls(step, ascent, 2 * round(step * gap / 2), round(step * 1.25), round(step * 2.1))


@value
class Head:
    """What stands above a block: the names of chapters, and a speaker's or none."""

    chapters: tuple[str, ...] = ()
    speaker: bool = False

    def height(self, leading: Leading) -> int:
        """Return how much room that takes."""
        return len(self.chapters) * leading.chapter + (leading.head if self.speaker else 0)


NO_HEAD: Final = Head()


class LeadedLayout(QPlainTextDocumentLayout):
    """Breaks and places the lines of a block when its rectangle is first asked for.

    QPlainTextEdit asks for a block's rectangle before it paints or hit-tests it, and draws
    the block's own QTextLayout; breaking and placing its lines here is all that is needed.

    One block at a time, the uppermost shown, can be lifted: its lines from a given one on
    stand some pixels higher. QPlainTextEdit scrolls by whole lines; that is how it scrolls by
    pixels all the same.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._left = self._width = 0
        self._leading = Leading.of(document.defaultFont(), 1.5, 0.5)
        self._heads: Mapping[int, Head] = {}
        self._feet: Mapping[int, str] = {}
        self._hidden: Sequence[range] = ()
        self._lifted, self._lifted_from, self._lift = -1, 0, 0.0
        self._reporting = False
        #: Another number each time that blocks may stand elsewhere.
        self.version = 0

    @property
    def leading(self) -> Leading:
        """How lines are spaced."""
        return self._leading

    def set_column(self, left: int, width: int, leading: Leading, *, forget: bool = True) -> None:
        """Say where the text stands and how it is spaced.

        What is laid out is laid out anew, unless `forget` is off because Qt is about to do so.
        """
        changed = (left, width, leading) != (self._left, self._width, self._leading)
        self._left, self._width, self._leading = left, width, leading
        self.version += changed
        if changed and forget:
            self.forget_lines()

    def set_heads(self, heads: Mapping[int, Head], feet: Mapping[int, str]) -> None:
        """Make room above the blocks of these numbers, and below those that have words there."""
        self._heads, self._feet = heads, feet
        self.forget_lines()

    def forget_lines(self) -> None:
        """Have every block laid out anew when it is next asked for."""
        self._lifted = -1
        self.documentChanged(0, 0, self.document().characterCount())

    def documentChanged(self, at: int, removed: int, added: int) -> None:  # noqa: N802 - Qt's own
        """Have what changed laid out anew when it is next asked for."""
        self.version += 1
        super().documentChanged(at, removed, added)

    def lift(self, block: QTextBlock, first_line: int, pixels: float) -> None:
        """Move a block's lines from `first_line` on up, and let the one lifted before down."""
        self.version += 1
        before = self._lifted
        lifted = block.blockNumber() if pixels else -1
        self._lifted, self._lifted_from, self._lift = lifted, first_line, pixels
        if before >= 0 and before != lifted:
            self._place_again(self.document().findBlockByNumber(before))
        if pixels:
            self._place_again(block)

    def put_down(self) -> None:
        """Let the block that is lifted stand where it belongs."""
        self.lift(QTextBlock(), 0, 0.0)

    def lifted(self, number: int, line: int) -> float:
        """Return by how much the line of the block of that number is lifted."""
        return self._lift if number == self._lifted and line >= self._lifted_from else 0.0

    def hide(self, runs: Sequence[range]) -> None:
        """Show all blocks but those of these numbers, in rising runs; forget the lines after it."""
        self.version += 1
        for run, shown in [*((run, True) for run in self._hidden), *((run, False) for run in runs)]:
            block = self.document().findBlockByNumber(run.start)
            for _ in run:
                block.setVisible(shown)
                block = block.next()
        self._hidden = runs

    def next_shown(self, block: QTextBlock) -> QTextBlock:
        """Return the next block that is not hidden; an invalid one behind the last."""
        following = block.next()
        if following.isVisible() or not following.isValid():
            return following
        return self.document().findBlockByNumber(self._run_of(following).stop)

    def previous_shown(self, block: QTextBlock) -> QTextBlock:
        """Return the block before that is not hidden; an invalid one before the first."""
        before = block.previous()
        if before.isVisible() or not before.isValid():
            return before
        return self.document().findBlockByNumber(self._run_of(before).start - 1)

    def _run_of(self, block: QTextBlock) -> range:
        """Return the run to which a hidden block belongs."""
        number = block.blockNumber()
        return self._hidden[bisect_right(self._hidden, number, key=lambda run: run.start) - 1]

    def head(self, number: int) -> Head:
        """Return what stands above the block of that number."""
        return self._heads.get(number, NO_HEAD)

    def foot(self, number: int) -> str:
        """Return the words below the block of that number, if there are any."""
        return self._feet.get(number, "")

    def foot_of(self, number: int) -> int:
        """Return the room for words below the block of that number."""
        return self._leading.head if number in self._feet else 0

    def head_of(self, number: int) -> int:
        """Return the room above the text of the block of that number."""
        return self.head(number).height(self._leading)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return the block's rectangle, after laying it out where that is still to be done."""
        if not block.isValid() or not block.isVisible():
            return QRectF()
        layout = block.layout()
        count = layout.lineCount()
        # Qt itself lays out a block that changed alone, in its own way.
        if not count or layout.lineAt(0).width() != self._width:
            count = self._break(block, layout)
        last = layout.lineAt(count - 1)
        baseline = last.y() + last.ascent()
        height = baseline + self._below(last) + self._leading.gap // 2
        height += self.foot_of(block.blockNumber())
        if not self.next_shown(block).isValid():
            height += self.document().documentMargin()
        return QRectF(0, 0, self._left + self._width, height)

    def _break(self, block: QTextBlock, layout: QTextLayout) -> int:
        """Break a block into lines, and return how many there are."""
        self.version += 1
        document = self.document()
        option = document.defaultTextOption()
        if block.length() > _OVERLONG and max(map(len, block.text().split())) > _OVERLONG:
            # Qt looks for a better place to break through all the rest of such a word.
            option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
        layout.endLayout()
        self._place(block.blockNumber(), layout)
        before = document.lineCount()
        block.setLineCount(layout.lineCount())
        if document.lineCount() != before and not self._reporting:
            # Whoever hears of it may ask for further blocks, which need not be reported again.
            self._reporting = True
            self.documentSizeChanged.emit(self.documentSize())
            self._reporting = False
        return layout.lineCount()

    def _place_again(self, block: QTextBlock) -> None:
        layout = block.layout()
        if block.isValid() and layout.lineCount():
            self._place(block.blockNumber(), layout)

    def _place(self, number: int, layout: QTextLayout) -> None:
        """Put a block's lines on their baselines; one that is too tall pushes the rest down."""
        leading = self._leading
        top = self.head_of(number) + leading.gap // 2
        for row in range(layout.lineCount()):
            line = layout.lineAt(row)
            # Baselines stand on whole pixels: letters are crisp there, and blocks add up.
            baseline = top + max(leading.ascent, math.ceil(line.ascent()) - leading.overhang)
            y = baseline - line.ascent() - self.lifted(number, row)
            line.setPosition(QPointF(self._left, y))
            top = baseline + self._below(line)

    def _below(self, line: QTextLine) -> int:
        """Return the room below a line's baseline; other scripts may need more than ours."""
        return max(self._leading.below, math.ceil(line.descent()) - self._leading.overhang)
