import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.commands.actions import COMMANDS, Actions, Command
from viewer.ui.commands.key_focus import KeyFocus
from viewer.ui.commands.key_needs import needs_key
from viewer.ui.commands.menus import Menus

Key, Mod = Qt.Key, Qt.KeyboardModifier
CARET = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class Window(QMainWindow):
    """A small window with the real commands, which notes each one that is called."""

    def __init__(self):
        super().__init__()
        self.called = []
        actions = Actions(self, platform="linux")
        self.menus = Menus(self.menuBar(), actions)
        for command in COMMANDS:
            actions.bind(command, lambda _on, command=command: self.called.append(command))
        middle = QWidget()
        layout = QVBoxLayout(middle)
        self.reader = QPlainTextEdit("One two three\nfour")
        self.reader.setReadOnly(True)
        self.reader.setTextInteractionFlags(CARET)
        self.reader.addAction(actions[Command.PLAY_HERE])
        self.field, self.button, self.spin = QLineEdit(), QPushButton("Press"), QSpinBox()
        self.slider, self.combo = QSlider(Qt.Orientation.Horizontal), QComboBox()
        self.slider.setRange(0, 10)
        self.combo.addItems(["English", "Română"])
        self.details = QTextBrowser()
        self.details.setPlainText("Details")
        for widget in self.widgets():
            layout.addWidget(widget)
        self.setCentralWidget(middle)
        KeyFocus(self, self.reader)

    def widgets(self):
        yield from (self.reader, self.field, self.button, self.spin)
        yield from (self.slider, self.combo, self.details)

    def press(self, widget, key, modifiers=Mod.NoModifier):
        widget.setFocus()
        assert widget.hasFocus()
        QTest.keyClick(widget, key, modifiers)
        called, self.called = self.called, []
        return called


@pytest.fixture
def window(qtbot):
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


COMMON = [
    (Key.Key_R, Mod.NoModifier, Command.REPLAY_LINE),
    (Key.Key_F, Mod.NoModifier, Command.FULL_SCREEN),
    (Key.Key_Up, Mod.AltModifier, Command.PREVIOUS_LINE),
    (Key.Key_Down, Mod.AltModifier, Command.NEXT_LINE),
    (Key.Key_Up, Mod.ControlModifier, Command.FASTER),
    (Key.Key_BracketLeft, Mod.NoModifier, Command.SLOWER),
    (Key.Key_L, Mod.ControlModifier, Command.FOLLOW),
    (Key.Key_C, Mod.ControlModifier | Mod.ShiftModifier, Command.COPY_QUOTE),
    (Key.Key_F1, Mod.NoModifier, Command.KEYS),
]


@pytest.mark.parametrize(("key", "modifiers", "command"), COMMON)
def test_in_the_transcript_keys_are_commands(window, key, modifiers, command):
    assert window.press(window.reader, key, modifiers) == [command]


def test_the_transcript_plays_with_space_and_enter_and_keeps_its_caret_keys(window):
    assert window.press(window.reader, Key.Key_Space) == [Command.PLAY_PAUSE]
    assert window.press(window.reader, Key.Key_Return) == [Command.PLAY_HERE]
    assert window.press(window.reader, Key.Key_Enter, Mod.KeypadModifier) == [Command.PLAY_HERE]
    assert window.press(window.reader, Key.Key_Right) == []
    assert window.reader.textCursor().position() == 1


def test_enter_plays_nowhere_else(window):
    for widget in window.widgets():
        if widget is not window.reader:
            assert window.press(widget, Key.Key_Return) == []


@pytest.mark.parametrize(
    ("keys", "written"), [("r f[m]", "r f[m]"), ("1=2", "1=2"), ("R", "R"), (" ", " ")]
)
def test_nothing_typed_in_a_field_is_a_command(window, keys, written):
    window.field.setFocus()
    QTest.keyClicks(window.field, keys)
    assert window.field.text() == written
    assert window.called == []


def test_a_field_keeps_its_editing_keys_and_lets_commands_with_ctrl_through(window):
    window.field.setText("abc")
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Escape):
        assert window.press(window.field, key) == []
    assert window.press(window.field, Key.Key_A, Mod.ControlModifier) == []
    assert window.field.selectedText() == "abc"
    assert window.press(window.field, Key.Key_O, Mod.ControlModifier) == [Command.OPEN]
    assert window.press(window.field, Key.Key_F1) == [Command.KEYS]


def test_numbers_and_choices_are_fields_too(window):
    assert window.press(window.spin, Key.Key_Space) == []
    assert window.press(window.spin, Key.Key_Equal) == []
    assert window.press(window.combo, Key.Key_R) == []
    assert window.combo.currentText() == "Română"
    assert window.press(window.combo, Key.Key_Up, Mod.AltModifier) == []


def test_space_presses_a_focused_button_and_arrows_still_seek(window, qtbot):
    with qtbot.waitSignal(window.button.clicked):
        assert window.press(window.button, Key.Key_Space) == []
    assert window.press(window.button, Key.Key_Left) == [Command.BACK]
    assert window.press(window.button, Key.Key_R) == [Command.REPLAY_LINE]


def test_a_slider_keeps_left_and_right_but_not_space(window):
    window.slider.setValue(5)
    assert window.press(window.slider, Key.Key_Right) == []
    assert window.slider.value() == 6
    assert window.press(window.slider, Key.Key_Space) == [Command.PLAY_PAUSE]


def test_copy_is_the_transcripts_command_and_any_other_texts_own(window):
    control = Mod.ControlModifier
    assert window.press(window.reader, Key.Key_C, control) == [Command.COPY]
    assert window.press(window.reader, Key.Key_A, control) == [Command.SELECT_ALL]
    assert window.press(window.details, Key.Key_A, control) == []
    assert window.press(window.details, Key.Key_C, control) == []
    assert window.details.textCursor().selectedText() == "Details"


def key(key, text="", modifiers=Mod.NoModifier):
    return QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)


def test_brackets_typed_with_altgr_are_text(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    altgr = Mod.ControlModifier | Mod.AltModifier
    assert needs_key(field, key(Key.Key_BracketLeft, "[", altgr))
    assert not needs_key(field, key(Key.Key_F, "f", Mod.AltModifier))  # a menu's mnemonic


def test_what_else_needs_keys(qtbot):
    label, radio, editable = QLabel("x"), QRadioButton("x"), QComboBox()
    shown_only, sequence = QLineEdit(), QKeySequenceEdit()
    for widget in (label, radio, editable, shown_only, sequence):
        qtbot.addWidget(widget)
    editable.setEditable(True)
    shown_only.setReadOnly(True)
    left, space = key(Key.Key_Left), key(Key.Key_Space, " ")
    assert not needs_key(label, left)
    label.setTextInteractionFlags(CARET)
    assert needs_key(label, left)
    assert needs_key(radio, left)
    assert needs_key(editable, space)
    assert needs_key(shown_only, left)
    assert not needs_key(shown_only, space)
    assert needs_key(sequence, key(Key.Key_F1))


def test_without_the_watch_space_would_not_reach_the_button(qtbot):
    # What the watch is for: Qt gives a shortcut the key before a focused button.
    window = QMainWindow()
    qtbot.addWidget(window)
    called = []
    actions = Actions(window, platform="linux")
    window.addAction(actions[Command.PLAY_PAUSE])
    actions.bind(Command.PLAY_PAUSE, lambda: called.append("played"))
    button = QPushButton("Press")
    window.setCentralWidget(button)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    assert called == ["played"]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_presses_the_focused_button_as_space_does(window, key):
    pressed = []
    window.button.clicked.connect(lambda: pressed.append(True))
    window.button.setFocus()
    QTest.keyClick(window.button, key)
    assert pressed == [True]
    assert window.called == []


def test_enter_elsewhere_presses_nothing(window):
    pressed = []
    window.button.clicked.connect(lambda: pressed.append(True))
    window.slider.setFocus()
    QTest.keyClick(window.slider, Key.Key_Return)
    assert pressed == []
