"""Own styles: the dialog, its preview from what is selected, and keeping them as files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from viewer.core.late import late
from viewer.core.quote import Quote
from viewer.core.transcript import Source
from viewer.disk.whole import write_whole
from viewer.errors import QuoteError, ViewerError
from viewer.quotes.styles import Style, template_file, templates_in
from viewer.quotes.wording import Parts, Wording
from viewer.session.jobs import Jobs

if TYPE_CHECKING:
    from viewer.session.job import Job
    from viewer.ui.dialogs.own_styles import OwnStyles

#: A file can have such a name on every system.
_NAME: Final = late(r"[^\W_](?:[\w &'()+,.-]{0,60}[\w)])?")
_FIRST: Final = """\
“{{ text }}”
{% if speaker %}{{ speaker }}, {% endif %}{{ title }}{% if time %}, {{ time }}{% endif %}
{% if link %}{{ link }}{% endif %}
"""
_EXAMPLE: Final = Quote(
    "These are the words that are selected.",
    16_400,
    23_400,
    "Anna",
    Source("A talk", "A channel", None, "https://example.org/talk"),
)


class TemplateDesk(QObject):
    """Opens the dialog for own styles; `saved` tells the name of one that was kept."""

    saved = Signal(str)

    def __init__(
        self,
        window: QWidget,
        jobs: Jobs,
        folder: Path,
        quote: Callable[[], Quote | None],
        wording: Callable[[], Wording],
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._folder = window, jobs, folder
        self._quote, self._wording = quote, wording
        self._dialog: OwnStyles | None = None
        self._job: Job | None = None

    @Slot()
    def open(self) -> None:
        """Show the first own style, or one to begin with."""
        from viewer.quotes.templates import VARIABLES
        from viewer.ui.dialogs.own_styles import OwnStyles

        names = self._names()
        dialog = self._dialog = OwnStyles(names, VARIABLES, self._window)
        dialog.preview_requested.connect(self._preview)
        dialog.save_requested.connect(self._save)
        dialog.name_chosen.connect(self._show)
        dialog.finished.connect(self._forget)
        if names:
            self._show(names[0])
        else:
            dialog.show_template(self.tr("My style"), _FIRST)
        dialog.open()

    def _names(self) -> list[str]:
        return [path.stem for path in templates_in(self._folder)]

    @Slot(str)
    def _show(self, name: str) -> None:
        if self._dialog is not None:
            try:
                template = template_file(self._folder, name).read_text("utf-8")
            except (OSError, UnicodeDecodeError):
                self._dialog.report(self.tr("This style cannot be read."))
            else:
                self._dialog.show_template(name, template)

    @Slot(str)
    def _preview(self, template: str) -> None:
        """Fill the template with what is selected, elsewhere; a later one ends the wish."""
        from viewer.quotes.templates import filled

        if self._job is not None:
            self._job.cancel()
        parts = Parts.of(self._quote() or _EXAMPLE, self._wording())
        work = partial(filled, template, parts)
        self._job = self._jobs.run(lambda _: work().plain, self._show_preview, self._report)

    def _show_preview(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.show_preview(text)

    def _report(self, error: ViewerError) -> None:
        if self._dialog is not None:
            line = error.line if isinstance(error, QuoteError) else 0
            self._dialog.report(f"{error} {error.hint}".strip(), line)

    @Slot(str, str)
    def _save(self, name: str, template: str) -> None:
        if self._dialog is None:
            return
        if not _NAME.fullmatch(name) or name in set(Style):
            self._dialog.report(self.tr("Give it another name, in letters and figures."))
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(template_file(self._folder, name), template.encode())
        except OSError as error:
            words = self.tr("The style could not be saved: {reason}.")
            self._dialog.report(words.format(reason=error.strerror))
            return
        self._dialog.accept()
        self.saved.emit(name)

    @Slot()
    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = self._job = None
