import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from viewer.errors import ViewerError
from viewer.ui.theme.palette import own_palette
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
    return [label.text() for label in bar.findChildren(QLabel) if not label.isHidden()]


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
    assert bar.accessibleName() == "Cannot read <b>talk</b>.srt. Choose another."
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


def test_a_warning_stays_before_what_is_told_quietly(bar, time):
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
    assert bar.findChild(QToolButton).accessibleName() == "Dismiss this message"


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
