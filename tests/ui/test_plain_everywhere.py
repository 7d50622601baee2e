"""Every call of Qt that shows text: the program's own words, or another's made plain."""

import ast
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT

VIEWER = ROOT / "viewer"
#: What shows its last text, whatever it belongs to.
SHOWING = frozenset(
    [
        "addAction",
        "addItem",
        "addItems",
        "addMenu",
        "addRow",
        "addSection",
        "addTab",
        "insertItem",
        "insertItems",
        "setAccessibleDescription",
        "setAccessibleName",
        "setDetailedText",
        "setHeaderLabel",
        "setHeaderLabels",
        "setHtml",
        "setIconText",
        "setInformativeText",
        "setItemText",
        "setLabelText",
        "setPlaceholderText",
        "setStatusTip",
        "setTabText",
        "setTabToolTip",
        "setText",
        "setTitle",
        "setToolTip",
        "setWhatsThis",
        "setWindowIconText",
        "setWindowTitle",
        "showMessage",
        "showText",
    ]
)
#: What shows the text it is made with.
MADE = frozenset(
    [
        "PlainLabel",
        "QAction",
        "QCheckBox",
        "QGroupBox",
        "QListWidgetItem",
        "QPushButton",
        "QRadioButton",
        "QStandardItem",
        "QTableWidgetItem",
        "QTreeWidgetItem",
    ]
)
#: Where the text stands, if not first or behind an icon.
PLACES = {"showText": 1, "insertItem": 1, "QTreeWidgetItem": -1} | dict.fromkeys(
    ("setToolTip", "setItemText", "setTabText", "setTabToolTip", "setText"), -1
)
#: What guesses whether a text is mark-up and cannot all be kept from it: not used at all.
GUESSING = frozenset(["QErrorMessage", "QInputDialog", "QLabel", "QMessageBox", "QProgressDialog"])
#: What gives the program's own words, and what makes others' plain.
OWN = frozenset(("tr", "translate", "_translate", "translated"))
PLAIN = frozenset(("line", "tip", "in_menu", "in_title", "name", "breakable"))
#: What gives figures, and what gives no more than it is given.
FIGURES = frozenset(["caps", "format_clock", "len", "time_of", "times", "toString", "value"])
KEEPING = frozenset(["isolated", "join", "left_to_right", "list", "named"])
#: Calls that are right as they are, by module and words of the call, and why.
ALLOWED = {
    ("ui/widgets/plain_label.py", "import QLabel"): "it is what the others use",
    ("ui/widgets/plain_label.py", "self.setText(text)"): "it shows no mark-up",
    ("ui/commands/key_needs.py", "import QLabel"): "it asks what has the focus",
    ("ui/player/hover_tip.py", "import QLabel"): "its mark-up is our own, all else is escaped",
    ("ui/player/hover_tip.py", "self.setText(_page(time, line))"): "the same",
    (
        "ui/details/panel.py",
        "text.setHtml(details_html(transcript, self.palette(), self._longest_ms, self._facts))",
    ): "the same, and it loads nothing",
    ("playback/site/delivery.py", "page.setHtml(html, QUrl(HOME))"): "our own page, too",
}


def module(path):
    return path.relative_to(VIEWER).as_posix()


def functions(tree):
    """Every function with its own nodes; those of a module are a function, too."""
    return [tree, *(n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef))]


class Judge:
    """Tells in one module whether a text that is shown can be a stranger's."""

    def __init__(self, tree):
        self.functions = {n.name: n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}
        self.attributes = {
            target.attr: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Attribute)
        }

    def is_right(self, node, scope):
        return self.is_no_text(node) or self.is_plain(node, scope)

    def is_plain(self, node, scope):
        match node:
            case ast.Constant():
                return True
            case ast.IfExp():
                parts = [node.body, node.orelse]
            case ast.BoolOp():
                parts = node.values
            case ast.BinOp():
                parts = [node.left, node.right]
            case ast.List() | ast.Tuple():
                parts = node.elts
            case ast.ListComp() | ast.GeneratorExp():
                parts = [node.elt]
            case ast.JoinedStr():
                parts = [v.value for v in node.values if isinstance(v, ast.FormattedValue)]
            case ast.Name():
                parts = list(assigned(node.id, scope)) or [None]
            case ast.Call():
                return self.gives_plain(node, scope)
            case _:
                return False
        return all(self.is_plain(part, scope) for part in parts)

    def gives_plain(self, call, scope):
        """Whether what a call returns is plain."""
        name, parts = called(call), [*call.args, *(each.value for each in call.keywords)]
        if name in OWN | PLAIN | FIGURES:
            return True
        if name == "format":
            return all(self.is_plain(part, scope) for part in [call.func.value, *parts])
        if name in KEEPING:
            return all(self.is_plain(part, scope) for part in parts)
        inside = self.functions.get(name)
        if inside is None or inside is scope:
            return False
        returned = [n.value for n in own_nodes(inside) if isinstance(n, ast.Return)]
        return bool(returned) and all(self.is_plain(value, inside) for value in returned)

    def is_no_text(self, node):
        """Whether it is an action, a menu or a widget: looked at where it is made."""
        if isinstance(node, ast.Name):
            return node.id == "action"
        if isinstance(node, ast.Attribute) and node.attr in self.attributes:
            return self.is_no_text(self.attributes[node.attr])
        if isinstance(node, ast.Call) and called(node) in self.functions:
            kind = self.functions[called(node)].returns
            return kind is not None and ast.unparse(kind).startswith("Q")
        return isinstance(node, ast.Subscript)


def called(node):
    """The name of what a call calls."""
    func = node.func
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def named(node):
    return node.id if isinstance(node, ast.Name) else ""


def assigned(name, scope) -> Iterator[ast.expr]:
    """What a function gives a local name."""
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=known)], value=value) if known == name:
                yield value
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                yield from (v for n, v in zip(names, values, strict=True) if named(n) == name)
            case ast.AnnAssign(target=ast.Name(id=known), value=ast.expr() as value):
                if known == name:
                    yield value
            case ast.NamedExpr(target=ast.Name(id=known), value=value) if known == name:
                yield value


def is_copied(call):
    """Whether the text goes to the clipboard, where it has to be exact."""
    receiver = ast.unparse(call.func).rpartition(".")[0]
    return receiver.endswith("clipboard()") or receiver == "data"


def text_of(call):
    """The argument of a call that is shown, if it shows one."""
    name = called(call)
    if name not in SHOWING | MADE or not call.args or is_copied(call):
        return None
    first = call.args[0]
    has_icon = isinstance(first, ast.Call) and called(first) in ("icon", "QIcon", "tag_icon")
    place = PLACES.get(name, int(has_icon))
    return call.args[place] if place < len(call.args) else None


def own_nodes(scope):
    """A function's nodes without those of functions inside it."""
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef):
            waiting += ast.iter_child_nodes(node)


def found(path, source=None):
    """What shows text in a module that is not known to be plain, in words."""
    tree = ast.parse(source or path.read_text(encoding="utf-8"))
    judge = Judge(tree)
    for scope in functions(tree):
        for node in own_nodes(scope):
            if isinstance(node, ast.ImportFrom):
                yield from (f"import {each.name}" for each in node.names if each.name in GUESSING)
            if isinstance(node, ast.Call):
                text = text_of(node)
                if text is not None and not judge.is_right(text, scope):
                    yield ast.unparse(node)


MODULES = sorted(VIEWER.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_what_is_shown_is_our_own_words_or_made_plain(path):
    allowed = {words for name, words in ALLOWED if name == module(path)}
    assert [words for words in found(path) if words not in allowed] == []


def test_every_exception_is_still_one():
    present = {(module(path), words) for path in MODULES for words in found(path)}
    assert set(ALLOWED) <= present


@pytest.mark.parametrize(
    "wrong",
    [
        "self.setToolTip(path.name)",
        "label.setText(self.tr('Open {name}').format(name=name))",
        "menu.addAction(title)",
        "menu.addAction(icon(), title)",
        "QListWidgetItem(title, rows)",
        "words = document.title\nbar.showMessage(words, 8)",
        "box.addItems(list(names))",
        "box.addItems([name for name in names])",
        "QToolTip.showText(place, f'{title}')",
        "item.setToolTip(0, str(path))",
        "from PySide6.QtWidgets import QLabel",
        "form.addRow(name, widget)",
    ],
)
def test_it_sees_the_next_one(wrong):
    assert len(list(found(None, wrong))) == 1


@pytest.mark.parametrize(
    "right",
    [
        "self.setToolTip(plain.tip(path.name))",
        "label.setText(plain.line(title) if title else '')",
        "menu.addAction(self._choice(rate))\ndef _choice(self, rate) -> QAction: ...",
        "words = self.tr('Open')\nlabel.setText(words)",
        "box.addItems([plain.line(name) for name in names])",
    ],
)
def test_it_lets_be_what_is_plain(right):
    assert list(found(None, right)) == []
