"""WebVTT by the W3C's parsing rules, and files that were meant to be WebVTT.

WEBVTT

00:01.500 --> 00:00:04.000 align:start
<v Anna>Good <00:02.000>morning.

https://www.w3.org/TR/webvtt1/#file-parsing
"""

import operator
import re
from collections.abc import Iterator
from itertools import repeat
from typing import Final

from viewer.core.transcript import Chapter, Transcript
from viewer.formats.captions.cues import Cues, Notes, note_steps_back, plain_texts, why_derived
from viewer.formats.captions.hand_edits import without_numbers
from viewer.formats.captions.highlights import add_lines, highlighted
from viewer.formats.captions.name_lines import label_first_lines
from viewer.formats.captions.rolling import unroll
from viewer.formats.captions.substation_signs import follow_signs
from viewer.formats.captions.webvtt.cues import (
    by_the_rules,
    cut,
    has_header,
    payloads_of,
    read_head,
)
from viewer.formats.captions.webvtt.text import read_cue_text, without_plain_tags
from viewer.formats.captions.webvtt.timed import Timed, timed_texts, timed_words
from viewer.formats.captions.webvtt.voices import ends_voice, is_sound, last
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.inline_times import words_of
from viewer.formats.kit.speaker_labels import NO_LABEL, Labels, label_glance, may_hold_label
from viewer.formats.kit.stamps import Stamps

NAME: Final = "webvtt"

_ODD_TIMES: Final = "The times on this line do not follow WebVTT's rules; they were guessed."
_TIME_TAG: Final = re.compile(r"<[0-9:]{5,12}\.[0-9]{3}>")
_ANY_TAG: Final = re.compile(r"<[^>]*>?")
#: What makes a cue more than lines to be joined: tags that count, entities, blanks at edges.
_ODD: Final = ("<", "&", "  ")
#: A time line as WebVTT has it and SubRip has not: a point before the fraction.
_TIME_LINE: Final = re.compile(
    r"^[ \t]*(?:[0-9]{1,6}:)?[0-9]{2}:[0-9]{2}\.[0-9]{3}[ \t]*-->[ \t]*[0-9:]{4,12}\.[0-9]{3}", re.M
)
_POINTED: Final = re.compile(r"\.[0-9]{3}[ \t]*-->")


def claims(sample: Content) -> Claim:
    """Look for the header, or without it for a time line with points before fractions."""
    if has_header(sample.text):
        return Claim.SURE
    if _POINTED.search(sample.text) is None:  # seen at a glance
        return Claim.NO
    return Claim.likely(_TIME_LINE.search(sample.text.replace("\r", "\n")))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every cue that can be read, and note what cannot."""
    cues = cut(content.text)
    if not cues.bodies:
        raise NothingUsableError("it is WebVTT without a single cue")
    draft = Draft(NAME, in_order=True)
    notes = Notes()
    read_head(content.text, cues, draft, notes)
    _Reader(cues, draft, notes).read()
    notes.report(cues, draft)
    if draft.metadata.get("Kind") == "chapters":
        add_chapters(draft)
    return draft.finish()


class _Reader:
    """Reads the cues' texts into a draft; plain ones, which are nearly all, take the short way."""

    def __init__(self, cues: Cues, draft: Draft, notes: Notes) -> None:
        self._cues = cues
        self._draft = draft
        self._notes = notes
        self._carried: str | None = None
        self._until = 0
        self._stamps = Stamps()
        self._timed: Iterator[Timed | None] = repeat(None)

    def read(self) -> None:
        """Read every cue: all at once if all are plain, one after the other if any is not."""
        cues = self._cues
        is_parted = any(body.endswith("\n") for body in cues.bodies[:-1])
        payloads = payloads_of(cues, self._notes)
        cues.bodies = payloads if is_parted else list(without_numbers(payloads))
        follow_signs(cues)
        if lines := highlighted(cues):
            add_lines(self._draft, lines, without_plain_tags)
            return
        note_steps_back(cues, self._notes)
        label_first_lines(cues)
        unroll(cues, self._notes, without_plain_tags)
        payloads = cues.bodies
        self._set_rules(payloads)
        plain = not self._speaks and all(map(operator.le, cues.starts, cues.ends))
        texts = plain_texts(payloads, without_plain_tags, _ODD) if plain else None
        if texts is None:
            if "<0" in cues.text and _TIME_TAG.search(cues.text):
                self._timed = timed_texts(_uncoloured(payloads))
            self._draft.extend(self._one_by_one(payloads))
        else:
            self._draft.extend(zip(cues.starts, cues.ends, texts, repeat(None), strict=False))
        if not by_the_rules(cues):
            for cue in range(len(cues)):
                self._notes.add(cue, 0, _ODD_TIMES)

    def _one_by_one(self, payloads: list[str]) -> Iterator[tuple[int, int, str, None]]:
        """Yield start, end and text of each plain cue; add the others, as they come, by itself."""
        starts, ends, speaks = self._cues.starts, self._cues.ends, self._speaks
        for cue, (start, end, text) in enumerate(zip(starts, ends, payloads, strict=True)):
            if (
                start > end
                or "<" in text
                or "&" in text
                or (speaks and may_hold_label(text))
                or self._carried
            ):
                self._read_odd(cue, start, end, text)
            else:
                yield start, end, text, None

    def _set_rules(self, payloads: list[str]) -> None:
        """Find out how this file tells its speakers: by voices or by labels."""
        voices = [text for text in payloads if "<v" in text] if "<v" in self._cues.text else []
        self._carries = bool(voices) and last(payloads)
        self._labels = None
        if not voices:
            labelled = filter(_may_be_labelled, filter(label_glance(self._cues.text), payloads))
            texts = (_ANY_TAG.sub("", text) if "<" in text else text for text in labelled)
            labels = Labels(texts, len(payloads))
            self._labels = labels if labels.any else None
        self._speaks = bool(voices) or self._labels is not None

    def _read_odd(self, cue: int, start: int, stated_end: int, payload: str) -> None:
        """Add a cue that has times, voices, labels, entities, or that ends too early."""
        end = stated_end if start <= stated_end else None
        if end is None:
            self._notes.add(cue, 0, why_derived(stated_end))
        if "<" in payload and (timed := next(self._timed)):
            words = timed_words(timed, start, max(start, stated_end))
            text = "".join(timed[1]).strip(" \n")
            voice = self._voice_of(start, payload)
            self._draft.segment(start, end, text, speaker=voice, words=words)
        else:
            self._read_with_care(start, end, payload)
        self._until = max(start, stated_end)

    def _voice_of(self, start: int, payload: str) -> str | None:
        """Return whose voice goes on in a cue, and forget it where it ends."""
        if self._carried is None or is_sound(payload):
            return None
        if "<v" not in payload and ends_voice(payload, start - self._until):
            self._carried = None
        return self._carried

    def _read_with_care(self, start: int, end: int | None, payload: str) -> None:
        voice = self._voice_of(start, payload)
        read = read_cue_text(payload, voice, self._stamps)
        if self._carries and "<v" in payload:
            self._carried = read.open_voice
        labels = self._labels if _may_be_labelled(payload) else None
        for run in read.runs:
            if run.timed:
                words = words_of(run.pieces, start, start if end is None else end)
                self._draft.segment(start, end, run.text, speaker=run.speaker, words=words)
            elif labels is not None:
                for speaker, part in labels.split(run.text):
                    self._draft.segment(start, end, part, speaker=speaker)
            else:
                self._draft.segment(start, end, run.text, speaker=run.speaker)


def _uncoloured(payloads: list[str]) -> Iterator[str]:
    """Yield each payload that has tags, without those that only change how it looks."""
    tagged = (text for text in payloads if "<" in text)
    return (without_plain_tags(text) if "</" in text else text for text in tagged)


def _may_be_labelled(payload: str) -> bool:
    """Return whether a label could stand in a cue's text: not where the words have times."""
    if payload.startswith(NO_LABEL) or ("<" in payload and _TIME_TAG.search(payload)):
        return False
    return may_hold_label(payload)


def add_chapters(draft: Draft) -> None:
    """Add a chapter for each segment of a file that says that it holds chapters."""
    for segment in draft.finish().segments:
        draft.chapters.append(Chapter(segment.start_ms or 0, segment.text))
