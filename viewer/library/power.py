"""Whether the machine runs on its battery, as Linux tells; elsewhere low priority has to do."""

from pathlib import Path
from typing import Final

_SUPPLIES: Final = Path("/sys/class/power_supply")


def on_battery(supplies: Path = _SUPPLIES) -> bool:
    """Return whether a battery of the machine itself is being emptied."""
    try:
        return any(_empties(each) for each in supplies.iterdir())
    except OSError:
        return False


def _empties(supply: Path) -> bool:
    facts = {name: _told(supply / name) for name in ("type", "scope", "status")}
    of_a_mouse = facts["scope"] == "Device"
    return (facts["type"], facts["status"]) == ("Battery", "Discharging") and not of_a_mouse


def _told(file: Path) -> str:
    try:
        return file.read_text("ascii", "replace").strip()
    except OSError:
        return ""
