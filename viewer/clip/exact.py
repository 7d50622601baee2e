"""Clips encoded anew, so that they begin and end where they are to, to the millisecond."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

import av
import av.container

from viewer.clip.burning import Drawing
from viewer.clip.kinds import Kind
from viewer.clip.lettering import Lettering
from viewer.clip.look import Look
from viewer.clip.output import Output
from viewer.clip.sound import Sound
from viewer.clip.source import Cancelled, Source, source_of
from viewer.clip.track import CaptionTrack
from viewer.clip.wish import Captions, Wish
from viewer.core.timecode import format_clock
from viewer.errors import MediaError
from viewer.media.probe import opened

Progress: TypeAlias = Callable[[float], None]

#: A recording of which so much at the end cannot be decoded is damaged.
_LACK_S: Final = 1
#: A step of the work: whether of sound, and how far it came, in seconds from the part's begin.
_Step: TypeAlias = tuple[bool, Fraction]


class ExactCut:
    """Writes the parts one after another into a container."""

    def __init__(
        self,
        container: av.container.OutputContainer,
        wish: Wish,
        kind: Kind,
        looks: Sequence[Look],
        lettering: Lettering,
    ) -> None:
        self._wish, self._looks = wish, looks
        self._output = Output(container, kind, looks)
        burned = wish.captions is Captions.BURNED
        self._drawing = Drawing(self._output.size or (2, 2), burned, lettering)
        if wish.captions is Captions.TRACK:
            self._write_track(container, kind)

    def write(self, progress: Progress, cancelled: Cancelled) -> int:
        """Encode everything; return how long it is, in milliseconds."""
        total = Fraction(sum(look.part.length_ms for look in self._looks), 1000)
        begin = furthest = Fraction(0)
        for look in self._looks:
            for _, time in self._part(look, begin, cancelled):
                if cancelled():
                    raise MediaError("The clip was not made: it was cancelled.")
                furthest = max(furthest, begin + time)
                progress(float(furthest / total))
            begin += Fraction(look.part.length_ms, 1000)
        self._output.finish(total)
        return round(total * 1000)

    def _write_track(self, container: av.container.OutputContainer, kind: Kind) -> None:
        track, begin_ms, length_ms = CaptionTrack(container, kind.captions), 0, self._wish.length_ms
        for look in self._looks:
            track.write(cue.moved(begin_ms, length_ms) for cue in look.part.shown_cues())
            begin_ms += look.part.length_ms

    def _part(self, look: Look, begin: Fraction, cancelled: Cancelled) -> Iterator[_Step]:
        """Encode a part, what is seen and what is heard by turns, each as far as the other."""
        path, output = look.part.recording, self._output
        with opened(path) as seen, opened(path) as heard:
            sound = Sound(source_of(path, heard), look.part.stretch, output.rate, output.layout)
            steps, reached = [], Fraction(0)
            if output.video is not None and look.has_picture:
                steps.append(self._pictures(source_of(path, seen), look, begin, cancelled))
            if output.audio is not None:
                steps.append(self._sound(sound, cancelled))
            for is_sound, time in _by_turns(steps):
                reached = reached if is_sound else max(reached, time)
                yield is_sound, time
            if not cancelled():
                _check_end(look, max(reached, Fraction(sound.heard, sound.rate)))

    def _pictures(
        self, source: Source, look: Look, begin: Fraction, cancelled: Cancelled
    ) -> Iterator[_Step]:
        for frame, time, end in self._drawing.of(look.part, source, cancelled):
            self._output.show(frame, begin + time)
            yield False, end

    def _sound(self, sound: Sound, cancelled: Cancelled) -> Iterator[_Step]:
        done = 0
        for frame in sound.frames(cancelled):
            self._output.hear(frame)
            done += frame.samples
            yield True, Fraction(done, sound.rate)


def _by_turns(steps: Sequence[Iterator[_Step]]) -> Iterator[_Step]:
    """Take the steps of several kinds of work, always of the one that is behind."""
    times = dict.fromkeys(range(len(steps)), Fraction(0))
    while times:
        behind = min(times, key=times.__getitem__)
        step = next(steps[behind], None)
        if step is None:
            del times[behind]
        else:
            times[behind] = step[1]
            yield step


def _check_end(look: Look, reached: Fraction) -> None:
    """Raise `MediaError` where the recording could not be decoded to the end of the part."""
    if reached + _LACK_S > Fraction(look.part.length_ms, 1000):
        return
    name, begin_ms = look.part.recording.name, look.part.stretch.begin_ms
    if reached == 0:
        raise MediaError(
            f"Nothing at {format_clock(begin_ms)} in {name} can be decoded.",
            hint="It may be damaged there.",
        )
    end = format_clock(begin_ms + round(reached * 1000))
    raise MediaError(f"Nothing after {end} in {name} can be decoded.", hint="It may be damaged.")
