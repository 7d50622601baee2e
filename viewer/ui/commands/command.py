"""What a command is: its name, what it needs, how it looks and which keys call it."""

from enum import Flag, StrEnum, auto

from viewer.core.value import value


class Command(StrEnum):
    """The name of a command; also its key in the settings."""

    OPEN = "open"
    OPEN_FOLDER = "open-folder"
    OPEN_ADDRESS = "open-address"
    OPEN_RECORDING = "open-recording"
    FORGET_RECORDING = "forget-recording"
    REOPEN_WITH_ENCODING = "reopen-with-encoding"
    SAVE_COPY = "save-copy"
    NO_NETWORK = "no-network"
    CLOSE = "close"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    SELECT_ALL = "select-all"
    FIND = "find"
    FIND_NEXT = "find-next"
    FIND_PREVIOUS = "find-previous"
    FOUND_SHOWN = "found-shown"
    SEARCH_LIBRARY = "search-library"
    MATCH_CASE = "match-case"
    WHOLE_WORDS = "whole-words"
    EXPRESSION = "expression"
    GO_TO = "go-to"
    PASTE = "paste"
    PASTE_TO_FIND = "paste-to-find"
    WHERE = "where"
    COPY_QUOTE = "copy-quote"
    COPY_LINK = "copy-link"
    FLAG = "flag"
    ALL_QUOTES = "all-quotes"
    COPY_CLIP = "copy-clip"
    SAVE_CLIP = "save-clip"
    SAVE_SUPERCUT = "save-supercut"
    SAVE_PACK = "save-pack"
    COPY_STILL = "copy-still"
    SAVE_STILL = "save-still"
    PLAY_QUOTE = "play-quote"
    CLIP_HEARD = "clip-heard"
    GROW = "grow"
    GROW_COPIES = "grow-copies"
    OWN_STYLES = "own-styles"
    WITHOUT_SOUNDS = "without-sounds"
    WHOLE_SECONDS = "whole-seconds"
    OWN_LINKS = "own-links"
    BEGIN_WORD_EARLIER = "begin-word-earlier"
    BEGIN_WORD_LATER = "begin-word-later"
    END_WORD_EARLIER = "end-word-earlier"
    END_WORD_LATER = "end-word-later"
    BEGIN_SENTENCE_EARLIER = "begin-sentence-earlier"
    BEGIN_SENTENCE_LATER = "begin-sentence-later"
    END_SENTENCE_EARLIER = "end-sentence-earlier"
    END_SENTENCE_LATER = "end-sentence-later"
    LIBRARY = "library"
    PICTURE_SHOWN = "picture-shown"
    TRANSCRIPT_SHOWN = "transcript-shown"
    DETAILS_SHOWN = "details-shown"
    PROBLEMS_SHOWN = "problems-shown"
    OUTLINE_SHOWN = "outline-shown"
    SPEAKERS_SHOWN = "speakers-shown"
    SHOW_ONLY = "show-only"
    FOLD = "fold"
    NOTES_SHOWN = "notes-shown"
    PARAGRAPHS = "paragraphs"
    DOUBTFUL_WORDS = "doubtful-words"
    CLICK_WORDS = "click-words"
    TIMES_SHOWN = "times-shown"
    FOLLOW = "follow"
    CARET_BROWSING = "caret-browsing"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    ZOOM_RESET = "zoom-reset"
    THEME_SYSTEM = "theme-system"
    THEME_LIGHT = "theme-light"
    THEME_DARK = "theme-dark"
    FULL_SCREEN = "full-screen"
    LEAVE_FULL_SCREEN = "leave-full-screen"
    PLAY_PAUSE = "play-pause"
    PLAY_HERE = "play-here"
    BACK = "back"
    FORWARD = "forward"
    PREVIOUS_LINE = "previous-line"
    NEXT_LINE = "next-line"
    REPLAY_LINE = "replay-line"
    PREVIOUS_CHAPTER = "previous-chapter"
    NEXT_CHAPTER = "next-chapter"
    PREVIOUS_TURN = "previous-turn"
    NEXT_TURN = "next-turn"
    LOOP = "loop"
    LOOP_BEGIN = "loop-begin"
    LOOP_END = "loop-end"
    LINE_PAUSE = "line-pause"
    RETURN = "return"
    SLOWER = "slower"
    FASTER = "faster"
    NORMAL_SPEED = "normal-speed"
    LOUDER = "louder"
    QUIETER = "quieter"
    MUTE = "mute"
    BROWSE = "browse"
    KEYS = "keys"
    CHANGE_KEYS = "change-keys"
    DEMO = "demo"
    DOCTOR = "doctor"
    ABOUT = "about"


class Need(Flag):
    """What must be there for a command to make sense."""

    NOTHING = 0
    OPEN = auto()
    TRANSCRIPT = auto()
    TIMES = auto()
    PLAYBACK = auto()
    CHOSEN_RECORDING = auto()
    PICTURE = auto()
    SOUND = auto()
    PROBLEMS = auto()
    CHAPTERS = auto()
    SPEAKERS = auto()
    FULL_SCREEN = auto()
    WEB_LINK = auto()
    #: A recording that is a file, and one that has a picture.
    MEDIA_FILE = auto()
    FRAMES = auto()


@value
class Face:
    """How a command's button looks."""

    icon: str
    text: str


@value
class CommandSpec:
    """How a command looks, which keys call it, and when it can be called.

    Keys are in Qt's portable form, where Ctrl is the Command key of macOS and Meta its Control
    key; `mac_keys` replace `keys` there. A `local` command's keys work only in the widget that
    the action was added to. Of the commands in one `group` exactly one is on. `faces` are how its
    button looks while it is off and while it is on, where that differs from the menu.
    """

    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    needs: Need = Need.NOTHING
    checkable: bool = False
    group: str = ""
    local: bool = False
    mac_keys: tuple[str, ...] = ()
    faces: tuple[Face, Face] | None = None

    def face(self, *, on: bool = False) -> Face:
        """Return how the command's button looks."""
        return self.faces[on] if self.faces else Face(self.icon, self.text)

    def keys_on(self, platform: str) -> tuple[str, ...]:
        """Return the keys on a platform, named as `sys.platform` does."""
        return self.mac_keys if platform == "darwin" and self.mac_keys else self.keys
