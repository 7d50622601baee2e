import re
from pathlib import Path

import pytest

from viewer.ui.commands import key_table
from viewer.ui.commands.commands import COMMANDS
from viewer.ui.commands.key_table import caps, key_groups, keys_markdown, keys_page, plain

README = Path(__file__).resolve().parents[3] / "README.md"


def test_the_readme_has_the_table_as_it_is():
    text = README.read_text(encoding="utf-8")
    between = text.partition("<!-- keys -->")[2].partition("<!-- /keys -->")[0]
    assert between.strip() == keys_markdown()


def test_every_command_with_keys_is_in_the_table(qapp):
    documented = {row.text for group in key_groups("linux") for row in group.rows}
    assert documented == {plain(spec.text) for spec in COMMANDS if spec.keys}
    assert all(f"| {text} |" in keys_markdown() for text in documented)


@pytest.mark.parametrize(
    ("key", "linux", "macos"),
    [
        ("Ctrl+O", ("Ctrl", "O"), ("⌘", "O")),
        ("Meta+Alt+Up", ("Meta", "Alt", "↑"), ("⌃", "⌥", "↑")),
        ("Ctrl++", ("Ctrl", "+"), ("⌘", "+")),
        ("Ctrl+Shift+C", ("Ctrl", "Shift", "C"), ("⇧", "⌘", "C")),
        ("Space", ("Space",), ("Space",)),
        ("+", ("+",), ("+",)),
    ],
)
def test_keys_are_written_as_on_the_caps(key, linux, macos):
    assert caps(key, "linux") == linux
    assert caps(key, "darwin") == macos


def test_groups_follow_the_menus(qapp):
    titles = [group.title for group in key_groups("linux")]
    assert titles == ["File", "Edit", "View", "Play", "Quote", "Help"]


def test_no_words_name_a_key_that_the_table_could_change():
    named = re.compile(r"""tr\(\s*["'][^"']*\b(?:Ctrl|Alt|Shift|Meta|F\d{1,2})\b""")
    source = Path(key_table.__file__).parents[1]
    found = [path.name for path in source.rglob("*.py") if named.search(path.read_text("utf-8"))]
    assert found == []


def test_the_page_of_keys_is_as_the_table_of_commands_is():
    page = (README.parent / "docs" / "keys.md").read_text("utf-8")
    assert page == keys_page(), "run `make readme`"
    assert "Ctrl+Shift+F" in page
