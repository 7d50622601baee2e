"""Layers of marks on the seek bar."""

import pytest

from viewer.ui.player.bar_marks import BarLevel, Mark
from viewer.ui.player.seek_bar import SeekBar

LONG = 100_000


@pytest.fixture
def bar(qtbot):
    bar = SeekBar()
    qtbot.addWidget(bar)
    bar.resize(400, bar.height())
    bar.set_duration(LONG)
    return bar


@pytest.mark.parametrize("level", list(BarLevel))
def test_every_layer_is_seen_and_goes_again(bar, level):
    bare = bar.grab().toImage()
    bar.marks.set(level, [Mark(30_000, 60_000)])
    assert bar.grab().toImage() != bare
    bar.marks.set(level, ())
    assert bar.grab().toImage() == bare


def test_the_name_near_the_pointer_is_that_of_the_highest_layer(bar):
    bar.marks.set(BarLevel.FOUND, [Mark(50_000, name="a hit"), Mark(20_000, name="another")])
    bar.marks.set(BarLevel.CHAPTERS, [Mark(50_000, name="The fall"), Mark(80_000)])
    named = [bar.marks.name_at(ms) for ms in (50_000, 20_000, 80_000, 10_000)]
    assert named == ["The fall", "another", "", ""]
