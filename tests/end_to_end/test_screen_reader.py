"""The window as a screen reader has it: through AT-SPI, in a D-Bus session of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEED

READER = Path(__file__).with_name("at_spi_reader.py")
#: Shows a transcript in a window that has the keys, which no window manager gives it here.
PROGRAM = """
import sys
from pathlib import Path
from viewer.app import Program, make_application
from viewer.options import Options
app = make_application()
options = Options(file=Path(sys.argv[1]), engine="silent", at_ms=33_000)
program = Program(options)
program.start(options)
program.window.activateWindow()
app.exec()
program.shut_down()
"""
SESSION = """
/usr/libexec/at-spi-bus-launcher --launch-immediately & bus=$!
"$0" -c "$1" "$2" >&2 & program=$!
/usr/bin/python3 -W ignore "$3" "$4"; status=$?
kill $program $bus
wait $program
exit $status
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    if "DISPLAY" not in os.environ:
        pytest.skip("keys are pressed through an X server")
    env = os.environ | {
        "CUELINE_HOME": str(tmp_path_factory.mktemp("home")),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(ROOT),
    }
    words = "crumbling"
    run = ["dbus-run-session", "--", "sh", "-c", SESSION, sys.executable, PROGRAM]
    done = subprocess.run(
        [*run, str(SEED), str(READER), words],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])  # the services of the session speak, too


@pytest.mark.full
class TestAScreenReader:
    """One start of the program answers all."""

    def test_has_the_text_of_the_document(self, answers):
        name, role, states = answers["document"]
        assert (name, role) == ("Transcript", "text")
        assert {"focused", "multi-line", "read-only", "showing"} <= set(states)
        assert "its de facto capital, Raqqa, is crumbling." in answers["text"]

    def test_is_told_the_lit_line_when_it_asks(self, answers):
        assert answers["said"].startswith("0:28, Similarly, in Syria")
        assert answers["later"].startswith("0:35, Raqqa was once")

    def test_keeps_the_focus_while_the_text_follows(self, answers):
        assert answers["focus"] == []

    def test_has_the_caret(self, answers):
        assert answers["moved"] in answers["text"]
        assert answers["moved"]

    def test_has_names_and_states_of_all_controls(self, answers):
        shown = {name: set(states) for name, _, states in answers["controls"]}
        assert [role for name, role, _ in answers["controls"] if not name] == []
        assert {"showing", "enabled"} <= shown["Pause"]
        assert "showing" in shown["Mute"]
        assert "enabled" not in shown["Mute"]
        assert "checkable" in shown["Whole words only"]
