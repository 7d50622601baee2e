"""Letters of three times the usual size: what stands beside the text is whole."""

import pytest

from tests.ui.pages import timed
from viewer.core.find import Finder
from viewer.core.speakers import Speaker
from viewer.core.transcript import Chapter
from viewer.ui.commands.keymap import Keymap
from viewer.ui.dialogs.change_keys import ChangeKeys
from viewer.ui.dialogs.keys_sheet import KeysSheet
from viewer.ui.side.found_list import FoundList
from viewer.ui.side.outline import Outline
from viewer.ui.side.speakers import Speakers, box_room

#: A small laptop's screen, in pixels.
SCREEN = (1280, 800)


def found():
    listed, talk = FoundList(), timed("Where the river goes")
    listed.show_found(talk, Finder(["Where the river goes"]).find("river"))
    return listed


def outline():
    made = Outline()
    made.show_chapters((Chapter(0, "Where rivers come from"),))
    return made


def speakers():
    made = Speakers()
    made.show_speakers((Speaker("Ann", 0.62, 75_000, 12),))
    return made


@pytest.mark.parametrize("make", [found, outline, speakers])
def test_rows_are_as_high_as_their_letters(qtbot, make):
    listed = make()
    qtbot.addWidget(listed)
    font = listed.font()
    font.setPointSizeF(font.pointSizeF() * 3)
    listed.setFont(font)
    listed.resize(420, 300)
    listed.show()
    row = listed.visualRect(listed.model().index(0, 0))
    assert row.height() >= listed.LINES * listed.fontMetrics().height()
    image = listed.viewport().grab(row).toImage()
    for edge in (0, image.height() - 1):  # nothing reaches into the rows beside it
        inner = range(8, image.width() - 1)
        assert len({image.pixel(x, edge) for x in inner}) == 1


def test_a_speakers_box_grows_with_the_letters(qtbot):
    listed = speakers()
    qtbot.addWidget(listed)
    usual = box_room(listed)
    font = listed.font()
    font.setPointSizeF(font.pointSizeF() * 5)
    listed.setFont(font)
    assert box_room(listed) > usual


@pytest.mark.parametrize("make", [lambda: ChangeKeys(Keymap()), KeysSheet])
def test_dialogs_about_keys_fit_a_small_screen(qtbot, qapp, make):
    usual = qapp.font()
    large = qapp.font()
    large.setPointSizeF(large.pointSizeF() * 3)
    qapp.setFont(large)
    try:
        dialog = make()
        qtbot.addWidget(dialog)
        dialog.ensurePolished()
        least = dialog.minimumSizeHint()
        assert least.width() <= SCREEN[0]
        assert least.height() <= SCREEN[1]
    finally:
        qapp.setFont(usual)
