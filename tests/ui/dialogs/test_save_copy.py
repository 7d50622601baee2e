"""The dialog for saving a copy: what it proposes can be taken as it is."""

import pytest
from PySide6.QtWidgets import QFileDialog

from viewer.formats import registry
from viewer.ui.dialogs.save_copy import SaveCopy


@pytest.fixture
def dialog(qtbot, tmp_path):
    first = registry.by_name("subrip")
    dialog = SaveCopy(tmp_path / "a talk.eaf", registry.writable(), first)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    return dialog


def take_type(dialog, name):
    """Choose a type as a person does."""
    title = registry.by_name(name).title
    wanted = next(each for each in dialog.nameFilters() if each.startswith(title))
    dialog.selectNameFilter(wanted)
    dialog.filterSelected.emit(wanted)


def test_what_it_proposes_is_a_name_with_the_types_suffix(dialog, tmp_path):
    assert dialog.path == tmp_path / "a talk-copy.srt"
    assert dialog.format.name == "subrip"


@pytest.mark.parametrize(
    ("name", "suffix"), [("webvtt", "vtt"), ("plain-text", "txt"), ("cueline-json", "json")]
)
def test_a_name_without_a_suffix_gets_the_chosen_types(dialog, tmp_path, name, suffix):
    take_type(dialog, name)
    dialog.selectFile("mine")
    assert dialog.path == tmp_path / f"mine.{suffix}"
    assert dialog.format.name == name


@pytest.mark.parametrize(
    ("chosen", "typed", "written"),
    [
        ("plain-text", "mine.md", "plain-text"),
        ("archive-markdown", "mine.md", "archive-markdown"),
        ("archive-markdown", "mine.VTT", "webvtt"),
        ("webvtt", "mine.v2", "webvtt"),
    ],
)
def test_the_type_decides_unless_the_name_is_anothers(dialog, chosen, typed, written):
    take_type(dialog, chosen)
    dialog.selectFile(typed)
    assert dialog.path.name == typed
    assert dialog.format.name == written
