"""Layers of the text: in what order they are painted, and what is painted anew."""

import pytest

from tests.ui.pages import shown, timed
from viewer.core.transcript import Said
from viewer.ui.transcript.layers import Level, Look, SegmentLayer, Span


@pytest.fixture
def view(qtbot):
    return shown(qtbot, timed(*(f"Line {n}." for n in range(40))))


def looks(view, index):
    row = view.sheet.row_of(index)
    return [span.look for each, span in view.layers.spans_in(row) if each == index]


def segments(*indices, look=Look.POINTED):
    return SegmentLayer(frozenset((index, look) for index in indices))


def test_a_lower_layer_comes_first_whoever_was_set_first(view):
    view.light(Said((1,), 1))
    view.layers.set(Level.POINTED, segments(1))
    assert looks(view, 1)[0] is Look.POINTED
    assert set(looks(view, 1)) == {Look.POINTED, Look.LIT, Look.FOLLOWED}
    assert looks(view, 2) == []


def test_in_a_gap_the_last_one_said_keeps_its_bar_alone(view):
    view.light(Said((), 1))
    assert looks(view, 1) == [Look.LAST_SAID]
    view.light(Said())
    assert view.layers[Level.LIT] is None


def test_only_what_a_layer_is_about_is_painted_anew(view, monkeypatch):
    painted = []
    monkeypatch.setattr(view.sheet, "repaint", painted.append)
    for layer in (segments(1), segments(1), segments(2), None):
        view.layers.set(Level.POINTED, layer)
    assert painted == [{1}, {1, 2}, {2}]


def test_another_text_has_nothing_of_the_last_one(view):
    view.light(Said((1,), 1))
    view.layers.set(Level.POINTED, segments(1))
    view.show_transcript(timed("One.", "Two."))
    assert looks(view, 1) == []


def test_a_band_of_a_part_is_behind_its_words_alone(view):
    row = view.sheet.row_of(1)
    length = len(view.transcript.segments[1].text)
    (whole,) = view.painting.bands(row, *view.painting.part(row, 1, Span(0, length, Look.LIT)))
    (part,) = view.painting.bands(row, *view.painting.part(row, 1, Span(0, 3, Look.LIT)))
    assert whole == view.sheet.band(row)
    assert part.width() < whole.width() / 4
