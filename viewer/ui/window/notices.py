"""What the user is told: failures, what was not found, what does not fit."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.timecode import format_clock, format_length
from viewer.core.transcript import Transcript
from viewer.errors import (
    EngineUnavailableError,
    RecordingGoneError,
    UnknownFormatError,
    ViewerError,
)
from viewer.formats.decoding.kinds import BINARY
from viewer.session.choices import Choice
from viewer.session.clipping import Clipped
from viewer.session.document import Recording
from viewer.session.opened import Change, Opened
from viewer.ui.commands.actions import Actions, Command, CommandSpec
from viewer.ui.commands.worded import command_words
from viewer.ui.widgets.message_bar import Action, Kind, MessageBar
from viewer.ui.window.recording_choice import RecordingChoice


class Notices(QObject):
    """Puts sentences into the message bar, each with the button that helps, if one does."""

    problems_wanted = Signal()

    def __init__(
        self,
        bar: MessageBar,
        commands: Actions,
        recordings: RecordingChoice,
        doctor: Callable[[], object],
        open_as: Callable[[Path], object],
    ) -> None:
        super().__init__(bar)
        self._bar = self._own = bar  # that of the text
        self._commands, self._recordings, self._doctor = commands, recordings, doctor
        self._open_as = open_as

    def speak_in(self, bar: MessageBar) -> None:
        """Show messages in another bar from now on: the one that is in view."""
        self._bar = bar

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Forget what was said about another document, and say what is the matter with this."""
        transcript, recording = opened.transcript, opened.recording
        if opened.other_document:
            self._bar.clear()
            self._own.clear()
            if opened.anything:
                self._bar = self._own  # what was in view gives way to it
            if transcript is not None:
                self._count_problems(transcript)
        other = opened.change is not Change.READING
        if other and transcript is not None and recording is not None:
            self._compare_lengths(recording, transcript)

    @Slot(object)
    def show_error(self, error: ViewerError) -> None:
        """Say what failed, and what to do."""
        if isinstance(error, EngineUnavailableError):
            self._bar.show_error(error, self.tr("What is missing?"), self._doctor)
        elif isinstance(error, UnknownFormatError) and error.reason == BINARY.reason:
            open_as = partial(self._open_as, error.path)
            self._bar.show_error(error, self.tr("Open with encoding…"), open_as)
        else:
            self._bar.show_error(error)

    @Slot(object)
    def show_recording_error(self, error: ViewerError) -> None:
        """Say why the open transcript's recording does not play; another one can be chosen."""
        remedies = [self.choose]
        if isinstance(error, RecordingGoneError):
            remedies.append(self._way_of(Command.FORGET_RECORDING))
        self.show_remedy(error, *remedies)

    def show_remedy(self, error: ViewerError, *remedies: Action) -> None:
        """Say what failed, with what may help."""
        self._bar.show_message(str(error), error.hint, kind=Kind.ERROR, actions=remedies)

    def ask(self, sentence: str, hint: str, *answers: Action) -> None:
        """Ask something that can be left unanswered."""
        self._bar.show_message(sentence, hint, kind=Kind.WARNING, actions=answers)

    def tell(self, sentence: str, hint: str, *actions: Action) -> None:
        """Say something that is no failure."""
        self._bar.show_message(sentence, hint, actions=actions)

    def _count_problems(self, transcript: Transcript) -> None:
        """Say that the file was not all it should be."""
        count = len(transcript.problems)
        if count:
            self._bar.show_message(
                self.tr("1 thing in this file was skipped or guessed.")
                if count == 1
                else self.tr("{n} things in this file were skipped or guessed.").format(n=count),
                action_text=self.tr("Show"),
                action=self.problems_wanted.emit,
                kind=Kind.WARNING,  # so that what comes right after it does not drown it
            )

    @Slot(object)
    def show_clip(self, clipped: Clipped) -> None:
        """Say where a clip is now, and where it begins if that is not where it was to."""
        hint = ""
        if clipped.early_ms > 0:
            words = self.tr("It begins {length} earlier, at a keyframe.")
            hint = words.format(length=format_length(clipped.early_ms))
        self._tell_saved(clipped.made.path, hint)

    @Slot(object)
    def show_saved(self, path: Path) -> None:
        """Say where a copy is now, and nothing more of what went wrong before."""
        self._tell_saved(path)

    @Slot(object, int)
    def show_saved_guessing(self, path: Path, lines: int) -> None:
        """Say where a copy is now, and that lines in it have times which the transcript has not."""
        self._tell_saved(
            path,
            self.tr("1 line has no time of its own; it was put between those beside it.")
            if lines == 1
            else self.tr(
                "{n} lines have no times of their own; they were spread by length between others."
            ).format(n=f"{lines:,}"),
        )

    @Slot()
    def show_kept(self) -> None:
        """Say that notes that could not be kept are kept now."""
        self._bar.show_message(self.tr("Your notes are kept again."), kind=Kind.DONE)

    def tell_lost(self, count: int, show: Callable[[], object]) -> None:
        """Say that the words of notes are not in the transcript any more."""
        self._bar.show_message(
            self.tr("The transcript has changed: 1 of your quotes is not in it any more.")
            if count == 1
            else self.tr(
                "The transcript has changed: {n} of your quotes are not in it any more."
            ).format(n=count),
            action_text=self.tr("Show"),
            action=show,
            kind=Kind.WARNING,
        )

    def _tell_saved(self, path: Path, hint: str = "") -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        self._bar.clear()
        folder = QUrl.fromLocalFile(str(path.parent))
        self._bar.show_message(
            self.tr("Saved as {file} in {folder}.").format(file=path.name, folder=path.parent),
            hint,
            action_text=self.tr("Show folder"),
            action=partial(QDesktopServices.openUrl, folder),
            kind=Kind.DONE,
        )

    @Slot()
    def show_no_recording(self) -> None:
        """Say that no recording was found, quietly."""
        self.show_elsewhere(
            self.tr("No recording was found near this transcript."),
            self.tr("You can still read, select and quote it."),
        )

    def show_elsewhere(self, sentence: str, hint: str, *ways: Action) -> None:
        """Say where a recording is, quietly, with the ways to it; the way to a file comes last."""
        self._bar.show_message(sentence, hint, actions=(*ways, self.choose))

    @property
    def choose(self) -> Action:
        """The way to a file, which is a command's."""
        return self._way_of(Command.OPEN_RECORDING)

    def _way_of(self, command: CommandSpec) -> Action:
        """Return a message's button for a command."""
        key = self._commands.hint(command)
        return Action(command_words(command), self._commands[command].trigger, key=key)

    @Slot()
    def show_no_transcript(self) -> None:
        """Say that a recording has no transcript near it."""
        self._bar.show_message(
            self.tr("No transcript was found near this recording."),
            self.tr("Open one, or drop it here."),
        )

    @Slot(object)
    def offer_relinking(self, moved: dict[str, Path]) -> None:
        """Offer to take along what moved with a recording that was chosen again."""
        count = len(moved)
        self._bar.show_message(
            self.tr("1 other recording has moved to the same folder.")
            if count == 1
            else self.tr("{n} other recordings have moved to the same folder.").format(n=count),
            self.tr("They belong to other transcripts."),
            self.tr("Link them too"),
            partial(self._recordings.relink, moved),
        )

    @Slot(object)
    def show_choice(self, choice: Choice) -> None:
        """Say which recording was chosen, and offer to take that back at once."""
        recording, transcript = choice.recording, choice.document.transcript
        sentence, hint = self.tr("{file} plays with this transcript from now on."), ""
        if recording.is_other_than(transcript):
            sentence, hint = self._lengths(recording, transcript)
        undo = partial(self._recordings.take_back, choice)
        name = recording.source.name
        self._bar.show_message(sentence.format(file=name), hint, self.tr("Undo"), undo)

    @Slot(int, str)
    def show_short(self, ms: int, engine: str) -> None:
        """Say why a jump ended before its place, in a recording whose length was guessed."""
        sentence = self.tr(
            "This recording does not state its length: {engine} jumps to {time} at most."
        )
        self._bar.show_message(
            sentence.format(engine=engine, time=format_clock(ms)),
            self.tr("From there it plays on to the end. With libVLC you can jump anywhere in it."),
        )

    def _compare_lengths(self, recording: Recording, transcript: Transcript) -> None:
        """Say so where the recording's length tells that it is another one."""
        if not recording.is_other_than(transcript):
            return
        sentence, hint = self._lengths(recording, transcript)
        self._bar.show_message(
            sentence.format(file=recording.source.name),
            hint,
            actions=[self.choose],
        )

    def _lengths(self, recording: Recording, transcript: Transcript) -> tuple[str, str]:
        """Return how a recording's length differs, for the name of its file, and what it means."""
        sentence = (
            self.tr("{file} is {length} long, but the transcript is {other}.")
            if transcript.duration_ms
            else self.tr("{file} is {length} long, but the transcript ends at {other}.")
        )
        length = format_clock(recording.info.duration_ms or 0)
        other = format_clock(transcript.length_ms or 0)
        filled = sentence.format(file="{file}", length=length, other=other)
        return filled, self.tr("This may be a different recording, so the times may not match.")
