"""The commands of the menu View: what is seen."""

from viewer.ui.commands.command import CommandSpec, Face, MenuSpec, Need, entries_of
from viewer.ui.theme.words import QT_TRANSLATE_NOOP


class TextSize:
    """The menu of that name, in its order."""

    ZOOM_IN = CommandSpec(QT_TRANSLATE_NOOP("Command", "&Larger text"), ("Ctrl++", "Ctrl+="))
    ZOOM_OUT = CommandSpec(QT_TRANSLATE_NOOP("Command", "&Smaller text"), ("Ctrl+-",))
    ZOOM_RESET = CommandSpec(QT_TRANSLATE_NOOP("Command", "&Normal text"), ("Ctrl+0",))


class LightOrDark:
    """The menu of that name, in its order."""

    THEME_SYSTEM = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Same as &system"), checkable=True, group="theme"
    )
    THEME_LIGHT = CommandSpec(QT_TRANSLATE_NOOP("Command", "&Light"), checkable=True, group="theme")
    THEME_DARK = CommandSpec(QT_TRANSLATE_NOOP("Command", "&Dark"), checkable=True, group="theme")


class ViewCommands(TextSize, LightOrDark):
    """What stands in the menu, in its order."""

    LIBRARY = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "S&how the library"),
        ("Ctrl+K",),
        "list",
        QT_TRANSLATE_NOOP("Command", "Show the library, or what is open"),
        checkable=True,
    )
    PICTURE_SHOWN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Picture"),
        ("Ctrl+1",),
        needs=Need.PICTURE,
        checkable=True,
        starts_group=True,
    )
    TRANSCRIPT_SHOWN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Transcript"), ("Ctrl+2",), needs=Need.PICTURE, checkable=True
    )
    DETAILS_SHOWN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&About this recording"),
        ("Ctrl+3",),
        needs=Need.OPEN,
        checkable=True,
        faces=(
            Face("chevron-right", QT_TRANSLATE_NOOP("Command", "About this recording")),
            Face("chevron-down", QT_TRANSLATE_NOOP("Command", "About this recording")),
        ),
    )
    PROBLEMS_SHOWN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "P&roblems in the file"),
        ("Ctrl+4",),
        tip=QT_TRANSLATE_NOOP("Command", "List what was skipped or guessed while reading"),
        needs=Need.PROBLEMS,
        checkable=True,
    )
    OUTLINE_SHOWN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Outline"),
        ("Ctrl+5",),
        tip=QT_TRANSLATE_NOOP("Command", "List the chapters beside the text"),
        needs=Need.TRANSCRIPT,
        checkable=True,
    )
    SPEAKERS_SHOWN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Spea&kers"),
        ("Ctrl+6",),
        tip=QT_TRANSLATE_NOOP("Command", "List who speaks, how much and how often"),
        needs=Need.TRANSCRIPT,
        checkable=True,
    )
    SHOW_ONLY = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Onl&y this speaker"),
        ("Ctrl+Shift+Y",),
        tip=QT_TRANSLATE_NOOP("Command", "Show the lines of whoever is speaking alone"),
        needs=Need.SPEAKERS,
        checkable=True,
        faces=(
            Face("", QT_TRANSLATE_NOOP("Command", "Only this speaker")),
            Face("", QT_TRANSLATE_NOOP("Command", "Show all lines")),
        ),
    )
    NOTES_SHOWN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Notebook"),
        ("Ctrl+7",),
        tip=QT_TRANSLATE_NOOP("Command", "List the quotes and moments that you kept"),
        needs=Need.TRANSCRIPT,
        checkable=True,
    )
    PARAGRAPHS = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Para&graphs"),
        ("P",),
        tip=QT_TRANSLATE_NOOP("Command", "Read the lines as prose, in paragraphs"),
        needs=Need.TRANSCRIPT,
        checkable=True,
        starts_group=True,
    )
    TIMES_SHOWN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "T&imes beside the text"), ("Ctrl+T",), checkable=True
    )
    DOUBTFUL_WORDS = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Underline doubtful words"),
        tip=QT_TRANSLATE_NOOP("Command", "Mark words that were recognized with little confidence"),
        checkable=True,
    )
    FOLD = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Fo&ld repeated lines"),
        ("U",),
        tip=QT_TRANSLATE_NOOP("Command", "Unfold equal lines in a row, or fold them again"),
        needs=Need.TRANSCRIPT,
    )
    FOLLOW = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Follow playback"),
        ("Ctrl+L",),
        "follow",
        QT_TRANSLATE_NOOP("Command", "Keep the line being spoken in view"),
        Need.LINES,
        checkable=True,
    )
    CARET_BROWSING = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Caret &browsing"),
        ("F7",),
        tip=QT_TRANSLATE_NOOP("Command", "Move a caret through the transcript with the keys"),
        checkable=True,
    )
    TEXT_SIZE = MenuSpec(
        QT_TRANSLATE_NOOP("Menu", "Text si&ze"), entries_of(TextSize), starts_group=True
    )
    LIGHT_OR_DARK = MenuSpec(QT_TRANSLATE_NOOP("Menu", "Light or &dark"), entries_of(LightOrDark))
    FULL_SCREEN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Full s&creen"),
        ("F", "F11"),
        "full-screen",
        QT_TRANSLATE_NOOP("Command", "Show only the picture, filling the screen"),
        Need.PLAYBACK,
        checkable=True,
        faces=(
            Face("full-screen", QT_TRANSLATE_NOOP("Command", "Full screen")),
            Face("leave-full-screen", QT_TRANSLATE_NOOP("Command", "Leave full screen")),
        ),
        starts_group=True,
    )
    LEAVE_FULL_SCREEN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "L&eave full screen"),
        ("Esc",),
        "leave-full-screen",
        needs=Need.FULL_SCREEN,
    )
