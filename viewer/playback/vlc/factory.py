"""Making libVLC's engines, which share one libVLC, or saying why there are none."""

from viewer.errors import EngineUnavailableError
from viewer.playback.engine import Engine
from viewer.playback.factory import EngineFactory, EngineFacts
from viewer.playback.vlc import library


class Factory(EngineFactory):
    """Makes engines of the program's one libVLC, which starts with the first that plays."""

    def __init__(self) -> None:
        self._library = library.VlcLibrary()

    def make(self) -> Engine:
        """Make an engine, or raise EngineUnavailableError where that is known of libVLC."""
        from viewer.playback.vlc.engine import VlcEngine  # loads Qt Multimedia, for the pictures

        return VlcEngine(self._library)

    def describe(self) -> EngineFacts:
        """Tell whether libVLC is there and starts, and whether it would be heard."""
        try:
            vlc = library.load()
            instance = library.make_instance(vlc)
        except EngineUnavailableError as error:
            reason, title = str(error), library.VLC_TITLE
            return EngineFacts("vlc", title, available=False, reason=reason, hint=error.hint)
        player = instance.media_player_new()
        sound = library.has_sound(vlc, player)
        player.release()
        instance.release()
        return EngineFacts("vlc", library.named(vlc), available=True, sound=sound)

    def shut_down(self, limit_s: float) -> bool:
        """Let go of libVLC; return whether all work came to rest within the limit."""
        return self._library.shut_down(limit_s)
