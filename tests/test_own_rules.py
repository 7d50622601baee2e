"""The project's own rules of size: what a reader can take in at once.

Counted is what has to be followed. A table of data is one statement, however many rows it has; a
docstring, a comment and the words of a signature explain, and are not counted.
"""

import ast
import io
import re
import tokenize

from tests.conftest import ROOT

#: Lines of code in a file, and statements in a function: fewer than these.
MOST_LINES = 300
MOST_STATEMENTS = 25
#: No function is longer than fits on a screen, whatever it is made of.
MOST_SEEN = 45

FILES = {file: file.read_text("utf-8") for file in (ROOT / "viewer").rglob("*.py")}
_NO_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def lines_of_code(text):
    """Count the lines on which there is more than a comment, a docstring or a row of a table."""
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in _NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    tree = ast.parse(text)
    return len(lines - docstrings(tree) - rows(tree))


def rows(tree):
    """Return the numbers of the lines below the first of what a file names at its outermost."""
    named = [each for each in tree.body if isinstance(each, ast.Assign | ast.AnnAssign)]
    return {line for each in named for line in range(each.lineno + 1, each.end_lineno + 1)}


def docstrings(tree):
    """Return the numbers of the lines that docstrings stand on."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    first = [
        each.body[0]
        for each in ast.walk(tree)
        if isinstance(each, documented) and ast.get_docstring(each) is not None
    ]
    return {line for each in first for line in range(each.lineno, each.end_lineno + 1)}


def functions(text):
    """Yield each function's name, how many statements it has, and how many lines."""
    for each in ast.walk(ast.parse(text)):
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            inside = sum(isinstance(part, ast.stmt) for part in ast.walk(each)) - 1
            documented = ast.get_docstring(each) is not None
            yield each.name, inside - documented, each.end_lineno - each.lineno + 1


def test_a_file_can_be_taken_in_at_once():
    found = {str(file): lines_of_code(text) for file, text in FILES.items()}
    assert {name: count for name, count in found.items() if count >= MOST_LINES} == {}


def test_a_function_can_be_taken_in_at_once():
    found = [(file.name, *each) for file, text in FILES.items() for each in functions(text)]
    assert len(found) > 1000
    assert [f for f in found if f[2] >= MOST_STATEMENTS or f[3] >= MOST_SEEN] == []


def test_what_is_too_long_would_be_found():
    body = "".join(f"    a{i} = {i}\n" for i in range(MOST_STATEMENTS))
    assert list(functions(f'def f():\n    """Do."""\n{body}')) == [("f", MOST_STATEMENTS, 27)]
    assert lines_of_code("rows = (\n" + "    1,\n" * MOST_LINES + ")\n") == 1
    assert lines_of_code("print(\n" + "    1,\n" * MOST_LINES + ")\n") == MOST_LINES + 2
    assert lines_of_code('"""Words.\n\nMore.\n"""\n\n# A remark.\nx = 1\n') == 1


#: What turns minutes and hours into seconds or milliseconds.
SIXTIES = {60, 3600, 60_000, 3_600_000}
#: A pattern in which digits stand on both sides of a colon.
CLOCK = re.compile(r"(?:\\d|\[0-9\])\]?(?:\{[^}]*\})?[()?:]{0,3}:[()?:]{0,3}(?:\\d|\[0-[59]\])")


def reckonings(text):
    """Yield the lines where something is multiplied by sixty, or parted by it."""
    for each in ast.walk(ast.parse(text)):
        if isinstance(each, ast.BinOp) and isinstance(each.op, ast.Mult):
            sides = [each.left, each.right]
        elif isinstance(each, ast.Call) and ast.unparse(each.func) == "divmod":
            sides = each.args
        else:
            continue
        numbers = {side.value for side in sides if isinstance(side, ast.Constant)}
        if numbers & SIXTIES and not all(is_number(side) for side in sides):
            yield each.lineno


def is_number(side):
    """Return whether what stands there is a number whatever happens."""
    return all(isinstance(part, ast.Constant | ast.BinOp | ast.operator) for part in ast.walk(side))


def clocks(text):
    """Yield the lines of the strings in which a clock is looked for."""
    for each in ast.walk(ast.parse(text)):
        value = each.value if isinstance(each, ast.Constant) else None
        if isinstance(value, str) and CLOCK.search(value):
            yield each.lineno


def test_only_the_module_of_times_knows_what_a_clock_means():
    timecode = ROOT / "viewer" / "core" / "timecode.py"
    assert list(reckonings(FILES[timecode]))
    for file, text in FILES.items():
        assert file == timecode or not list(reckonings(text)), file


def test_only_formats_know_how_clocks_are_written_in_files():
    timecode = ROOT / "viewer" / "core" / "timecode.py"
    assert list(clocks(FILES[timecode]))
    for file, text in FILES.items():
        known = file == timecode or ROOT / "viewer" / "formats" in file.parents
        assert known or not list(clocks(text)), file


def test_only_what_begins_asks_where_the_users_files_are_and_hands_it_on():
    asking = {file.name for file, text in FILES.items() if "state.places import places" in text}
    assert asking == {"app.py", "cli.py"}


MODULES = {".".join(f.relative_to(ROOT).with_suffix("").parts): text for f, text in FILES.items()}


#: What is taken from a module of ours, wherever it stands in a file.
TAKEN = re.compile(r"^ *from (viewer[\w.]*) import (\([^()]*\)|.*)", re.M)


def imported(text):
    """Yield the modules of ours that a file names in its imports."""
    for module, names in TAKEN.findall(text):
        for name in re.findall(r"(\w+)(?: as \w+)?", names):
            whole = f"{module}.{name}"
            yield whole if whole in MODULES else module


def circle(arrows):
    """Return what is left of a graph when all that leads nowhere is taken away, again and again."""
    left = dict(arrows)
    while ends := [each for each, to in left.items() if not to & left.keys()]:
        for each in ends:
            del left[each]
    return left


def test_no_file_leads_back_to_itself_also_by_a_name_for_types_alone():
    assert circle({"a": {"b"}, "b": {"a"}, "c": {"a"}, "d": set()}).keys() == {"a", "b", "c"}
    arrows = {name: set(imported(text)) for name, text in MODULES.items()}
    assert len(arrows["viewer.app"]) > 10
    assert circle(arrows) == {}
