"""Telling which line is lit."""

import pytest
from PySide6.QtGui import QAccessible

from tests.desk import opened
from tests.ui.pages import heard, shown, timed
from viewer.ui.transcript.where import Where

SAID = timed("Good evening.", "Good & <b>evening</b>.", speakers=["Ann", None])


@pytest.fixture
def where(qtbot):
    where = Where(shown(qtbot, SAID))
    where.show_opened(opened(SAID))
    return where


@pytest.mark.parametrize(
    ("ms", "words"),
    [(0, "0:00, Ann: Good evening."), (6_000, "0:05, Good & <b>evening</b>.")],
)
def test_it_tells_time_speaker_and_words(where, ms, words):
    told = heard(where.worded)
    where.light(SAID.said_at(ms), ms)
    where.tell()
    assert told == [words]


def test_before_the_first_line_it_says_so(where):
    told = heard(where.worded)
    where.tell()
    assert told == ["Nothing is being said yet."]


def test_it_is_read_aloud_where_it_is_asked_for_and_not_before(where, monkeypatch):
    events = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: events.append(event.message())
    )
    where.light(SAID.said_at(0), 0)
    assert events == []
    where.tell()
    assert events == ["0:00, Ann: Good evening."]


def test_another_transcript_has_said_nothing_yet(where):
    where.light(SAID.said_at(0), 0)
    where.show_opened(opened(timed("Else.")))
    told = heard(where.worded)
    where.tell()
    assert told == ["Nothing is being said yet."]
