"""Measures in a capture of the real window how far the light is from the picture.

    python -m tests.benchmarks.sync vlc 1.0 [seek]

needs a display that nothing else draws on (`xvfb-run -s "-screen 0 1000x1200x24"`). A film whose
frames carry their numbers plays beside lines of 0.97 s each; 60 captures a second tell when each
number was seen first, and when each line was lit. What is told for each line is by how many
milliseconds its light came after the moment at which the picture was there; negative is early.
"""

import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from viewer.options import Options

CUE_MS = 970
#: So many lines are lit before the text scrolls.
LINES = 14
SECONDS = 60
#: The window is as large as this; its top left corner is that of the screen.
SIZE = (1000, 1150)
CAPTURES = 60
#: Of the sixteen blocks of a number the last ones are looked at, on the right of the picture.
LOOKED_AT = 6
FRAME_MS = 40
WATCH_S = 14


def show(folder: Path, engine: str, rate: float, sought: bool) -> None:
    """Run the program, in a process of its own: play, or play from one seek after another."""
    from PySide6.QtCore import QPoint, QTimer
    from PySide6.QtMultimediaWidgets import QVideoWidget

    from viewer.app import Program, make_application
    from viewer.playback.engine import PlayState

    app = make_application()
    options = Options(file=folder / "film.srt", media=folder / "film.mp4", engine=engine)
    program = Program(options)
    program.window.move(0, 0)
    program.window.resize(*SIZE)
    program.start(options)
    player, seeks = program.player, itertools.cycle((3100, 9700, 1300, 12_400))
    jump = QTimer(interval=3600)
    jump.timeout.connect(lambda: player.seek(next(seeks)))

    def begin() -> None:
        picture = program.window.video.findChild(QVideoWidget)
        assert picture is not None
        view = program.window.text.view
        corner, page = picture.mapToGlobal(QPoint()), view.viewport().mapToGlobal(QPoint())
        rects = [view.segment_rect(index) for index in range(LINES)]
        middles = [page.y() + rect.center().y() for rect in rects]
        where = {"left": corner.x(), "width": picture.width(), "bar": page.x() + rects[0].x() + 2}
        where["middle"] = corner.y() + picture.height() // 2
        sys.stdout.write(json.dumps({**where, "lines": middles}) + "\n")
        sys.stdout.flush()
        player.set_rate(rate)
        player.play()
        if sought:
            jump.start()

    def wait() -> None:
        if player.state is PlayState.PAUSED:
            poll.stop()
            QTimer.singleShot(2500, begin)

    poll = QTimer(interval=100)
    poll.timeout.connect(wait)
    poll.start()
    app.exec()


def captured(where: dict[str, Any]) -> Iterator[tuple[float, int, int | None]]:
    """Yield the time of each capture, the number seen in it, and the line that is lit."""
    import av

    block = where["width"] / 16
    left = int(where["left"] + block * (16 - LOOKED_AT))
    width = (where["bar"] - left + 9) // 2 * 2
    options = {"framerate": str(CAPTURES), "video_size": f"{width}x{SIZE[1]}", "draw_mouse": "0"}
    options |= {"grab_x": str(left), "grab_y": "0", "probesize": "32"}
    begun = None
    with av.open(os.environ["DISPLAY"], format="x11grab", options=options) as screen:
        for frame in screen.decode(video=0):
            begun = begun or frame.time
            if frame.time > begun + WATCH_S:
                return
            data, pitch = memoryview(frame.planes[0]), frame.planes[0].line_size
            number = 0
            for bit in range(LOOKED_AT):
                at = where["middle"] * pitch + int(block * (bit + 0.5)) * 4
                number = number * 2 + (data[at] > 128)
            bars = [data[y * pitch + (where["bar"] - left) * 4] for y in where["lines"]]
            blues = [data[y * pitch + (where["bar"] - left) * 4 + 2] for y in where["lines"]]
            lit = [
                i for i, (blue, red) in enumerate(zip(bars, blues, strict=True)) if blue - red > 60
            ]
            yield frame.time * 1000, number, lit[0] if len(lit) == 1 else None


def errors(captures: Iterable[tuple[float, int, int | None]], rate: float) -> Iterator[int]:
    """Yield for each line by how much its light was later than its first frame, in milliseconds."""
    reported = list(captures)
    whole = 1 << LOOKED_AT
    for before, (at, _, lit) in itertools.pairwise(reported):
        if lit is None or before[2] is None or lit != before[2] + 1:
            continue
        first = -(-lit * CUE_MS // FRAME_MS)
        offsets = []
        for earlier, (seen_at, number, _) in itertools.pairwise(reported):
            if abs(seen_at - at) > 450 or number == earlier[1] or (number - earlier[1]) % whole > 2:
                continue
            frame = number + whole * round((first - number) / whole)
            offsets.append(seen_at - (frame - first) * FRAME_MS / rate)
        if len(offsets) >= 5 and max(offsets) - min(offsets) < 100:  # else there was a seek
            yield round(at - statistics.median(offsets))


def offsets_of(engine: str, rate: float, sought: bool) -> list[int]:
    """Make the film, run the program, and tell the errors."""
    from tests.video import Clip, make_video

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_video(folder / "film.mp4", Clip(seconds=SECONDS))
        cues = [f"{i + 1}\n{_clock(i)} --> {_clock(i + 1)}\nLine {i}.\n" for i in range(60)]
        (folder / "film.srt").write_text("\n".join(cues), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            __spec__.name,
            "show",
            name,
            engine,
            str(rate),
            str(sought),
        ]
        home = {"CUELINE_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "xcb"}
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, **home}
        ) as program:
            assert program.stdout is not None
            where = json.loads(program.stdout.readline())
            found = list(errors(captured(where), rate))
            program.kill()
    return found


def _clock(cue: int) -> str:
    seconds, ms = divmod(cue * CUE_MS, 1000)
    return f"00:{seconds // 60:02}:{seconds % 60:02},{ms:03}"


if __name__ == "__main__":
    if sys.argv[1] == "show":
        show(
            Path(sys.argv[2]),
            sys.argv[3],
            float(sys.argv[4]),
            sys.argv[5] == "True",
        )
    else:
        engine, rate = sys.argv[1], float(sys.argv[2])
        found = offsets_of(engine, rate, "seek" in sys.argv)
        middle = statistics.median(found) if found else None
        sys.stdout.write(f"{engine} at {rate}: median {middle} ms, {sorted(found)}\n")
