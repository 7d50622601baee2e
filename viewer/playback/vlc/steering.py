"""Seeking and rates on a loaded libVLC player, and which of its reports are true.

Measured with libVLC 3.0.24; the figures are in docs/engines.md.
"""

from typing import TYPE_CHECKING, Final

from viewer.core.value import value
from viewer.playback.vlc.handle import VlcHandle

if TYPE_CHECKING:
    from viewer.playback.vlc.library import Foreign

#: A seek at another rate than 1 lands seconds away or shows damage: the rate is 1 until so many
#: pictures have come, of which up to four may be from before it, and libVLC has reported a time
#: near the target; without a picture, until so much time has passed.
SETTLE_FRAMES: Final = 8
SETTLE_S: Final = 0.4
#: A picture that stands still (a cover) never brings so many.
SETTLE_LIMIT_S: Final = 2.0
#: So many pictures are already dated when the rate changes, and are shown at the old pace.
DATED_FRAMES: Final = 22
#: A busy machine is behind where no new picture has come for so many pictures' time.
LATE_FRAMES: Final = 2.5
#: libVLC reports a seek's target at once, before there is anything to see of it.
ECHO_S: Final = 0.02
#: For so long after a seek a report that is far from the target is from before it.
STALE_S: Final = 0.6
NEAR_MS: Final = 100
#: How long a seek takes until its picture: the first guess, and the bounds of what is learned.
FIRST_LATENCY_S: Final = 0.1
LATENCY_BOUNDS_S: Final = (0.02, 0.5)
#: Of the paused seeks right after opening one in ten brought no picture: after so long without
#: one, libVLC is sent there again. (Asked for its next frame, it plays on a second later.)
NUDGE_S: Final = 0.25


@value
class Reading:
    """Where the player was and when; `pace` is how fast it moves now, `as_of` 0 for no news."""

    position_ms: int
    as_of: float
    pace: float
    landed: bool
    pending: bool


class VlcSteering:
    """Plays, pauses and seeks so that every seek is exact at every rate."""

    def __init__(self, handle: VlcHandle, rate: float) -> None:
        self._handle = handle
        self._player: Foreign = handle.player
        self._rate = rate
        self._real_rate = 1.0
        self._plays = False
        self._latency_s = FIRST_LATENCY_S
        self._target_ms = 0
        self._sought_s = 0.0
        self._landing_s = 0.0
        self._confirmed = True
        self._valid_s = 0.0
        self._lag_rate, self._lag_until_s = 1.0, 0.0
        self._settle_frames, self._settle_s = 0, 0.0
        self._settle_limit_s = 0.0
        self._reported: tuple[int, float] = (0, 0.0)
        self._until_ms: int | None = None
        self._fresh_at_seek, self._nudge_s, self._nudged = 0, 0.0, True

    def seek(self, ms: int, now: float, until_ms: int | None = None) -> None:
        """Go to `ms` at rate 1; the rate wanted is restored once the seek has settled.

        Unless that is a faster one, and playing is to end at `until_ms` before it would be seen.
        """
        self._handle.frames.pass_on()
        self._until_ms = until_ms
        self._set_real_rate(1.0, now)
        self._lag_until_s = 0.0
        self._fresh_at_seek = self._handle.frames.fresh
        self._nudge_s, self._nudged = now + NUDGE_S, False
        self._handle.go_to(ms)
        self._target_ms, self._sought_s = ms, now
        self._landing_s = now + self._latency_s
        self._confirmed, self._reported = False, (0, 0.0)
        self._settle_from(now)

    def play(self, now: float) -> None:
        """Play on."""
        if not self._plays:
            self._plays = True
            self._valid_s, self._reported = now, (0, 0.0)
            self._settle_from(now)
        self._handle.frames.pass_on()
        self._player.set_pause(0)

    def pause(self, now: float) -> None:
        """Stand still, with the picture seen now unless it is from before a seek, or late."""
        frames = self._handle.frames
        late = now - frames.given_s > LATE_FRAMES * self._handle.frame_s
        if self._plays and self._confirmed and frames.fresh > self._fresh_at_seek and not late:
            frames.hold()
        self._plays = False
        self._player.set_pause(1)

    def set_rate(self, rate: float, now: float) -> None:
        """Play at `rate`: at once, or as soon as a seek has settled."""
        self._rate = rate
        if self._settled(now) and self._is_worth_while():
            self._set_real_rate(rate, now)

    def look(self, now: float, *, really_plays: bool) -> Reading:
        """Restore the rate when it is time, and sort out what the player has reported."""
        worth_while = self._is_worth_while()
        if self._plays and really_plays and worth_while and self._settled(now):
            self._set_real_rate(self._rate, now)
        self._take_news(now)
        self._nudge(now)
        landed = now >= self._landing_s
        lags = now < self._lag_until_s
        pace = self._lag_rate if lags else self._real_rate
        moves = self._plays and really_plays and landed
        restoring = self._plays and worth_while and self._real_rate != self._rate
        position_ms, as_of = (0, 0.0) if lags else self._reported
        return Reading(
            position_ms,
            as_of,
            pace if moves else 0.0,
            landed,
            not landed or restoring or self._plays is not really_plays or self._owes_picture(),
        )

    def _owes_picture(self) -> bool:
        """Return whether a paused seek has not brought its picture, and may be asked for it."""
        waits = not self._plays and not self._nudged and self._handle.has_picture is True
        return waits and self._handle.frames.fresh <= self._fresh_at_seek

    def _nudge(self, now: float) -> None:
        if now >= self._nudge_s and self._owes_picture():
            self._nudged = True
            self._handle.go_to(self._target_ms)

    def _take_news(self, now: float) -> None:
        """Believe a report if it belongs to the last seek, the last start and the present rate."""
        ms, as_of = self._handle.news
        if as_of > self._valid_s and as_of > self._sought_s + ECHO_S:
            if self._confirmed or now > self._sought_s + STALE_S:
                self._reported = ms, as_of
            elif self._is_near(ms, as_of):
                self._learn(ms, as_of)
                self._reported = ms, as_of
        elif (
            self._reported == (0, 0.0)
            and self._landing_s > self._valid_s
            and now >= self._landing_s
        ):
            self._reported = self._target_ms, self._landing_s

    def _is_near(self, ms: int, as_of: float) -> bool:
        ran_ms = (as_of - self._sought_s) * 1000 * self._real_rate
        return -NEAR_MS <= ms - self._target_ms <= ran_ms + NEAR_MS

    def _learn(self, ms: int, as_of: float) -> None:
        """Take in how long this seek really took, for the next one."""
        self._confirmed = True
        if self._plays and self._valid_s <= self._sought_s:
            began_s = as_of - (ms - self._target_ms) / 1000 / self._real_rate
            low, high = LATENCY_BOUNDS_S
            took_s = min(max(began_s - self._sought_s, low), high)
            self._latency_s = (self._latency_s + took_s) / 2

    def _settle_from(self, now: float) -> None:
        self._settle_frames = self._handle.frames.shown + SETTLE_FRAMES
        self._settle_s, self._settle_limit_s = now + SETTLE_S, now + SETTLE_LIMIT_S

    def _settled(self, now: float) -> bool:
        if self._handle.has_picture is False:
            return now >= self._settle_s
        enough = self._handle.frames.shown >= self._settle_frames and self._confirmed
        return enough or now >= self._settle_limit_s

    def _is_worth_while(self) -> bool:
        """Return whether the rate wanted would be seen before playing is to end.

        A faster one makes the pictures jump when those that are dated have gone by: past the end.
        """
        faster = self._rate > self._real_rate
        if self._until_ms is None or not faster or not self._handle.has_picture:
            return True
        here_ms = self._reported[0] if self._reported[1] else self._target_ms
        changing_ms = DATED_FRAMES * self._handle.frame_s * 1000 + SETTLE_S * 1000
        return not 0 <= self._until_ms - here_ms < changing_ms

    def _set_real_rate(self, rate: float, now: float) -> None:
        if rate == self._real_rate:
            return
        self._player.set_rate(rate)
        if self._plays and self._handle.has_picture:
            lag_s = DATED_FRAMES * self._handle.frame_s / max(rate, self._real_rate)
            self._lag_rate, self._lag_until_s = self._real_rate, now + lag_s
        self._real_rate = rate
        self._valid_s, self._reported = now, (0, 0.0)
