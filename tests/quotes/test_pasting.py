"""What a reader sees of each flavour after it is pasted."""

import importlib

import pytest
from markdown_it import MarkdownIt
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from tests.conftest import ROOT
from viewer.quotes.styles import Style, render

TITLE = "What Does the Fall of Mosul and Raqqa Mean For ISIS?"
CHANNEL = "The Wall Street Journal - World News"


@pytest.fixture
def quote(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module("quoting").over_lines()


def pasted(qtbot, kind, rendered):
    """Paste all three flavours as the clipboard carries them."""
    data = QMimeData()
    data.setText(rendered.plain)
    data.setHtml(rendered.html)
    data.setData("text/markdown", rendered.markdown.encode())
    editor = kind()
    qtbot.addWidget(editor)
    editor.insertFromMimeData(data)
    return editor


def seen(html):
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText().strip()


@pytest.mark.parametrize("style", Style)
def test_a_plain_editor_takes_the_text_as_it_is(qtbot, quote, style):
    rendered = render(quote, style)
    assert pasted(qtbot, QPlainTextEdit, rendered).toPlainText() == rendered.plain


def test_an_editor_of_rich_text_shows_words_and_source_with_the_link(qtbot, quote):
    rendered = render(quote)
    editor = pasted(qtbot, QTextEdit, rendered)
    assert editor.toPlainText().strip() == (
        f"{quote.text}\n— {TITLE}, {CHANNEL}, 24 May 2017, 1:41"
    )
    assert f'href="{quote.link.replace("&", "&amp;")}"' in editor.toHtml()


@pytest.mark.parametrize(
    "style", [style for style in Style if style not in (Style.OBSIDIAN, Style.SRT, Style.CSL_JSON)]
)
def test_markdown_and_html_show_the_same(qapp, quote, style):
    rendered = render(quote, style)
    shown = seen(MarkdownIt("commonmark").render(rendered.markdown))
    assert "".join(shown.split()) == "".join(seen(rendered.html).split())
    if style not in (Style.APA, Style.CHICAGO_NOTES, Style.CHICAGO_AUTHOR_DATE, Style.MLA):
        assert "".join(quote.text.split())[:60] in "".join(shown.split()).replace("\\%", "%")


def test_an_obsidian_callout_is_a_block_quote_elsewhere(qapp, quote):
    shown = seen(MarkdownIt("commonmark").render(render(quote, Style.OBSIDIAN).markdown))
    assert shown.split("\n")[0].startswith(f"[!quote] {TITLE}, {CHANNEL}, 24 May 2017, 1:41")
    assert quote.text in shown
