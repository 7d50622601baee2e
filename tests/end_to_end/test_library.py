"""A folder of transcripts: opened, searched, heard, quoted, changed, and found again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.eight_formats import TALKS
from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, clipboard, press
from tests.media.films import film
from viewer.options import Options
from viewer.playback.engine import PlayState

#: So many files are made, in six formats and eight of their shapes.
FILES = 200


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "talks"
    made.mkdir()
    for number in range(FILES):
        talk = TALKS[number % len(TALKS)]
        name = f"{number:03} {talk.name}"
        (made / name).write_text(talk.content, encoding="utf-8")
    said = "1\n00:00:02,000 --> 00:00:04,000\nThey spoke of the rare\n\n"
    said += "2\n00:00:04,000 --> 00:00:06,000\nzebra herds of Kenya.\n"
    (made / "kenya.srt").write_text(said)
    film(made / "kenya.mp4", seconds=8)
    return made


def test_from_a_folder_to_a_quote_and_to_what_changed(start, qtbot, folder):
    program = start(Options(file=folder))
    room = program.window.library
    qtbot.waitUntil(lambda: room.shown, timeout=PATIENCE_MS)
    view = room.view
    qtbot.waitUntil(lambda: view.rows.rowCount() == FILES + 1, timeout=3 * PATIENCE_MS)
    qtbot.waitUntil(view.reading.isHidden, timeout=PATIENCE_MS)

    QTest.keyClicks(view.bar.query, '"rare zebra')
    QTest.keyClick(view.bar.query, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.hits.rows.rowCount() == 1, timeout=PATIENCE_MS)
    assert view.bar.count.text() == "1 place in 1 transcript"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    preview = room.preview
    qtbot.waitUntil(lambda: preview.player.position_ms > 2200, timeout=PATIENCE_MS)
    qtbot.waitUntil(preview.picture.isVisible, timeout=PATIENCE_MS)
    assert program.session.document is None
    press(Qt.Key.Key_Escape)
    assert preview.isHidden()
    press(Qt.Key.Key_Return)
    player, session = program.player, program.session
    qtbot.waitUntil(lambda: session.document is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    assert not room.shown
    assert session.document.path == folder / "kenya.srt"
    assert session.recording.path == folder / "kenya.mp4"
    assert program.window.text.find_bar.phrase == "rare zebra"
    qtbot.waitUntil(lambda: player.position_ms > 2100, timeout=PATIENCE_MS)
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert clipboard()[0].startswith("“rare zebra”")

    QTest.keyClick(program.window, Qt.Key.Key_K, CONTROL)
    assert room.shown
    assert view.bar.query.text() == '"rare zebra'
    changed = folder / "kenya.srt"
    changed.write_text(changed.read_text().replace("zebra", "antelope"))
    view.bar.query.setText("antelope herds")
    qtbot.waitUntil(lambda: _chosen(view) == "antelope herds", timeout=2 * PATIENCE_MS)


def _chosen(view):
    return view.hits.current.text if view.hits.current is not None else ""


def test_a_place_opened_out_of_the_library_is_in_view_though_messages_come(start, qtbot, tmp_path):
    folder = tmp_path / "talks"
    folder.mkdir()
    lines = [
        f"[00:{at // 60:02}:{at % 60:02}] Line {at} of a long talk." for at in range(0, 800, 4)
    ]
    lines[28] = "[00:01:52] Of quokkas there was no word before."  # the first one is lit till then
    (folder / "talk.txt").write_text("\n".join(lines))
    program = start(Options(file=folder), size=(1200, 768))
    room, text = program.window.library, program.window.text
    qtbot.waitUntil(lambda: room.shown, timeout=PATIENCE_MS)
    QTest.keyClicks(room.view.bar.query, "quokkas")
    qtbot.waitUntil(lambda: room.view.hits.rows.rowCount() == 1, timeout=PATIENCE_MS)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: text.view.lit.followed == 28, timeout=PATIENCE_MS)
    qtbot.waitUntil(text.message.isVisible, timeout=PATIENCE_MS)
    assert text.find_bar.isVisible()
    assert not text.back_to_now.isVisible()
    assert text.view.lit.in_middle_half()
