import pytest
from PySide6.QtGui import Qt, QTextDocument

from viewer.ui.theme import plain


def read(tip):
    """What a tooltip says, whether Qt takes it for mark-up or not."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize(
    "text",
    [
        "A talk",
        "<img src=/dev/zero>",
        "<b>bold</b> & more",
        "&lt;b&gt;",
        "a < b",
        "<?xml version='1.0'?><p>",
        "Tom & Jerry " * 30,
    ],
)
def test_a_tooltip_says_what_it_was_given_and_loads_nothing(qapp, text):
    tip = plain.tip(text)
    assert read(tip) == " ".join(text.split())
    assert "<img" not in tip


def test_a_long_tooltip_wraps_also_in_the_middle_of_a_word(qapp):
    tip = plain.tip("x" * 10_000)
    assert Qt.mightBeRichText(tip)
    assert max(map(len, read(tip).split("\u200b"))) <= 48
    assert len(read(tip)) < 2_000


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo\r\n three\t four", "one two three four"),
        ("gnp.\u202egpj", "gnp.gpj"),
        ("a\u2066b\u2069\u200e\u200f\u061cc", "abc"),
        ("bell\x07 null\x00 escape\x1b[31m", "bell null escape [31m"),
        ("half \udce9", "half \ufffd"),
        ("line\u2028paragraph\u2029next\x85", "line paragraph next"),
        ("zero\u200dwidth joins", "zero\u200dwidth joins"),
        ("", ""),
    ],
)
def test_a_line_is_one_line_in_its_own_order(text, shown):
    assert plain.line(text) == shown


def test_what_is_too_long_ends_in_dots():
    assert plain.line("abcdef", 6) == "abcdef"
    assert plain.line("abcdefg", 6) == "abcde…"
    assert len(plain.line("word " * 1_000_000)) <= plain.LINE
    assert plain.line(" " * 5_000 + "end").endswith("…")


def test_a_menu_marks_no_key_and_a_title_no_change():
    assert plain.in_menu("Q&A &Co") == "Q&&A &&Co"
    assert plain.in_menu("name\tCtrl+Q") == "name Ctrl+Q"
    assert plain.in_title("a [*] b") == "a [*][*] b"
