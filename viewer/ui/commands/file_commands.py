"""The commands of the menu File: what is opened, saved and closed."""

from viewer.ui.commands.command import CommandSpec, MenuSpec, Need
from viewer.ui.theme.words import QT_TRANSLATE_NOOP


class FileCommands:
    """What stands in the menu, in its order."""

    OPEN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Open…"),
        ("Ctrl+O",),
        "folder-open",
        QT_TRANSLATE_NOOP("Command", "Open a transcript or a recording"),
    )
    RECENT = MenuSpec(QT_TRANSLATE_NOOP("Menu", "Open recen&t"))
    OPEN_ADDRESS = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Open &address…"),
        ("Ctrl+U",),
        "link",
        QT_TRANSLATE_NOOP("Command", "Open a transcript, sound or a video of the web"),
    )
    PASTE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Open what &was copied"),
        ("Ctrl+V",),
        tip=QT_TRANSLATE_NOOP(
            "Command", "Open the link or the files on the clipboard; find anything else"
        ),
    )
    OPEN_FOLDER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Open fol&der…"),
        icon="folder-open",
        tip=QT_TRANSLATE_NOOP("Command", "Take a folder of transcripts into the library"),
    )
    OPEN_RECORDING = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Choose &recording…"),
        ("Ctrl+Shift+O",),
        "film",
        QT_TRANSLATE_NOOP("Command", "Choose the recording that belongs to this transcript"),
        Need.TRANSCRIPT,
    )
    FORGET_RECORDING = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Forget this recording"),
        tip=QT_TRANSLATE_NOOP(
            "Command", "Stop playing it with this transcript, for which it was chosen"
        ),
        needs=Need.CHOSEN_RECORDING,
    )
    RELOAD = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Re&load"),
        ("F5",),
        tip=QT_TRANSLATE_NOOP("Command", "Read the transcript again, as its file is now"),
        needs=Need.TRANSCRIPT,
        mac_keys=("Ctrl+R",),
    )
    REOPEN_WITH_ENCODING = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Reopen with &encoding…"),
        tip=QT_TRANSLATE_NOOP("Command", "Reread the file if letters came out wrong"),
        needs=Need.TRANSCRIPT,
    )
    SAVE_COPY = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Save a copy as…"),
        ("Ctrl+Shift+S",),
        "save",
        QT_TRANSLATE_NOOP("Command", "Write the transcript to another file or format"),
        Need.TRANSCRIPT,
        starts_group=True,
    )
    NO_NETWORK = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Never use the network"),
        tip=QT_TRANSLATE_NOOP("Command", "Reach nothing outside this computer, whatever is asked"),
        checkable=True,
        starts_group=True,
    )
    CLOSE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Close"),
        ("Ctrl+W",),
        tip=QT_TRANSLATE_NOOP("Command", "Close the transcript and its recording"),
        needs=Need.OPEN,
        starts_group=True,
    )
    QUIT = CommandSpec(QT_TRANSLATE_NOOP("Command", "&Quit"), ("Ctrl+Q",))
