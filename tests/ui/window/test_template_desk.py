"""Own styles: written in a dialog, tried at once, kept as files."""

import pytest
from PySide6.QtGui import QTextFormat

from viewer.state.places import places
from viewer.ui.commands.actions import Command


@pytest.fixture
def dialog(window, desk, talk):
    desk.open(talk)
    window.text.view.caret.set_range(0, 9)
    window.commands[Command.OWN_STYLES].trigger()
    desk.work()
    yield window.quote_menu.templates._dialog
    if window.quote_menu.templates._dialog is not None:
        window.quote_menu.templates._dialog.reject()


def write(dialog, desk, template):
    """Type a template, and let the typing rest."""
    dialog.template.setPlainText(template)
    dialog._timer.timeout.emit()
    dialog._timer.stop()
    desk.work()


def test_the_preview_shows_what_the_selection_becomes(dialog, desk):
    assert dialog.preview.toPlainText().startswith("“One line.”\ntalk, 0:01")
    write(dialog, desk, "{{ text|upper }}")
    assert dialog.preview.toPlainText() == "ONE LINE."
    assert dialog.mistake.text() == ""


def test_a_mistake_is_shown_at_its_line_and_the_last_preview_stays(dialog, desk):
    write(dialog, desk, "{{ text }}")
    write(dialog, desk, "fine\n{{ txet }}")
    assert dialog.mistake.text() == "There is a mistake in line 2: 'txet' is undefined."
    assert dialog.preview.toPlainText() == "One line."
    (mark,) = dialog.template.extraSelections()
    assert mark.cursor.selectedText() == "{{ txet }}"
    assert mark.format.hasProperty(QTextFormat.Property.TextUnderlineStyle)
    write(dialog, desk, "{{ text }}")
    assert dialog.template.extraSelections() == []


def test_what_is_saved_is_a_file_and_the_style_of_quotes(window, desk, dialog):
    write(dialog, desk, "<{{ text }}>")
    dialog.name.setEditText("Mine, too")
    dialog.save.click()
    path = places().quote_styles / "Mine, too.txt"
    assert path.read_text("utf-8") == "<{{ text }}>"
    assert window.quoting.style.label == "Mine, too"
    window.commands[Command.OWN_STYLES].trigger()
    desk.work()
    again = window.quote_menu.templates._dialog
    assert (again.name.currentText(), again.template.toPlainText()) == ("Mine, too", "<{{ text }}>")
    again.reject()


@pytest.mark.parametrize("name", ["", "../x", "apa", ".hidden", "a/b"])
def test_a_name_that_no_file_can_have_is_refused(dialog, name):
    dialog.name.setEditText(name)
    dialog.save.click()
    assert dialog.mistake.text() == "Give it another name, in letters and figures."
    assert not places().quote_styles.exists()


def test_a_folder_that_cannot_be_written_is_reported(dialog):
    places().config.mkdir(parents=True, exist_ok=True)
    places().quote_styles.write_text("a file where the folder should be")
    dialog.name.setEditText("mine")
    dialog.save.click()
    assert dialog.mistake.text().startswith("The style could not be saved: ")
