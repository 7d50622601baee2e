import time

import pytest
from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QToolTip

from viewer.core.stretch import Stretch
from viewer.ui.player.bar_marks import BarLevel, Mark, places
from viewer.ui.player.hover_tip import HoverTip
from viewer.ui.player.loop_range import SHORTEST_MS
from viewer.ui.player.seek_bar import SCRUB_MS, SeekBar
from viewer.ui.theme.card_style import CardStyle
from viewer.ui.theme.palette import own_palette

LONG = 100_000


@pytest.fixture
def bar(qtbot):
    bar = SeekBar()
    qtbot.addWidget(bar)
    bar.setPalette(own_palette(dark=False))
    bar.resize(418, 24)  # the groove is 400 wide
    bar.set_duration(LONG)
    bar.show()
    return bar


@pytest.fixture
def asked(bar):
    asked = []
    bar.seek_requested.connect(asked.append)
    return asked


def spot(bar, ms):
    return QPoint(round(bar.x_of(ms)), 12)


def hover(bar, ms):
    for place in (ms // 2, ms):  # a pointer that is there already does not move
        QTest.mouseMove(bar, spot(bar, place))


def turn(bar, eighths):
    QTest.wheelEvent(bar.windowHandle(), QPointF(100, 12), QPoint(0, eighths))


@pytest.mark.parametrize("ms", [0, 25_000, 50_000, 99_750, LONG])
@pytest.mark.parametrize("y", [1, 12, 22])
def test_a_click_anywhere_on_its_height_goes_exactly_there(bar, asked, ms, y):
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(spot(bar, ms).x(), y))
    assert asked == [ms]
    assert bar.value() == ms


def test_a_click_on_the_place_where_we_are_asks_too(bar, asked):
    bar.set_position(50_000)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=spot(bar, 50_000))
    assert asked == [50_000]


def test_clicks_beyond_the_ends_go_to_the_ends(bar, asked):
    for x in (0, bar.width() - 1):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    assert asked == [0, LONG]


def test_the_other_buttons_do_nothing(bar, asked):
    QTest.mouseClick(bar, Qt.MouseButton.RightButton, pos=spot(bar, 50_000))
    assert asked == []


def test_facts_are_shown_and_ask_for_nothing(bar, asked):
    bar.set_position(30_000)
    assert bar.value() == 30_000
    bar.set_duration(20_000)
    assert bar.value() == 20_000
    assert asked == []


def test_a_position_that_is_reported_before_the_length_is_shown_with_it(qtbot):
    bar = SeekBar()
    qtbot.addWidget(bar)
    asked = []
    bar.seek_requested.connect(asked.append)
    bar.set_position(30_000)
    bar.set_duration(LONG)
    assert bar.value() == 30_000
    assert bar.accessibleDescription() == "0:30 of 1:40"
    assert asked == []


def test_a_drag_asks_at_once_then_not_too_often_and_last_where_it_ended(bar, asked, qtbot):
    began = time.monotonic()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=spot(bar, 10_000))
    for ms in range(11_000, 41_000, 1000):
        QTest.mouseMove(bar, spot(bar, ms))
    assert asked[0] == 10_000
    assert len(asked) <= 2 + 1000 * (time.monotonic() - began) / SCRUB_MS
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=spot(bar, 40_000))
    assert asked[-1] == 40_000
    assert asked == sorted(asked)


def test_a_hand_that_rests_in_a_drag_is_served_without_letting_go(bar, asked, qtbot):
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=spot(bar, 10_000))
    QTest.mouseMove(bar, spot(bar, 60_000))
    qtbot.waitUntil(lambda: asked[-1] == 60_000)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=spot(bar, 60_000))
    assert asked.count(60_000) == 1


def test_while_dragged_the_hand_has_precedence_over_facts(bar):
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=spot(bar, 80_000))
    bar.set_position(20_000)
    assert bar.value() == 80_000
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=spot(bar, 80_000))
    bar.set_position(81_000)
    assert bar.value() == 81_000


def test_hiding_in_the_middle_of_a_drag_lets_go(bar, asked):
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=spot(bar, 80_000))
    bar.hide()
    bar.set_position(20_000)
    assert bar.value() == 20_000


def test_the_wheel_moves_by_five_seconds_and_fine_wheels_add_up(bar, asked):
    bar.set_position(50_000)
    turn(bar, 120)
    turn(bar, -240)
    assert asked == [55_000, 45_000]
    for _ in range(3):
        turn(bar, 40)
    assert asked[2:] == [50_000]


@pytest.mark.parametrize(
    ("key", "ms"),
    [
        (Qt.Key.Key_Left, 45_000),
        (Qt.Key.Key_Right, 55_000),
        (Qt.Key.Key_PageUp, 80_000),
        (Qt.Key.Key_PageDown, 20_000),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, LONG),
    ],
)
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_keys_move_it_the_same_way_in_every_language(bar, asked, key, ms, direction):
    QApplication.setLayoutDirection(direction)
    try:
        bar.set_position(50_000)
        QTest.keyClick(bar, key)
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert asked == [ms]


def test_without_a_length_it_is_disabled(bar, asked):
    bar.set_duration(0)
    assert not bar.isEnabled()
    turn(bar, 120)
    assert asked == []
    assert bar.accessibleDescription() == ""


def test_hovering_shows_the_time_the_line_and_the_name_of_a_mark(bar):
    tip = bar.findChild(HoverTip)
    bar.set_line_at(lambda ms: f"<b>said</b> at {ms}")
    bar.marks.set(BarLevel.CHAPTERS, [Mark(50_000, name="The fall")])
    hover(bar, 50_000)
    assert tip.isVisible()
    assert "0:50 · The fall" in tip.text()
    assert "&lt;b&gt;said&lt;/b&gt; at 50000" in tip.text()
    assert not tip.geometry().intersects(bar.rect().translated(bar.mapToGlobal(QPoint())))
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert not tip.isVisible()


def test_a_long_line_is_cut_and_the_card_stays_of_a_size(bar):
    tip = bar.findChild(HoverTip)
    bar.set_line_at(lambda _ms: "word " * 500)
    hover(bar, 50_000)
    assert tip.width() <= 300
    assert tip.height() < 120
    assert "…" in tip.text()
    bar.hide()
    assert not tip.isVisible()


def test_a_key_puts_the_card_away(bar):
    tip = bar.findChild(HoverTip)
    hover(bar, 50_000)
    QTest.keyClick(bar.window(), Qt.Key.Key_Control)
    assert tip.isVisible()
    QTest.keyClick(bar.window(), Qt.Key.Key_Space)
    assert not tip.isVisible()
    hover(bar, 60_000)
    assert tip.isVisible()


@pytest.fixture
def carded(restored):
    before = restored.style().name()
    restored.setStyle(CardStyle())
    yield restored
    restored.setStyle(before)


@pytest.mark.parametrize("dark", [False, True])
def test_tooltips_look_like_the_card(bar, carded, dark):
    carded.setPalette(own_palette(dark=dark))
    hover(bar, 50_000)
    card = bar.findChild(HoverTip)
    QToolTip.showText(QPoint(50, 50), "0:50", bar)
    tip = next(w for w in carded.topLevelWidgets() if w.inherits("QTipLabel"))
    assert (tip.font(), tip.contentsMargins()) == (card.font(), card.contentsMargins())
    assert tip.contentsMargins() != QMargins()
    for shot in (tip.grab().toImage(), card.grab().toImage()):
        edge, ground = (shot.pixelColor(x, shot.height() // 2) for x in (0, 3))
        assert edge == carded.palette().mid().color()
        assert ground == carded.palette().toolTipBase().color()
    tip.close()


def test_a_reader_hears_of_a_slider_and_the_time_in_words(bar):
    bar.set_position(36_000)
    accessible = QAccessible.queryAccessibleInterface(bar)
    assert accessible.role() == QAccessible.Role.Slider
    assert accessible.text(QAccessible.Text.Name) == "Position in the recording"
    assert accessible.text(QAccessible.Text.Description) == "0:36 of 1:40"


def pixel(bar, x, y):
    image = bar.grab().toImage()
    scale = image.devicePixelRatio()
    return image.pixelColor(round(x * scale), round(y * scale)).name()


def test_a_mark_is_seen_on_the_groove(bar):
    x = bar.x_of(50_000)
    bare = pixel(bar, x, 12)
    bar.marks.set(BarLevel.CHAPTERS, [Mark(50_000)])
    assert pixel(bar, x, 12) != bare


def test_the_hit_that_the_reader_is_at_is_marked_otherwise(bar):
    bar.set_found((20_000, 50_000))
    before = bar.grab().toImage()
    bar.set_found_here(50_000)
    assert bar.grab().toImage() != before
    bar.set_found_here(None)
    assert bar.grab().toImage() == before


def test_thousands_of_marks_are_drawn_once_a_pixel(bar):
    marks = [Mark(ms) for ms in range(1, LONG, 5)]
    assert len(places(bar, marks)) <= 2 * bar.width()


def test_the_focus_is_seen(bar, qtbot):
    bar.clearFocus()
    bare = pixel(bar, 200, 1)
    bar.activateWindow()
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    assert pixel(bar, 200, 1) != bare


@pytest.mark.parametrize("by_mouse", [True, False])
def test_the_right_button_asks_for_a_link_to_the_place(bar, by_mouse):
    bar.set_position(30_000)
    spot = QPoint(round(bar.x_of(60_000)), 12)
    reason = QContextMenuEvent.Reason
    event = QContextMenuEvent(reason.Mouse if by_mouse else reason.Keyboard, spot, spot)
    asked = QSignalSpy(bar.link_requested)
    sought = QSignalSpy(bar.seek_requested)
    QApplication.sendEvent(bar, event)
    assert abs(asked.at(0)[0] - (60_000 if by_mouse else 30_000)) < 1000
    assert sought.count() == 0


LOOP = Stretch(40_000, 60_000)


def end_of(bar, ms, y=20):
    return QPoint(round(bar.x_of(ms)), y)


def drag_end(bar, begin_ms, end_ms, y=20):
    QTest.mouseMove(bar, end_of(bar, begin_ms, y))
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=end_of(bar, begin_ms, y))
    QTest.mouseMove(bar, end_of(bar, end_ms, y))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=end_of(bar, end_ms, y))


@pytest.mark.parametrize("y", [12, 20])
@pytest.mark.parametrize(
    ("taken", "to", "made"),
    [
        (40_000, 30_000, Stretch(30_000, 60_000)),
        (40_000, 90_000, Stretch(60_000 - SHORTEST_MS, 60_000)),
        (60_000, 80_000, Stretch(40_000, 80_000)),
        (60_000, 10_000, Stretch(40_000, 40_000 + SHORTEST_MS)),
    ],
)
def test_an_end_of_the_loop_is_dragged_as_far_as_the_other_lets_it(bar, asked, taken, to, made, y):
    wished = QSignalSpy(bar.loop_requested)
    bar.set_loop(LOOP)
    drag_end(bar, taken, to, y)
    assert [wished.at(n)[0] for n in range(wished.count())] == [made]
    assert asked == []


def test_the_pointer_tells_what_can_be_dragged(bar):
    bar.set_loop(LOOP)
    for ms, shape in (
        (60_000, Qt.CursorShape.SizeHorCursor),
        (50_000, Qt.CursorShape.ArrowCursor),
        (40_000, Qt.CursorShape.SizeHorCursor),
    ):
        for away in (3, 0):  # a pointer that is there already does not move
            QTest.mouseMove(bar, end_of(bar, ms) + QPoint(away, 0))
        assert bar.cursor().shape() is shape
    bar.set_loop(None)
    assert bar.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_where_the_handle_is_an_end_is_taken_below_it_alone(bar, asked):
    wished = QSignalSpy(bar.loop_requested)
    bar.set_loop(LOOP)
    bar.set_position(40_000)
    drag_end(bar, 40_000, 45_000, y=12)
    assert (wished.count(), asked) == (0, [40_000, 45_000])
    drag_end(bar, 40_000, 35_000, y=20)
    assert wished.count() == 1


def test_an_end_that_is_only_touched_stays_where_it_is(bar, asked):
    wished = QSignalSpy(bar.loop_requested)
    bar.set_loop(LOOP)
    drag_end(bar, 60_000, 60_000)
    assert (wished.count(), asked, bar.loop.stretch) == (0, [], LOOP)


def test_a_range_too_short_to_be_seen_has_two_ends(bar):
    short = Stretch(50_000, 50_250)
    for x, made in ((-6, "begin_ms"), (+6, "end_ms")):
        bar.set_loop(short)
        wished = QSignalSpy(bar.loop_requested)
        spot = end_of(bar, 50_125) + QPoint(x, 0)
        QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseMove(bar, spot + QPoint(10 * x, 0))
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=spot + QPoint(10 * x, 0))
        moved = wished.at(0)[0]
        assert getattr(moved, made) == getattr(short, made) + 10 * x * 250
        assert wished.count() == 1


def test_what_is_dragged_when_the_loop_ends_is_let_go(bar, asked):
    bar.set_loop(LOOP)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=end_of(bar, 60_000))
    bar.set_loop(None)
    QTest.mouseMove(bar, end_of(bar, 80_000))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=end_of(bar, 80_000))
    assert (asked, bar.loop.stretch) == ([], None)
