"""The menus: which command stands in which."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from viewer.core.value import value
from viewer.ui.commands.actions import COMMANDS, Actions, Command
from viewer.ui.commands.keymap import Keys
from viewer.ui.theme import plain
from viewer.ui.theme.icons import icon
from viewer.ui.theme.words import QT_TRANSLATE_NOOP


@value
class MenuSpec:
    """A menu's title and what stands in it; None is a line between groups."""

    title: str
    entries: tuple["Command | MenuSpec | None", ...] = ()

    def commands(self) -> Iterator[Command]:
        """Yield the commands of the menu and of the menus in it, in order."""
        for entry in self.entries:
            if isinstance(entry, MenuSpec):
                yield from entry.commands()
            elif entry is not None:
                yield entry


RECENT: Final = MenuSpec(QT_TRANSLATE_NOOP("Menu", "Open recen&t"))
REPEATS: Final = MenuSpec(QT_TRANSLATE_NOOP("Menu", "Pause be&tween repeats"))
REWIND: Final = MenuSpec(QT_TRANSLATE_NOOP("Menu", "Re&wind on resuming"))
QUOTE_STYLE: Final = MenuSpec(QT_TRANSLATE_NOOP("Menu", "St&yle of quotes"))
#: What stands in these is put there by others.
_FILLED_ELSEWHERE: Final = (RECENT, REPEATS, REWIND, QUOTE_STYLE)

MENUS: Final = (
    MenuSpec(
        QT_TRANSLATE_NOOP("Menu", "&File"),
        (
            Command.OPEN,
            RECENT,
            Command.OPEN_ADDRESS,
            Command.PASTE,
            Command.OPEN_FOLDER,
            Command.OPEN_RECORDING,
            Command.FORGET_RECORDING,
            Command.REOPEN_WITH_ENCODING,
            None,
            Command.SAVE_COPY,
            None,
            Command.NO_NETWORK,
            None,
            Command.CLOSE,
            Command.QUIT,
        ),
    ),
    MenuSpec(
        QT_TRANSLATE_NOOP("Menu", "&Edit"),
        (
            Command.UNDO,
            Command.REDO,
            None,
            Command.COPY,
            Command.SELECT_ALL,
            None,
            Command.FIND,
            Command.FIND_NEXT,
            Command.FIND_PREVIOUS,
            Command.FOUND_SHOWN,
            Command.SEARCH_LIBRARY,
            MenuSpec(
                QT_TRANSLATE_NOOP("Menu", "&How to find"),
                (Command.MATCH_CASE, Command.WHOLE_WORDS, Command.EXPRESSION),
            ),
            None,
            Command.GO_TO,
            Command.PASTE_TO_FIND,
            Command.WHERE,
            Command.PREVIOUS_TURN,
            Command.NEXT_TURN,
        ),
    ),
    MenuSpec(
        QT_TRANSLATE_NOOP("Menu", "&View"),
        (
            Command.LIBRARY,
            None,
            Command.PICTURE_SHOWN,
            Command.TRANSCRIPT_SHOWN,
            Command.DETAILS_SHOWN,
            Command.PROBLEMS_SHOWN,
            Command.OUTLINE_SHOWN,
            Command.SPEAKERS_SHOWN,
            Command.SHOW_ONLY,
            Command.NOTES_SHOWN,
            None,
            Command.PARAGRAPHS,
            Command.TIMES_SHOWN,
            Command.DOUBTFUL_WORDS,
            Command.FOLD,
            Command.FOLLOW,
            Command.CARET_BROWSING,
            None,
            MenuSpec(
                QT_TRANSLATE_NOOP("Menu", "Text si&ze"),
                (Command.ZOOM_IN, Command.ZOOM_OUT, Command.ZOOM_RESET),
            ),
            MenuSpec(
                QT_TRANSLATE_NOOP("Menu", "Light or &dark"),
                (Command.THEME_SYSTEM, Command.THEME_LIGHT, Command.THEME_DARK),
            ),
            None,
            Command.FULL_SCREEN,
            Command.LEAVE_FULL_SCREEN,
        ),
    ),
    MenuSpec(
        QT_TRANSLATE_NOOP("Menu", "&Play"),
        (
            Command.PLAY_PAUSE,
            Command.PLAY_HERE,
            None,
            Command.BACK,
            Command.FORWARD,
            None,
            Command.PREVIOUS_LINE,
            Command.NEXT_LINE,
            Command.REPLAY_LINE,
            None,
            Command.LOOP,
            Command.LOOP_BEGIN,
            Command.LOOP_END,
            REPEATS,
            None,
            Command.PREVIOUS_CHAPTER,
            Command.NEXT_CHAPTER,
            None,
            Command.SLOWER,
            Command.FASTER,
            Command.NORMAL_SPEED,
            None,
            Command.LOUDER,
            Command.QUIETER,
            Command.MUTE,
            None,
            Command.BROWSE,
            None,
            Command.CLICK_WORDS,
            Command.LINE_PAUSE,
            REWIND,
            Command.RETURN,
        ),
    ),
    MenuSpec(
        QT_TRANSLATE_NOOP("Menu", "&Quote"),
        (
            Command.COPY_QUOTE,
            Command.COPY_LINK,
            None,
            Command.CLIP_HEARD,
            Command.PLAY_QUOTE,
            None,
            QUOTE_STYLE,
            Command.OWN_STYLES,
            Command.WITHOUT_SOUNDS,
            Command.WHOLE_SECONDS,
            Command.OWN_LINKS,
            None,
            Command.GROW,
            Command.GROW_COPIES,
            MenuSpec(
                QT_TRANSLATE_NOOP("Menu", "C&hange the selection"),
                (
                    Command.BEGIN_WORD_EARLIER,
                    Command.BEGIN_WORD_LATER,
                    Command.END_WORD_EARLIER,
                    Command.END_WORD_LATER,
                    None,
                    Command.BEGIN_SENTENCE_EARLIER,
                    Command.BEGIN_SENTENCE_LATER,
                    Command.END_SENTENCE_EARLIER,
                    Command.END_SENTENCE_LATER,
                ),
            ),
            None,
            Command.FLAG,
            Command.ALL_QUOTES,
            None,
            Command.COPY_CLIP,
            Command.SAVE_CLIP,
            Command.SAVE_SUPERCUT,
            Command.SAVE_PACK,
            None,
            Command.COPY_STILL,
            Command.SAVE_STILL,
        ),
    ),
    MenuSpec(
        QT_TRANSLATE_NOOP("Menu", "&Help"),
        (Command.KEYS, Command.CHANGE_KEYS, Command.DEMO, None, Command.DOCTOR, Command.ABOUT),
    ),
)


class Menus(QObject):
    """Fills a menu bar from the table and keeps the list of recent files in it.

    Wishes: `recent_chosen(path)`, `recent_cleared`.
    """

    recent_chosen = Signal(str)
    recent_cleared = Signal()

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        super().__init__(bar)
        self._submenus = {spec: QMenu(translated(spec), bar) for spec in _FILLED_ELSEWHERE}
        for spec in MENUS:
            fill(bar.addMenu(translated(spec)), spec, actions, self._submenus)
        self._recent = self._submenus[RECENT]
        self._recent.setToolTipsVisible(True)
        self._recent.triggered.connect(self._choose)
        self.set_recent(())

    def submenu(self, spec: MenuSpec) -> QMenu:
        """Return the menu of a specification that has no entries of its own, to be filled."""
        return self._submenus[spec]

    def set_recent(self, recent: Iterable[tuple[str, str]]) -> None:
        """List (title, path) pairs, the latest first."""
        self._recent.clear()
        for title, path in recent:
            self._recent.addAction(self._recent_action(title, path))
        self._recent.setEnabled(not self._recent.isEmpty())
        if self._recent.isEnabled():
            self._recent.addSeparator()
            self._recent.addAction(self.tr("Clear recent files"))

    def _recent_action(self, title: str, path: str) -> QAction:
        action = QAction(plain.in_menu(title), self._recent)
        action.setData(path)
        action.setToolTip(plain.tip(path))
        return action

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        if action.data() is None:
            self.recent_cleared.emit()
        else:
            self.recent_chosen.emit(action.data())


def fill(
    menu: QMenu, spec: MenuSpec, actions: Actions, made: dict[MenuSpec, QMenu] | None = None
) -> None:
    """Put a table's entries into a menu; `made` are submenus that are filled by their owner."""
    for entry in spec.entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, Command):
            menu.addAction(actions[entry])
        elif made and entry in made:
            menu.addMenu(made[entry])
        else:
            fill(menu.addMenu(translated(entry)), entry, actions, made)


def add_wish(
    menu: QMenu, command: Command, wish: Callable[[], object], *, enabled: bool, keys: Keys
) -> None:
    """Put a command into the menu of what is pointed at, with its key where `keys` have one."""
    spec = COMMANDS[command]
    action = menu.addAction(QCoreApplication.translate("Command", spec.text), wish)
    action.setEnabled(enabled)
    if spec.icon:
        action.setIcon(icon(spec.icon, menu.palette()))
    if known := keys.get(command, ()):
        action.setShortcut(QKeySequence(known[0]))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown, not listened to
        action.setShortcutVisibleInContextMenu(True)


def translated(spec: MenuSpec) -> str:
    """Return a menu's title in the user's language, with its mnemonic."""
    return QCoreApplication.translate("Menu", spec.title)
