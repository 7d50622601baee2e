"""What the player does for keys, buttons and the seek bar, and remembers of it."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from viewer.playback.player import Player
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.player.play_bar import PlayBar
from viewer.ui.player.rates import RATES

SEEK_STEP_MS: Final = 5_000
VOLUME_STEP: Final = 5


class Controls(QObject):
    """Wires the play bar and the playback commands to the player."""

    #: The reader went elsewhere by the seek bar or by a step in time.
    sought = Signal()

    def __init__(
        self, player: Player, commands: Actions, play_bar: PlayBar, user_settings: UserSettings
    ) -> None:
        super().__init__(play_bar)
        self._player, self._user_settings = player, user_settings
        self._mute = commands[Command.MUTE]
        self._connect(play_bar)
        for command, slot in (
            (Command.BACK, self.back),
            (Command.FORWARD, self.forward),
            (Command.SLOWER, self.slower),
            (Command.FASTER, self.faster),
            (Command.NORMAL_SPEED, self.normal_speed),
            (Command.LOUDER, self.louder),
            (Command.QUIETER, self.quieter),
            (Command.MUTE, player.set_muted),
        ):
            commands.bind(command, slot)

    def _connect(self, play_bar: PlayBar) -> None:
        player, transport = self._player, play_bar.transport
        player.position_changed.connect(play_bar.set_position)
        player.duration_changed.connect(play_bar.set_duration)
        player.rate_changed.connect(transport.set_rate)
        player.rate_changed.connect(self._keep_rate)
        player.volume_changed.connect(transport.set_volume)
        player.volume_changed.connect(self._keep_volume)
        player.muted_changed.connect(self._keep_muted)
        player.muted_changed.connect(self._mute.setChecked)
        player.wants_play_changed.connect(transport.play_button.set_on)
        play_bar.seek_bar.seek_requested.connect(self.seek)
        transport.rate_requested.connect(player.set_rate)
        transport.volume_requested.connect(player.set_volume)

    def apply(self) -> None:
        """Give the player what the settings remember."""
        playback = self._user_settings.settings.playback
        self._player.set_rate(max(playback.rate, 1.0))
        self._player.set_volume(playback.volume)
        self._player.set_muted(playback.muted)

    def begin(self) -> None:
        """Play another recording: faster if that is how the reader listens, but not slower.

        One hurries through all of one's recordings, and slows down for a passage.
        """
        if self._player.rate < 1.0:
            self._player.set_rate(max(self._user_settings.settings.playback.rate, 1.0))

    @Slot(int)
    def seek(self, ms: int) -> None:
        """Go to a place in the recording."""
        self._player.seek(ms)
        self.sought.emit()

    @Slot()
    def back(self) -> None:
        """Go back a step."""
        self.seek(self._player.position_ms - SEEK_STEP_MS)

    @Slot()
    def forward(self) -> None:
        """Go ahead a step."""
        self.seek(self._player.position_ms + SEEK_STEP_MS)

    @Slot()
    def slower(self) -> None:
        """Play at the next lower rate."""
        lower = [rate for rate in RATES if rate < self._player.rate - 0.001]
        self._player.set_rate(lower[-1] if lower else RATES[0])

    @Slot()
    def faster(self) -> None:
        """Play at the next higher rate."""
        higher = [rate for rate in RATES if rate > self._player.rate + 0.001]
        self._player.set_rate(higher[0] if higher else RATES[-1])

    @Slot()
    def normal_speed(self) -> None:
        """Play as it was spoken."""
        self._player.set_rate(1.0)

    @Slot()
    def louder(self) -> None:
        """Play a little louder."""
        self._player.set_volume(self._player.volume + VOLUME_STEP)

    @Slot()
    def quieter(self) -> None:
        """Play a little quieter."""
        self._player.set_volume(self._player.volume - VOLUME_STEP)

    @Slot(int)
    def turn_volume(self, notches: int) -> None:
        """Play louder or quieter as a wheel is turned; louder is heard, muted or not."""
        if notches > 0:
            self._player.set_muted(False)
        self._player.set_volume(self._player.volume + notches * VOLUME_STEP)

    @Slot(float)
    def _keep_rate(self, rate: float) -> None:
        if rate >= 1.0:
            self._user_settings.change("playback", rate=rate)

    @Slot(int)
    def _keep_volume(self, percent: int) -> None:
        self._user_settings.change("playback", volume=percent)

    @Slot(bool)
    def _keep_muted(self, muted: bool) -> None:
        self._user_settings.change("playback", muted=muted)
