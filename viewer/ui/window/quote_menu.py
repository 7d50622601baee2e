"""The Quote menu: what it does with the selection, and how the reader wants quotes."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from viewer.errors import QuoteError
from viewer.quotes.styles import STYLES, Style, Wording, own_styles, style_named
from viewer.session.workspace import Workspace
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Actions, Command, CommandSpec
from viewer.ui.commands.menus import Menus
from viewer.ui.commands.quote_commands import QuoteCommands
from viewer.ui.theme import plain
from viewer.ui.transcript.hearing import Hearing
from viewer.ui.transcript.quoting import Quoting
from viewer.ui.transcript.selecting import Selecting, Step
from viewer.ui.window.template_desk import TemplateDesk

#: Which commands move which end of the selection, by what, and which way.
_MOVES: Final[dict[CommandSpec, tuple[Step, bool, bool]]] = {
    Command.BEGIN_WORD_EARLIER: (Step.WORD, False, False),
    Command.BEGIN_WORD_LATER: (Step.WORD, False, True),
    Command.END_WORD_EARLIER: (Step.WORD, True, False),
    Command.END_WORD_LATER: (Step.WORD, True, True),
    Command.BEGIN_SENTENCE_EARLIER: (Step.SENTENCE, False, False),
    Command.BEGIN_SENTENCE_LATER: (Step.SENTENCE, False, True),
    Command.END_SENTENCE_EARLIER: (Step.SENTENCE, True, False),
    Command.END_SENTENCE_LATER: (Step.SENTENCE, True, True),
}


#: Our styles as the menu groups them.
_GROUPS: Final = (
    (Style.SOURCE, Style.TEXT, Style.TIME),
    (Style.MARKDOWN, Style.OBSIDIAN, Style.ORG, Style.HTML, Style.SRT),
    (Style.APA_QUOTE, Style.CHICAGO_NOTES_QUOTE, Style.CHICAGO_AUTHOR_DATE_QUOTE, Style.MLA_QUOTE),
    (Style.APA, Style.CHICAGO_NOTES, Style.CHICAGO_AUTHOR_DATE, Style.MLA),
    (Style.BIBTEX, Style.RIS, Style.CSL_JSON),
)


class QuoteMenu(QObject):
    """Binds the commands of the Quote menu, and keeps what the reader chose there."""

    def __init__(
        self,
        work: Workspace,
        quoting: Quoting,
        selecting: Selecting,
        menus: Menus,
        commands: Actions,
        user_settings: UserSettings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._quoting, self._commands, self._user_settings = quoting, commands, user_settings
        commands.bind(Command.COPY_QUOTE, quoting.copy_quote)
        self._work = work
        self.hearing = Hearing(work.player, selecting, quoting, self)
        work.session.opened_changed.connect(self.hearing.show_opened)
        self.templates = TemplateDesk(
            parent, work.jobs, self._folder, quoting.quote_meant, quoting.wording_here
        )
        self.templates.saved.connect(self._take_style)
        commands.bind(Command.OWN_STYLES, self.templates.open)
        commands.bind(Command.CLIP_HEARD, self.hearing.clip)
        commands.bind(Command.PLAY_QUOTE, self._play_quote)
        commands.bind(Command.GROW, selecting.grow)
        commands.bind(Command.GROW_COPIES, self._grow_copies)
        commands.bind(Command.WITHOUT_SOUNDS, self._leave_out_sounds)
        commands.bind(Command.WHOLE_SECONDS, self._link_to_whole_seconds)
        commands.bind(Command.OWN_LINKS, self._link_back)
        self._styles = menus.submenu(QuoteCommands.STYLE)
        self._styles.aboutToShow.connect(self._list_styles)
        self._styles.triggered.connect(self._choose_style)
        for command, (by, is_end, forward) in _MOVES.items():
            move = partial(selecting.move, by, is_end=is_end, forward=forward)
            commands.bind(command, lambda _=False, move=move: move())

    def apply(self) -> None:
        """Quote as the settings say."""
        quoting = self._user_settings.settings.quoting
        self._quoting.grows = quoting.grow
        self._commands[Command.GROW_COPIES].setChecked(quoting.grow)
        self._commands[Command.WITHOUT_SOUNDS].setChecked(not quoting.sounds)
        self._commands[Command.WHOLE_SECONDS].setChecked(quoting.whole_seconds)
        self._commands[Command.OWN_LINKS].setChecked(quoting.own_links)
        self._word()
        self._list_styles()

    @Slot()
    def _play_quote(self) -> None:
        """Play what is selected, or the line, exactly from its in to its out."""
        stretch = self._quoting.passage()
        if stretch is None:
            self._quoting.copied.emit(
                self.tr("Select words that have times, or play the line first.")
            )
        else:
            self._work.passage.play(stretch)

    def _word(self) -> None:
        """Have quotes worded as the settings say; in our first style where another is gone."""
        quoting = self._user_settings.settings.quoting
        try:
            self._quoting.style = style_named(quoting.style, self._folder)
        except QuoteError:
            self._quoting.style = STYLES[Style.SOURCE]
        self._quoting.wording = Wording(
            quoting.sounds, quoting.whole_seconds, own_links=quoting.own_links
        )

    @property
    def _folder(self) -> Path:
        return self._user_settings.places.quote_styles

    @Slot()
    def _list_styles(self) -> None:
        """List our styles in their groups, and those in the user's folder as it is now."""
        self._styles.clear()
        group = QActionGroup(self._styles)
        chosen = self._quoting.style
        for styles in _GROUPS:
            for style in styles:
                label = QCoreApplication.translate("Style", STYLES[style].label)
                self._add_style(group, label, style, on=STYLES[style] is chosen)
            self._styles.addSeparator()
        wanted = self._user_settings.settings.quoting.style
        for name in own_styles(self._folder):
            self._add_style(group, name, name, on=name == wanted)

    def _add_style(self, group: QActionGroup, label: str, name: str, *, on: bool) -> None:
        action = group.addAction(plain.in_menu(label))
        action.setCheckable(True)
        action.setChecked(on)
        action.setData(str(name))
        self._styles.addAction(action)

    @Slot(QAction)
    def _choose_style(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self._take_style(action.data())

    @Slot(str)
    def _take_style(self, name: str) -> None:
        """Word quotes in that style from now on."""
        self._user_settings.change("quoting", style=name)
        self._word()

    @Slot(bool)
    def _leave_out_sounds(self, on: bool) -> None:
        self._user_settings.change("quoting", sounds=not on)
        self._word()

    @Slot(bool)
    def _link_to_whole_seconds(self, on: bool) -> None:
        self._user_settings.change("quoting", whole_seconds=on)
        self._word()

    @Slot(bool)
    def _link_back(self, on: bool) -> None:
        self._user_settings.change("quoting", own_links=on)
        self._word()

    @Slot(bool)
    def _grow_copies(self, on: bool) -> None:
        self._quoting.grows = on
        self._user_settings.change("quoting", grow=on)
