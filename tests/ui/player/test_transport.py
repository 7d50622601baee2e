import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QVBoxLayout, QWidget

from viewer.ui.commands.actions import COMMANDS, Command, Need
from viewer.ui.player.rates import RATES
from viewer.ui.player.transport import Transport
from viewer.ui.theme.palette import contrast, own_palette
from viewer.ui.widgets.icon_button import IconButton

LEFT = Qt.MouseButton.LeftButton


#: All that must be there for any command.
ALL = ~Need.NOTHING


@pytest.fixture
def row(qtbot, actions):
    row = Transport(actions)
    qtbot.addWidget(row)
    row.set_duration(298_000)
    row.set_volume(80)
    row.resize(600, 40)
    row.show()
    return row


def heard(signal):
    """Return the list that grows by what the signal carries."""
    got = []
    signal.connect(lambda *values: got.append(values[0] if values else None))
    return got


def turn(widget, eighths):
    window = widget.window()
    spot = QPointF(widget.mapTo(window, widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), spot, QPoint(0, eighths))


@pytest.mark.parametrize(
    ("button", "command"),
    [
        ("play_button", Command.PLAY_PAUSE),
        ("previous_button", Command.PREVIOUS_LINE),
        ("next_button", Command.NEXT_LINE),
        ("replay_button", Command.REPLAY_LINE),
        ("mute_button", Command.MUTE),
        ("full_screen_button", Command.FULL_SCREEN),
    ],
)
@pytest.mark.parametrize("how", ["mouse", "space", "enter"])
def test_a_button_calls_its_command_once_however_it_is_pressed(row, button, command, how):
    called = heard(row._actions[command].triggered)
    widget = getattr(row, button)
    if how == "mouse":
        QTest.mouseClick(widget, LEFT)
    else:
        QTest.keyClick(widget, Qt.Key.Key_Space if how == "space" else Qt.Key.Key_Return)
    assert len(called) == 1


def test_a_click_leaves_the_focus_where_it_is_and_tab_reaches_every_control(row):
    QTest.mouseClick(row.next_button, LEFT)
    assert not row.next_button.hasFocus()
    row.previous_button.setFocus()
    reached = [row.focusWidget()]
    for _ in range(8):
        QTest.keyClick(row.focusWidget(), Qt.Key.Key_Tab)
        reached.append(row.focusWidget())
    assert reached == [*row._controls()]


def test_facts_are_shown_and_ask_for_nothing(row):
    mute = row._actions[Command.MUTE]
    spies = [
        QSignalSpy(signal) for signal in (row.rate_requested, row.volume_requested, mute.triggered)
    ]
    row.play_button.set_on(True)
    row.set_rate(1.25)
    row.set_volume(30)
    mute.setChecked(True)
    assert row.play_button.accessibleName() == "Pause"
    assert row.rate_button.text() == "1.25×"
    assert row.volume_slider.value() == 30
    assert row.mute_button.accessibleName() == "Unmute"
    assert [spy.count() for spy in spies] == [0, 0, 0]


def test_the_time_turns_into_what_remains_and_back(row):
    row.set_position(36_000)
    assert row.time_button.text() == "0:36 / 4:58"
    QTest.mouseClick(row.time_button, LEFT)
    assert row.time_button.text() == "−4:22 / 4:58"
    row.set_position(298_500)
    assert row.time_button.text() == "−0:00 / 4:58"
    QTest.mouseClick(row.time_button, LEFT)
    assert row.time_button.text() == "4:58 / 4:58"


@pytest.mark.parametrize("point_size", [9, 10, 10.5, 11, 12, 13])
def test_nothing_moves_as_the_time_runs(row, point_size):
    font = row.time_button.font()
    font.setPointSizeF(point_size)
    row.time_button.setFont(font)
    row.set_duration(4_000_000)
    places = set()
    for ms in (0, 11_000, 59_000, 600_000, 3_599_000, 3_600_000, 3_999_000):
        row.set_position(ms)
        QApplication.sendPostedEvents()
        places.add((row.time_button.width(), row.rate_button.x()))
    assert len(places) == 1


def test_rate_and_time_keep_their_order_where_text_runs_from_right_to_left(row):
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        row.set_rate(1.5)
        row.set_position(1_000)
        texts = row.rate_button.text(), row.time_button.text()
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert texts == ("\u20661.5×\u2069", "\u20660:01 / 4:58\u2069")


def test_a_time_without_an_end_stands_alone(row):
    row.set_duration(0)
    row.set_position(5_000)
    assert row.time_button.text() == "0:05"


@pytest.fixture
def speeds(row):
    """The menu of speeds, opened by a click."""
    QTest.mouseClick(row.rate_button, LEFT)
    yield row.rate_button._menu
    row.rate_button._menu.close()


def test_choosing_a_rate_asks_and_the_tick_waits_for_the_fact(row, speeds):
    asked = heard(row.rate_requested)
    actions = [action for action in speeds.actions() if action.isCheckable()]
    assert [action.data() for action in actions] == list(RATES)
    next(action for action in actions if action.data() == 2.0).trigger()
    assert asked == [2.0]
    assert [action.data() for action in actions if action.isChecked()] == [1.0]
    row.set_rate(2.0)
    assert [action.data() for action in actions if action.isChecked()] == [2.0]
    row.set_rate(1.15)
    assert not [action for action in actions if action.isChecked()]


def test_any_other_rate_can_be_typed_or_turned(row, speeds):
    asked = heard(row.rate_requested)
    field = speeds.findChild(QDoubleSpinBox)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1.35")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == [1.35]
    row.set_rate(1.0)
    turn(row.rate_button, 120)
    turn(row.rate_button, -120)
    assert asked[1:] == [1.05, 0.95]
    row.set_rate(4.0)
    turn(row.rate_button, 120)
    assert asked[3:] == [4.0]


def test_the_rates_open_as_a_menu_above_the_button(row, request):
    row.window().move(100, 500)
    speeds = request.getfixturevalue("speeds")
    assert speeds.isVisible()
    assert speeds.geometry().bottom() <= row.rate_button.mapToGlobal(QPoint()).y()


def test_the_menu_of_rates_ticks_the_one_that_was_set_before_it_was_made(row):
    row.set_rate(1.5)
    assert row.rate_button._menu is None
    QTest.mouseClick(row.rate_button, LEFT)
    assert row.rate_button._menu.activeAction().data() == 1.5
    row.rate_button._menu.close()


def test_volume_is_asked_by_click_wheel_and_key_and_also_over_the_mute_button(row):
    asked = heard(row.volume_requested)
    slider = row.volume_slider
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() // 2, 12))
    assert abs(asked[-1] - 50) <= 1
    for act in (lambda: turn(slider, 120), lambda: turn(row.mute_button, 120)):
        row.set_volume(50)
        act()
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert asked[1:] == [55, 55, 50]


def test_asking_for_sound_while_it_is_muted_brings_it_back(row):
    mute = row._actions[Command.MUTE]
    mute.setChecked(True)
    asked = heard(mute.triggered)
    turn(row.volume_slider, 120)
    turn(row.volume_slider, 120)
    assert len(asked) == 1
    assert not mute.isChecked()


@pytest.mark.parametrize(
    ("percent", "muted", "icon"),
    [(80, False, "volume"), (20, False, "volume-low"), (0, False, "mute"), (80, True, "mute")],
)
def test_the_loudspeaker_shows_how_loud_it_is(row, percent, muted, icon):
    row.set_volume(percent)
    row._actions[Command.MUTE].setChecked(muted)
    wanted = IconButton(icon)
    shown = row.mute_button.icon().pixmap(20, 20).toImage()
    assert shown == wanted.icon().pixmap(20, 20).toImage()


def test_tooltips_name_what_the_button_does_and_its_key(row):
    actions = row._actions
    actions.set_keys({**actions.keys, Command.REPLAY_LINE: ()})
    assert row.play_button.toolTip() == "Play (Space)"
    row.play_button.set_on(True)
    actions[Command.MUTE].setChecked(True)
    assert row.play_button.toolTip() == "Pause (Space)"
    assert row.mute_button.toolTip() == "Unmute (M)"
    assert row.next_button.toolTip() == f"Next line ({actions.hint(Command.NEXT_LINE)})"
    assert row.replay_button.toolTip() == "Replay this line"


def test_tooltips_name_both_keys_where_there_are_two(row):
    actions = row._actions
    keys = {Command.SLOWER: ("[",), Command.FASTER: ("]",), Command.QUIETER: ("Alt+Down",)}
    actions.set_keys({**actions.keys, **keys, Command.LOUDER: ("Alt+Up", "U")})
    assert row.rate_button.toolTip() == "Speed ([ / ])"
    assert row.volume_slider.toolTip().endswith("+↓ / " + actions.hint(Command.LOUDER) + ")")
    actions.set_keys(dict.fromkeys(COMMANDS, ()))
    assert row.volume_slider.toolTip() == "Volume: 80 %"
    assert row.rate_button.toolTip() == "Speed"


def test_where_nothing_is_heard_volume_and_mute_say_why(row):
    row._actions.offer(ALL & ~Need.SOUND)
    for widget in (row.mute_button, row.volume_slider):
        assert not widget.isEnabled()
        assert widget.toolTip() == "There is no recording to hear"
    assert row.rate_button.isEnabled()
    row._actions.offer(ALL)
    assert row.mute_button.isEnabled()
    assert row.mute_button.toolTip() == "Mute (M)"


def test_full_screen_is_shown_as_a_way_out(row):
    row._actions[Command.FULL_SCREEN].setChecked(True)
    assert row.full_screen_button.accessibleName() == "Leave full screen"


def test_what_cannot_be_done_is_disabled(row):
    row._actions.offer(Need.PLAYBACK)
    lines = (row.previous_button, row.next_button, row.replay_button)
    assert not any(button.isEnabled() for button in lines)
    assert row.play_button.isEnabled()
    row._actions.offer(Need.NOTHING)
    assert not any(widget.isEnabled() for widget in row._controls())


@pytest.mark.parametrize("width", [900, 420, 320, 260, 200, 160])
@pytest.mark.parametrize("duration", [298_000, 36_000_000])
def test_at_no_width_does_anything_overlap(qtbot, actions, width, duration):
    holder = QWidget()
    qtbot.addWidget(holder)
    row = Transport(actions)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    row.set_duration(duration)
    holder.resize(width, 40)
    holder.show()
    shown = [widget for widget in row._controls() if widget.isVisible()]
    ends = 0
    for widget in sorted(shown, key=QWidget.x):
        assert widget.x() >= ends
        assert widget.width() >= min(widget.sizeHint().width(), widget.maximumWidth())
        ends = widget.x() + widget.width()
    assert ends <= row.width() <= max(width, row.minimumSizeHint().width())
    assert row.play_button in shown
    assert row.time_button in shown
    if width >= 420 and duration < 3_600_000:
        assert len(shown) == 9


def test_what_was_hidden_comes_back(row):
    row.resize(200, 40)
    assert not row.volume_slider.isVisible()
    row.resize(600, 40)
    assert row.volume_slider.isVisible()


def test_the_time_says_what_it_is_to_those_who_cannot_see_it(row):
    row.set_position(36_000)
    assert row.time_button.accessibleName() == "Elapsed time: 0:36 / 4:58"
    QTest.mouseClick(row.time_button, LEFT)
    assert row.time_button.accessibleName() == "Remaining time: −4:22 / 4:58"


@pytest.mark.parametrize("dark", [False, True])
def test_a_muted_slider_looks_muted_and_is_still_seen(row, dark):
    palette = own_palette(dark=dark)
    row.setPalette(palette)
    spot = QPoint(row.volume_slider.width() // 4, row.volume_slider.height() // 2)

    def ink():
        return row.volume_slider.grab().toImage().pixelColor(spot)

    loud = ink()
    row._actions[Command.MUTE].setChecked(True)
    quiet = ink()
    assert quiet.hsvSaturation() < loud.hsvSaturation() / 2
    assert contrast(quiet, palette.window().color()) >= 2.9
    row._actions[Command.MUTE].setChecked(False)
    assert ink() == loud


def test_a_screen_reader_hears_how_fast_it_plays(row):
    row.set_rate(1.5)
    assert row.rate_button.accessibleName().endswith(": " + row.rate_button.text())
    assert "1.5" in row.rate_button.text()
