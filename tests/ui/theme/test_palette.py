import re

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QMenu

from tests.conftest import ROOT
from viewer.resources import resource
from viewer.ui.commands.actions import COMMANDS
from viewer.ui.theme.icons import icon, picture
from viewer.ui.theme.palette import (
    accent,
    apply_theme,
    contrast,
    distinct_from,
    is_dark,
    is_fusion,
    mix,
    own_palette,
    tabular,
)
from viewer.ui.widgets.icon_button import IconButton

ICONS = sorted(path.stem for path in resource("icons").glob("*.svg"))
LIGHT, DARK = "light", "dark"


@pytest.fixture(params=[LIGHT, DARK])
def palette(qapp, request):
    return own_palette(dark=request.param == DARK)


def strongest(pixmap):
    """Return the colour of the most opaque pixel."""
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=QColor.alpha)


def near(a, b):
    return all(abs(x - y) <= 3 for x, y in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True))


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_one_current_colour_svg_and_draws(qapp, name):
    source = resource("icons", f"{name}.svg").read_text()
    assert 'viewBox="0 0 24 24"' in source
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', source)) <= {"none", "currentColor"}
    assert strongest(picture(name, QColor("red"), 20, 1.0)).alpha() > 200


def test_every_command_has_its_icon(qapp):
    assert {spec.icon for spec in COMMANDS} - {""} <= set(ICONS)


def test_an_icon_takes_the_palettes_text_colour_also_where_it_is_disabled(palette):
    made = icon("play", palette)
    normal = strongest(made.pixmap(QSize(20, 20)))
    off = strongest(made.pixmap(QSize(20, 20), QIcon.Mode.Disabled))
    assert near(normal, palette.color(QPalette.ColorRole.ButtonText))
    group = QPalette.ColorGroup.Disabled
    assert near(off, palette.color(group, QPalette.ColorRole.ButtonText))


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_drawn_for_the_scale_and_not_stretched(palette, scale):
    made = icon("search", palette).pixmap(QSize(20, 20), scale)
    assert (made.width(), made.devicePixelRatio()) == (20 * scale, scale)
    wanted = picture("search", palette.color(QPalette.ColorRole.ButtonText), 20, scale)
    assert made.toImage().pixelColor(5, 5).alpha() == wanted.toImage().pixelColor(5, 5).alpha()
    assert abs(_ink(made) - _ink(wanted)) < 0.5


def _ink(pixmap):
    image = pixmap.toImage()
    side = range(image.width())
    return sum(image.pixelColor(x, y).alphaF() for x in side for y in side)


def test_a_button_draws_its_icon_again_in_a_new_palettes_colours(qtbot):
    button = IconButton("play")
    qtbot.addWidget(button)
    for dark in (False, True):
        palette = own_palette(dark=dark)
        button.setPalette(palette)
        QApplication.sendEvent(button, QEvent(QEvent.Type.PaletteChange))
        shown = strongest(button.icon().pixmap(QSize(20, 20)))
        assert near(shown, palette.color(QPalette.ColorRole.ButtonText))


def test_a_buttons_icon_grows_with_the_letters(qtbot):
    button = IconButton("play")
    qtbot.addWidget(button)
    assert button.iconSize() == QSize(20, 20)
    large = button.font()
    large.setPointSize(22)
    button.setFont(large)
    assert button.iconSize().height() >= 34
    shown = button.icon().actualSize(button.iconSize() * 2)
    assert shown.height() >= 64


def test_contrast_is_what_wcag_says():
    black, white, grey = QColor("black"), QColor("white"), QColor("#777777")
    assert contrast(black, white) == pytest.approx(21.0)
    assert contrast(white, black) == pytest.approx(21.0)
    assert contrast(grey, white) == pytest.approx(4.48, abs=0.01)


def test_mixing_goes_from_one_colour_to_the_other():
    red, blue = QColor("red"), QColor("blue")
    assert mix(red, blue, 0).name() == red.name()
    assert mix(red, blue, 1).name() == blue.name()
    assert mix(QColor("black"), QColor("white"), 0.5).red() in (127, 128)


def test_writing_in_our_own_palettes_can_be_read(palette):
    role = QPalette.ColorRole
    for ink, ground in (
        (role.Text, role.Base),
        (role.PlaceholderText, role.Base),
        (role.PlaceholderText, role.Window),
        (role.Link, role.Base),
        (role.LinkVisited, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.ButtonText, role.Button),
    ):
        assert contrast(palette.color(ink), palette.color(ground)) >= 4.5, (ink, ground)


@pytest.mark.parametrize("tint", ["#ffee00", "#000060", "#fdfcfa", "#777777"])
def test_the_accent_is_distinct_from_the_page_whatever_the_system_gives(palette, tint):
    palette.setColor(QPalette.ColorRole.Accent, QColor(tint))
    for ratio in (3.0, 4.5):
        made = accent(palette, ratio=ratio)
        assert contrast(made, palette.color(QPalette.ColorRole.Base)) >= ratio
        assert contrast(made, palette.color(QPalette.ColorRole.Window)) >= ratio


def test_a_colour_with_contrast_enough_stays_as_it_is():
    white, blue = QColor("white"), QColor("#0000cc")
    assert distinct_from(white, blue, QColor("black"), 3.0).name() == blue.name()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_theme_holds_also_where_the_platform_has_none(restored, theme):
    apply_theme(restored, theme)
    assert is_dark(restored.palette()) == (theme == DARK)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_menus_edge_and_its_empty_tick_boxes_can_be_seen(restored, qtbot, theme):
    if not is_fusion(restored.style()):
        pytest.skip("other styles draw them in other ways")
    apply_theme(restored, theme)
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction(" ").setCheckable(True)
    menu.resize(menu.sizeHint())
    image, ground = menu.grab().toImage(), menu.palette().base().color()
    edge = image.pixelColor(0, image.height() // 2)
    row = range(3, image.width() // 2)
    box = max(contrast(image.pixelColor(x, image.height() // 2), ground) for x in row)
    assert min(box, contrast(edge, ground)) > 1.6
    assert contrast(menu.palette().text().color(), ground) > 7


def test_the_systems_look_comes_back_after_a_theme(restored):
    apply_theme(restored, "system")
    before = is_dark(restored.palette())
    apply_theme(restored, LIGHT if before else DARK)
    assert is_dark(restored.palette()) != before
    apply_theme(restored, "system")
    assert is_dark(restored.palette()) == before
    assert restored.styleHints().colorScheme() in (
        Qt.ColorScheme.Unknown,
        Qt.ColorScheme.Dark if before else Qt.ColorScheme.Light,
    )


def test_figures_are_of_one_width(qapp):
    assert "tnum" in [tag.toString().data().decode() for tag in tabular(qapp.font()).featureTags()]


def test_no_style_sheet_holds_a_literal_colour():
    for path in (ROOT / "viewer" / "ui").rglob("*.py"):
        sheets = re.findall(r"setStyleSheet\((.*?)\)", path.read_text(), re.S)
        assert not [sheet for sheet in sheets if re.search(r"#[0-9a-fA-F]{3,8}\b|rgb", sheet)], path
