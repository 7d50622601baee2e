"""Under which keys programs say in JSON who speaks, and as what."""

from typing import Any, Final

from viewer.formats.kit.json_values import members, name

#: The likelier come first: names before numbers.
SPEAKERS: Final = (
    "speaker_name", "speakerName", "speakerDisplayName", "speaker_display_name", "participantName",
    "participant_name", "speaker", "speaker_id", "speakerId", "spk", "speaker_label",
    "speakerLabel", "participant",
)  # fmt: skip
#: What an object that stands for a speaker calls him or her.
NAMES: Final = (
    "name", "speaker_name", "speakerName", "display_name", "displayName", "label", "id",
)  # fmt: skip


def speaker_under(entry: dict[str, Any]) -> str | None:
    """Return who speaks by an entry of JSON, whatever its program calls that, or None."""
    for key in SPEAKERS:
        value = entry.get(key)
        if isinstance(value, dict):
            value = next((value[k] for k in NAMES if name(value.get(k)) is not None), None)
        if (found := name(value)) is not None:
            return found
    return None


def tells_elsewhere(entry: object) -> bool:
    """Return whether an entry tells its speaker, but not as a plain value under `speaker`."""
    fields = members(entry)
    plain = isinstance(fields.get("speaker"), str | int)
    return not plain and any(fields.get(key) is not None for key in SPEAKERS)
