"""The tab of the chapters."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from viewer.session.opened import Opened
from viewer.ui.side.outline import Outline
from viewer.ui.theme.words import QT_TRANSLATE_NOOP
from viewer.ui.window.parts import Parts

#: What is said of the chapters of a text whose lines have no times.
_UNPLACED: Final = QT_TRANSLATE_NOOP(
    "Side", "Its lines have no times, so nobody can tell where in the text a chapter begins."
)


def make(window: Parts) -> QWidget:
    """Make the list of the chapters, with that in which one is lit."""
    outline, session = Outline(), window.workspace.session

    def show(opened: Opened) -> None:
        transcript = opened.transcript
        if opened.other_document:
            timed = transcript is not None and transcript.timed
            outline.show_chapters(transcript.chapters if transcript else (), timed=timed)

    def go(number: int) -> None:
        transcript = window.text.view.transcript
        if not transcript.timed:
            window.say(QCoreApplication.translate("Side", _UNPLACED))
        elif number < len(transcript.chapter_segments):
            window.text.view.show_place(transcript.chapter_segments[number])

    session.opened_changed.connect(show)
    window.workspace.player.position_changed.connect(outline.light)
    outline.place_chosen.connect(go)
    outline.moment_chosen.connect(window.workspace.lines.play_at)
    show(Opened(session.document, session.recording))
    outline.light(window.workspace.player.position_ms)
    return outline
