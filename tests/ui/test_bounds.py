"""Whatever a file holds, no widget is given more of it than can be laid out in a frame or two."""

import json

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from viewer.core.paragraphs import LONGEST_WORD
from viewer.ui.dialogs.source_view import SourceView

MEGABYTE = 1_000_000
#: What one widget has at most of a line, a tooltip included with its mark-up.
MOST = 12_000
SEGMENT = {"start_ms": 0, "end_ms": 2000, "text": "Hello.", "speaker": "Anna"}
MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


def write(folder, **fields):
    path = folder / "talk.json"
    whole = {"format": "cueline-transcript", "version": 1, "segments": [SEGMENT], **fields}
    path.write_text(json.dumps(whole, indent=1))
    return path


def with_segment(**fields):
    return {"segments": [{**SEGMENT, **fields}, {**SEGMENT, "start_ms": 3000, "end_ms": 4000}]}


def with_source(**fields):
    return {"source": {"title": "T", "channel": "C", "url": "https://example.org/", **fields}}


HUGE = {
    "metadata": {"metadata": {f"key {n}": f"value {n}" for n in range(10_000)}},
    "one metadata": {"metadata": {"k" * MEGABYTE: "v" * MEGABYTE}},
    "title": with_source(title="word " * (MEGABYTE // 5)),
    "title of one word": with_source(title="w" * MEGABYTE),
    "channel": with_source(channel="w " * (MEGABYTE // 2)),
    "url": with_source(url="https://example.org/" + "w" * MEGABYTE),
    "description": {"description": "word " * (MEGABYTE // 5)},
    "description of lines": {"description": "word\n" * (MEGABYTE // 5)},
    "description of links": {"description": "https://example.org/x 1:23 " * 40_000},
    "keywords": {"keywords": ["word"] * 200_000},
    "language": {"language": "e" * MEGABYTE},
    "chapters": {"chapters": [{"start_ms": 0, "title": "c " * (MEGABYTE // 2)}]},
    "line": with_segment(text="word " * (MEGABYTE // 5)),
    "line of one word": with_segment(text="w" * MEGABYTE),
    "speaker": with_segment(speaker="s " * (5 * MEGABYTE // 2)),
}


def texts(window):
    """All that widgets and actions of a window show, say or tell when pointed at."""
    yield window.windowTitle()
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())


@pytest.mark.parametrize("field", HUGE)
def test_a_huge_field_is_cut_wherever_it_is_shown(window, desk, tmp_path, field):
    window.details.set_folded(False)
    desk.open(write(tmp_path, **HUGE[field]))
    desk.work()
    assert desk.session.document is not None
    assert max(map(len, texts(window))) <= MOST
    details = window.details.findChild(QTextBrowser).document()
    assert details.characterCount() <= 40_000
    assert details.blockCount() <= 700
    page = window.text.view.document()
    assert max(page.findBlockByNumber(n).length() for n in range(page.blockCount())) <= (
        LONGEST_WORD + 1
    )


def test_what_is_cut_in_the_details_is_to_be_had_in_the_files_own_text(
    window, desk, tmp_path, qtbot
):
    window.details.set_folded(False)
    desk.open(write(tmp_path, **HUGE["metadata"]))
    browser = window.details.findChild(QTextBrowser)
    qtbot.waitUntil(lambda: "key 59" in browser.toPlainText())
    assert "talk.json" in browser.toPlainText()
    assert "The file has more than is shown here" in browser.toPlainText()
    browser.anchorClicked.emit("source:")
    desk.work()
    source = window.findChild(SourceView)
    assert "key 1234" in source.findChild(QPlainTextEdit).toPlainText()
    source.close()


def test_marks_that_turn_letters_around_are_shown_nowhere_but_in_the_text(
    window, desk, tmp_path, qtbot
):
    title, url = f"Report {MARKS}fdp.exe", f"https://evil.example/{MARKS}elmth.moc.knab//:sptth"
    fields = with_source(title=title, channel=f"Ch{MARKS}an", url=url) | {
        "language": f"e{MARKS}n",
        "keywords": [f"a{MARKS}b"],
    }
    window.details.set_folded(False)
    desk.open(write(tmp_path, **fields))
    qtbot.waitUntil(lambda: window.details.findChild(QTextBrowser).toPlainText() != "")
    for text in (*texts(window), window.details.findChild(QTextBrowser).toPlainText()):
        assert not set(MARKS) & set(text)
    assert window.windowTitle() == "Report fdp.exe"
    shown = window.details.findChild(QTextBrowser).toPlainText()
    assert "https://evil.example/%E2%80%AA" in shown
    assert "(evil.example)" in shown
