"""Makes the pictures of the README: the real window on the sample, light and dark.

Run by `make screenshots`, in real windows: the picture of the recording is there only then.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

FOLDER: Final = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
SIZE: Final = (1280, 760)
#: The line that the pictures show being said, and how far into it.
LINE: Final = 7
INTO_MS: Final = 1_500
PATIENCE_MS: Final = 120_000


def main() -> int:
    """Make every picture; return the exit status."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("CUELINE_HOME", home)
        from viewer.app import make_application

        app = make_application()
        FOLDER.mkdir(parents=True, exist_ok=True)
        for theme, name in (("light", "window.png"), ("dark", "window-dark.png")):
            take(app, theme, FOLDER / name)
            sys.stdout.write(f"docs/screenshots/{name}\n")
    return 0


def take(app: QApplication, theme: str, path: Path) -> None:
    """Open the sample, let it play into the line, and save what the screen shows."""
    from viewer.app import Program
    from viewer.options import Options

    program = Program(Options(demo=True))
    window = program.window
    program.user_settings.change("reading", theme=theme)
    window.options.apply()
    program.start(Options(demo=True))
    window.setGeometry(0, 0, *SIZE)
    until(lambda: program.session.recording is not None and program.player.duration_ms > 0)
    start_ms = program.session.document.transcript.segments[LINE].start_ms
    program.player.seek(start_ms)
    until(lambda: program.player.position_ms > start_ms + INTO_MS)
    assert program.follower.said.lit == (LINE,)
    program.player.pause()
    rest(500)
    window.screen().grabWindow(0, 0, 0, *SIZE).save(str(path))
    window.close()
    program.shut_down()


def until(holds) -> None:
    """Run the event loop until something holds."""
    clock = QElapsedTimer()
    clock.start()
    while not holds():
        if clock.elapsed() > PATIENCE_MS:
            raise TimeoutError("the sample did not play")
        rest(50)


def rest(ms: int) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
