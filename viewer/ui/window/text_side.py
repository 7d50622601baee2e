"""The text's side of the window: header, messages, the transcript, and the way back to now."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSize, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from viewer.media.locate import language_of
from viewer.session.document import Document, Version
from viewer.session.jobs import Jobs
from viewer.session.opened import Change, Opened
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.commands.worded import Worded
from viewer.ui.side.panel import SidePanel
from viewer.ui.theme.languages import native_name
from viewer.ui.transcript.back_to_now import BackToNow
from viewer.ui.transcript.find_bar import FindBar
from viewer.ui.transcript.following import WayBack
from viewer.ui.transcript.header import TranscriptHeader
from viewer.ui.transcript.hidden_bar import HiddenBar
from viewer.ui.transcript.hiding import Hiding
from viewer.ui.transcript.reading_view import ReadingView
from viewer.ui.transcript.view import TranscriptView
from viewer.ui.widgets.busy_bar import BusyBar
from viewer.ui.widgets.empty_card import EmptyCard
from viewer.ui.widgets.giving_way import Column, GivingWay
from viewer.ui.widgets.message_bar import MessageBar
from viewer.ui.widgets.tab_ring import TabRing
from viewer.ui.window.beside import Beside
from viewer.ui.window.panes import ANY_PX


class TranscriptPane(Column):
    """Lays out the widgets of the text's side; where no transcript is open, the card stands there.

    It connects nothing.
    """

    def __init__(self, actions: Actions, jobs: Jobs | None = None) -> None:
        super().__init__()
        self.header = TranscriptHeader()
        self.message = MessageBar()
        self.busy = BusyBar()
        self.view = TranscriptView()
        self.reading = ReadingView(self.view, jobs)
        self.hiding = Hiding(self.view)
        self.hidden_bar = HiddenBar()
        self.find_bar = FindBar(actions)
        self.side = SidePanel()
        self.card = EmptyCard()
        Worded(self.card.open, actions, Command.OPEN)
        Worded(self.card.sample, actions, Command.DEMO)
        Worded(self.hidden_bar.button, actions, Command.SHOW_ONLY)
        self.back_to_now = BackToNow(self.view)
        TabRing(self.view)
        self._offers_way = False
        self.back_to_now.room_changed.connect(self._keep_foot_free)
        #: What has to be reported even while the transcript is hidden.
        self.notices = QWidget()
        self._stack = QStackedWidget()
        self._layout = QVBoxLayout(self)
        self._lay_out()
        self.take_notices()
        self.giving = GivingWay(self, self._ladder)

    def _ladder(self) -> list[tuple[QWidget, int]]:
        """Return what gives way where height is short.

        The title does so that text and panel keep their room; then one of these has all of it, and
        the rest goes only where not even that has room, messages last, and of these the hint first.
        """
        both, one = self.beside.least_px, self.beside.one_px
        *others, notices = self._around()
        last = (*others, self.message.hint, notices)
        return [(self.header, both), *((each, one) for each in last)]

    def _around(self) -> list[QWidget]:
        """Return what stands above and below text and panel but the title, messages last."""
        kept, others = (self.header, self.notices, self.beside), list[QWidget]()
        for place in range(self._layout.count()):
            item = self._layout.itemAt(place)
            part = None if item is None else item.widget()
            if part is not None and part not in kept:
                others.append(part)
        return [*reversed(others), self.notices]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.notices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self.busy)
        self._stack.addWidget(self.card)
        self._stack.addWidget(self.view)
        self.beside = Beside(self._stack, self.side)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.header)
        self._layout.addWidget(self.find_bar)
        self._layout.addWidget(self.hidden_bar)
        self._layout.addWidget(self.beside, 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for all that is to be told and the least of the text; the title gives way."""
        if self.giving is None:
            return super().minimumSizeHint()
        height = self.giving.wanted_px(self._around()) + self.beside.one_px
        return QSize(super().minimumSizeHint().width(), height)

    def add_above(self, panel: QWidget) -> None:
        """Have another panel above the text, below those there are but the row of hidden lines."""
        self._layout.insertWidget(self._layout.indexOf(self.hidden_bar), panel)

    def add_below(self, panel: QWidget) -> None:
        """Have another panel below the text, below those there are."""
        self._layout.addWidget(panel)

    def take_notices(self) -> None:
        """Put the notices above the text, from wherever they were meanwhile."""
        self._layout.insertWidget(1, self.notices)

    @Slot()
    def hold_still(self) -> None:
        """Have nothing that comes or goes by itself above the text move that from now on."""
        assert self.giving is not None
        self.giving.is_held = True
        for above in (self.header, self.notices):
            above.setFixedHeight(above.height())

    @Slot()
    def let_move(self) -> None:
        """Have everything above the text take its own height again."""
        for above in (self.header, self.notices):
            above.setMinimumHeight(0)
            above.setMaximumHeight(ANY_PX)
        assert self.giving is not None
        self.giving.let_move()

    @Slot(object)
    def show_way_back(self, way: WayBack | None) -> None:
        """Offer the way back to now, or none."""
        if way is not None:
            self.back_to_now.point(up=way.leads_up)
        self._offers_way = way is not None
        self._keep_foot_free()

    @Slot()
    def _keep_foot_free(self) -> None:
        room = self.back_to_now.room
        # Where height is short, its strip is the text's: its command leads back, too.
        shown = self._offers_way and self.view.height() >= room + self.beside.text_least_px
        self.back_to_now.setVisible(shown)
        self.view.set_foot(room if shown else 0)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Show another transcript, or the card; another reading where the reader is in it."""
        document, recording = opened.document, opened.recording
        alone = document is None and recording is not None
        self.card.set_recording(recording.source.name if alone and recording else "")
        if opened.other_document:
            self._show(document, exchanged=opened.change is Change.READING)

    def _show(self, document: Document | None, *, exchanged: bool) -> None:
        self.header.setVisible(document is not None)
        self._stack.setCurrentWidget(self.view if document else self.card)
        self.side.set_of_use(document is not None)
        if not exchanged:
            self.hiding.forget()
        self.reading.show(document, exchanged=exchanged)
        self.tell_hidden()
        if document is None:
            return
        self.header.set_title(document.title)
        self.header.set_parts(document.transcript.parts)
        self._offer_languages(document)

    @Slot()
    def tell_hidden(self) -> None:
        """Say whose lines alone are shown."""
        self.hidden_bar.tell(sorted(self.hiding.only or ()), self.hiding.count)

    def _offer_languages(self, document: Document) -> None:
        siblings = list(document.siblings)
        current = siblings.index(document.version) if document.version in siblings else 0
        self.header.set_languages(_names(siblings), current)


def _names(versions: Sequence[Version]) -> list[str]:
    """Return what the transcripts' languages are called, each by another name."""
    names = [_language_name(version) for version in versions]
    for told_by in (_mark, _stem, _folder):
        names = _told_apart(names, [told_by(version) for version in versions])
    return names


def _told_apart(names: Sequence[str], marks: Sequence[str]) -> list[str]:
    """Return the names, with their marks where those of one name have various ones."""
    various = Counter(name for name, _ in set(zip(names, marks, strict=True)))
    return [
        f"{name} · {mark}" if various[name] > 1 else name
        for name, mark in zip(names, marks, strict=True)
    ]


def _language_name(version: Version) -> str:
    """Return how a transcript's language calls itself, or what else there is to call it by."""
    track = version.track
    if track is None:
        return native_name(language_of(version.path) or "") or _mark(version)
    name, title = native_name(track.language), track.title.strip()
    if not name:
        return title or _mark(version)
    known = (name, QLocale.languageToString(QLocale(track.language).language()))
    if title.casefold() in {each.casefold() for each in known}:
        return name
    return title if title.startswith(known) else " · ".join(filter(None, (name, title)))


def _mark(version: Version) -> str:
    """Return what tells a transcript from others in its language: its track or its suffix."""
    track = version.track
    return version.path.suffix.removeprefix(".") if track is None else f"{track.index + 1}"


def _stem(version: Version) -> str:
    """Return what a transcript's file is called."""
    return version.path.stem


def _folder(version: Version) -> str:
    """Return what tells a transcript from one of the same name in another folder."""
    return version.path.parent.name
