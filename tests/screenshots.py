"""Makes the pictures of README and docs: the real window, in both views, light and dark.

Run by `make screenshots`, in real windows: the picture of the recording is there only then.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests import picture_texts
from viewer.ui.commands.commands import Command

FOLDER: Final = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
THEMES: Final = ("light", "dark")
SIZE: Final = (1280, 760)
#: The line of the sample that the pictures show being said, and how far into it.
LINE: Final = 7
INTO_MS: Final = 1_500
PATIENCE_MS: Final = 120_000
#: How many times larger than usual the letters are in the picture of large ones.
LARGE: Final = 3


@dataclass(frozen=True)
class Scene:
    """What a picture shows besides a transcript: its name, the moment, and what is done before."""

    name: str
    file: str
    text: str
    at_ms: int
    prepare: Callable[[Any], object] = lambda window: window.text.side.shut()
    size: tuple[int, int] = (1000, 640)


def _speakers(window: Any) -> None:
    window.text.side.open("speakers")


def _outline(window: Any) -> None:
    window.text.side.open("outline")


SCENES: Final = (
    Scene("speakers", "rivers.md", picture_texts.talk(), 32_000, _speakers),
    Scene("outline", "rivers.md", picture_texts.talk(), 24_000, _outline),
    Scene("hebrew", "hebrew.srt", picture_texts.srt(picture_texts.HEBREW), 13_000),
    Scene("japanese", "japanese.vtt", picture_texts.timed_words(picture_texts.JAPANESE), 9_500),
)


def main() -> int:
    """Make every picture; return the exit status."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("CUELINE_HOME", home)
        from viewer.app import make_application

        app = make_application()
        FOLDER.mkdir(parents=True, exist_ok=True)
        for theme in THEMES:
            home_path = Path(home)
            for path in (
                *take_sample(app, theme),
                *take_scenes(home_path, theme),
                *take_library(home_path, theme),
                *take_eased(app, home_path, theme),
            ):
                sys.stdout.write(f"docs/screenshots/{path.name}\n")
    return 0


def take_sample(app: QApplication, theme: str) -> Iterator[Path]:
    """Open the sample, let it play into the line, and save it; then what is found in it."""
    program = begin(theme, demo=True)
    window, player = program.window, program.player
    window.setGeometry(0, 0, *SIZE)
    until(lambda: program.session.recording is not None and player.duration_ms > 0)
    start_ms = program.session.document.transcript.segments[LINE].start_ms
    player.seek(start_ms)
    until(lambda: player.position_ms > start_ms + INTO_MS)
    assert program.follower.said.lit == (LINE,)
    player.pause()
    window.text.side.shut()
    yield save(window, "window.png" if theme == "light" else "window-dark.png")
    window.commands[Command.FOUND_SHOWN].trigger()
    window.text.find_bar.field.setText("the group")
    yield from both_views(window, "found", theme)
    close(program)


def take_scenes(home: Path, theme: str) -> Iterator[Path]:
    """Save each scene in lines and in paragraphs."""
    for scene in SCENES:
        path = home / scene.file
        path.write_text(scene.text, encoding="utf-8")
        program = begin(theme, file=path)
        window = program.window
        window.setGeometry(0, 0, *scene.size)
        until(lambda program=program: program.session.document is not None)
        rest(700)
        window.text.message.clear()
        scene.prepare(window)
        program.player.seek(scene.at_ms)
        yield from both_views(window, scene.name, theme)
        close(program)


def take_library(home: Path, theme: str) -> Iterator[Path]:
    """Save a library in which something is looked for."""
    folder = home / "grain"
    folder.mkdir(exist_ok=True)
    talks = picture_texts.archive()
    for number, talk in enumerate(talks):
        (folder / f"{number:02}.md").write_text(talk, encoding="utf-8")
    program = begin(theme, file=folder)
    window = program.window
    window.setGeometry(0, 0, *SIZE)
    until(lambda: window.library.view is not None)
    view = window.library.view
    until(lambda: view.rows.rowCount() == len(talks) and view.reading.isHidden())
    view.begin("wheat")
    until(lambda: view.hits.rows.rowCount() > 0 and view.facets.histogram.isVisible())
    yield save(window, f"library-{theme}.png")
    close(program)


def take_eased(app: QApplication, home: Path, theme: str) -> Iterator[Path]:
    """Save what is found in letters of 300 %, light; in the colours of high contrast, dark."""
    usual_font, usual_palette = app.font(), app.palette()
    path = home / "rivers.md"
    path.write_text(picture_texts.talk(), encoding="utf-8")
    if theme == "light":
        large = app.font()
        large.setPointSizeF(large.pointSizeF() * LARGE)
        app.setFont(large)
    program = begin(theme, file=path)
    window = program.window
    window.setGeometry(0, 0, *SIZE)
    until(lambda: program.session.document is not None)
    rest(700)
    window.text.message.clear()
    window.text.view.zoom.set(12 * LARGE if theme == "light" else 12)
    if theme == "dark":
        app.setPalette(contrast_palette())
    program.player.seek(24_000)
    window.commands[Command.FOUND_SHOWN].trigger()
    window.text.find_bar.field.setText("river")
    yield save(window, "large-letters.png" if theme == "light" else "high-contrast.png")
    window.finding.leave()
    close(program)
    app.setFont(usual_font)
    app.setPalette(usual_palette)


def contrast_palette() -> QPalette:
    """Return the colours of a desktop of high contrast: white and cyan on black."""
    palette, role = QPalette(QColor("black")), QPalette.ColorRole
    for each in (role.Window, role.Base, role.Button, role.AlternateBase, role.HighlightedText):
        palette.setColor(each, QColor("black"))
    for each in (role.Text, role.WindowText, role.ButtonText, role.PlaceholderText, role.Mid):
        palette.setColor(each, QColor("white"))
    for each in (role.Highlight, role.Accent):
        palette.setColor(each, QColor("#1aebff"))
    return palette


def both_views(window: Any, name: str, theme: str) -> Iterator[Path]:
    """Save a window in lines and in paragraphs."""
    paragraphs = window.commands[Command.PARAGRAPHS]
    for view in ("lines", "paragraphs"):
        if paragraphs.isChecked() is not (view == "paragraphs"):
            paragraphs.trigger()
        yield save(window, f"{name}-{view}-{theme}.png")


def begin(theme: str, **options: Any) -> Any:
    """Start the program in a theme."""
    from viewer.app import Program
    from viewer.options import Options

    program = Program(Options(**options))
    program.user_settings.change("reading", theme=theme)
    program.window.options.apply()
    program.start(Options(**options))
    return program


def save(window: Any, name: str) -> Path:
    """Save what the screen shows of a window."""
    rest(500)
    path = FOLDER / name
    window.screen().grabWindow(0, 0, 0, window.width(), window.height()).save(str(path))
    return path


def close(program: Any) -> None:
    """Close the window and what is behind it."""
    program.window.close()
    program.shut_down()


def until(holds: Callable[[], bool]) -> None:
    """Run the event loop until something holds."""
    clock = QElapsedTimer()
    clock.start()
    while not holds():
        if clock.elapsed() > PATIENCE_MS:
            raise TimeoutError("the program did not come so far")
        rest(50)


def rest(ms: int) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
