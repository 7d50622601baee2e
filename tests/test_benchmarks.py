"""The benchmarks run to their end: each row is made here, of next to nothing, and not timed."""

import ast
import importlib
import pkgutil

import pytest

from tests import benchmarks
from tests.benchmarks import hostile_json, limits, measuring, starting

#: What makes each small enough; the others are loaded alone, for they open windows or archives.
SMALL = {
    "archive": {"SEGMENTS": 21},
    "captions": {"CUES": 40},
    "cloud_json": {"WORDS": 40},
    "every_text": {"SEGMENTS": 20},
    "hostile": {"SMALL": 500},
    "hostile_json": {},
    "speech_json": {"SEGMENTS": 40},
    "telling": {"CUES": 20, "OFTEN": 1},
}


@pytest.mark.parametrize("name", [each.name for each in pkgutil.iter_modules(benchmarks.__path__)])
def test_every_row_is_made(name, monkeypatch):
    module = importlib.import_module(f"tests.benchmarks.{name}")
    for size, value in SMALL.get(name, {}).items():
        monkeypatch.setattr(module, size, value)
    monkeypatch.setattr(hostile_json, "SMALL", 200)  # of services' JSON, too
    for each in (measuring, module):
        monkeypatch.setattr(each, "timed", lambda act: (act(), 1.0)[1], raising=False)
    monkeypatch.setattr(measuring, "_ROW_S", 0)
    if name in SMALL:
        assert all(str(row) for row in module.measure())


@pytest.mark.parametrize(
    "code", [starting.WINDOW, starting.PLAIN_WINDOW, starting.COMMAND, limits.PROGRAM]
)
def test_programs_that_are_run_by_themselves_find_what_they_load(code):
    for each in ast.walk(ast.parse(code)):
        if isinstance(each, ast.ImportFrom):
            for name in each.names:
                exec(f"from {each.module} import {name.name}", {})
