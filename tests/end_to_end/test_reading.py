"""P in the real window: lines become paragraphs, in which everything works as in lines."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import (
    CONTROL,
    SHIFT,
    bring_into_view,
    clipboard,
    hold_and_let_go,
    press,
    select,
    spot_of,
)
from viewer.options import Options
from viewer.playback.engine import PlayState
from viewer.session.word_follower import WordSaid


def in_paragraphs(program):
    view = program.window.text.view
    view.setFocus()
    press(Qt.Key.Key_P)
    assert view.text_map.block_count < len(view.text_map)
    return program


@pytest.fixture
def reading(unheard):
    """The seed in paragraphs, without a recording."""
    return in_paragraphs(unheard)


def test_a_click_within_a_paragraph_plays_its_segment_and_lights_it_there(opened, qtbot):
    view, player = in_paragraphs(opened).window.text.view, opened.player
    segments = view.transcript.segments
    index = next(i for i, segment in enumerate(segments) if "leadership" in segment.text)
    bring_into_view(view, index)
    place, start = view.place(), segments[index].start_ms
    hold_and_let_go(view, spot_of(view, "leadership", index))
    qtbot.waitUntil(
        lambda: player.state is PlayState.PLAYING and player.position_ms > start,
        timeout=PATIENCE_MS,
    )
    qtbot.waitUntil(lambda: index in view.lit.said.lit, timeout=PATIENCE_MS)
    assert view.place() == place


def test_the_place_stays_over_and_back_and_the_choice_is_remembered(reading):
    window, view = reading.window, reading.window.text.view
    press(Qt.Key.Key_P)
    view.scrolling.go(view.sheet.place_of(20))
    place, top = view.place(), view.segment_rect(20).top()
    press(Qt.Key.Key_P)
    assert abs(view.segment_rect(20).top() - top) <= view.sheet.layout.leading.step
    press(Qt.Key.Key_P)
    assert view.place() == place
    assert window.user_settings.settings.reading.paragraphs is False


@pytest.mark.parametrize(
    "phrase", ["dozen terrorist attacks the large number of recruits", "crumbling Raqqa was once"]
)
def test_a_phrase_over_a_break_is_found_and_quoted(reading, qtbot, phrase):
    window = reading.window
    press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(window.text.find_bar.field, phrase, delay=20)
    qtbot.waitUntil(lambda: window.text.find_bar.count.text() == "1 of 1", timeout=PATIENCE_MS)
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    quoted = clipboard()[0].split("\n")[0]
    letters = "".join(filter(str.isalnum, quoted)).lower()
    assert "".join(filter(str.isalnum, phrase)).lower() in letters
    press(Qt.Key.Key_P)  # into the field, where it is a letter
    assert window.text.view.text_map.block_count < 42


def test_what_is_selected_over_segments_is_quoted_with_their_times(reading):
    view = reading.window.text.view
    select(view, "The battle for western", "is crumbling")
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    text, markdown, _ = clipboard()
    assert "western Mosul is still ongoing. Similarly, in Syria" in text
    assert "0:2" in markdown


def test_words_are_lit_at_their_own_time_and_played_from_with_control(start, qtbot, tmp_path):
    lines = ("川は雨から始まり、", "山を下ります。")
    segments = [
        {
            "start": i * 4, "end": i * 4 + 4, "text": text,
            "words": [
                {"word": letter, "start": i * 4 + j * 0.4, "end": i * 4 + j * 0.4 + 0.4}
                for j, letter in enumerate(text)
            ],
        }
        for i, text in enumerate(lines)
    ]  # fmt: skip
    file = tmp_path / "river.json"
    file.write_text(json.dumps({"language": "ja", "text": "", "segments": segments}), "utf-8")
    program = start(Options(file=file, engine="silent"))
    view, lit = program.window.text.view, []
    qtbot.waitUntil(
        lambda: len(view.text_map) == len(lines) and program.player.state is PlayState.PAUSED,
        timeout=PATIENCE_MS,
    )
    program.workspace.word_follower.word_changed.connect(lit.append)
    cursor = view.textCursor()
    cursor.setPosition(view.sheet.shown.position_of(1, 2))
    spot = view.cursorRect(cursor).center() + QPoint(4, 0)
    hold_and_let_go(view, spot, CONTROL)
    qtbot.waitUntil(lambda: WordSaid(1, 2, 3) in lit, timeout=PATIENCE_MS)
    assert program.player.position_ms >= 4_800
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: WordSaid(1, 4, 5) in lit, timeout=PATIENCE_MS)
    assert lit.index(WordSaid(1, 3, 4)) < lit.index(WordSaid(1, 4, 5))
