"""What is still being made when the window is to be closed."""

from viewer.session.tasks import Doing
from viewer.ui.dialogs.give_up_work import GiveUpWork
from viewer.ui.window.library_room import LibraryRoom
from viewer.ui.window.parts import Parts


def unfinished(window: Parts, library: LibraryRoom) -> Doing | None:
    """Return what would be lost if the window went now."""
    return window.workspace.tasks.making or (Doing.SAVING if library.saves else None)


def may_go(window: Parts, library: LibraryRoom) -> bool:
    """Ask whether that may be given up; true where nothing is under way by the end.

    What comes to its end meanwhile needs no answer; what fails keeps the window, to say why.
    """
    doing = unfinished(window, library)
    if doing is None:
        return True
    dialog = GiveUpWork(doing, window)

    def look(*_news: object) -> None:
        if unfinished(window, library) is None:
            dialog.leave()

    tasks, news = window.workspace.tasks, window.workspace.news
    heard = [(tasks.busy_changed, look), (news.failed, dialog.stay)]
    if library.librarian is not None:
        heard += [(library.librarian.saving_changed, look), (library.librarian.failed, dialog.stay)]
    for signal, slot in heard:
        signal.connect(slot)
    try:
        dialog.exec()
    finally:
        for signal, slot in heard:
            signal.disconnect(slot)
        dialog.deleteLater()
    return dialog.given_up
