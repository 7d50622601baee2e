import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel

from viewer.session.opened import Opened
from viewer.ui.player.video_panel import VideoPanel

# Without a graphics card, which the offscreen platform never has.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)
LEFT = Qt.MouseButton.LeftButton
GREEN = QColor("#208040")


@pytest.fixture
def panel(qtbot):
    panel = VideoPanel()
    qtbot.addWidget(panel)
    panel.resize(400, 300)
    return panel


@pytest.fixture
def picture(panel):
    panel.sink()  # which makes it
    panel.show()
    yield panel.findChild(QVideoWidget)
    panel.hide()


def frame(color=GREEN, width=320, height=240):
    image = QImage(width, height, QImage.Format.Format_RGBA8888)
    image.fill(color)
    return QVideoFrame(image)


def test_a_click_on_the_picture_toggles_once_where_it_ends_as_it_began(panel, picture):
    toggles = QSignalSpy(panel.clicked)
    QTest.mouseClick(picture, LEFT)
    assert toggles.count() == 1
    QTest.mouseClick(picture, Qt.MouseButton.RightButton)
    QTest.mousePress(picture, LEFT, pos=QPoint(50, 50))
    QTest.mouseRelease(picture, LEFT, pos=QPoint(50, -20))
    assert toggles.count() == 1


def test_a_double_click_asks_for_full_screen_and_leaves_playing_as_it_was(panel, picture):
    toggles, full = QSignalSpy(panel.clicked), QSignalSpy(panel.double_clicked)
    QTest.mouseClick(picture, LEFT)
    QTest.mouseDClick(picture, LEFT)
    assert full.count() == 1
    assert toggles.count() % 2 == 0


def test_the_line_goes_with_the_frames_that_come_after_it(panel, picture):
    panel.set_line("Raqqa was once a symbol.")
    panel.sink().setVideoFrame(frame())
    assert panel.sink().videoFrame().subtitleText() == "Raqqa was once a symbol."


def test_a_paused_picture_gets_the_new_line_too(panel, picture, qtbot):
    panel.sink().setVideoFrame(frame())
    panel.set_line("A hub for IS leadership.")
    qtbot.waitUntil(lambda: panel.sink().videoFrame().subtitleText() == "A hub for IS leadership.")
    panel.set_line_shown(False)
    qtbot.waitUntil(lambda: panel.sink().videoFrame().subtitleText() == "")
    panel.set_line("Another.")
    assert panel.sink().subtitleText() == ""
    panel.set_line_shown(True)
    assert panel.sink().subtitleText() == "Another."


def test_while_frames_come_none_is_handed_in_again(panel, picture, qtbot):
    panel.set_line("One.")
    panel.sink().setVideoFrame(frame())
    spy = QSignalSpy(panel.sink().videoFrameChanged)
    panel.set_line("Two.")
    panel.sink().setVideoFrame(frame())
    qtbot.waitUntil(lambda: not picture._patience.isActive())
    assert spy.count() == 1


def test_there_is_no_picture_before_there_is_one_to_be_seen(panel):
    panel.set_line("One.")
    panel.set_covered(20)
    panel.show_opened(Opened())
    assert panel.findChild(QVideoWidget) is None
    assert panel.sink().subtitleText() == "One."
    assert panel.findChild(QVideoWidget) is not None


def test_a_recording_that_goes_takes_its_last_frame_along(panel, picture):
    panel.sink().setVideoFrame(frame())
    panel.show_opened(Opened())
    assert not panel.sink().videoFrame().isValid()


def test_the_caption_stands_below_the_picture_and_goes_when_empty(panel, picture):
    panel.set_caption("Stand-in recording.")
    caption = next(it for it in panel.findChildren(QLabel) if it.text() == "Stand-in recording.")
    assert caption.isVisible()
    assert caption.y() >= picture.geometry().bottom()
    panel.set_caption("")
    assert not caption.isVisible()


def test_the_size_of_frames_moves_nothing(panel, picture):
    before = panel.sizeHint()
    panel.sink().setVideoFrame(frame(width=1920, height=1080))
    assert panel.sizeHint() == before
    assert panel.minimumSizeHint().width() <= 260


@pytest.mark.parametrize("covered", [0, 20, 66, 250])
def test_the_line_stands_above_what_covers_the_foot_of_the_picture(panel, picture, covered):
    panel.resize(800, 480)
    panel.sink().setVideoFrame(frame(width=640, height=360))
    panel.set_line("Raqqa was once a symbol.")
    panel.set_covered(covered)
    line, *below = panel.sink().subtitleText().split("\n")
    assert line == "Raqqa was once a symbol."
    height = QFontMetrics(QFont(panel.font().family(), int(450 * 0.045))).height()
    spare = len(below) * height - (covered - 15 - 450 * 0.05)  # of 450 rows, 15 below are black
    assert 0 <= spare < height or not below
    assert "".join(below).strip() == ""
    panel.set_covered(0)
    assert panel.sink().subtitleText() == "Raqqa was once a symbol."


def test_no_rows_stand_where_nothing_is_said(panel, picture):
    panel.sink().setVideoFrame(frame())
    panel.set_covered(100)
    assert panel.sink().subtitleText() == ""


@pytest.mark.usefixtures("picture")
def test_a_word_does_not_come_back_with_the_picture(panel):
    panel.say("Muted")
    assert panel.word.text == "Muted"
    panel.hide()
    panel.show()
    assert panel.word.text == ""
