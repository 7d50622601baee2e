"""Processes of our own that are talked to in lines of text."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import subprocess

_HOME: Final = Path(__file__).parents[2]


def begun(module: str, **more: str) -> "subprocess.Popen[str]":
    """Begin a module of this program as a process, whose standard input and output are pipes.

    It has our environment, and `more`.
    """
    import subprocess

    path = os.pathsep.join(filter(None, (str(_HOME), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **more},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
