"""The settings: what there is to set, its defaults and its bounds."""

from dataclasses import replace
from typing import Final, Literal, Self, TypeAlias, get_args

from viewer.core.bounds import FASTEST_RATE, LARGEST_POINTS, SLOWEST_RATE, SMALLEST_POINTS
from viewer.core.tags import LONGEST_NAME, TAGS
from viewer.core.value import value
from viewer.engines import AUTO, CHOICES
from viewer.state.checked import (
    checked,
    first,
    last,
    number,
    one_of,
    optional,
    record,
    revised,
    several,
    text,
    whole,
)

ThemeName: TypeAlias = Literal["system", "light", "dark"]

#: Longer pauses than this are none that anybody waits for.
LONGEST_PAUSE_S: Final = 60

_FLAG: Final = one_of(True, False)
_WAYS: Final = ("watch", "stream", "download", "browse")
#: How high a downloaded picture can be asked to be at most, in pixels.
HEIGHTS: Final = (240, 360, 480, 720, 1080, 1440, 2160)

#: The parts of the settings file, each of which is changed by itself.
Section: TypeAlias = Literal[
    "playback",
    "reading",
    "finding",
    "clip",
    "quoting",
    "notes",
    "window",
    "web",
    "keys",
    "library",
]


@value
class Playback:
    """How recordings are played; None is a pause as long as what is repeated."""

    engine: str = checked(one_of(*CHOICES), AUTO)
    rate: float = checked(number(SLOWEST_RATE, FASTEST_RATE), 1.0)
    volume: int = checked(whole(0, 100), 100)
    muted: bool = checked(_FLAG, default=False)
    line_pause: bool = checked(_FLAG, default=False)
    repeat_pause_s: int | None = checked(optional(whole(0, LONGEST_PAUSE_S)), 0)
    rewind_s: int = checked(whole(0, LONGEST_PAUSE_S), 0)
    resume: bool = checked(_FLAG, default=True)


@value
class Reading:
    """How transcripts are shown; letters of no size are as large as the system's ask for.

    Where nobody has chosen, each transcript says whether it is read in paragraphs, and caret
    browsing is on with a screen reader alone.
    """

    theme: ThemeName = checked(one_of(*get_args(ThemeName)), "system")
    point_size: int | None = checked(optional(whole(SMALLEST_POINTS, LARGEST_POINTS)), None)
    paragraphs: bool | None = checked(optional(_FLAG), None)
    doubtful_words: bool = checked(_FLAG, default=False)
    click_words: bool = checked(_FLAG, default=False)
    times_shown: bool = checked(_FLAG, default=True)
    follow: bool = checked(_FLAG, default=True)
    caret_browsing: bool | None = checked(optional(_FLAG), None)
    reduced_motion: bool = checked(_FLAG, default=False)


@value
class Finding:
    """What was looked for in transcripts, the last phrase first, and how."""

    phrases: tuple[str, ...] = checked(first(20, text(1_000, ".+")), ())
    list_shown: bool = checked(_FLAG, default=False)
    match_case: bool = checked(_FLAG, default=False)
    whole_words: bool = checked(_FLAG, default=False)
    expression: bool = checked(_FLAG, default=False)


@value
class Clip:
    """How the last clip was made; the next one is offered so."""

    kind: str = checked(one_of("mp4", "webm", "m4a", "mp3", "gif"), "mp4")
    exact: bool = checked(_FLAG, default=True)
    captions: str = checked(one_of("none", "track", "burned"), "none")


@value
class Quoting:
    """How quotes are made; with `grow` every copy grows to sentences.

    `style` is the name of one of our styles or of the user's own; links lead to `whole_seconds`
    or exactly to where the quote begins, on the web or, with `own_links`, in this program.
    """

    grow: bool = checked(_FLAG, default=False)
    style: str = checked(text(200, ".+"), "source")
    sounds: bool = checked(_FLAG, default=True)
    whole_seconds: bool = checked(_FLAG, default=False)
    own_links: bool = checked(_FLAG, default=False)


@value
class Notes:
    """What tags are called, by colour, and where notes are kept and in which order shown."""

    names: dict[str, str] = checked(last(len(TAGS), one_of(*TAGS), text(LONGEST_NAME)), dict)
    beside: bool = checked(_FLAG, default=False)
    by_hand: bool = checked(_FLAG, default=False)


@value
class Window:
    """How the window was left.

    `splitter` is the picture's share beside and above the text, `side_share` that of the side
    panel, both in thousandths; `side_tab` is the tab that was in view.
    """

    geometry: str = checked(text(4096, "[A-Za-z0-9+/=]*"), "")
    splitter: tuple[int, int] | None = checked(optional(several(2, whole(0, 1000))), None)
    details_shown: bool = checked(_FLAG, default=False)
    picture_shown: bool = checked(_FLAG, default=True)
    side_share: int = checked(whole(100, 900), 360)
    side_tab: str = checked(text(40), "")
    last_folder: str = checked(text(32_767), "")


@value
class Web:
    """What may go out to the web, and by which way a site's recordings are reached.

    `ways` are the user's last ones, by site; `height` is the highest picture that is downloaded.
    """

    never: bool = checked(_FLAG, default=False)
    ways: dict[str, str] = checked(last(200, text(253, ".+"), one_of(*_WAYS)), dict)
    folder: str = checked(text(32_767), "")
    height: int = checked(one_of(*HEIGHTS), 720)
    sound_alone: bool = checked(_FLAG, default=False)
    subtitles: bool = checked(_FLAG, default=True)


@value
class Keys:
    """Which keys call the commands; `chosen` are those that the user gave some of them himself.

    What they mean is known where commands are: here they are text.
    """

    scheme: str = checked(text(40), "default")
    chosen: dict[str, tuple[str, ...]] = checked(
        last(400, text(64), first(4, text(64, ".+"))), dict
    )


@value
class Library:
    """Where the library keeps its index: on a server, by its URL, or else on this machine.

    And how wide the columns of its list are, by which one that is sorted (and 1 for downwards),
    and how wide the list and what is beside it are.
    """

    server: str = checked(text(2_000, r"|postgres(ql)?://.+"), "")
    widths: tuple[int, ...] = checked(first(20, whole(0, 10_000)), ())
    sorted_by: tuple[int, int] | None = checked(optional(several(2, whole(0, 20))), None)
    parts: tuple[int, ...] = checked(first(3, whole(0, 20_000)), ())


@value
class Settings:
    """The whole settings file."""

    version: Literal[1] = checked(one_of(1), 1)
    playback: Playback = checked(record(Playback), Playback())
    reading: Reading = checked(record(Reading), Reading())
    finding: Finding = checked(record(Finding), Finding())
    clip: Clip = checked(record(Clip), Clip())
    quoting: Quoting = checked(record(Quoting), Quoting())
    notes: Notes = checked(record(Notes), Notes())
    window: Window = checked(record(Window), Window())
    keys: Keys = checked(record(Keys), Keys())
    web: Web = checked(record(Web), Web())
    library: Library = checked(record(Library), Library())

    def change(self, section: Section, **changes: object) -> Self:
        """Return settings with values of one section changed; a bad one leaves what there was."""
        return replace(self, **{section: revised(getattr(self, section), **changes)})
