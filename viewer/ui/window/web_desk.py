"""What everything has at hand that opens things of the web."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from viewer.core.value import value
from viewer.errors import NetworkError
from viewer.session.workspace import Workspace
from viewer.ui.window.browser import Browser
from viewer.ui.window.notices import Notices
from viewer.ui.window.updates import Updates
from viewer.web.places import Kind


@value
class WebDesk:
    """The window's helpers and what is behind them; `fetched` is where transcripts are kept.

    `failed` says why the network was not reached, `shown` which sites' players can be shown here.
    """

    window: QWidget
    work: Workspace
    notices: Notices
    browser: Browser
    updates: Updates
    fetched: Path
    failed: Callable[[NetworkError], None]
    shown: Callable[[], frozenset[Kind]]
