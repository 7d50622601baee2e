"""The tab of the places found."""

from PySide6.QtWidgets import QWidget

from viewer.ui.side.found_list import FoundList
from viewer.ui.window.parts import Parts


def make(window: Parts) -> QWidget:
    """Make the list, and fill it with what is found by now."""
    places, finding = FoundList(), window.finding
    places.chosen.connect(finding.go_to)
    places.play_requested.connect(finding.play_from)
    finding.news.listed.connect(places.show_found)
    finding.news.here_changed.connect(places.mark)
    finding.news.repeat()
    return places
