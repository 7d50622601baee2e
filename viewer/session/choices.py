"""Choosing a recording by hand, taking that back, and forgetting it; slow, so for jobs."""

from dataclasses import replace

from viewer.core.media_source import MediaSource
from viewer.core.value import value
from viewer.errors import StateError
from viewer.media.inspection import info_of
from viewer.session import loading
from viewer.session.document import Document, Recording
from viewer.session.loading import Found
from viewer.state.chosen_recordings import ChosenRecordings


@value
class Choice:
    """A recording chosen for a transcript; `before` is the one that was chosen until then."""

    document: Document
    recording: Recording
    before: MediaSource | None


@value
class Chosen:
    """What choosing came to; without a choice nothing else is remembered than before."""

    found: Found
    choice: Choice | None = None


def choose(document: Document | None, source: MediaSource, choices: ChosenRecordings) -> Chosen:
    """Remember a recording for a transcript, if one is open; raises `MediaError`."""
    recording = Recording(source, info_of(source))
    if document is None or document.in_recording:
        return Chosen(Found(recording))
    recording = replace(recording, chosen=True)
    try:
        before = choices.chosen(document.key, document.path)
        moved = loading.remember(document, source, choices)
    except StateError as error:
        return Chosen(Found(recording, error))
    choice = None if before == source else Choice(document, recording, before)
    versions = loading.versions_with(document, source, choices)
    return Chosen(Found(recording, moved=moved, versions=versions), choice)


def take_back(choice: Choice, choices: ChosenRecordings) -> Found:
    """Remember what was remembered before a choice, and find that recording again."""
    document = choice.document
    try:
        if choice.before is None:
            choices.forget(document.key, document.path)
        else:
            choices.remember(document.key, choice.before, document.path)
    except StateError as error:
        return Found(choice.recording, error)
    return loading.find_recording(document, choices)


def forget(document: Document, choices: ChosenRecordings) -> Found:
    """Forget the recording chosen for a transcript, and find the one that is taken without."""
    try:
        choices.forget(document.key, document.path)
    except StateError as error:
        return Found(trouble=error)
    return loading.find_recording(document, choices)
