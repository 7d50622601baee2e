"""Commands as data: what can be done here, and with which keys."""

from typing import Final

from viewer.ui.commands.command import Command, CommandSpec, Face, Need
from viewer.ui.theme.words import QT_TRANSLATE_NOOP

__all__ = ["COMMANDS", "Command", "CommandSpec", "Need"]

_LINES: Final = Need.TIMES | Need.PLAYBACK

COMMANDS: Final[dict[Command, CommandSpec]] = {
    Command.OPEN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Open…"),
        ("Ctrl+O",),
        "folder-open",
        QT_TRANSLATE_NOOP("Command", "Open a transcript or a recording"),
    ),
    Command.OPEN_FOLDER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Open fol&der…"),
        icon="folder-open",
        tip=QT_TRANSLATE_NOOP("Command", "Take a folder of transcripts into the library"),
    ),
    Command.OPEN_ADDRESS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Open &address…"),
        ("Ctrl+U",),
        "link",
        QT_TRANSLATE_NOOP("Command", "Open a transcript, sound or a video of the web"),
    ),
    Command.OPEN_RECORDING: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Choose &recording…"),
        ("Ctrl+Shift+O",),
        "film",
        QT_TRANSLATE_NOOP("Command", "Choose the recording that belongs to this transcript"),
        Need.TRANSCRIPT,
    ),
    Command.FORGET_RECORDING: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Forget this recording"),
        tip=QT_TRANSLATE_NOOP(
            "Command", "Stop playing it with this transcript, for which it was chosen"
        ),
        needs=Need.CHOSEN_RECORDING,
    ),
    Command.REOPEN_WITH_ENCODING: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Reopen with &encoding…"),
        tip=QT_TRANSLATE_NOOP("Command", "Reread the file if letters came out wrong"),
        needs=Need.TRANSCRIPT,
    ),
    Command.SAVE_COPY: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Save a copy as…"),
        ("Ctrl+Shift+S",),
        "save",
        QT_TRANSLATE_NOOP("Command", "Write the transcript to another file or format"),
        Need.TRANSCRIPT,
    ),
    Command.NO_NETWORK: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Never use the network"),
        tip=QT_TRANSLATE_NOOP("Command", "Reach nothing outside this computer, whatever is asked"),
        checkable=True,
    ),
    Command.CLOSE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Close"),
        ("Ctrl+W",),
        tip=QT_TRANSLATE_NOOP("Command", "Close the transcript and its recording"),
        needs=Need.OPEN,
    ),
    Command.QUIT: CommandSpec(QT_TRANSLATE_NOOP("Command", "&Quit"), ("Ctrl+Q",)),
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
        needs=Need.TRANSCRIPT,
        mac_keys=("Ctrl+G",),
    ),
    Command.FIND_PREVIOUS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Find &previous"),
        ("Shift+F3",),
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
    Command.PASTE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Open what &was copied"),
        ("Ctrl+V",),
        tip=QT_TRANSLATE_NOOP(
            "Command", "Open the link or the files on the clipboard; find anything else"
        ),
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
    Command.COPY_QUOTE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Copy &quote"),
        ("Ctrl+Shift+C",),
        "quote",
        QT_TRANSLATE_NOOP("Command", "Copy the words with their source, time and link"),
        Need.TRANSCRIPT,
    ),
    Command.COPY_LINK: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Copy &link to this moment"),
        ("Ctrl+Shift+L",),
        "link",
        needs=Need.TRANSCRIPT | Need.TIMES,
    ),
    Command.FLAG: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Flag this moment"),
        ("B",),
        tip=QT_TRANSLATE_NOOP("Command", "Keep what is being said in the notebook"),
        needs=Need.TRANSCRIPT,
    ),
    Command.ALL_QUOTES: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&All quotes…"),
        ("Ctrl+Shift+N",),
        tip=QT_TRANSLATE_NOOP("Command", "Search what you kept of every transcript"),
    ),
    Command.COPY_CLIP: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Copy cli&p"),
        ("Ctrl+Shift+K",),
        tip=QT_TRANSLATE_NOOP("Command", "Cut what is selected, or this line, to paste as a file"),
        needs=Need.MEDIA_FILE,
    ),
    Command.SAVE_CLIP: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Save clip…"),
        ("Ctrl+Shift+E",),
        tip=QT_TRANSLATE_NOOP("Command", "Cut what is selected, or this line, from the recording"),
        needs=Need.MEDIA_FILE,
    ),
    Command.SAVE_SUPERCUT: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Save supe&rcut of the notes…"),
        tip=QT_TRANSLATE_NOOP("Command", "Cut the quotes of the notebook into one file"),
        needs=Need.MEDIA_FILE,
    ),
    Command.SAVE_PACK: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Save e&vidence pack…"),
        tip=QT_TRANSLATE_NOOP(
            "Command", "Save the notes with the clip, a still and the captions of each"
        ),
        needs=Need.MEDIA_FILE,
    ),
    Command.COPY_STILL: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Copy s&till"),
        ("Ctrl+Shift+I",),
        tip=QT_TRANSLATE_NOOP("Command", "Copy the picture at this moment"),
        needs=Need.FRAMES,
    ),
    Command.SAVE_STILL: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Save st&ill…"),
        ("Ctrl+Shift+P",),
        tip=QT_TRANSLATE_NOOP("Command", "Save the picture at this moment, with time and source"),
        needs=Need.FRAMES,
    ),
    Command.PLAY_QUOTE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Play this qu&ote"),
        ("Q",),
        "play",
        QT_TRANSLATE_NOOP("Command", "Play what is selected, or this line, and stop at its end"),
        _LINES,
    ),
    Command.CLIP_HEARD: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Quote what I &just heard"),
        ("J",),
        tip=QT_TRANSLATE_NOOP("Command", "Copy the last sentence; again, the one before it too"),
        needs=_LINES,
    ),
    Command.GROW: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Grow to sentences"),
        ("Ctrl+E",),
        tip=QT_TRANSLATE_NOOP("Command", "Select whole sentences, over the ends of lines"),
        needs=Need.TRANSCRIPT,
    ),
    Command.GROW_COPIES: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Grow &every copy to sentences"),
        tip=QT_TRANSLATE_NOOP("Command", "Copy whole sentences, whatever of them is selected"),
        checkable=True,
    ),
    Command.OWN_STYLES: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Ow&n styles…"),
        tip=QT_TRANSLATE_NOOP("Command", "Write a way to word quotes, and see what comes of it"),
    ),
    Command.WITHOUT_SOUNDS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Leave out so&unds"),
        tip=QT_TRANSLATE_NOOP("Command", "Copy no notes of sounds, such as [Music]"),
        checkable=True,
    ),
    Command.WHOLE_SECONDS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Links to &whole seconds"),
        tip=QT_TRANSLATE_NOOP("Command", "Leave out the fraction of the second in links"),
        checkable=True,
    ),
    Command.OWN_LINKS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Links &back into Cueline"),
        tip=QT_TRANSLATE_NOOP("Command", "Have links open the transcript here, not on the web"),
        checkable=True,
    ),
    Command.BEGIN_WORD_EARLIER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Begin a &word earlier"),
        ("Alt+Shift+Up",),
        needs=Need.TRANSCRIPT,
    ),
    Command.BEGIN_WORD_LATER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Begin a word later"),
        ("Alt+Shift+Down",),
        needs=Need.TRANSCRIPT,
    ),
    Command.END_WORD_EARLIER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "End a w&ord earlier"),
        ("Alt+Shift+Left",),
        needs=Need.TRANSCRIPT,
    ),
    Command.END_WORD_LATER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "End a word &later"),
        ("Alt+Shift+Right",),
        needs=Need.TRANSCRIPT,
    ),
    Command.BEGIN_SENTENCE_EARLIER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Begin a &sentence earlier"),
        ("Ctrl+Alt+Shift+Up",),
        needs=Need.TRANSCRIPT,
    ),
    Command.BEGIN_SENTENCE_LATER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Begin a sentence l&ater"),
        ("Ctrl+Alt+Shift+Down",),
        needs=Need.TRANSCRIPT,
    ),
    Command.END_SENTENCE_EARLIER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&End a sentence earlier"),
        ("Ctrl+Alt+Shift+Left",),
        needs=Need.TRANSCRIPT,
    ),
    Command.END_SENTENCE_LATER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "En&d a sentence later"),
        ("Ctrl+Alt+Shift+Right",),
        needs=Need.TRANSCRIPT,
    ),
    Command.LIBRARY: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "S&how the library"),
        ("Ctrl+K",),
        "list",
        QT_TRANSLATE_NOOP("Command", "Show the library, or what is open"),
        checkable=True,
    ),
    Command.PICTURE_SHOWN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Picture"), ("Ctrl+1",), needs=Need.PICTURE, checkable=True
    ),
    Command.TRANSCRIPT_SHOWN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Transcript"), ("Ctrl+2",), needs=Need.PICTURE, checkable=True
    ),
    Command.DETAILS_SHOWN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&About this recording"),
        ("Ctrl+3",),
        needs=Need.OPEN,
        checkable=True,
    ),
    Command.PROBLEMS_SHOWN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "P&roblems in the file"),
        ("Ctrl+4",),
        tip=QT_TRANSLATE_NOOP("Command", "List what was skipped or guessed while reading"),
        needs=Need.PROBLEMS,
        checkable=True,
    ),
    Command.OUTLINE_SHOWN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Outline"),
        ("Ctrl+5",),
        tip=QT_TRANSLATE_NOOP("Command", "List the chapters beside the text"),
        needs=Need.TRANSCRIPT,
        checkable=True,
    ),
    Command.SPEAKERS_SHOWN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Spea&kers"),
        ("Ctrl+6",),
        tip=QT_TRANSLATE_NOOP("Command", "List who speaks, how much and how often"),
        needs=Need.TRANSCRIPT,
        checkable=True,
    ),
    Command.SHOW_ONLY: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Onl&y this speaker"),
        ("Ctrl+Shift+Y",),
        tip=QT_TRANSLATE_NOOP("Command", "Show the lines of whoever is speaking alone"),
        needs=Need.SPEAKERS,
        checkable=True,
    ),
    Command.FOLD: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Fo&ld repeated lines"),
        ("U",),
        tip=QT_TRANSLATE_NOOP("Command", "Unfold equal lines in a row, or fold them again"),
        needs=Need.TRANSCRIPT,
    ),
    Command.NOTES_SHOWN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Notebook"),
        ("Ctrl+7",),
        tip=QT_TRANSLATE_NOOP("Command", "List the quotes and moments that you kept"),
        needs=Need.TRANSCRIPT,
        checkable=True,
    ),
    Command.PARAGRAPHS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Para&graphs"),
        ("P",),
        tip=QT_TRANSLATE_NOOP("Command", "Read the lines as prose, in paragraphs"),
        needs=Need.TRANSCRIPT,
        checkable=True,
    ),
    Command.DOUBTFUL_WORDS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Underline doubtful words"),
        tip=QT_TRANSLATE_NOOP("Command", "Mark words that were recognized with little confidence"),
        checkable=True,
    ),
    Command.CLICK_WORDS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "A clic&k plays from the word"),
        tip=QT_TRANSLATE_NOOP("Command", "Where the file times words; else with Ctrl alone"),
        checkable=True,
    ),
    Command.TIMES_SHOWN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "T&imes beside the text"), ("Ctrl+T",), checkable=True
    ),
    Command.FOLLOW: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Follow playback"),
        ("Ctrl+L",),
        "follow",
        QT_TRANSLATE_NOOP("Command", "Keep the line being spoken in view"),
        _LINES,
        checkable=True,
    ),
    Command.CARET_BROWSING: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Caret &browsing"),
        ("F7",),
        tip=QT_TRANSLATE_NOOP("Command", "Move a caret through the transcript with the keys"),
        checkable=True,
    ),
    Command.ZOOM_IN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Larger text"), ("Ctrl++", "Ctrl+=")
    ),
    Command.ZOOM_OUT: CommandSpec(QT_TRANSLATE_NOOP("Command", "&Smaller text"), ("Ctrl+-",)),
    Command.ZOOM_RESET: CommandSpec(QT_TRANSLATE_NOOP("Command", "&Normal text"), ("Ctrl+0",)),
    Command.THEME_SYSTEM: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Same as &system"), checkable=True, group="theme"
    ),
    Command.THEME_LIGHT: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Light"), checkable=True, group="theme"
    ),
    Command.THEME_DARK: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Dark"), checkable=True, group="theme"
    ),
    Command.FULL_SCREEN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Full s&creen"),
        ("F", "F11"),
        "full-screen",
        QT_TRANSLATE_NOOP("Command", "Show only the picture, filling the screen"),
        Need.PLAYBACK,
        checkable=True,
    ),
    Command.LEAVE_FULL_SCREEN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "L&eave full screen"),
        ("Esc",),
        "leave-full-screen",
        needs=Need.FULL_SCREEN,
    ),
    Command.PLAY_PAUSE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Play or pause"),
        ("Space",),
        "play",
        needs=Need.PLAYBACK,
        faces=(
            Face("play", QT_TRANSLATE_NOOP("Command", "Play")),
            Face("pause", QT_TRANSLATE_NOOP("Command", "Pause")),
        ),
    ),
    Command.PLAY_HERE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Play from &here"),
        ("Return", "Enter"),
        "play",
        QT_TRANSLATE_NOOP("Command", "Play from the selection or the caret in the transcript"),
        needs=_LINES,
        local=True,
    ),
    Command.BACK: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Back 5 seconds"), ("Left",), "back", needs=Need.PLAYBACK
    ),
    Command.FORWARD: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Forward 5 seconds"),
        ("Right",),
        "forward",
        needs=Need.PLAYBACK,
    ),
    Command.PREVIOUS_LINE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Pre&vious line"),
        ("Alt+Up",),
        "previous",
        needs=_LINES,
        mac_keys=("Meta+Alt+Up",),
    ),
    Command.NEXT_LINE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Next line"),
        ("Alt+Down",),
        "next",
        needs=_LINES,
        mac_keys=("Meta+Alt+Down",),
    ),
    Command.REPLAY_LINE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Replay this line"), ("R",), "replay", needs=_LINES
    ),
    Command.PREVIOUS_CHAPTER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Previous &chapter"),
        ("Ctrl+PgUp",),
        needs=Need.CHAPTERS | Need.PLAYBACK,
    ),
    Command.NEXT_CHAPTER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Ne&xt chapter"),
        ("Ctrl+PgDown",),
        needs=Need.CHAPTERS | Need.PLAYBACK,
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
    Command.LOOP: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "L&oop"),
        ("L",),
        tip=QT_TRANSLATE_NOOP("Command", "Play what is selected, or this line, over and over"),
        needs=_LINES,
        checkable=True,
    ),
    Command.LOOP_BEGIN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Be&gin the loop here"),
        ("I",),
        tip=QT_TRANSLATE_NOOP("Command", "Have what is played over and over begin here"),
        needs=Need.PLAYBACK,
    ),
    Command.LOOP_END: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "En&d the loop here"),
        ("O",),
        tip=QT_TRANSLATE_NOOP("Command", "Have what is played over and over end here"),
        needs=Need.PLAYBACK,
    ),
    Command.LINE_PAUSE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Pa&use at line ends"),
        tip=QT_TRANSLATE_NOOP("Command", "Pause after each line, to say it after or write it down"),
        checkable=True,
    ),
    Command.RETURN: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Open where &you left off"),
        tip=QT_TRANSLATE_NOOP("Command", "Remember where each transcript and its recording were"),
        checkable=True,
    ),
    Command.SLOWER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Slower"), ("[", "Ctrl+Down"), needs=Need.PLAYBACK
    ),
    Command.FASTER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "F&aster"), ("]", "Ctrl+Up"), needs=Need.PLAYBACK
    ),
    Command.NORMAL_SPEED: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Normal sp&eed"), ("=",), needs=Need.PLAYBACK
    ),
    Command.LOUDER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Louder"), ("Ctrl+Shift+Up",), "volume", needs=Need.SOUND
    ),
    Command.QUIETER: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Quieter"), ("Ctrl+Shift+Down",), needs=Need.SOUND
    ),
    Command.MUTE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Mute"),
        ("M",),
        "mute",
        needs=Need.SOUND,
        checkable=True,
        faces=(
            Face("volume", QT_TRANSLATE_NOOP("Command", "Mute")),
            Face("mute", QT_TRANSLATE_NOOP("Command", "Unmute")),
        ),
    ),
    Command.BROWSE: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "Open &in the browser"),
        ("Ctrl+Shift+B",),
        "link",
        QT_TRANSLATE_NOOP("Command", "Show where it comes from in the web browser, at this second"),
        Need.WEB_LINK,
    ),
    Command.KEYS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Keyboard shortcuts"), ("F1",), "keyboard"
    ),
    Command.CHANGE_KEYS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Change keys…"),
        tip=QT_TRANSLATE_NOOP("Command", "Have other keys for the commands"),
    ),
    Command.DEMO: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Try the sample"),
        tip=QT_TRANSLATE_NOOP("Command", "Open the sample transcript with a stand-in recording"),
    ),
    Command.DOCTOR: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&System check"),
        tip=QT_TRANSLATE_NOOP("Command", "What this computer has, and what is missing"),
    ),
    Command.ABOUT: CommandSpec(QT_TRANSLATE_NOOP("Command", "&About Cueline"), icon="info"),
}
