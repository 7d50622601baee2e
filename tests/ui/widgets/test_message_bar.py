import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from viewer.errors import ViewerError
from viewer.ui.theme.palette import contrast, own_palette
from viewer.ui.widgets.message_bar import READING_S, Kind, MessageBar


class Time:
    """A clock that stands still until told."""

    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def bar(qtbot, time):
    bar = MessageBar(now=time)
    qtbot.addWidget(bar)
    return bar


def words(bar):
    """What is to be read in all rows, and what the button says that opens the others."""
    shown = [*bar.findChildren(QLabel), *bar.findChildren(QToolButton)]
    return [each.text() for each in shown if not each.isHidden() and not each.parent().isHidden()]


def more(bar):
    return next(b for b in bar.findChildren(QToolButton) if b.text())


def buttons(bar):
    return [button for button in bar.findChildren(QPushButton) if not button.isHidden()]


@pytest.mark.parametrize(
    ("direction", "edge", "other"),
    [(Qt.LayoutDirection.LeftToRight, 0, -1), (Qt.LayoutDirection.RightToLeft, -1, 0)],
)
def test_its_bar_stands_where_reading_begins(bar, direction, edge, other):
    bar.setLayoutDirection(direction)
    bar.resize(400, 60)
    bar.show_message("Something happened.")
    image = bar.grab().toImage()
    line = [image.pixelColor(x, image.height() - 2).name() for x in range(image.width())]
    assert line[edge] != line[image.width() // 2] == line[other]


def test_it_is_there_only_while_there_is_something_to_say(bar):
    assert bar.isHidden()
    bar.show_message("Copied.")
    assert not bar.isHidden()
    assert "Copied." in words(bar)
    assert buttons(bar) == []
    bar.dismiss()
    assert bar.isHidden()


def test_a_failure_says_its_sentence_and_hint_as_text(bar, qtbot):
    done = []
    error = ViewerError("Cannot read <b>talk</b>.srt.", hint="Choose another.")
    bar.show_error(error, "Choose…", lambda: done.append(bar.isHidden()))
    assert {"Cannot read <b>talk</b>.srt.", "Choose another."} <= set(words(bar))
    label = next(x for x in bar.findChildren(QLabel) if x.text().startswith("Cannot"))
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert bar.accessibleName() == "Error: Cannot read <b>talk</b>.srt. Choose another."
    qtbot.mouseClick(buttons(bar)[0], Qt.MouseButton.LeftButton)
    assert done == [True]


def test_a_warning_that_was_pushed_away_at_once_comes_back(bar, time):
    bar.show_message("The recording is gone.", kind=Kind.WARNING)
    time.now += 0.5
    bar.show_message("The settings were reset.", kind=Kind.WARNING)
    assert {"The settings were reset.", "1 more"} <= set(words(bar))
    bar.dismiss()
    assert "The recording is gone." in words(bar)
    assert "1 more" not in words(bar)
    bar.dismiss()
    assert bar.isHidden()


def test_a_warning_stays_before_what_is_reported_quietly(bar, time):
    bar.show_message("Ten things were skipped.", kind=Kind.WARNING)
    bar.show_message("No recording was found.")
    assert {"Ten things were skipped.", "1 more"} <= set(words(bar))
    bar.show_message("The settings were reset.", kind=Kind.WARNING)
    assert {"The settings were reset.", "2 more"} <= set(words(bar))
    bar.dismiss()
    assert "Ten things were skipped." in words(bar)
    bar.dismiss()
    assert "No recording was found." in words(bar)
    bar.dismiss()
    assert bar.isHidden()


def test_what_is_true_no_longer_is_withdrawn(bar):
    for sentence in ("First.", "Second.", "Third."):
        bar.show_message(sentence, kind=Kind.WARNING)
    bar.withdraw("Second.")
    assert {"Third.", "1 more"} <= set(words(bar))
    bar.withdraw("Third.")
    assert "First." in words(bar)
    bar.withdraw("First.")
    assert bar.isHidden()


def test_what_was_read_or_is_no_warning_is_replaced(bar, time):
    bar.show_message("First.", kind=Kind.WARNING)
    time.now += READING_S
    bar.show_message("Second.")
    bar.show_message("Third.")
    bar.dismiss()
    assert bar.isHidden()


def test_the_same_sentence_is_not_piled_up(bar):
    for sentence in ("One.", "Two.", "One.", "One."):
        bar.show_message(sentence, kind=Kind.WARNING)
    assert "1 more" in words(bar)
    bar.clear()
    assert bar.isHidden()
    for number in range(20):
        bar.show_message(f"Failure {number}.", kind=Kind.WARNING)
    assert "5 more" in words(bar)


def test_those_behind_it_open_each_with_its_own_buttons(bar, qtbot):
    done = []
    bar.show_message("First.", action_text="Do it", action=lambda: done.append(1), kind=Kind.ERROR)
    bar.show_message("Second.", kind=Kind.WARNING)
    bar.show_message("Third.", kind=Kind.WARNING)
    assert "First." not in words(bar)
    qtbot.mouseClick(more(bar), Qt.MouseButton.LeftButton)
    assert {"Third.", "Second.", "First.", "Less"} <= set(words(bar))
    qtbot.mouseClick(buttons(bar)[-1], Qt.MouseButton.LeftButton)
    assert done == [1]
    assert "First." not in words(bar)
    assert {"Third.", "Second."} <= set(words(bar))
    qtbot.mouseClick(more(bar), Qt.MouseButton.LeftButton)
    assert {"Third.", "1 more"} <= set(words(bar))
    assert "Second." not in words(bar)


@pytest.mark.parametrize("dark", [False, True])
def test_each_kind_has_a_colour_and_a_picture_of_its_own(bar, dark):
    bar.setPalette(own_palette(dark=dark))
    bar.resize(700, 60)
    looks = set()
    for kind in Kind:
        bar.clear()
        bar.show_message("It is so.", kind=kind)
        image = bar.grab().toImage()
        edge, ground = image.pixelColor(1, 4), image.pixelColor(350, 2)
        assert contrast(edge, ground) >= 2.5
        looks.add((edge.name(), ground.name()))
    assert len(looks) == len(Kind)


@pytest.mark.parametrize("width", [420, 900])
def test_a_long_one_stays_low_and_its_tooltip_has_all_of_it(qtbot, width):
    window, bar = QWidget(), MessageBar()
    qtbot.addWidget(window)
    window.resize(width, 600)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(bar)
    layout.addStretch(1)
    sentence = f"Cannot read a-name-{'of-many-words-' * 12}that-ends.srt: it is gone."
    bar.show_message(sentence, "Check the name.", "Choose another…", lambda: None, kind=Kind.ERROR)
    with qtbot.waitExposed(window):
        window.show()
    assert window.width() == width
    label = next(x for x in bar.findChildren(QLabel) if x.text().startswith("Cannot"))
    assert label.height() / label.fontMetrics().lineSpacing() <= 4
    assert label.text().endswith("…") is bool(label.toolTip()) is (width == 420)


def test_words_button_and_dismissal_stand_on_one_line(bar, qtbot):
    bar.setFixedWidth(800)
    bar.show_message("It is so.", action_text="Show", action=lambda: None)
    with qtbot.waitExposed(bar):
        bar.show()
    label = next(x for x in bar.findChildren(QLabel) if x.text() == "It is so.")
    dismiss = next(b for b in bar.findChildren(QToolButton) if not b.text())
    middles = [w.mapTo(bar, w.rect().center()).y() for w in (label, buttons(bar)[0], dismiss)]
    assert max(middles) - min(middles) <= 2


def test_its_buttons_are_named_and_it_takes_no_focus(qtbot):
    window, field, bar = QWidget(), QLineEdit(), MessageBar()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(bar)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    bar.show_message("A sentence.", action_text="Do it", action=lambda: None)
    assert field.hasFocus()
    names = [button.accessibleName() for button in bar.findChildren(QToolButton)]
    assert "Dismiss this message" in names


def test_the_sentence_is_announced(bar):
    bar.show_message("A sentence.", "A hint.")
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.text(QAccessible.Text.Name) == "A sentence. A hint."


def test_its_icon_follows_the_palette(bar):
    bar.setPalette(own_palette(dark=False))
    bar.show_message("A sentence.")

    def inks():
        image = next(x for x in bar.findChildren(QLabel) if x.pixmap()).pixmap().toImage()
        pixels = [image.pixelColor(x, y) for x in range(20) for y in range(20)]
        return {color.name() for color in pixels if color.alpha() == 255}

    light = inks()
    bar.setPalette(own_palette(dark=True))
    assert inks() != light
    assert bar.palette().color(QPalette.ColorRole.Window).lightness() < 128


def test_the_tab_key_comes_to_what_can_be_done_before_what_puts_the_message_away(bar):
    bar.show_error(ViewerError("A sentence."), "Do it", list)
    row = bar.findChild(QPushButton).parentWidget()
    order, each = [], row.nextInFocusChain()
    while row.isAncestorOf(each):
        order += [each] if isinstance(each, QPushButton | QToolButton) else []
        each = each.nextInFocusChain()
    assert [type(button).__name__ for button in order[:2]] == ["WordButton", "IconButton"]
