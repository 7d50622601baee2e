"""What a reader sees after the clipboard is pasted into LibreOffice Writer."""

import importlib
import json
import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument

from tests.conftest import ROOT
from viewer.quotes.styles import Style, render

PASTER = Path(__file__).with_name("writer_paster.py")
#: The system's Python has the bridge.
PYTHON = "/usr/bin/python3"


@pytest.fixture(scope="module")
def rendered():
    """A quote in every style."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "packaging"))
        quote = importlib.import_module("quoting").over_lines()
    return {style: render(quote, style) for style in Style}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An office without windows, with a profile of its own; gives the name of its pipe."""
    profile, pipe = tmp_path_factory.mktemp("profile"), f"cueline-{os.getpid()}"
    command = ["soffice", "--headless", "--norestore", "--nologo", "--nodefault"]
    command += [f"-env:UserInstallation={profile.as_uri()}", f"--accept=pipe,name={pipe};urp;"]
    running = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    yield pipe
    with suppress(ProcessLookupError):  # the script that starts it, and what that has started
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


@pytest.fixture(scope="module")
def answers(office, rendered):
    asked = [
        {
            "text/plain;charset=utf-16": each.plain,
            "text/html": each.html,
            "text/markdown": each.markdown,
        }
        for each in rendered.values()
    ]
    done = subprocess.run(
        [PYTHON, "-W", "ignore", str(PASTER), office],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return dict(zip(rendered, json.loads(done.stdout), strict=True))


def read(text):
    """Return what is read, paragraph by paragraph; empty ones are the programs' own spacing."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.mark.full
@pytest.mark.parametrize("style", Style)
def test_writer_shows_what_an_editor_of_rich_text_shows(qapp, rendered, answers, style):
    document = QTextDocument()
    document.setHtml(rendered[style].html)
    assert read(answers[style]["text"]) == read(document.toPlainText())


@pytest.mark.full
def test_the_link_leads_to_the_moment(answers):
    link = "https://www.youtube.com/watch?v=YCxNiKcoljE&t=101s"
    assert answers[Style.SOURCE]["links"] == [link]
