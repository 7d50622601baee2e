import pytest
from PySide6.QtCore import Qt, QTimer, QTranslator
from PySide6.QtWidgets import QProgressBar, QPushButton

from viewer.session.tasks import Doing
from viewer.ui.widgets.busy_bar import PATIENCE_MS, BusyBar
from viewer.ui.widgets.elided_label import ElidedLabel


@pytest.fixture
def bar(qtbot):
    bar = BusyBar()
    qtbot.addWidget(bar)
    yield bar
    bar.stop()


def delay(bar):
    return bar.findChild(QTimer)


def test_quick_work_shows_nothing(bar):
    bar.start("Reading…")
    assert bar.isHidden()
    assert delay(bar).isActive()
    assert delay(bar).interval() == PATIENCE_MS == 300
    bar.stop()
    assert bar.isHidden()
    assert not delay(bar).isActive()


def test_longer_work_is_named_and_can_be_given_up(bar, qtbot):
    bar.start("Reading talk.srt…")
    delay(bar).timeout.emit()
    assert not bar.isHidden()
    assert bar.findChild(ElidedLabel).text() == "Reading talk.srt…"
    with qtbot.waitSignal(bar.cancel_requested):
        qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert not bar.isHidden()
    bar.stop()
    assert bar.isHidden()


def test_what_cannot_be_given_up_has_no_button(bar):
    bar.start("Saving…", cancellable=False)
    assert bar.findChild(QPushButton).isHidden()
    bar.start("Reading…")
    assert not bar.findChild(QPushButton).isHidden()


@pytest.mark.parametrize(("share", "value"), [(0.0, 0), (0.25, 250), (7.0, 1000), (-1, 0)])
def test_progress_is_a_share(bar, share, value):
    bar.start("Making the sample…")
    progress = bar.findChild(QProgressBar)
    assert progress.maximum() == 0  # nobody knows yet
    bar.progress(share)
    assert (progress.value(), progress.maximum()) == (value, 1000)


def test_other_work_does_not_begin_the_waiting_again(bar):
    bar.start("One…")
    first = delay(bar).remainingTime()
    bar.start("Two…")
    assert delay(bar).remainingTime() <= first
    delay(bar).timeout.emit()
    delay(bar).stop()
    bar.start("Three…")
    assert not delay(bar).isActive()
    assert not bar.isHidden()


class Shouting(QTranslator):
    """A language in which everything is said in capitals."""

    def translate(self, context, text, *_more):
        return text.upper() if context == "BusyBar" else ""


def test_what_the_session_does_is_reported_in_the_users_language(qtbot, qapp):
    translator = Shouting()
    qapp.installTranslator(translator)
    try:
        bar = BusyBar()
    finally:
        qapp.removeTranslator(translator)
    qtbot.addWidget(bar)
    reported = []
    for doing in Doing:
        bar.show_work(doing)
        reported.append(bar.findChild(ElidedLabel).text())
    assert reported[0] == "OPENING…"
    assert len(set(reported)) == len(Doing)
    assert all(word.isupper() for word in reported)
    bar.show_work(None)
    assert not delay(bar).isActive()
