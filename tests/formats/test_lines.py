"""Lines as an editor numbers them."""

import pytest

from viewer.formats.lines import split_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\r\n", ["a", "b", ""]),
        ("a\r\r\nb", ["a", "b"]),
        ("a\rb", ["a", "b"]),
        ("a\r\rb", ["a", "", "b"]),
        ("a\n\r\nb", ["a", "", "b"]),
        ("a\u2028b\x0cc\x85d\nb", ["a\u2028b\x0cc\x85d", "b"]),
    ],
)
def test_split_lines(text, lines):
    assert split_lines(text) == lines
