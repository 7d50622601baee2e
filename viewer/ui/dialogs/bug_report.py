"""The one dialog for bugs: what happened, in full, ready to be copied."""

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from viewer.ui.dialogs.report import ReportDialog

#: A bug in painting happens at every frame; more than these tell nothing new.
_MOST_SHOWN: Final = 5


class BugReporter(QObject):
    """Shows unexpected exceptions, all in one window, and lets the program run on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: ReportDialog | None = None
        self._shown: list[str] = []

    @classmethod
    def install(cls) -> "BugReporter":
        """Have every uncaught exception of the GUI thread shown, and printed as before."""
        reporter = cls(QCoreApplication.instance())
        sys.excepthook = reporter.report
        return reporter

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Print an exception, and show it in the window for bugs."""
        sys.__excepthook__(kind, error, trace)
        in_gui_thread = threading.current_thread() is threading.main_thread()
        if issubclass(kind, Exception) and in_gui_thread and len(self._shown) < _MOST_SHOWN:
            self._shown.append(describe(error))
            self._show()

    def _show(self) -> None:
        text = "\n\n".join([_machine(), *self._shown])
        if self._dialog is not None:
            self._dialog.set_text(text)
            return
        intro = self.tr(
            "Something went wrong in Cueline. This is a bug: nothing of yours is lost, and you can "
            "carry on. Please copy this text into a report and say what you did just before."
        )
        from viewer.ui.dialogs.report import ReportDialog

        dialog = ReportDialog(self.tr("A bug in Cueline"), intro, text, QApplication.activeWindow())
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _forget(self) -> None:
        self._dialog = None
        self._shown.clear()


def describe(error: BaseException) -> str:
    """Return an exception's whole story, without the user's name in the paths."""
    story = "".join(traceback.format_exception(error)).strip()
    home = str(Path.home())
    return story.replace(home, "~") if len(home) > 1 else story


def _machine() -> str:
    from viewer.ui.dialogs.versions import versions

    return "\n".join(f"{name}: {value}" for name, value in versions().items())
