import pytest
from PySide6.QtGui import QColor, QPalette

from viewer.ui.theme.palette import contrast, mix, own_palette
from viewer.ui.transcript.colours import TranscriptColours

ROLE = QPalette.ColorRole


def palette(base, text, accent, placeholder):
    made = QPalette()
    for role, name in (
        (ROLE.Base, base),
        (ROLE.Window, base),
        (ROLE.Text, text),
        (ROLE.Accent, accent),
        (ROLE.PlaceholderText, placeholder),
    ):
        made.setColor(role, QColor(name))
    return made


PALETTES = {
    "light": own_palette(dark=False),
    "dark": own_palette(dark=True),
    "fusion": palette("#ffffff", "#000000", "#308cc6", "#80000000"),
    "yellow": palette("#ffffff", "#000000", "#ffe000", "#80000000"),
    "black": palette("#000000", "#ffffff", "#202060", "#80ffffff"),
}


@pytest.fixture(params=PALETTES)
def colours(request):
    return TranscriptColours.of(PALETTES[request.param])


def test_words_and_times_are_legible_on_page_and_bands(colours):
    for ground in (colours.page, colours.band, colours.pointed):
        assert contrast(colours.text, ground) >= 4.5
    for ground in (colours.page, colours.pointed):
        assert contrast(colours.time, ground) >= 4.5
    assert contrast(colours.speaker, colours.page) >= 4.5


def test_a_selection_lets_the_lit_line_through_and_its_words_be_read(colours):
    share = colours.selected.alphaF()
    assert 0.1 < share < 0.7
    over_page, over_band = (mix(g, colours.selected, share) for g in (colours.page, colours.band))
    for ground in (over_page, over_band):
        assert contrast(colours.text, ground) >= 4.5
    assert over_page.name() != over_band.name()


@pytest.mark.parametrize("dark", [False, True])
def test_a_selection_is_distinct_from_the_page_and_from_the_lit_line(dark):
    colours = TranscriptColours.of(own_palette(dark=dark))
    for ground in (colours.page, colours.band):
        over = mix(ground, colours.selected, colours.selected.alphaF())
        assert contrast(over, ground) >= 1.6


def test_the_bar_is_distinct_from_page_and_band(colours):
    assert contrast(colours.bar, colours.page) >= 3
    assert contrast(colours.bar, colours.band) >= 2
    assert contrast(colours.dim_bar, colours.page) >= 1.5


def test_band_and_pointed_line_differ_from_the_page_and_from_each_other(colours):
    assert len({c.name() for c in (colours.page, colours.band, colours.pointed)}) == 3
