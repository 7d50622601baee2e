"""One libVLC media player with its callbacks, from the first frame to a stop that may block."""

import ctypes
import os
import threading
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from viewer.core.media_source import MediaSource
from viewer.errors import EngineUnavailableError
from viewer.playback.engine import within
from viewer.playback.open_file import OpenFile
from viewer.playback.source import refusal, unreadable
from viewer.playback.vlc.clock_lead import clock_lead_ms
from viewer.playback.vlc.demuxers import counted_length_ms, demuxers_for, misleads
from viewer.playback.vlc.frames import VlcFrames, even
from viewer.playback.vlc.library import Foreign, VlcLibrary, make_player

if TYPE_CHECKING:
    from types import ModuleType

    from PySide6.QtMultimedia import QVideoSink

PARSE_LIMIT_MS: Final = 5000
#: Orientations from this one on have their sides swapped.
FIRST_TURNED: Final = 4


class VlcHandle:
    """A libVLC player, its media, its frames, and the last time that it reported.

    It is made by a worker, stopped by a worker, and steered in between by the GUI thread once it
    is `parsed`. libVLC's threads enter Python in the frame callbacks and in the one that notes
    the time; it stores two plain numbers and does nothing else.
    """

    def __init__(self, library: VlcLibrary, source: MediaSource, sink: "QVideoSink | None") -> None:
        self._library, self._source = library, source
        self.frames = VlcFrames(sink)
        #: The position reported last, and the moment at which it was true.
        self.news: tuple[int, float] = (0, 0.0)
        self.has_picture: bool | None = None
        #: How long it is, where that was found by counting: libVLC goes by a guess there.
        self._counted_ms: int | None = None
        #: What libVLC's time is ahead of the recording's.
        self._lead_ms = 0
        #: How long a picture is shown at rate 1.
        self.frame_s = 0.04
        #: How many pictures had been shown when it was started last.
        self.frames_before = 0
        #: Why libVLC cannot be used.
        self.trouble: EngineUnavailableError | None = None
        #: Why this cannot be a recording, as a sentence.
        self.refused = ""
        self._made = threading.Event()
        self._vlc: ModuleType
        self.player: Foreign = None
        self._media: Foreign = None
        self._file: OpenFile | None = None
        library.employ(self._make, self)

    @property
    def parsed(self) -> bool:
        """Whether the tracks are known, or cannot be."""
        return self.made and self._media is not None and bool(self._media.get_parsed_status())

    @property
    def made(self) -> bool:
        """Whether the worker is done, with whatever outcome."""
        return self._made.is_set()

    @property
    def length_ms(self) -> int:
        """How long it is, or 0 as long as that is not known."""
        return self._counted_ms or max(self.player.get_length(), 0)

    @property
    def played_sound(self) -> bool:
        """Whether any sound was decoded."""
        stats = self._vlc.MediaStats()
        return bool(self._media.get_stats(stats) and stats.decoded_audio)

    def is_in(self, *states: str) -> bool:
        """Return whether the player is in one of libVLC's states, by their names."""
        state = self.player.get_state()
        return any(state == getattr(self._vlc.State, name) for name in states)

    def start(self) -> None:
        """Play from the beginning; also the only way on from the end."""
        self._measure()
        self.news, self.frames_before = (0, 0.0), self.frames.shown
        self.player.set_media(self._media)
        self.player.play()

    def go_to(self, ms: int) -> None:
        """Have it play from `ms` on, or show what is there.

        Where its clock is ahead, that is at its end before all is heard: it goes no nearer to it.
        The beginning is where the clock's is: the picture there would be passed by.
        """
        ahead_ms = max(ms, within(ms + self._lead_ms, self.length_ms))
        self.player.set_time(ahead_ms if ms else 0)

    def let_go(self) -> None:
        """Have it stopped and released; a player that blocks is left to itself."""
        self.frames.detach()
        self._library.employ(self._release, self)

    def _make(self) -> None:
        """Look at the recording, make the player and have its tracks looked into."""
        try:
            self.refused = refusal(self._source)
            if self.refused:
                return
            self._vlc, instance = self._library.start()
            self.player = make_player(self._vlc, instance)
            self._connect()
            self._load(instance)
        except EngineUnavailableError as error:
            self.trouble = error
        except OSError as error:
            self.refused = unreadable(self._source, error)
        finally:
            self._made.set()

    def _load(self, instance: Foreign) -> None:
        path = self._source.path
        if path is not None:
            demuxers, self._counted_ms = demuxers_for(path), counted_length_ms(path)
            self._lead_ms = clock_lead_ms(path) if demuxers.startswith("ts,") else 0
            if misleads(path):
                self._file = OpenFile(path)
                path = self._file.path
            self._media = instance.media_new_path(os.fsencode(path))
            self._media.add_option(f":demux={demuxers}")
            self._media.add_option(":no-mkv-preload-local-dir")
            flag = self._vlc.MediaParseFlag.local
        else:
            self._media = instance.media_new_location(str(self._source))
            flag = self._vlc.MediaParseFlag.network
        self._media.parse_with_options(flag, PARSE_LIMIT_MS)

    def _release(self) -> None:
        self._made.wait()
        if self.player is not None:
            self.player.stop()
            self.player.release()
        if self._media is not None:
            self._media.release()
        if self._file is not None:
            self._file.close()

    def _connect(self) -> None:
        callbacks, frames = self._vlc.CallbackDecorators, self.frames
        self.player.video_set_format_callbacks(
            ctypes.cast(frames.setup, callbacks.VideoFormatCb),
            callbacks.VideoCleanupCb(),
        )
        self.player.video_set_callbacks(
            ctypes.cast(frames.lock, callbacks.VideoLockCb),
            callbacks.VideoUnlockCb(),
            ctypes.cast(frames.display, callbacks.VideoDisplayCb),
            None,
        )
        events = self.player.event_manager()
        events.event_attach(self._vlc.EventType.MediaPlayerTimeChanged, self._note_time)

    def _note_time(self, event: Foreign) -> None:
        self.news = (max(event.u.new_time - self._lead_ms, 0), time.monotonic())

    def _measure(self) -> None:
        """Take the size of display from the tracks: libVLC offers only that of its buffers."""
        tracks = list(self._media.tracks_get() or ())
        pictures = [track for track in tracks if track.type == self._vlc.TrackType.video]
        if tracks:
            self.has_picture = bool(pictures)
        if pictures:
            video = self._video_of(pictures[0])
            self.frames.display_size = _display_size(video)
            if video.frame_rate_num:
                self.frame_s = video.frame_rate_den / video.frame_rate_num

    def _video_of(self, track: Foreign) -> Foreign:
        """Return what is known of a picture's track.

        C has one pointer there, a union; python-vlc 3.0.21 has three in a row, of which only the
        first lies where it should.
        """
        holder: Foreign = getattr(track, "u", track)
        pointer = holder.audio
        return ctypes.cast(pointer, ctypes.POINTER(self._vlc.VideoTrack)).contents


def _display_size(video: Foreign) -> QSize | None:
    """Return the track's size with its pixels' aspect and its rotation, where it is known."""
    if not video.width or not video.height:
        return None
    width = video.width
    if video.sar_num and video.sar_den:
        width = round(width * video.sar_num / video.sar_den)
    size = QSize(width, video.height)
    turned = video.orientation.value >= FIRST_TURNED
    return even(size.transposed() if turned else size)
