import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from viewer.session.tasks import Doing
from viewer.ui.dialogs.give_up_work import GiveUpWork


@pytest.fixture(params=[Doing.CLIPPING, Doing.SAVING, Doing.DOWNLOADING, Doing.UPDATING])
def dialog(qtbot, request):
    dialog = GiveUpWork(request.param)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_it_asks_one_question_with_two_answers_in_words(dialog):
    assert dialog.question.text().endswith("Quit and give it up?")
    assert "Keep" in dialog.keep.text().replace("&", "")
    assert dialog.quit.text() == "&Quit"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_who_only_presses_a_key_gives_nothing_up(dialog, key):
    QTest.keyClick(dialog.focusWidget() or dialog, key)
    assert not dialog.isVisible()
    assert not dialog.given_up


def test_it_is_given_up_by_its_button(dialog):
    dialog.quit.click()
    assert not dialog.isVisible()
    assert dialog.given_up


def test_a_failure_after_the_end_of_the_work_counts(dialog):
    dialog.leave()
    dialog.stay()
    assert not dialog.given_up
