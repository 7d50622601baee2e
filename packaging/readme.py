"""Fills the README's tables of formats and keys, and docs/keys.md, from the program itself."""

from pathlib import Path

from quoting import quoting_page

from viewer.formats.entries import FORMATS
from viewer.ui.commands.key_table import keys_markdown, keys_page

README = Path(__file__).resolve().parents[1] / "README.md"
KEYS = README.parent / "docs" / "keys.md"
QUOTING = README.parent / "docs" / "quoting.md"


def formats_markdown() -> str:
    """Return the table of all formats, in the registry's order."""
    lines = ["| format | usual names | written too |", "|---|---|---|"]
    for one in FORMATS:
        names = ", ".join(f"`{suffix}`" for suffix in one.suffixes)
        lines.append(f"| {one.title} | {names} | {'yes' if one.write else ''} |")
    return "\n".join(lines)


def filled(text: str) -> str:
    """Return the README's text with both tables as they are now."""
    for name, table in (("formats", formats_markdown()), ("keys", keys_markdown())):
        before, begin, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        text = f"{before}{begin}{table}\n{end}{after}"
    return text


if __name__ == "__main__":
    README.write_text(filled(README.read_text("utf-8")), "utf-8")
    KEYS.write_text(keys_page(), "utf-8")
    QUOTING.write_text(quoting_page(), "utf-8")
