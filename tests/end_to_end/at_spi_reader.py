"""A screen reader in small: asks a running program through AT-SPI, and prints the answers as JSON.

It is run by `test_screen_reader` with the system's Python, which has the bindings, in a D-Bus
session beside the program. It presses keys as a hand does, through the X server.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = 60
#: X's names for keys.
W, SPACE, F7, DOWN = 0x77, 0x20, 0xFFC6, 0xFF54
EVENTS = ("object:announcement", "object:state-changed:focused", "object:text-caret-moved")


class Reader:
    """Hears what a program tells, and looks through what it shows."""

    def __init__(self):
        self.heard = []
        self._listener = Atspi.EventListener.new(self._hear)
        for event in EVENTS:
            self._listener.register(event)

    def _hear(self, event):
        words = event.any_data if isinstance(event.any_data, str) else ""
        role = event.source.get_role_name() if event.source else ""
        self.heard.append((event.type.split(":")[1], role, event.detail1, words))

    def wait(self, what, found):
        """Let events come until `found` gives something, and return that."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            while GLib.MainContext.default().iteration(False):
                pass
            if result := found():
                return result
            time.sleep(0.05)
        raise SystemExit(f"never: {what}; heard: {self.heard}")

    def program(self):
        """Return the program's accessible object, once it shows anything."""

        def found():
            desktop = Atspi.get_desktop(0)
            each = (desktop.get_child_at_index(n) for n in range(desktop.get_child_count()))
            return next((one for one in each if one and one.get_child_count()), None)

        return self.wait("a program", found)

    def document(self, program, words):
        """Return the object with the transcript's text, and with the keys."""

        def found():
            for each in all_of(program):
                if each.get_role_name() == "text" and words in text_of(each):
                    return each if "focused" in states(each) else None
            return None

        return self.wait("the document with the focus", found)

    def announced(self, pressed=W, unlike=""):
        """Press a key until something is announced that was not, and return that."""

        def found():
            self.heard.clear()
            press(pressed)
            time.sleep(0.5)
            while GLib.MainContext.default().iteration(False):
                pass
            words = [event[3] for event in self.heard if event[:2] == ("announcement", "text")]
            return next((each for each in words if each != unlike), None)

        return self.wait("an announcement", found)


def press(key):
    Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)


def states(each):
    return sorted(state.value_nick for state in each.get_state_set().get_states())


def text_of(each):
    return Atspi.Text.get_text(each, 0, Atspi.Text.get_character_count(each))


def all_of(root):
    """Return everything below an object, but for what is in the list of a drop-down."""
    found = []
    for number in range(root.get_child_count()):
        child = root.get_child_at_index(number)
        if child is not None:
            found.append(child)
            if child.get_role_name() != "combo box":
                found += all_of(child)
    return found


def main(words):
    reader = Reader()
    program = reader.program()
    document = reader.document(program, words)
    said = reader.announced()
    start = Atspi.Text.get_caret_offset(document)
    press(F7)
    press(DOWN)
    moved = reader.wait("a caret", lambda: Atspi.Text.get_caret_offset(document) - start)
    press(F7)
    press(SPACE)
    reader.heard.clear()
    later = reader.announced(unlike=said)
    focus = [event for event in reader.heard if event[0] == "state-changed"]
    controls = [each for each in all_of(program) if "focusable" in states(each)]
    answers = {
        "document": [document.get_name(), document.get_role_name(), states(document)],
        "text": text_of(document),
        "said": said,
        "later": later,
        "focus": focus,
        "moved": text_of(document)[start + moved :][:40],
        "controls": [[each.get_name(), each.get_role_name(), states(each)] for each in controls],
    }
    sys.stdout.write("\n" + json.dumps(answers) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
