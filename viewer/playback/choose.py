"""Which engines to try, in which order, and what this machine has of them."""

import importlib.util
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final

from viewer.core.media_source import MediaSource
from viewer.engines import AUTO, ENGINES, EngineEntry
from viewer.errors import EngineUnavailableError
from viewer.playback.engine import Engine
from viewer.playback.engine_queue import EngineMaker
from viewer.playback.factory import STOP_LIMIT_S, EngineFactory, EngineFacts
from viewer.web.embeds import EMBEDS
from viewer.web.places import Kind

#: Where Linux says that programs may build no sandbox, and how.
SANDBOX_OFF: Final = (
    (Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"), "1"),
    (Path("/proc/sys/kernel/unprivileged_userns_clone"), "0"),
    (Path("/proc/sys/user/max_user_namespaces"), "0"),
)
_SITE_HINT: Final = (
    "Install PySide6-Addons up to 6.11, or PySide6-WebEngine from 6.12 on;"
    " on Linux also libnss3, libasound2, libgbm1, libxcomposite1, libxdamage1, libxtst6."
)


class Engines:
    """Makes the engines of a program, as one or `auto` was chosen; has what they share."""

    def __init__(self, choice: str = AUTO) -> None:
        self._choice = choice
        self._factories: dict[EngineEntry, EngineFactory] = {}

    def makers(self) -> Sequence[EngineMaker]:
        """Return what makes the engines, best first; each may raise EngineUnavailableError."""
        auto = self._choice == AUTO
        wanted = [e for e in ENGINES if (e.usual if auto else e.name == self._choice)]
        return [partial(self._make, each) for each in wanted]

    def web_makers(self, source: MediaSource) -> Sequence[EngineMaker]:
        """Return the same for an address: never libVLC, which goes from it to files."""
        if self._choice == "silent":
            return self.makers()
        return (partial(make_site, source.site),) if source.site else (make_stream,)

    def shut_down(self, limit_s: float = STOP_LIMIT_S) -> bool:
        """Let go of what they share; return whether all work came to rest within the limit."""
        rested = [each.shut_down(limit_s) for each in self._factories.values()]
        return all(rested)

    def _make(self, entry: EngineEntry) -> Engine:
        if entry not in self._factories:
            self._factories[entry] = _factory(entry)
        return self._factories[entry].make()


def describe() -> tuple[EngineFacts, ...]:
    """Tell which engines this machine has, best first, without playing anything."""
    return tuple(_factory(each).describe() for each in ENGINES)


def _factory(entry: EngineEntry) -> EngineFactory:
    factory: EngineFactory = import_module(f"viewer.playback.{entry.module}").Factory()
    return factory


def make_site(site: str) -> Engine:
    """Make the engine that shows a site's own player, or raise EngineUnavailableError."""
    facts = describe_site()
    if not facts.available:
        raise EngineUnavailableError(facts.reason, hint=facts.hint)
    try:
        from viewer.playback.site import fences
        from viewer.playback.site.engine import SiteEngine
    except ImportError as error:
        sentence = f"Qt WebEngine cannot be loaded: {error}."
        raise EngineUnavailableError(sentence, hint=_SITE_HINT) from error
    fences.set_up(host for each in EMBEDS.values() for host in each.hosts)
    return SiteEngine(EMBEDS[Kind(site)])


def make_stream() -> Engine:
    """Make the engine for what comes from the web, or raise EngineUnavailableError."""
    from viewer.playback.qt_factory import Factory
    from viewer.playback.stream_engine import StreamEngine

    return StreamEngine(Factory().make)


def describe_site(environ: Mapping[str, str] = os.environ) -> EngineFacts:
    """Tell whether players of sites can be shown, without loading what shows them."""
    name = "Qt WebEngine"
    if importlib.util.find_spec("PySide6.QtWebEngineWidgets") is None:
        reason, hint = "Qt WebEngine is not installed.", _SITE_HINT
    elif _is_root() and not _unboxed(environ):
        reason = "Qt WebEngine does not run as root, whom no sandbox holds."
        hint = "Start Cueline as a user."
    elif _sandbox_is_off() and not _unboxed(environ):
        reason = "Qt WebEngine finds no sandbox to run in: this system gives none to programs."
        hint = "Ubuntu's notes on unprivileged user namespaces say how to allow it for one program."
    else:
        return EngineFacts("site", name, available=True)
    return EngineFacts("site", name, available=False, reason=reason, hint=hint)


def _unboxed(environ: Mapping[str, str]) -> bool:
    """Return whether the user has Chromium do without a sandbox; else it ends the process."""
    flagged = "--no-sandbox" in environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    return flagged or environ.get("QTWEBENGINE_DISABLE_SANDBOX") == "1"


def _is_root() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


def _sandbox_is_off() -> bool:
    """Return whether the system says that it lets no program make the sandbox."""
    for switch, off in SANDBOX_OFF:
        with suppress(OSError):
            if switch.read_text(encoding="ascii").strip() == off:
                return True
    return False
