"""Whatever the keyboard comes to has a name that a screen reader can say, in every panel."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import viewer.ui
from viewer.core.stretch import Stretch
from viewer.formats import registry
from viewer.media.info import MediaInfo
from viewer.notebook.export import KINDS
from viewer.session.clipping import Manner
from viewer.session.tasks import Doing
from viewer.state.settings import Web
from viewer.ui.commands.keymap import Keymap
from viewer.ui.dialogs.about import AboutDialog
from viewer.ui.dialogs.all_quotes import AllQuotes
from viewer.ui.dialogs.change_keys import ChangeKeys
from viewer.ui.dialogs.choose_encoding import EncodingDialog
from viewer.ui.dialogs.choose_one import ChooseOne
from viewer.ui.dialogs.choose_recording import ChooseRecording
from viewer.ui.dialogs.download import DownloadDialog
from viewer.ui.dialogs.export_notes import ExportNotes
from viewer.ui.dialogs.give_up_work import GiveUpWork
from viewer.ui.dialogs.keys_sheet import KeysSheet
from viewer.ui.dialogs.open_address import OpenAddress
from viewer.ui.dialogs.own_styles import OwnStyles
from viewer.ui.dialogs.report import ReportDialog
from viewer.ui.dialogs.save_as import SaveAs
from viewer.ui.dialogs.save_clip import SaveClip
from viewer.ui.dialogs.save_copy import SaveCopy
from viewer.ui.dialogs.save_pack import SavePack
from viewer.ui.dialogs.source_view import SourceView
from viewer.ui.dialogs.tag_names import TagNames
from viewer.ui.dialogs.unkept_notes import UnkeptNotes

FILM = MediaInfo(60_000, has_video=True, has_audio=True)
MAKERS = {
    AboutDialog: AboutDialog,
    AllQuotes: lambda: AllQuotes({}),
    ChangeKeys: lambda: ChangeKeys(Keymap()),
    ChooseOne: lambda: ChooseOne("Captions", "Which captions?", ["English", "Deutsch"], 0),
    ChooseRecording: lambda: ChooseRecording("A talk", 60_000),
    DownloadDialog: lambda: DownloadDialog(Web(folder="/videos"), "A note."),
    EncodingDialog: lambda: EncodingDialog("talk.srt", "utf-8"),
    ExportNotes: lambda: ExportNotes(Path("talk-notes"), KINDS[0]),
    GiveUpWork: lambda: GiveUpWork(Doing.CLIPPING),
    KeysSheet: KeysSheet,
    OpenAddress: OpenAddress,
    OwnStyles: lambda: OwnStyles(["mine"], {"text": "what is quoted"}),
    ReportDialog: lambda: ReportDialog("This machine", "What it has.", "Qt: 6"),
    SavePack: lambda: SavePack([Stretch(0, 5_000)], 1),
    SaveClip: lambda: SaveClip([Stretch(0, 5_000)], Manner(), FILM, captions=True),
    SaveAs: lambda: SaveAs(Path("notes"), KINDS, KINDS[0]),
    SaveCopy: lambda: SaveCopy(Path("talk.srt"), registry.writable(), registry.writable()[0]),
    TagNames: lambda: TagNames({}),
    UnkeptNotes: lambda: UnkeptNotes("The disk is full."),
    SourceView: lambda: SourceView("talk.srt", "One.", 1),
}


def nameless(root):
    """What has no name of all that can have the focus: in the window of `root`, shown or not."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not belongs(widget):
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is None or not interface.text(QAccessible.Text.Name).strip():
                found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def belongs(widget):
    """Whether it is a part of a control that has the name: a drop-down's list, a number's field."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QComboBox | QAbstractSpinBox):
            return True
        above = above.parentWidget()
    return False


def dialogs():
    for module in pkgutil.walk_packages(viewer.ui.__path__, "viewer.ui."):
        for each in vars(importlib.import_module(module.name)).values():
            ours = isinstance(each, type) and each.__module__ == module.name
            if ours and issubclass(each, QDialog):
                yield each


def test_every_control_of_the_window_has_a_name(window, desk, seed):
    desk.open(seed)
    assert nameless(window) == []


def test_all_dialogs_are_made_here():
    assert set(MAKERS) == set(dialogs())


@pytest.mark.parametrize("kind", MAKERS, ids=lambda kind: kind.__name__)
def test_every_control_of_a_dialog_has_a_name(qtbot, kind):
    dialog = MAKERS[kind]()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    if not isinstance(dialog, QFileDialog):  # what is in it is Qt's own
        assert nameless(dialog) == []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_control_without_a_name_is_found(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    for widget in (QPushButton(), QPushButton("Play"), QPlainTextEdit(), QComboBox()):
        column.addWidget(widget)
    found = [words.split()[0] for words in nameless(box)]
    assert found == ["QPushButton", "QPlainTextEdit", "QComboBox"]
