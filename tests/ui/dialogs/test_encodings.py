"""The encodings: names that people know, each of which can be read; and how a file reads in it."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit

from viewer.formats.decoding.alphabets import PAGES
from viewer.formats.decoding.encoding import decode
from viewer.ui.dialogs.choose_encoding import EncodingDialog
from viewer.ui.dialogs.encodings import label_of, offered

OPEN = QDialogButtonBox.StandardButton.Open


@pytest.fixture
def ask(qtbot):
    def begin(present, head=b""):
        dialog = EncodingDialog("talk.srt", present)
        qtbot.addWidget(dialog)
        dialog.set_head(head)
        return dialog

    return begin


def words(dialog):
    return dialog.findChild(QPlainTextEdit).toPlainText()


def verdict(dialog):
    return dialog.findChildren(QLabel)[-1].text()


def take(dialog):
    chosen = []
    dialog.chosen.connect(chosen.append)
    dialog._buttons.button(OPEN).click()
    return chosen


@pytest.mark.parametrize("page", ["utf-8", "iso2022_jp", *PAGES])
def test_whatever_a_file_was_read_as_is_marked(ask, page):
    (chosen,) = take(ask(page))
    assert decode(b"abc", chosen).encoding == decode(b"abc", page).encoding


def test_every_offer_is_known():
    for label, name in offered("utf-8").items():
        assert label.endswith(f"({name})")
        assert decode(b"", name).text == ""


def test_one_that_is_not_in_the_list_is_put_on_top():
    labels = offered("utf-16-le")
    assert next(iter(labels)) == label_of("utf-16-le", labels) == "utf-16-le"


def test_a_file_that_was_not_read_has_the_first_one_marked(ask):
    assert take(ask(None)) == ["utf-8"]


def test_a_name_can_be_typed(ask):
    dialog = ask("utf-8")
    dialog._field.setEditText(" cp437 ")
    assert take(dialog) == ["cp437"]
    for nothing in ("", "  ", "no-such-thing", "base64"):
        dialog = ask("utf-8")
        dialog._field.setEditText(nothing)
        assert take(dialog) == []
        assert verdict(dialog) == "There is no such encoding."


def test_the_lines_that_tell_encodings_apart_are_shown_as_they_read(ask):
    text = "1\n00:00:01,000 --> 00:00:02,000\nПривет, мир\n\n" * 20
    dialog = ask("windows-1252", text.encode("windows-1251"))
    assert words(dialog).startswith("Ïðèâåò")
    dialog._field.setCurrentText(label_of("windows-1251", offered("windows-1252")))
    assert words(dialog).splitlines()[0] == "Привет, мир"
    assert verdict(dialog) == "Every character fits this encoding."
    dialog._field.setCurrentText("utf-8")
    assert "�" in words(dialog)
    assert "do not fit" in verdict(dialog)
    assert take(dialog) == ["utf-8"]


def test_a_letter_cut_in_two_at_the_end_of_what_is_looked_at_is_no_fault(ask):
    line = "日本語の字幕です\n".encode()
    head = (line * 20_000)[:262_144]
    with pytest.raises(UnicodeDecodeError):
        head.decode()
    assert verdict(ask("utf-8", head)) == "Every character fits this encoding."


def test_a_name_that_looks_like_mark_up_is_shown_as_it_is(qtbot):
    dialog = EncodingDialog("<img src=/dev/zero>.srt", "utf-8")
    qtbot.addWidget(dialog)
    assert "<img src=/dev/zero>.srt was read as" in dialog.findChildren(QLabel)[0].text()
