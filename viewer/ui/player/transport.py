"""The row below the picture: play and lines, the time, rate, volume, full screen."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from viewer.ui.commands.actions import Actions, Command
from viewer.ui.commands.button import CommandButton
from viewer.ui.player.rate_button import RateButton
from viewer.ui.player.time_button import TimeButton
from viewer.ui.theme import plain
from viewer.ui.theme.words import QT_TRANSLATE_NOOP
from viewer.ui.widgets.icon_button import named
from viewer.ui.widgets.thin_slider import ThinSlider

_LOW: Final = 50
_LOUDNESS_STEP: Final = 5
_SPACING: Final = 2
_MARGIN: Final = 4
_UNHEARD: Final = QT_TRANSLATE_NOOP("Transport", "There is no recording to hear")


class Transport(QWidget):
    """The buttons of playback, which are their commands'; what else can be asked for are wishes.

    It shows facts, and holds neither player nor picture. Like a recording it runs from left to
    right in every language.
    """

    rate_requested = Signal(float)
    volume_requested = Signal(int)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._mute = actions, actions[Command.MUTE]
        self.previous_button = CommandButton(actions, Command.PREVIOUS_LINE)
        self.play_button = CommandButton(actions, Command.PLAY_PAUSE)
        self.next_button = CommandButton(actions, Command.NEXT_LINE)
        self.replay_button = CommandButton(actions, Command.REPLAY_LINE)
        self.time_button = TimeButton()
        self.rate_button = RateButton()
        self.mute_button = CommandButton(actions, Command.MUTE)
        self.volume_slider = ThinSlider()
        self.full_screen_button = CommandButton(actions, Command.FULL_SCREEN)
        self._lay_out()
        self._connect()
        self.set_volume(100)
        self._name_speed()

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
        self._show_sound()

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

    def _controls(self) -> tuple[QWidget, ...]:
        """Return the controls from left to right."""
        return (
            self.previous_button,
            self.play_button,
            self.next_button,
            self.replay_button,
            self.time_button,
            self.rate_button,
            self.mute_button,
            self.volume_slider,
            self.full_screen_button,
        )

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
        self.rate_button.rate_requested.connect(self.rate_requested)
        self.volume_slider.asked.connect(self._ask_volume)
        for widget, command in (
            (self.time_button, Command.PLAY_PAUSE),
            (self.rate_button, Command.FASTER),
            (self.volume_slider, Command.LOUDER),
        ):
            self._actions[command].enabledChanged.connect(widget.setEnabled)
        self._mute.changed.connect(self._show_sound)
        self._actions[Command.PLAY_PAUSE].enabledChanged.connect(self._show_sound)
        self._actions.keys_changed.connect(self._show_sound)
        self._actions.keys_changed.connect(self._name_speed)

    @Slot(int)
    def _ask_volume(self, percent: int) -> None:
        if self._mute.isChecked() and percent:
            self._mute.trigger()
        self.volume_requested.emit(percent)

    @Slot()
    def _name_speed(self) -> None:
        keys = self._actions.hint(Command.SLOWER, Command.FASTER)
        self.rate_button.set_words(self.tr("Speed"), keys)

    @Slot()
    def _show_sound(self) -> None:
        """Say how loud it is, or why nothing is heard."""
        self.volume_slider.set_muted(self._mute.isChecked())
        self.mute_button.refresh()
        self.mute_button.set_icon(self._loudness())
        volume = self.tr("Volume: {0} %").format(self.volume_slider.value())
        keys = self._actions.hint(Command.QUIETER, Command.LOUDER)
        self.volume_slider.setToolTip(plain.tip(named(volume, keys)))
        if self._actions[Command.PLAY_PAUSE].isEnabled() and not self._mute.isEnabled():
            for widget in (self.mute_button, self.volume_slider):
                widget.setToolTip(self.tr(_UNHEARD))

    def _loudness(self) -> str:
        percent = self.volume_slider.value()
        if self._mute.isChecked() or not percent:
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
