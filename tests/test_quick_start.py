"""Loading the window's code without what nobody needs of it."""

from tests.test_layers import loaded

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


def test_rubbish_is_collected_again_once_the_window_is_there():
    code = f"{BEGUN}quick_start.end()"
    assert loaded(code, tell="print(gc.isenabled(), gc.get_freeze_count() > 10_000)") == "True True"


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
