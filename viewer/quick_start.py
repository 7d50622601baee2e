"""Loading the window's code without what nobody needs of it: half of a start is loading."""

import builtins
import gc
import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.machinery import SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from types import CodeType
from typing import Any, Final

#: Where what PySide has of Python says that it comes from, and what of it writes stubs.
_OF_PYSIDE: Final = "shibokensupport/"
_NEVER_USED: Final = "shibokensupport/signature/lib/pyi_generator.py"


def begin() -> None:
    """Load Qt, and have less done while our modules are loaded; see `end`.

    PySide takes over `import` and reads the source of every module that is loaded after it for
    the word PySide6, to know where `__feature__` may change Qt's names, which we never do: 12 % of
    a start. Python's collector looks for rubbish among thousands of new classes, and finds none:
    5 %.
    """
    gc.disable()
    with _compiling_once():
        import PySide6.QtCore  # noqa: F401  # loads all that PySide has of Python
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def _compiling_once() -> Iterator[None]:
    """Keep what PySide has of Python as bytecode, as Python keeps all else.

    PySide has it as text in its library and compiles it at each start: 8 %. A third of that is
    what writes stubs for type checkers, which is left out.
    """
    usual, kept = builtins.compile, _Bytecode()

    def compiled(source: Any, filename: Any, mode: str, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as Python's
        if not str(filename).startswith(_OF_PYSIDE):
            return usual(source, filename, mode, *given, **named)
        source = b"" if filename == _NEVER_USED else source
        known = kept.of(filename, source)
        return known or kept.keep(filename, source, usual(source, filename, mode, *given, **named))

    builtins.compile = compiled
    try:
        yield
    finally:
        builtins.compile = usual
        kept.save()


class _Bytecode:
    """What was compiled before, in a file beside the bytecode of this module."""

    def __init__(self) -> None:
        loader = SourceFileLoader(__name__, __file__)
        self._write, self._path = loader.set_data, cache_from_source(f"{__file__[:-3]}_pyside.py")
        self._known: dict[str, tuple[bytes, CodeType]] = {}
        self._has_more = False
        with suppress(OSError, EOFError, ValueError, TypeError):
            version, self._known = marshal.loads(loader.get_data(self._path))
            self._known = self._known if version == MAGIC_NUMBER else {}

    def of(self, filename: str, source: bytes) -> CodeType | None:
        """Return the code that was made of exactly this text, if any."""
        hashed, code = self._known.get(filename, (b"", None))
        return code if hashed == source_hash(source) else None

    def keep(self, filename: str, source: bytes, code: CodeType) -> CodeType:
        """Keep a code for the next start, and return it."""
        self._known[filename] = (source_hash(source), code)
        self._has_more = True
        return code

    def save(self) -> None:
        """Write what is new where Python may write bytecode; it need not succeed."""
        if self._has_more and not sys.dont_write_bytecode:
            self._write(self._path, marshal.dumps((MAGIC_NUMBER, self._known)))


def end() -> None:
    """Have rubbish collected from now on, never among what was loaded, which stays."""
    gc.freeze()
    gc.enable()
