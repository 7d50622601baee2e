"""The eight commonest formats in the real window, each with the recording found beside it."""

import pytest

from tests.eight_formats import STARTS_MS, TALKS
from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import click_line
from tests.media.films import film
from viewer.options import Options
from viewer.playback.engine import PlayState


@pytest.fixture(params=TALKS, ids=lambda talk: f"{talk.name}-{talk.format}")
def talk(request):
    return request.param


@pytest.fixture
def program(start, qtbot, tmp_path, talk, engine):
    path = tmp_path / talk.name
    path.write_text(talk.content, encoding="utf-8")
    film(tmp_path / "flood.mp4", seconds=10)
    program = start(Options(file=path, engine=engine))
    qtbot.waitUntil(lambda: program.player.state is PlayState.PAUSED, timeout=PATIENCE_MS)
    return program


def colours(view, rect):
    """The colours that are seen in a part of the view."""
    image = view.viewport().grab(rect).toImage()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(*spot).rgb() for spot in spots}


def band_colour(view, index):
    """The colour at the edge of a line's band, where no text stands."""
    rect = view.segment_rect(index)
    edge = rect.left() + 40 if view.sheet.column.mirrored else rect.right() - 40
    spot = rect.topLeft()
    spot.setX(edge)
    spot.setY(rect.bottom() - 3)
    return view.viewport().grab().toImage().pixelColor(spot).rgb()


def speakers_stand_above_their_turns(view, talk):
    turns = [
        index
        for index, who in enumerate(talk.speakers)
        if who and (index == 0 or who != talk.speakers[index - 1])
    ]
    assert [
        row.number for row in view.sheet.rows() if view.sheet.layout.head_of(row.number)
    ] == turns
    for row in view.sheet.rows():
        if row.number in turns:
            head = view.segment_rect(row.number)
            height = int(view.sheet.layout.head_of(row.number))
            above = head.translated(0, -height)
            above.setHeight(height - 2)
            assert len(colours(view, above)) > 3, "a name is written there"


# One test, for opening is what takes its time.
def test_it_is_shown_with_its_recording_and_speakers_and_the_clicked_line_is_lit(
    program, qtbot, tmp_path, talk
):
    view, transcript = program.window.text.view, program.session.document.transcript
    assert transcript.format == talk.format
    assert program.session.recording.path == tmp_path / "flood.mp4"
    assert program.window.video.isVisible()
    assert view.toPlainText().split("\n") == list(talk.lines)
    assert [segment.start_ms for segment in transcript.segments] == list(STARTS_MS)
    assert all(bool(segment.words) == talk.words for segment in transcript.segments)
    speakers_stand_above_their_turns(view, talk)
    reads_from_right_to_left = "\u0590" < talk.lines[0][0] < "\u0700"
    assert view.sheet.column.mirrored == reads_from_right_to_left
    click_line(view, 2)
    qtbot.waitUntil(lambda: program.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    program.player.pause()
    assert program.follower.said.lit == (2,)
    view.repaint()
    assert band_colour(view, 2) != band_colour(view, 1)
    assert band_colour(view, 1) == band_colour(view, 3)
