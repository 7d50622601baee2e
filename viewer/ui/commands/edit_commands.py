"""The commands of the menu Edit: what is found, and taken back."""

from viewer.ui.commands.command import CommandSpec, MenuSpec, Need, entries_of
from viewer.ui.theme.words import QT_TRANSLATE_NOOP


class HowToFind:
    """The menu of that name, in its order."""

    MATCH_CASE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Match &case and accents"),
        ("Alt+C",),
        needs=Need.TRANSCRIPT,
        checkable=True,
        mac_keys=("Ctrl+Alt+C",),
    )
    WHOLE_WORDS = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Whole words only"),
        ("Alt+W",),
        needs=Need.TRANSCRIPT,
        checkable=True,
        mac_keys=("Ctrl+Alt+W",),
    )
    EXPRESSION = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Regular e&xpression"),
        ("Alt+X",),
        needs=Need.TRANSCRIPT,
        checkable=True,
        mac_keys=("Ctrl+Alt+X",),
    )


class EditCommands(HowToFind):
    """What stands in the menu, in its order."""

    UNDO = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Undo"),
        ("Ctrl+Z",),
        tip=QT_TRANSLATE_NOOP("Command", "Take back the last change of your notes"),
        needs=Need.TRANSCRIPT,
    )
    REDO = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "R&edo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        tip=QT_TRANSLATE_NOOP("Command", "Change your notes again as before Undo"),
        needs=Need.TRANSCRIPT,
    )
    COPY = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Copy"),
        ("Ctrl+C",),
        "copy",
        QT_TRANSLATE_NOOP("Command", "Copy the selected text as it reads"),
        Need.TRANSCRIPT,
        starts_group=True,
    )
    SELECT_ALL = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Select &all"), ("Ctrl+A",), needs=Need.TRANSCRIPT
    )
    FIND = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Find…"),
        ("Ctrl+F",),
        "search",
        QT_TRANSLATE_NOOP("Command", "Find a phrase, even where it runs over several lines"),
        Need.TRANSCRIPT,
        starts_group=True,
    )
    FIND_NEXT = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Find &next"),
        ("F3",),
        "chevron-down",
        needs=Need.TRANSCRIPT,
        mac_keys=("Ctrl+G",),
    )
    FIND_PREVIOUS = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Find &previous"),
        ("Shift+F3",),
        "chevron-up",
        needs=Need.TRANSCRIPT,
        mac_keys=("Ctrl+Shift+G",),
    )
    FOUND_SHOWN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&List what is found"),
        ("F4",),
        "list",
        QT_TRANSLATE_NOOP("Command", "List every place with its time, speaker and words"),
        Need.TRANSCRIPT,
        checkable=True,
    )
    SEARCH_LIBRARY = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Search the li&brary"),
        ("Ctrl+Shift+F",),
        "search",
        QT_TRANSLATE_NOOP("Command", "Look for what is selected in all transcripts of the library"),
    )
    HOW_TO_FIND = MenuSpec(QT_TRANSLATE_NOOP("Menu", "&How to find"), entries_of(HowToFind))
    GO_TO = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Go to…"),
        ("Ctrl+G",),
        tip=QT_TRANSLATE_NOOP("Command", "Go to a time in any form, or to a line by its number"),
        needs=Need.TRANSCRIPT,
        mac_keys=("Ctrl+J",),
        starts_group=True,
    )
    PASTE_TO_FIND = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Paste t&o find"),
        ("Ctrl+Shift+V",),
        tip=QT_TRANSLATE_NOOP(
            "Command", "Go to the passage, the time or the link that is on the clipboard"
        ),
        needs=Need.TRANSCRIPT,
    )
    WHERE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Tell &where we are"),
        ("W",),
        tip=QT_TRANSLATE_NOOP("Command", "Have time, speaker and words of this line read aloud"),
        needs=Need.LINES,
    )
    PREVIOUS_TURN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Pre&vious turn"),
        ("Alt+PgUp",),
        tip=QT_TRANSLATE_NOOP("Command", "Go to where whoever is speaking spoke before"),
        needs=Need.LINES | Need.SPEAKERS,
    )
    NEXT_TURN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Next &turn"),
        ("Alt+PgDown",),
        tip=QT_TRANSLATE_NOOP("Command", "Go to where whoever is speaking speaks next"),
        needs=Need.LINES | Need.SPEAKERS,
    )
