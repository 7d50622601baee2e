"""The commands of the menu Edit: what is found, and taken back."""

from typing import Final

from viewer.ui.commands.command import Command, CommandSpec, Need
from viewer.ui.theme.words import QT_TRANSLATE_NOOP

_LINES: Final = Need.TIMES | Need.PLAYBACK

EDIT_COMMANDS: Final[dict[Command, CommandSpec]] = {
    Command.UNDO: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Undo"),
        ("Ctrl+Z",),
        tip=QT_TRANSLATE_NOOP("Command", "Take back the last change of your notes"),
        needs=Need.TRANSCRIPT,
    ),
    Command.REDO: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "R&edo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        tip=QT_TRANSLATE_NOOP("Command", "Change your notes again as before Undo"),
        needs=Need.TRANSCRIPT,
    ),
    Command.COPY: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Copy"),
        ("Ctrl+C",),
        "copy",
        QT_TRANSLATE_NOOP("Command", "Copy the selected text as it reads"),
        Need.TRANSCRIPT,
    ),
    Command.SELECT_ALL: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Select &all"), ("Ctrl+A",), needs=Need.TRANSCRIPT
    ),
    Command.FIND: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Find…"),
        ("Ctrl+F",),
        "search",
        QT_TRANSLATE_NOOP("Command", "Find a phrase, even where it runs over several lines"),
        Need.TRANSCRIPT,
    ),
    Command.FIND_NEXT: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Find &next"),
        ("F3",),
        "chevron-down",
        needs=Need.TRANSCRIPT,
        mac_keys=("Ctrl+G",),
    ),
    Command.FIND_PREVIOUS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Find &previous"),
        ("Shift+F3",),
        "chevron-up",
        needs=Need.TRANSCRIPT,
        mac_keys=("Ctrl+Shift+G",),
    ),
    Command.FOUND_SHOWN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&List what is found"),
        ("F4",),
        "list",
        QT_TRANSLATE_NOOP("Command", "List every place with its time, speaker and words"),
        Need.TRANSCRIPT,
        checkable=True,
    ),
    Command.SEARCH_LIBRARY: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Search the li&brary"),
        ("Ctrl+Shift+F",),
        "search",
        QT_TRANSLATE_NOOP("Command", "Look for what is selected in all transcripts of the library"),
    ),
    Command.MATCH_CASE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Match &case and accents"),
        ("Alt+C",),
        needs=Need.TRANSCRIPT,
        checkable=True,
        mac_keys=("Ctrl+Alt+C",),
    ),
    Command.WHOLE_WORDS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Whole words only"),
        ("Alt+W",),
        needs=Need.TRANSCRIPT,
        checkable=True,
        mac_keys=("Ctrl+Alt+W",),
    ),
    Command.EXPRESSION: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Regular e&xpression"),
        ("Alt+X",),
        needs=Need.TRANSCRIPT,
        checkable=True,
        mac_keys=("Ctrl+Alt+X",),
    ),
    Command.GO_TO: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Go to…"),
        ("Ctrl+G",),
        tip=QT_TRANSLATE_NOOP("Command", "Go to a time in any form, or to a line by its number"),
        needs=Need.TRANSCRIPT,
        mac_keys=("Ctrl+J",),
    ),
    Command.PASTE_TO_FIND: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Paste t&o find"),
        ("Ctrl+Shift+V",),
        tip=QT_TRANSLATE_NOOP(
            "Command", "Go to the passage, the time or the link that is on the clipboard"
        ),
        needs=Need.TRANSCRIPT,
    ),
    Command.WHERE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Tell &where we are"),
        ("W",),
        tip=QT_TRANSLATE_NOOP("Command", "Have time, speaker and words of this line read aloud"),
        needs=_LINES,
    ),
    Command.PREVIOUS_TURN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Pre&vious turn"),
        ("Alt+PgUp",),
        tip=QT_TRANSLATE_NOOP("Command", "Go to where whoever is speaking spoke before"),
        needs=_LINES | Need.SPEAKERS,
    ),
    Command.NEXT_TURN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Next &turn"),
        ("Alt+PgDown",),
        tip=QT_TRANSLATE_NOOP("Command", "Go to where whoever is speaking speaks next"),
        needs=_LINES | Need.SPEAKERS,
    ),
}
