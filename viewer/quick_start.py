"""Loading the window's code without what nobody needs of it: half of a start is loading."""

import builtins
import gc
import marshal
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from types import CodeType, SimpleNamespace
from typing import Any, Final

from viewer import quick_enumerations

#: Where what PySide has of Python says that it comes from, and what of it writes stubs.
_OF_PYSIDE: Final = "shibokensupport/"
_NEVER_USED: Final = "shibokensupport/signature/lib/pyi_generator.py"
#: The folder of our modules, and as how long a pattern those of PySide are compiled when used.
_OURS: Final = os.path.dirname(__file__)
_LONG: Final = 2_000


def begin() -> None:
    """Load Qt, and have less done while our modules are loaded; see `end`.

    PySide takes over `import` and reads the source of every module that is loaded after it for
    the word PySide6, to know where `__feature__` may change Qt's names, which we never do: 12 % of
    a start. Python's collector looks for rubbish among thousands of new classes, and finds none:
    5 %.
    """
    gc.disable()
    quick_enumerations.begin()
    kept = _Bytecode()
    with _compiling_once(kept):
        import PySide6.QtCore  # noqa: F401  # loads all that PySide has of Python
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    sys.meta_path.insert(0, _Finder(kept))


@contextmanager
def _compiling_once(kept: "_Bytecode") -> Iterator[None]:
    """Keep what PySide has of Python as bytecode, as Python keeps all else.

    PySide has it as text in its library and compiles it at each start: 8 %. A third of that is
    what writes stubs for type checkers, which is left out. A pattern of 6,000 characters, for
    when a signature is asked for, takes 1 %.
    """
    usual, usual_pattern = builtins.compile, re.compile

    def compiled(source: Any, filename: Any, mode: str, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as Python's
        if not str(filename).startswith(_OF_PYSIDE):
            return usual(source, filename, mode, *given, **named)
        source = b"" if filename == _NEVER_USED else source
        mark = source_hash(source)
        known = kept.of(filename, mark)
        return known or kept.keep(filename, mark, usual(source, filename, mode, *given, **named))

    def pattern(text: Any, flags: Any = 0) -> Any:  # noqa: ANN401 - as Python's
        if len(text) < _LONG:
            return usual_pattern(text, flags)
        return SimpleNamespace(finditer=lambda looked: usual_pattern(text, flags).finditer(looked))

    builtins.compile, re.compile = compiled, pattern  # type: ignore[assignment]  # overloaded
    try:
        yield
    finally:
        builtins.compile, re.compile = usual, usual_pattern
        kept.save()


class _Bytecode:
    """What was compiled before, in one file beside the bytecode of this module."""

    def __init__(self) -> None:
        loader = SourceFileLoader(__name__, __file__)
        self._write, self.path = loader.set_data, cache_from_source(f"{__file__[:-3]}_kept.py")
        self._known: dict[str, tuple[bytes, CodeType]] = {}
        self._has_more = False
        with suppress(OSError, EOFError, ValueError, TypeError):
            version, self._known = marshal.loads(loader.get_data(self.path))
            self._known = self._known if version == MAGIC_NUMBER else {}

    def __contains__(self, filename: str) -> bool:
        """Return whether any code of a file is known, which spares a look at the disk."""
        return filename in self._known

    def of(self, filename: str, mark: bytes) -> CodeType | None:
        """Return the code of a file, if it was made of exactly what has this mark."""
        known, code = self._known.get(filename, (b"", None))
        return code if known == mark else None

    def keep(self, filename: str, mark: bytes, code: CodeType) -> CodeType:
        """Keep a code for the next start, and return it."""
        self._known[filename] = (mark, code)
        self._has_more = True
        return code

    def save(self) -> None:
        """Write what is new where Python may write bytecode; it need not succeed."""
        if self._has_more and not sys.dont_write_bytecode:
            self._write(self.path, marshal.dumps((MAGIC_NUMBER, self._known)))
            self._has_more = False


class _Finder:
    """Finds our modules by one look at each file, where Python takes five and reads 300 files.

    That and strings that are read once for all modules spare 4 % of a start.
    """

    def __init__(self, kept: _Bytecode) -> None:
        self._kept = kept
        self._others: list[str] = []

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """Return how to load a module of ours whose bytecode is kept; Python finds the others."""
        package, _dot, inside = name.partition(".")
        if package != __package__:
            return None
        base = os.path.join(_OURS, *inside.split("."))
        for path in (f"{base}.py", os.path.join(base, "__init__.py")):
            if path in self._kept and (code := self._kept.of(path, _mark(path))):
                return self._spec(name, path, code)
        self._others.append(name)
        return None

    def _spec(self, name: str, path: str, code: CodeType) -> ModuleSpec:
        inside = [os.path.dirname(path)] if path.endswith("__init__.py") else None
        spec = ModuleSpec(name, _Kept(name, path, code), origin=path)
        spec.submodule_search_locations, spec.cached = inside, self._kept.path
        spec.has_location = True
        return spec

    def keep_others(self) -> None:
        """Keep the bytecode of what had to be found by Python, for the next start."""
        for name in self._others:
            loader = getattr(sys.modules.get(name), "__loader__", None)
            if isinstance(loader, SourceFileLoader):
                mark, code = _mark(loader.path), loader.get_code(name)
                if mark and code:
                    self._kept.keep(loader.path, mark, code)
        self._kept.save()


class _Kept(SourceFileLoader):
    """Loads a module by bytecode that is there."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        """Return the bytecode of the one module that this is for."""
        return self._code


def _mark(path: str) -> bytes:
    """Return what tells whether a file was changed; nothing where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return b""
    return f"{found.st_mtime_ns} {found.st_size}".encode()


def end() -> None:
    """Have rubbish collected from now on, never among what was loaded, which stays."""
    for finder in [each for each in sys.meta_path if isinstance(each, _Finder)]:
        sys.meta_path.remove(finder)
        finder.keep_others()
    quick_enumerations.end()
    gc.freeze()
    gc.enable()
