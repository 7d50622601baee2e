"""The row below the picture: play and lines, the time, rate, volume, full screen."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from viewer.ui.commands.commands import COMMANDS, Command
from viewer.ui.commands.key_table import plain as without_mnemonic
from viewer.ui.player.rate_button import RateButton
from viewer.ui.player.time_button import TimeButton
from viewer.ui.theme import plain
from viewer.ui.theme.words import QT_TRANSLATE_NOOP
from viewer.ui.widgets.icon_button import IconButton, named
from viewer.ui.widgets.thin_slider import ThinSlider

_LOW: Final = 50
_LOUDNESS_STEP: Final = 5
_SPACING: Final = 2
_MARGIN: Final = 4
_UNHEARD: Final = QT_TRANSLATE_NOOP("Transport", "There is no recording to hear")


class Transport(QWidget):
    """Buttons that emit wishes and show facts; it holds neither player nor picture.

    What a button is called, its icon and its keys are its command's. `mute_requested` asks for the
    opposite of what is so.

    Like a recording it runs from left to right in every language.
    """

    toggle_requested = Signal()
    previous_requested = Signal()
    next_requested = Signal()
    replay_requested = Signal()
    rate_requested = Signal(float)
    volume_requested = Signal(int)
    mute_requested = Signal()
    full_screen_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: Mapping[str, str] = {}
        self._playing = self._muted = self._full_screen = False
        self._heard = True
        self.previous_button = IconButton()
        self.play_button = IconButton()
        self.next_button = IconButton()
        self.replay_button = IconButton()
        self.time_button = TimeButton()
        self.rate_button = RateButton()
        self.mute_button = IconButton()
        self.volume_slider = ThinSlider()
        self.full_screen_button = IconButton()
        self._lay_out()
        self._connect()
        self.set_volume(100)
        self.set_state(())

    @property
    def commands(self) -> frozenset[Command]:
        """The commands that the controls stand for."""
        return frozenset(self._controls().values())

    def set_position(self, ms: int) -> None:
        """Take in where playback is."""
        self.time_button.set_position(ms)

    def set_duration(self, ms: int) -> None:
        """Take in how long the recording is."""
        self.time_button.set_duration(ms)
        self._fit()

    def set_rate(self, rate: float) -> None:
        """Take in how fast it plays."""
        self.rate_button.set_rate(rate)
        self._fit()

    def set_volume(self, percent: int) -> None:
        """Take in how loud it plays."""
        self.volume_slider.show_value(percent)
        self._refresh()

    def set_muted(self, muted: bool) -> None:
        """Take in whether it is silenced."""
        self._muted = muted
        self.volume_slider.set_muted(muted)
        self._refresh()

    def set_full_screen(self, full: bool) -> None:
        """Take in whether the picture fills the screen."""
        self._full_screen = full
        self._refresh()

    def set_state(self, offered: Collection[Command], *, playing: bool = False) -> None:
        """Take in which commands can be called now, and whether it plays.

        A control can be used where its command can.
        """
        self._playing = playing
        for widget, command in self._controls().items():
            widget.setEnabled(command in offered)
        self._heard = Command.MUTE in offered or Command.PLAY_PAUSE not in offered
        self._refresh()

    def set_key_hints(self, keys: Mapping[str, str]) -> None:
        """Take the keys that tooltips name, by command: `{"play-pause": "Space"}`."""
        self._keys = dict(keys)
        self._refresh()

    def minimumSizeHint(self) -> QSize:
        """Return the size in which at least play and the time have room."""
        size = super().minimumSizeHint()
        kept = (self.play_button, self.time_button)
        return QSize(self._width_of(kept), size.height())

    def sizeHint(self) -> QSize:
        """Return the size in which everything has room."""
        return QSize(self._width_of(self._controls()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Make room again when a control has asked for another size."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel change the loudness over the mute button too."""
        if self.childAt(event.position().toPoint()) is self.mute_button:
            self.volume_slider.wheelEvent(event)
        else:
            super().wheelEvent(event)

    def _controls(self) -> dict[QWidget, Command]:
        """Return the controls from left to right, each with a command that it stands for."""
        return {
            self.previous_button: Command.PREVIOUS_LINE,
            self.play_button: Command.PLAY_PAUSE,
            self.next_button: Command.NEXT_LINE,
            self.replay_button: Command.REPLAY_LINE,
            self.time_button: Command.PLAY_PAUSE,
            self.rate_button: Command.FASTER,
            self.mute_button: Command.MUTE,
            self.volume_slider: Command.LOUDER,
            self.full_screen_button: Command.FULL_SCREEN,
        }

    def _dispensable(self) -> tuple[QWidget, ...]:
        """Return what goes when there is no room, first to last; play and the time stay."""
        return (
            self.volume_slider,
            self.full_screen_button,
            self.replay_button,
            self.rate_button,
            self.mute_button,
            self.previous_button,
            self.next_button,
        )

    def _lay_out(self) -> None:
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.volume_slider.setRange(0, 100)
        self.volume_slider.setSingleStep(_LOUDNESS_STEP)
        self.volume_slider.setFixedWidth(88)
        self.volume_slider.setAccessibleName(self.tr("Volume"))
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        row.setSpacing(_SPACING)
        for widget in self._controls():
            row.addWidget(widget)
            if widget is self.time_button:
                row.addStretch(1)

    def _connect(self) -> None:
        self.play_button.clicked.connect(self.toggle_requested)
        self.previous_button.clicked.connect(self.previous_requested)
        self.next_button.clicked.connect(self.next_requested)
        self.replay_button.clicked.connect(self.replay_requested)
        self.rate_button.rate_requested.connect(self.rate_requested)
        self.volume_slider.asked.connect(self._ask_volume)
        self.mute_button.clicked.connect(self.mute_requested)
        self.full_screen_button.clicked.connect(self.full_screen_requested)

    def _ask_volume(self, percent: int) -> None:
        if self._muted and percent:
            self.mute_requested.emit()
        self.volume_requested.emit(percent)

    def _refresh(self) -> None:
        """Bring icons and words in line with the facts."""
        full = Command.LEAVE_FULL_SCREEN if self._full_screen else Command.FULL_SCREEN
        self._show(self.play_button, Command.PLAY_PAUSE, on=self._playing)
        self._show(self.full_screen_button, full)
        self._show(self.mute_button, Command.MUTE, on=self._muted)
        self.mute_button.set_icon(self._loudness())
        self._show(self.previous_button, Command.PREVIOUS_LINE)
        self._show(self.next_button, Command.NEXT_LINE)
        self._show(self.replay_button, Command.REPLAY_LINE)
        self.rate_button.set_words(self.tr("Speed"), self._keys_of(Command.SLOWER, Command.FASTER))
        volume = self.tr("Volume: {0} %").format(self.volume_slider.value())
        keys = self._keys_of(Command.QUIETER, Command.LOUDER)
        self.volume_slider.setToolTip(plain.tip(named(volume, keys)))
        if not self._heard:
            for widget in (self.mute_button, self.volume_slider):
                widget.setToolTip(self.tr(_UNHEARD))

    def _show(self, button: IconButton, command: Command, *, on: bool = False) -> None:
        """Have a button look as its command says."""
        face = COMMANDS[command].face(on=on)
        button.set_icon(face.icon)
        words = without_mnemonic(QCoreApplication.translate("Command", face.text))
        button.set_words(words, self._keys_of(command))

    def _keys_of(self, *commands: Command) -> str:
        return " / ".join(filter(None, (self._keys.get(command, "") for command in commands)))

    def _loudness(self) -> str:
        percent = self.volume_slider.value()
        if self._muted or not percent:
            return "mute"
        return "volume-low" if percent < _LOW else "volume"

    def _fit(self) -> None:
        shown = list(self._controls())
        for widget in self._dispensable():
            if self._width_of(shown) <= self.width():
                break
            shown.remove(widget)
        for widget in self._controls():
            widget.setVisible(widget in shown)
        layout = self.layout()
        if layout is not None:
            layout.activate()  # or one frame would be painted with what has no room

    def _width_of(self, widgets: Iterable[QWidget]) -> int:
        # The stretch between the two groups takes a space of its own.
        return 2 * _MARGIN + sum(_SPACING + _width(widget) for widget in widgets)


def _width(widget: QWidget) -> int:
    return max(widget.minimumWidth(), min(widget.sizeHint().width(), widget.maximumWidth()))
