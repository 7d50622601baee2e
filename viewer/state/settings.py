"""The settings: what there is to set, its defaults and its bounds."""

from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from viewer.state.store import salvaged

EngineName: TypeAlias = Literal["auto", "vlc", "qt", "silent"]
ThemeName: TypeAlias = Literal["system", "light", "dark"]

SLOWEST_RATE: Final = 0.25
FASTEST_RATE: Final = 4.0
SMALLEST_POINTS: Final = 6
LARGEST_POINTS: Final = 48

_Thousandths = Annotated[int, Field(ge=0, le=1000)]


_Phrase = Annotated[str, Field(min_length=1, max_length=1_000)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    def revised(self, **changes: object) -> Self:
        """Return a copy with the changes; one that is out of bounds leaves its value as it is."""
        checked = salvaged(type(self), dict(changes))
        return self.model_copy(update=checked.model_dump(exclude_unset=True))


class Playback(_Section):
    """How recordings are played."""

    engine: EngineName = "auto"
    rate: Annotated[float, Field(ge=SLOWEST_RATE, le=FASTEST_RATE, allow_inf_nan=False)] = 1.0
    volume: Annotated[int, Field(ge=0, le=100)] = 100
    muted: bool = False


class Reading(_Section):
    """How transcripts are shown; letters of no size are as large as the system's ask for.

    Where nobody has chosen, caret browsing is on with a screen reader alone.
    """

    theme: ThemeName = "system"
    point_size: Annotated[int, Field(ge=SMALLEST_POINTS, le=LARGEST_POINTS)] | None = None
    times_shown: bool = True
    follow: bool = True
    caret_browsing: bool | None = None
    reduced_motion: bool = False


class Finding(_Section):
    """What was looked for in transcripts, the last phrase first."""

    phrases: Annotated[tuple[_Phrase, ...], Field(max_length=20)] = ()


class Window(_Section):
    """How the window was left; `splitter` is the picture's share beside and above the text."""

    geometry: Annotated[str, Field(max_length=4096, pattern=r"^[A-Za-z0-9+/=]*$")] = ""
    splitter: tuple[_Thousandths, _Thousandths] | None = None
    details_shown: bool = False
    picture_shown: bool = True
    last_folder: Annotated[str, Field(max_length=32_767)] = ""


class Settings(_Section):
    """The whole settings file."""

    version: Literal[1] = 1
    playback: Playback = Playback()
    reading: Reading = Reading()
    finding: Finding = Finding()
    window: Window = Window()

    def change(
        self, section: Literal["playback", "reading", "finding", "window"], **changes: object
    ) -> "Settings":
        """Return settings with values of one section changed, as `_Section.revised` does it."""
        revised: _Section = getattr(self, section).revised(**changes)
        return self.model_copy(update={section: revised})
