"""How the reader wants to see things: sizes, times, panes, light or dark; and remembering it."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Actions, Command, CommandSpec
from viewer.ui.details.panel import DetailsPanel
from viewer.ui.theme.icons import icon
from viewer.ui.theme.palette import Theme, apply_theme, suit_palette
from viewer.ui.window.panes import Panes
from viewer.ui.window.text_side import TranscriptPane

_LEAST_USUAL_POINTS: Final = 12
_THEMES: Final[dict[CommandSpec, Theme]] = {
    Command.THEME_SYSTEM: "system",
    Command.THEME_LIGHT: "light",
    Command.THEME_DARK: "dark",
}


class ViewOptions(QObject):
    """Applies the commands of the View menu, and keeps what the reader chose."""

    def __init__(
        self,
        panes: Panes,
        text: TranscriptPane,
        details: DetailsPanel,
        commands: Actions,
        user_settings: UserSettings,
    ) -> None:
        super().__init__(panes)
        self._panes, self._text, self._details = panes, text, details
        self._commands, self._user_settings = commands, user_settings
        self._picture = self._transcript = True
        #: The palette that the commands' icons were drawn for.
        self._decorated_for = 0
        for command, slot in (
            (Command.PICTURE_SHOWN, self._show_picture),
            (Command.TRANSCRIPT_SHOWN, self._show_transcript),
            (Command.DETAILS_SHOWN, self._show_details),
            (Command.TIMES_SHOWN, self._show_times),
            (Command.PARAGRAPHS, self._read_in_paragraphs),
            (Command.DOUBTFUL_WORDS, self._underline_doubtful),
            (Command.CLICK_WORDS, self._click_words),
            (Command.FOLLOW, self._keep_follow),
            (Command.CARET_BROWSING, self._browse_by_caret),
            (Command.ZOOM_IN, partial(text.view.zoom.by, 1)),
            (Command.ZOOM_OUT, partial(text.view.zoom.by, -1)),
            (Command.ZOOM_RESET, self._reset_size),
        ):
            commands.bind(command, slot)
        for command, theme in _THEMES.items():
            commands.bind(command, partial(self._set_theme, theme))
        text.view.point_size_changed.connect(self._keep_size)
        text.reading.prose_changed.connect(commands[Command.PARAGRAPHS].setChecked)
        text.view.caret_browsing_changed.connect(commands[Command.CARET_BROWSING].setChecked)
        details.folded_changed.connect(self._keep_folded)
        panes.arranged.connect(self._show_transcript_again)
        panes.installEventFilter(self)

    def apply(self) -> None:
        """Show everything as the settings remember it; the theme is there before the widgets."""
        reading, window = self._user_settings.settings.reading, self._user_settings.settings.window
        view = self._text.view
        view.zoom.set(reading.point_size or _usual_points())
        view.set_times_visible(reading.times_shown)
        self._text.reading.wanted = reading.paragraphs
        view.layers.mark_doubtful(on=reading.doubtful_words)
        view.mouse.plays_words = reading.click_words
        self._commands[Command.DOUBTFUL_WORDS].setChecked(reading.doubtful_words)
        self._commands[Command.CLICK_WORDS].setChecked(reading.click_words)
        view.scrolling.set_reduced_motion(reading.reduced_motion)
        view.caret.set_browsing(reading.caret_browsing)
        self._commands[Command.TIMES_SHOWN].setChecked(reading.times_shown)
        self._details.set_folded(not window.details_shown)
        self._commands[Command.DETAILS_SHOWN].setChecked(window.details_shown)
        self._picture = window.picture_shown
        self._arrange()
        self._show_theme(reading.theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the commands' icons in a new palette's colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self._take_palette()
        return super().eventFilter(watched, event)

    @Slot(bool)
    def _show_picture(self, shown: bool) -> None:
        self._picture = shown
        self._transcript = self._transcript or not shown
        self._user_settings.change("window", picture_shown=shown)
        self._arrange()

    @Slot(bool)
    def _show_transcript(self, shown: bool) -> None:
        self._transcript = shown
        self._picture = self._picture or not shown
        self._arrange()

    @Slot()
    def _show_transcript_again(self) -> None:
        """Forget that it was hidden when the picture goes that it was hidden for."""
        if not self._transcript and not self._panes.has_picture:
            self._transcript = True
            self._arrange()

    def _arrange(self) -> None:
        self._pass_keys()
        self._panes.set_wanted(picture=self._picture, text=self._transcript)
        self._commands[Command.PICTURE_SHOWN].setChecked(self._picture)
        self._commands[Command.TRANSCRIPT_SHOWN].setChecked(self._transcript)

    def _pass_keys(self) -> None:
        """Have the keys where they do what the menus say: in the text where it comes, nowhere else.

        Qt would pass them on to whatever stands next, such as the seek bar.
        """
        view, focused = self._text.view, application().focusWidget()
        if self._transcript and self._text.isHidden():
            self._text.show()
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._transcript and focused and self._text.isAncestorOf(focused):
            view.window().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _show_details(self, shown: bool) -> None:
        self._details.set_folded(not shown)

    @Slot(bool)
    def _keep_folded(self, folded: bool) -> None:
        self._commands[Command.DETAILS_SHOWN].setChecked(not folded)
        self._user_settings.change("window", details_shown=not folded)

    @Slot(bool)
    def _show_times(self, shown: bool) -> None:
        self._text.view.set_times_visible(shown)
        self._user_settings.change("reading", times_shown=shown)

    @Slot(bool)
    def _read_in_paragraphs(self, on: bool) -> None:
        self._user_settings.change("reading", paragraphs=on)
        self._text.reading.switch(prose=on)

    @Slot(bool)
    def _underline_doubtful(self, on: bool) -> None:
        self._text.view.layers.mark_doubtful(on=on)
        self._user_settings.change("reading", doubtful_words=on)

    @Slot(bool)
    def _click_words(self, on: bool) -> None:
        self._text.view.mouse.plays_words = on
        self._user_settings.change("reading", click_words=on)

    @Slot(bool)
    def _keep_follow(self, on: bool) -> None:
        self._user_settings.change("reading", follow=on)

    @Slot(bool)
    def _browse_by_caret(self, on: bool) -> None:
        self._text.view.caret.set_browsing(on)
        self._user_settings.change("reading", caret_browsing=on)

    @Slot(int)
    def _keep_size(self, points: int) -> None:
        chosen = None if points == _usual_points() else points
        self._user_settings.change("reading", point_size=chosen)

    @Slot()
    def _reset_size(self) -> None:
        self._text.view.zoom.set(_usual_points())

    def _set_theme(self, theme: Theme) -> None:
        self._user_settings.change("reading", theme=theme)
        apply_theme(application(), theme)
        self._show_theme(theme)

    def _show_theme(self, theme: Theme) -> None:
        for command, name in _THEMES.items():
            self._commands[command].setChecked(name == theme)
        self._take_palette()

    def _take_palette(self) -> None:
        palette = self._panes.palette()
        if palette.cacheKey() != self._decorated_for:
            self._decorated_for = palette.cacheKey()
            self._commands.decorate(lambda name: icon(name, palette))
            suit_palette(application())


def _usual_points() -> int:
    """Return how large a transcript's letters are that nobody made larger or smaller."""
    return max(_LEAST_USUAL_POINTS, round(QFontInfo(application().font()).pointSizeF()))


def application() -> QApplication:
    """Return the running application, which has windows."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
