"""Calendar dates as English pages write them, whatever the locale."""

from datetime import date
from typing import Final

from viewer.core.late import late

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBER_OF: Final = {name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)}
_AMERICAN: Final = late(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_BRITISH: Final = late(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_ISO: Final = late(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?")


def parse_date(text: str) -> date | None:
    """Return the date that `text` says, or None: `May 24, 2017`, `24 May 2017`, `2017-05-24`."""
    stripped = text.strip()
    if match := _AMERICAN.fullmatch(stripped):
        month, day, year = match.groups()
    elif match := _BRITISH.fullmatch(stripped):
        day, month, year = match.groups()
    elif match := _ISO.fullmatch(stripped):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    else:
        return None
    number = _NUMBER_OF.get(month[:3].lower(), 0)
    if not number or not _MONTHS[number - 1].lower().startswith(month.lower()):
        return None
    return _date(int(year), number, int(day))


def format_date(day: date) -> str:
    """Write a date as quotes do: `24 May 2017`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def format_american_date(day: date) -> str:
    """Write a date as archive files do: `May 04, 2017`."""
    return f"{_MONTHS[day.month - 1]} {day.day:02}, {day.year:04}"


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
