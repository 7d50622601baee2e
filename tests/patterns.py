"""Every regular expression of the program, with what it could be slow on.

A pattern is slow where two repeats in a row can share the same characters in many ways. What that
takes is read off the pattern itself: a beginning that leads up to a repeat, then its own
characters again and again, then something that does not fit.
"""

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import Field, dataclass
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FunctionType
from typing import Any

import viewer
from viewer.core.late import LatePattern

ROOT = Path(viewer.__file__).parent
#: One of every class of characters, and mixtures that many readers look for.
UNITS = (
    " ", "\t", "\n", "\r", "\xa0", "0", "a", "A", "é", '"', "'", "[", "(", "<", ">", "{", "}", "-",
    ":", "*", ".", ",", "\\", "/", "#", "_", "&", "|", "=", "a ", "A ", "0:", "\n ", "- ", "0 ",
    "a:", "<a ", "&a", "''", '"a', "[[", "](", "**", "--", "<!--", "\r\n", "a.", "()", "<>",
)  # fmt: skip
#: Behind each beginning that leads up to a repeat.
FEW_UNITS = (" ", "\t", "\n", "0", "a", ":", "-", '"', "'", "*", "<", "[", "a ", ".")
#: What fits nothing and ends a run.
ENDS = ("", "\0", "\n")
MEMBERS = [*" \t\n\xa0aA0é-.:*'\"\\<([{,/#&_=|", *map(chr, range(33, 127))]
CALL = r"\b{}\.(match|search|fullmatch|finditer|findall|split|sub|subn)\b"
#: How the patterns are used: the last stands for all that find one match after the other.
METHODS = ("match", "search", "fullmatch", "finditer")


SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py"))


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern, where it is, and how it is used there."""

    name: str
    pattern: re.Pattern[Any]
    methods: tuple[str, ...]


def module_patterns() -> list[Found]:
    """Return the patterns that modules hold: by name, in tuples, in classes."""
    found: dict[tuple[Any, int], Found] = {}
    for info in pkgutil.walk_packages(viewer.__path__, "viewer."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        for name, value in list(vars(module).items()):
            for pattern in inside(value):
                made = Found(f"{info.name}.{name}", pattern, _methods(name, source))
                found.setdefault((pattern.pattern, pattern.flags), made)
    return list(found.values())


def inside(value: object, depth: int = 3) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns in a value: itself, or what a collection, class, object or check holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, LatePattern):
        yield value.compiled()
    elif depth:
        held: list[object] = []
        if isinstance(value, list | tuple | set | frozenset):
            held = list(value)
        elif isinstance(value, dict):
            held = [*value, *value.values()]
        elif isinstance(value, Field):
            held = [value.metadata.get("check")]
        elif isinstance(value, FunctionType):
            held = [cell.cell_contents for cell in value.__closure__ or ()]
        elif str(getattr(value, "__module__", "")).startswith("viewer."):
            names = [*getattr(value, "__dict__", ()), *getattr(value, "__slots__", ())]
            held = [getattr(value, name, None) for name in names]
        for each in held:
            yield from inside(each, depth - 1)


def _methods(name: str, source: str) -> tuple[str, ...]:
    """Return how a name's patterns are used: by what stands behind the name wherever it counts.

    Patterns in a tuple are used under other names; then all uses in the module count. Where there
    is none, the pattern is handed on, and used in any way.
    """
    reported = re.findall(CALL.format(re.escape(name)), source if name.startswith("_") else SOURCES)
    reported = reported or re.findall(CALL.format("(?!re\\b)[a-z]+"), source)
    return tuple({name if name in METHODS else "finditer" for name in reported} or METHODS)


def calls_in_functions() -> Iterator[tuple[str, ast.Call]]:
    """Yield each call with a pattern inside a function, of `re` or `late`, and its file."""
    for path in ROOT.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
        for node in (inner for function in functions for inner in ast.walk(function)):
            callee = node.func if isinstance(node, ast.Call) else None
            owner = callee.value if isinstance(callee, ast.Attribute) else None
            of_re = isinstance(owner, ast.Name) and owner.id == "re" and callee.attr != "escape"
            if of_re or (isinstance(callee, ast.Name) and callee.id == "late"):
                yield str(path.relative_to(ROOT)), node


def attacks(pattern: re.Pattern[Any]) -> list[tuple[str, str, str]]:
    """Return beginnings, units to be repeated, and ends that the pattern may be slow on."""
    return list(dict.fromkeys(each for each in _attacks(pattern) if each[1]))


def _attacks(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str, str]]:
    maker = _Maker()
    whole = maker.example(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG), "")
    begins = dict.fromkeys(begin for begin, _ in maker.repeats)
    for begin, unit in dict.fromkeys(maker.repeats):
        yield from ((begin, unit, end) for end in ENDS)
        yield "", begin + unit, ""
    for unit in (*UNITS, *maker.literals, whole, f"{whole}\n"):
        yield "", unit, ""
    for literal in maker.literals:
        yield from (("", literal + unit, "") for unit in (" ", "a", "0", "\n"))
    for begin in begins:
        yield from ((begin, unit, "") for unit in (*FEW_UNITS, *maker.literals))


class _Maker:
    """Makes an example of a parsed pattern; notes what leads up to each of its long repeats."""

    def __init__(self) -> None:
        self.repeats: list[tuple[str, str]] = []
        self.literals: list[str] = []

    def example(self, tree: Any, begin: str) -> str:
        """Return a text that fits the tree, behind `begin`."""
        made = run = ""
        for operation, argument in tree:
            if operation is code.LITERAL:
                run += chr(argument)
            elif run:
                self.literals.append(run)
                run = ""
            made += self._one(operation, argument, begin + made)
        self.literals += [run] if run else []
        return made

    def _one(self, operation: Any, argument: Any, begin: str) -> str:
        if operation is code.LITERAL:
            return chr(argument)
        if operation in (code.NOT_LITERAL, code.ANY, code.IN):
            return next((c for c in _members(operation, argument) if not c.isspace()), " ")
        if operation is code.BRANCH:
            return next(iter([self.example(branch, begin) for branch in argument[1]]))
        if operation is code.SUBPATTERN:
            return self.example(argument[3], begin)
        if operation is code.ATOMIC_GROUP:
            return self.example(argument, begin)
        if operation is code.ASSERT and argument[0] > 0:
            self.example(argument[1], begin)
        if operation in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            return self._repeat(*argument, begin)
        return ""

    def _repeat(self, least: int, most: int, tree: Any, begin: str) -> str:
        body = self.example(tree, begin)
        units = [body]
        if len(tree) == 1 and tree[0][0] in (code.NOT_LITERAL, code.ANY, code.IN):
            units += _members(*tree[0])[:8]
        if most > 20:
            self.repeats += [(begin, unit) for unit in units if unit]
        return body * max(least, 1)


def _members(operation: Any, argument: Any) -> list[str]:
    """Return characters that fit one place of a pattern."""
    if operation is code.ANY:
        return [c for c in MEMBERS if c != "\n"]
    if operation is code.NOT_LITERAL:
        return [c for c in MEMBERS if ord(c) != argument]
    refuses = argument[0][0] is code.NEGATE
    return [c for c in MEMBERS if any(_fits(*each, c) for each in argument) != refuses]


def _fits(operation: Any, argument: Any, char: str) -> bool:
    if operation is code.LITERAL:
        return ord(char) == argument
    if operation is code.RANGE:
        return argument[0] <= ord(char) <= argument[1]
    if operation is code.CATEGORY:
        name = str(argument)
        fits = char.isdigit() if "DIGIT" in name else char.isspace() if "SPACE" in name else None
        fits = char.isalnum() or char == "_" if fits is None else fits
        return fits != ("_NOT_" in name)
    return False


def runner(pattern: re.Pattern[Any], method: str) -> Callable[[Any], object]:
    """Return what uses a pattern on a text from its beginning to its end."""
    if method != "finditer":
        return getattr(pattern, method)  # type: ignore[no-any-return]
    return lambda text: sum(1 for _ in pattern.finditer(text))
