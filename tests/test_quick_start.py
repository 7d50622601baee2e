"""Loading the window's code without what nobody needs of it."""

import sys
from importlib.util import module_from_spec, spec_from_file_location

import pytest

from tests.test_layers import loaded
from viewer import quick_start

BEGUN = """
import gc, linecache
from viewer import quick_start
quick_start.begin()
assert not gc.isenabled()
from PySide6.QtCore import QObject
from viewer import app
class Own(QObject): pass
assert Own().objectName() == ""
"""


def test_no_source_of_ours_is_read_while_the_window_is_loaded():
    """A version of PySide that asks in another way would read 300 files at each start."""
    read = loaded(BEGUN, tell="print('read:', *[n for n in linecache.cache if '/viewer/' in n])")
    assert read == "read:"


SHOWN = f"""{BEGUN}
import sys
from pathlib import Path
from PySide6 import QtWidgets
from viewer.options import Options
qt = app.make_application()
program = app.Program(Options(engine="silent"))
program.start(Options(file=Path(sys.argv[1])))
quick_start.end()
while not program.window.text.view.toPlainText():
    qt.processEvents()
program.window.grab()
made = [name for name in ("QStyleOptionTab", "QTextEdit", "QWizard") if name in vars(QtWidgets)]
program.leave()
program.shut_down()
"""


def test_rubbish_is_collected_again_once_the_window_is_there_and_no_class_is_made_in_vain(seed):
    """PySide makes all classes of widgets for one that it does not know by its name."""
    told = loaded(
        SHOWN, str(seed), tell="print(gc.isenabled(), gc.get_freeze_count() > 10_000, made)"
    )
    assert told == "True True []"


COMPILED = """
import builtins, sys
from viewer import quick_start
sys.dont_write_bytecode = False
quick_start.cache_from_source = lambda _: sys.argv[1]
compiled, usual = [], builtins.compile
builtins.compile = lambda text, name, *rest, **more: (
    compiled.append(str(name)), usual(text, name, *rest, **more))[1]
quick_start.begin()
"""


def test_what_pyside_has_of_python_is_compiled_once(tmp_path):
    tell = "print(len([name for name in compiled if name.startswith('shibokensupport/')]))"
    kept = tmp_path / "kept.pyc"
    first, second = (loaded(COMPILED, str(kept), tell=tell) for _ in range(2))
    kept.write_bytes(kept.read_bytes()[:-100])  # as a full disk leaves it
    third = loaded(COMPILED, str(kept), tell=tell)
    assert int(first) > 5
    assert (second, third) == ("0", first)


@pytest.fixture
def ours(tmp_path, monkeypatch):
    """Return a folder of our modules of which nothing is kept yet."""
    monkeypatch.setattr(quick_start, "_OURS", str(tmp_path))
    monkeypatch.setattr(quick_start, "cache_from_source", lambda _: str(tmp_path / "kept.pyc"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def kept_in(ours, name, path, monkeypatch):
    """Load a module as Python does, and keep its bytecode as at the end of a start."""
    finder = quick_start._Finder(quick_start._Bytecode())
    assert finder.find_spec(name) is None
    module = module_from_spec(spec_from_file_location(name, ours / path))
    monkeypatch.setitem(sys.modules, name, module)
    finder.keep_others()
    return quick_start._Finder(quick_start._Bytecode())


@pytest.mark.parametrize("path", ["one.py", "one/__init__.py"])
def test_a_module_is_loaded_by_kept_bytecode_until_its_file_is_another(ours, path, monkeypatch):
    file = ours / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("value = 1\nfile = __file__\n")
    finder = kept_in(ours, "viewer.one", path, monkeypatch)
    spec = finder.find_spec("viewer.one")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (module.value, module.file) == (1, str(file))
    assert hasattr(module, "__path__") == (file.name == "__init__.py")
    file.write_text("value = 22\n")
    assert finder.find_spec("viewer.one") is None
    file.unlink()
    assert finder.find_spec("viewer.one") is None


def test_nothing_is_kept_of_what_is_not_ours(ours):
    finder = quick_start._Finder(quick_start._Bytecode())
    assert finder.find_spec("json") is finder.find_spec("viewers.one") is None
    finder.keep_others()
    assert list(ours.iterdir()) == []
