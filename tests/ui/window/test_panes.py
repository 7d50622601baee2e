import pytest
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from viewer.ui.details.panel import DetailsPanel
from viewer.ui.player.play_bar import PlayBar
from viewer.ui.player.video_panel import VideoPanel
from viewer.ui.window.panes import NARROW_PX, PICTURE_PX, PICTURE_SHARE, Arrangement, Panes
from viewer.ui.window.text_side import TranscriptPane


class Side(QWidget):
    """A widget that takes whatever room it is given."""


@pytest.fixture
def panes(qtbot, actions):
    panes = Panes(Side(), Side(), DetailsPanel(actions), Side())
    qtbot.addWidget(panes)
    panes.resize(1200, 700)
    panes.show()
    panes.heard = []
    panes.arranged.connect(panes.heard.append)
    return panes


@pytest.fixture
def full(panes):
    """Panes with a recording that has a picture."""
    panes.set_open(True)
    panes.set_has_picture(True)
    return panes


def test_without_a_picture_the_text_has_the_whole_width(panes):
    assert panes.arrangement is Arrangement.TEXT_ALONE
    assert panes._text.width() == panes.width()
    assert not panes._picture.isVisible()


def test_with_nothing_open_there_is_nothing_to_play(panes):
    assert not panes._play_bar.isVisible()
    assert not panes._details.isVisible()
    panes.set_open(True)
    assert panes._play_bar.isVisible()
    assert panes._details.isVisible()


def test_the_play_bar_stands_below_what_it_plays(full):
    assert full._play_bar.parentWidget() is full._side
    full.set_has_picture(False)
    assert full._play_bar.parentWidget() is full._foot
    assert full._play_bar.width() == full.width()
    assert full._play_bar.isVisible()


def test_the_picture_takes_its_share(full):
    assert full._side.width() == pytest.approx(1200 * PICTURE_SHARE, abs=5)
    full.shares = (0.3, 0.6)
    assert full._side.width() == pytest.approx(360, abs=5)


def test_a_narrow_window_has_the_picture_above(full):
    full.resize(NARROW_PX - 1, 800)
    assert full.arrangement is Arrangement.ABOVE
    assert full._picture.height() < full._text.y() + full._text.height()
    full.shares = (0.3, 0.6)
    assert full._side.height() == pytest.approx(480, abs=5)
    full.resize(NARROW_PX, 800)
    assert full.arrangement is Arrangement.BESIDE
    assert full._side.width() == pytest.approx(240, abs=5)


def test_a_moved_splitter_is_remembered_for_its_direction_alone(full):
    full._splitter.moveSplitter(400, 1)
    assert full.shares == (pytest.approx(400 / 1200, abs=0.01), 0.45)
    full.resize(1500, 700)
    assert full._side.width() == pytest.approx(500, abs=8)


@pytest.mark.parametrize("shares", [(0.0, 1.0), (-3, 7)])
def test_no_share_hides_a_side(full, shares):
    full.shares = shares
    assert full.shares == (0.1, 0.9)


@pytest.mark.parametrize(
    ("picture", "text", "arrangement"),
    [
        (True, True, Arrangement.BESIDE),
        (False, True, Arrangement.TEXT_ALONE),
        (True, False, Arrangement.PICTURE_ALONE),
    ],
)
def test_either_side_can_be_hidden(full, picture, text, arrangement):
    full.set_wanted(picture=picture, text=text)
    assert full.arrangement is arrangement
    assert full._picture.isVisible() is picture
    assert full._text.isVisible() is text


def test_full_screen_is_the_picture_and_the_play_bar(full):
    full.set_full_screen(True)
    assert full.arrangement is Arrangement.PICTURE_ALONE
    assert not full._details.isVisible()
    assert not full._text.isVisible()
    full.set_full_screen(False)
    assert full.arrangement is Arrangement.BESIDE
    assert full._details.isVisible()


def test_in_full_screen_news_does_not_bring_the_play_bar_back(full):
    full.set_full_screen(True)
    full._play_bar.hide()
    full.set_open(True)
    assert not full._play_bar.isVisible()


@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
def test_in_full_screen_nothing_moves_when_the_play_bar_comes_and_goes(real):
    real.set_has_picture(True)
    real.set_full_screen(True)
    squeeze(real, 800, 600)
    for shown in (True, False):
        real.show_over_picture(shown)
        QApplication.sendPostedEvents()
        assert real._picture.size() == real.size()


def test_full_screen_without_a_picture_is_the_text(panes):
    panes.set_open(True)
    panes.set_full_screen(True)
    assert panes.arrangement is Arrangement.TEXT_ALONE


def test_an_arrangement_is_reported_once(full):
    full.resize(1201, 700)
    full.set_has_picture(True)
    assert full.heard == [Arrangement.BESIDE]


def test_what_cannot_be_played_has_no_play_bar(full):
    full.set_open(True, playable=False)
    assert not full._play_bar.isVisible()
    assert full._details.isVisible()


def squeeze(panes, width, height):
    panes.resize(width, height)
    QApplication.sendPostedEvents()  # what widgets ask of their layouts


@pytest.fixture
def real(qtbot, actions):
    """Panes with what really stands in them."""
    text = TranscriptPane(actions)
    panes = Panes(VideoPanel(), PlayBar(actions), DetailsPanel(actions), text)
    qtbot.addWidget(panes)
    panes.setMinimumSize(1, 1)  # as in the window, which has a minimum of its own
    panes.resize(640, 700)
    panes.show()
    panes.set_open(True)
    panes.set_has_picture(True)
    yield panes
    panes.hide()


@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
@pytest.mark.parametrize("size", [(640, 436), (500, 376), (420, 276), (420, 210), (800, 210)])
@pytest.mark.parametrize("has_picture", [True, False])
def test_in_a_small_window_nothing_covers_the_play_bar(real, size, has_picture):
    real.set_has_picture(has_picture)
    squeeze(real, *size)
    bar, details = real._play_bar, real._details
    assert bar.height() >= bar.minimumSizeHint().height()
    assert bar.parentWidget().rect().contains(bar.geometry())
    assert details.y() == bar.y() + bar.height()
    assert details.parentWidget().rect().contains(details.geometry())
    assert real._text.height() >= 60
    if has_picture:
        assert real._picture.y() + real._picture.height() <= bar.y()


@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
def test_where_height_is_short_the_details_fold_and_come_back_then_the_picture_shrinks(real):
    text = real._details.findChild(QTextBrowser)
    assert text.isVisible()
    squeeze(real, 640, 376)
    assert not text.isVisible()
    assert not real._details.folded  # as the reader wants it
    assert real._picture.height() == PICTURE_PX
    squeeze(real, 640, 276)
    assert 0 < real._picture.height() < PICTURE_PX
    squeeze(real, 640, 700)
    assert text.isVisible()


@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
@pytest.mark.parametrize("height", [376, 420, 700])
def test_beside_the_text_alone_the_details_never_have_the_larger_share(real, qtbot, height):
    text = real._details.findChild(QTextBrowser)
    text.setPlainText("A line.\n" * 40)
    real.set_wanted(picture=False, text=True)
    squeeze(real, 420, height)
    qtbot.waitUntil(lambda: real._text.height() >= 1.5 * real._details.height())
    assert text.isVisible()
    assert text.height() >= 60


@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
@pytest.mark.parametrize(("lines", "least", "most"), [(1, 60, 75), (6, 80, 150), (40, 180, 180)])
def test_the_details_are_no_higher_than_what_stands_in_them(real, qtbot, lines, least, most):
    text = real._details.findChild(QTextBrowser)
    text.setPlainText("A line.\n" * lines)
    squeeze(real, 640, 900)
    qtbot.waitUntil(lambda: least <= text.height() <= most)


def test_a_picture_that_comes_or_goes_waits_while_the_mouse_is_at_work_in_the_text(panes):
    panes.set_open(True)
    for has_picture, before, after in (
        (True, Arrangement.TEXT_ALONE, Arrangement.BESIDE),
        (False, Arrangement.BESIDE, Arrangement.TEXT_ALONE),
    ):
        width = panes._text.width()
        panes.hold_still()
        panes.set_has_picture(has_picture)
        assert (panes.arrangement, panes._text.width()) == (before, width)
        assert panes.has_picture is has_picture
        panes.let_move()
        assert panes.arrangement is after


def test_what_the_reader_wishes_waits_for_no_mouse(full):
    full.hold_still()
    full.set_wanted(picture=False, text=True)
    assert full.arrangement is Arrangement.TEXT_ALONE


@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
def test_the_picture_gives_way_to_what_is_told_above_the_text_but_not_altogether(real):
    text = real._text
    text.find_bar.hide()
    squeeze(real, 420, 376)
    assert real._picture.height() == PICTURE_PX
    text.message.show_message("Something to be told.")
    text.find_bar.show()
    squeeze(real, 420, 350)
    assert PICTURE_PX > real._picture.height() > 0
    assert text.message.height() >= text.message.heightForWidth(text.width()) > 0
    assert text.beside.height() >= text.beside.text_least_px
    squeeze(real, 420, 276)
    assert real._picture.height() > PICTURE_PX // 4
