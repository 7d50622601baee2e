"""What all readers of services' JSON share: claiming, parsing, what a file tells of itself."""

from collections.abc import Callable
from typing import Any, Final

from viewer.core.oneline import one_line
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_document import JsonText, peek, read_json
from viewer.formats.kit.json_values import entries, remark
from viewer.formats.speech.services.shapes import Shape, shape_of
from viewer.formats.speech.services.units import recounted

_LONGEST_LANGUAGE: Final = 40
_SHAPE: Final = "shape"

Read = Callable[[JsonText, Draft], None]


def reader_of(
    shape: Shape, read: Read
) -> tuple[Callable[[Content], Claim], Callable[[Content], Transcript]]:
    """Return `claims` and `parse` for a shape; `read` takes the JSON and fills the draft."""

    def claims(sample: Content) -> Claim:
        """Return whether the head has the keys of this service."""
        if _SHAPE not in sample.known:  # nine ask
            sample.known[_SHAPE] = shape_of(peek(sample))
        return Claim.sure(sample.known[_SHAPE] is shape)

    @uncollected()
    def parse(content: Content) -> Transcript:
        """Read every piece that can be read, with its words, and note what cannot."""
        source = read_json(content.text, shape.deep, stream=True)
        if shape_of(source.value) is not shape:
            raise NothingUsableError(f"it does not have the keys of {shape.title}")
        draft = Draft(shape.name)
        read(source, draft)
        if guess := recounted(source.value, draft, shape.unit_ms):
            source, draft = source.unread(), Draft(shape.name)
            draft.problem(1, guess)
            read(source, draft)
        source.report(draft)
        if draft.empty:
            raise NothingUsableError(f"it is {shape.title} in which nothing is said")
        return draft.finish()

    return claims, parse


def add_metadata(draft: Draft, fields: dict[str, Any], *keys: str) -> None:
    """Take the short texts and numbers under these keys into the metadata."""
    for key in keys:
        text = remark(fields.get(key))
        if text is not None:
            draft.metadata[key] = text


def set_language(draft: Draft, *values: object) -> None:
    """Take the first of the values that names a language, unless one is known."""
    for value in values:
        language = value.strip() if isinstance(value, str) else ""
        if draft.language is None and 0 < len(language) <= _LONGEST_LANGUAGE:
            draft.language = language


def set_duration(draft: Draft, ms: int | None) -> None:
    """Take the recording's length where it is one."""
    if ms is not None and ms > 0:
        draft.duration_ms = ms


def set_media(draft: Draft, address: object) -> None:
    """Take the address of the recording, without what follows `?`: keys that expire."""
    if isinstance(address, str) and (bare := one_line(address.partition("?")[0])):
        draft.media.append(bare)


def objects(value: object) -> list[Any]:
    """Return the list, or a list of the one value that stands for itself."""
    return entries(value) if isinstance(value, list) else [value]
