"""What can be done at the picture: its clicks, its wheel and its menu."""

from typing import Final

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu

from viewer.ui.commands.actions import Actions, Command
from viewer.ui.commands.commands import MenuSpec
from viewer.ui.commands.menus import fill
from viewer.ui.player.controls import Controls
from viewer.ui.player.key_words import KeyWords
from viewer.ui.player.video_panel import VideoPanel

PICTURE: Final = MenuSpec(
    "",
    (
        Command.PLAY_PAUSE,
        Command.REPLAY_LINE,
        None,
        Command.COPY_QUOTE,
        Command.COPY_LINK,
        None,
        Command.FULL_SCREEN,
        None,
        Command.OPEN_RECORDING,
        Command.FORGET_RECORDING,
    ),
)


class PictureMenu(QObject):
    """Has clicks on the picture and a menu there call commands, and its wheel change the volume."""

    def __init__(
        self, video: VideoPanel, commands: Actions, controls: Controls, words: KeyWords
    ) -> None:
        super().__init__(video)
        self._video, self._commands = video, commands
        self._controls, self._words = controls, words
        self.menu = QMenu(video)
        fill(self.menu, PICTURE, commands)
        video.clicked.connect(commands[Command.PLAY_PAUSE].trigger)
        video.double_clicked.connect(commands[Command.FULL_SCREEN].trigger)
        video.menu_requested.connect(self._open)
        video.wheel_turned.connect(self._turn_volume)
        words.said.connect(video.say)

    @Slot(QPoint)
    def _open(self, where: QPoint) -> None:
        self.menu.popup(where)

    @Slot(int)
    def _turn_volume(self, notches: int) -> None:
        if self._commands[Command.LOUDER].isEnabled():
            self._controls.turn_volume(notches)
            self._video.say(self._words.volume())
