"""The site of the tests, as those that ask it see it."""

import json
import subprocess
import sys
from urllib.parse import urlencode
from urllib.request import urlopen

from tests.conftest import ROOT


class Site:
    """A folder that is served by a process of its own, until it dies."""

    def __init__(self, folder, *certificate):
        self.folder = folder
        self.host = "https://localhost" if certificate else "http://127.0.0.1"
        site = ROOT / "tests" / "web" / "site.py"
        command = [sys.executable, str(site), str(folder), *map(str, certificate)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.port = int(self._process.stdout.readline())

    def url(self, name, **how):
        return f"{self.host}:{self.port}/{name}" + (f"?{urlencode(how)}" if how else "")

    def asked(self, name):
        """The ranges in which a file was asked for, in order."""
        with urlopen(self.url("log"), timeout=10) as answer:
            log = json.load(answer)
        return [ranged for path, ranged in log if path.partition("?")[0] == f"/{name}"]

    def die(self):
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()
