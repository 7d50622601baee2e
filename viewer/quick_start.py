"""Loading the window's code without what nobody needs of it: half of a start is loading."""

import gc
import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Final

#: Writes stubs for type checkers.
_NEVER_USED: Final = "shibokensupport.signature.lib.pyi_generator"


def begin() -> None:
    """Load Qt, then let Python and PySide look at less while modules are loaded; see `end`.

    PySide reads the source of every module that is loaded after it for the word PySide6, to know
    where `__feature__` may change Qt's names, which we never do: 12 % of a start. Python's
    collector looks for rubbish among thousands of new classes and finds none: 5 %. What PySide has
    of Python, it compiles at every start, also what writes stubs for type checkers: 2 %.
    """
    gc.disable()
    if "PySide6" not in sys.modules:
        sys.modules[_NEVER_USED] = _empty(_NEVER_USED)
    import PySide6.QtCore  # noqa: F401  # loads the module that is looked for

    features, asked = sys.modules.get("shibokensupport.feature"), "_mod_uses_pyside"
    if hasattr(features, asked):
        setattr(features, asked, _is_ours)


def _empty(name: str) -> ModuleType:
    module = ModuleType(name)
    module.__spec__ = ModuleSpec(name, None)
    return module


def _is_ours(module: object) -> bool:
    return str(getattr(module, "__name__", "")).startswith("viewer.")


def end() -> None:
    """Have rubbish collected from now on, never among what was loaded, which stays."""
    gc.freeze()
    gc.enable()
