"""The commands of the menu Quote: what is quoted, clipped and kept."""

from viewer.ui.commands.command import CommandSpec, MenuSpec, Need, entries_of
from viewer.ui.theme.words import QT_TRANSLATE_NOOP


class ChangeSelection:
    """The menu of that name, in its order."""

    BEGIN_WORD_EARLIER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Begin a &word earlier"),
        ("Alt+Shift+Up",),
        needs=Need.TRANSCRIPT,
    )
    BEGIN_WORD_LATER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Begin a word later"),
        ("Alt+Shift+Down",),
        needs=Need.TRANSCRIPT,
    )
    END_WORD_EARLIER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "End a w&ord earlier"),
        ("Alt+Shift+Left",),
        needs=Need.TRANSCRIPT,
    )
    END_WORD_LATER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "End a word &later"),
        ("Alt+Shift+Right",),
        needs=Need.TRANSCRIPT,
    )
    BEGIN_SENTENCE_EARLIER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Begin a &sentence earlier"),
        ("Ctrl+Alt+Shift+Up",),
        needs=Need.TRANSCRIPT,
        starts_group=True,
    )
    BEGIN_SENTENCE_LATER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Begin a sentence l&ater"),
        ("Ctrl+Alt+Shift+Down",),
        needs=Need.TRANSCRIPT,
    )
    END_SENTENCE_EARLIER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&End a sentence earlier"),
        ("Ctrl+Alt+Shift+Left",),
        needs=Need.TRANSCRIPT,
    )
    END_SENTENCE_LATER = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "En&d a sentence later"),
        ("Ctrl+Alt+Shift+Right",),
        needs=Need.TRANSCRIPT,
    )


class QuoteCommands(ChangeSelection):
    """What stands in the menu, in its order."""

    COPY_QUOTE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Copy &quote"),
        ("Ctrl+Shift+C",),
        "quote",
        QT_TRANSLATE_NOOP("Command", "Copy the words with their source, time and link"),
        Need.TRANSCRIPT,
    )
    COPY_LINK = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Copy &link to this moment"),
        ("Ctrl+Shift+L",),
        "link",
        needs=Need.TRANSCRIPT | Need.TIMES,
    )
    CLIP_HEARD = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Quote what I &just heard"),
        ("J",),
        tip=QT_TRANSLATE_NOOP("Command", "Copy the last sentence; again, the one before it too"),
        needs=Need.LINES,
        starts_group=True,
    )
    PLAY_QUOTE = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Play this qu&ote"),
        ("Q",),
        "play",
        QT_TRANSLATE_NOOP("Command", "Play what is selected, or this line, and stop at its end"),
        Need.LINES,
    )
    STYLE = MenuSpec(QT_TRANSLATE_NOOP("Menu", "St&yle of quotes"), starts_group=True)
    OWN_STYLES = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Ow&n styles…"),
        tip=QT_TRANSLATE_NOOP("Command", "Write a way to word quotes, and see what comes of it"),
    )
    WITHOUT_SOUNDS = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Leave out so&unds"),
        tip=QT_TRANSLATE_NOOP("Command", "Copy no notes of sounds, such as [Music]"),
        checkable=True,
    )
    WHOLE_SECONDS = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Links to &whole seconds"),
        tip=QT_TRANSLATE_NOOP("Command", "Leave out the fraction of the second in links"),
        checkable=True,
    )
    OWN_LINKS = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Links &back into Cueline"),
        tip=QT_TRANSLATE_NOOP("Command", "Have links open the transcript here, not on the web"),
        checkable=True,
    )
    GROW = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Grow to sentences"),
        ("Ctrl+E",),
        tip=QT_TRANSLATE_NOOP("Command", "Select whole sentences, over the ends of lines"),
        needs=Need.TRANSCRIPT,
        starts_group=True,
    )
    GROW_COPIES = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Grow &every copy to sentences"),
        tip=QT_TRANSLATE_NOOP("Command", "Copy whole sentences, whatever of them is selected"),
        checkable=True,
    )
    CHANGE_SELECTION = MenuSpec(
        QT_TRANSLATE_NOOP("Menu", "C&hange the selection"), entries_of(ChangeSelection)
    )
    FLAG = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Flag this moment"),
        ("B",),
        tip=QT_TRANSLATE_NOOP("Command", "Keep what is being said in the notebook"),
        needs=Need.TRANSCRIPT,
        starts_group=True,
    )
    ALL_QUOTES = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&All quotes…"),
        ("Ctrl+Shift+N",),
        tip=QT_TRANSLATE_NOOP("Command", "Search what you kept of every transcript"),
    )
    COPY_CLIP = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Copy cli&p"),
        ("Ctrl+Shift+K",),
        tip=QT_TRANSLATE_NOOP("Command", "Cut what is selected, or this line, to paste as a file"),
        needs=Need.MEDIA_FILE,
        starts_group=True,
    )
    SAVE_CLIP = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Save clip…"),
        ("Ctrl+Shift+E",),
        tip=QT_TRANSLATE_NOOP("Command", "Cut what is selected, or this line, from the recording"),
        needs=Need.MEDIA_FILE,
    )
    SAVE_SUPERCUT = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Save supe&rcut of the notes…"),
        tip=QT_TRANSLATE_NOOP("Command", "Cut the quotes of the notebook into one file"),
        needs=Need.MEDIA_FILE,
    )
    SAVE_PACK = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Save e&vidence pack…"),
        tip=QT_TRANSLATE_NOOP(
            "Command", "Save the notes with the clip, a still and the captions of each"
        ),
        needs=Need.MEDIA_FILE,
    )
    COPY_STILL = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Copy s&till"),
        ("Ctrl+Shift+I",),
        tip=QT_TRANSLATE_NOOP("Command", "Copy the picture at this moment"),
        needs=Need.FRAMES,
        starts_group=True,
    )
    SAVE_STILL = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Save st&ill…"),
        ("Ctrl+Shift+P",),
        tip=QT_TRANSLATE_NOOP("Command", "Save the picture at this moment, with time and source"),
        needs=Need.FRAMES,
    )
