"""The commands of the menu Play: how it is played."""

from viewer.ui.commands.command import CommandSpec, Face, MenuSpec, Need
from viewer.ui.theme.words import QT_TRANSLATE_NOOP


class PlayCommands:
    """What stands in the menu, in its order."""

    PLAY_PAUSE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Play or pause"),
        ("Space",),
        "play",
        needs=Need.PLAYBACK,
        faces=(
            Face("play", QT_TRANSLATE_NOOP("Command", "Play")),
            Face("pause", QT_TRANSLATE_NOOP("Command", "Pause")),
        ),
    )
    PLAY_HERE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Play from &here"),
        ("Return", "Enter"),
        "play",
        QT_TRANSLATE_NOOP("Command", "Play from the selection or the caret in the transcript"),
        needs=Need.LINES,
        local=True,
    )
    BACK = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Back 5 seconds"),
        ("Left",),
        "back",
        needs=Need.PLAYBACK,
        starts_group=True,
    )
    FORWARD = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Forward 5 seconds"),
        ("Right",),
        "forward",
        needs=Need.PLAYBACK,
    )
    PREVIOUS_LINE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Pre&vious line"),
        ("Alt+Up",),
        "previous",
        needs=Need.LINES,
        mac_keys=("Meta+Alt+Up",),
        starts_group=True,
    )
    NEXT_LINE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Next line"),
        ("Alt+Down",),
        "next",
        needs=Need.LINES,
        mac_keys=("Meta+Alt+Down",),
    )
    REPLAY_LINE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Replay this line"), ("R",), "replay", needs=Need.LINES
    )
    LOOP = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "L&oop"),
        ("L",),
        tip=QT_TRANSLATE_NOOP("Command", "Play what is selected, or this line, over and over"),
        needs=Need.LINES,
        checkable=True,
        starts_group=True,
    )
    LOOP_BEGIN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Be&gin the loop here"),
        ("I",),
        tip=QT_TRANSLATE_NOOP("Command", "Have what is played over and over begin here"),
        needs=Need.PLAYBACK,
    )
    LOOP_END = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "En&d the loop here"),
        ("O",),
        tip=QT_TRANSLATE_NOOP("Command", "Have what is played over and over end here"),
        needs=Need.PLAYBACK,
    )
    REPEATS = MenuSpec(QT_TRANSLATE_NOOP("Menu", "Pause be&tween repeats"))
    PREVIOUS_CHAPTER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Previous &chapter"),
        ("Ctrl+PgUp",),
        needs=Need.CHAPTERS | Need.PLAYBACK,
        starts_group=True,
    )
    NEXT_CHAPTER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Ne&xt chapter"),
        ("Ctrl+PgDown",),
        needs=Need.CHAPTERS | Need.PLAYBACK,
    )
    SLOWER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Slower"),
        ("[", "Ctrl+Down"),
        needs=Need.PLAYBACK,
        starts_group=True,
    )
    FASTER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "F&aster"), ("]", "Ctrl+Up"), needs=Need.PLAYBACK
    )
    NORMAL_SPEED = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Normal sp&eed"), ("=",), needs=Need.PLAYBACK
    )
    LOUDER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Louder"),
        ("Ctrl+Shift+Up",),
        "volume",
        needs=Need.SOUND,
        starts_group=True,
    )
    QUIETER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Quieter"), ("Ctrl+Shift+Down",), needs=Need.SOUND
    )
    MUTE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Mute"),
        ("M",),
        "mute",
        needs=Need.SOUND,
        checkable=True,
        faces=(
            Face("volume", QT_TRANSLATE_NOOP("Command", "Mute")),
            Face("mute", QT_TRANSLATE_NOOP("Command", "Unmute")),
        ),
    )
    BROWSE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Open &in the browser"),
        ("Ctrl+Shift+B",),
        "link",
        QT_TRANSLATE_NOOP("Command", "Show where it comes from in the web browser, at this second"),
        Need.WEB_LINK,
        starts_group=True,
    )
    CLICK_WORDS = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "A clic&k plays from the word"),
        tip=QT_TRANSLATE_NOOP("Command", "Where the file times words; else with Ctrl alone"),
        checkable=True,
        starts_group=True,
    )
    LINE_PAUSE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Pa&use at line ends"),
        tip=QT_TRANSLATE_NOOP("Command", "Pause after each line, to say it after or write it down"),
        checkable=True,
    )
    REWIND = MenuSpec(QT_TRANSLATE_NOOP("Menu", "Re&wind on resuming"))
    RETURN = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Open where &you left off"),
        tip=QT_TRANSLATE_NOOP("Command", "Remember where each transcript and its recording were"),
        checkable=True,
    )
