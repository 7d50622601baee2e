"""Finding: what is marked, where the reader is taken, and back again."""

import pytest
from PySide6.QtCore import QCoreApplication

from tests.ui.pages import LONG, heard, prose, shown, timed
from viewer.core.find import Finder
from viewer.core.follow import FollowEvent
from viewer.core.reading import paragraphs
from viewer.core.segment import Segment, Word
from viewer.core.textmap import TextMap
from viewer.core.transcript import Transcript
from viewer.session.jobs import Jobs
from viewer.ui.transcript import searching
from viewer.ui.transcript.find_bar import FindBar
from viewer.ui.transcript.finding import Finding
from viewer.ui.transcript.layers import Level, Look
from viewer.ui.transcript.scrolling import Place


@pytest.fixture
def view(qtbot):
    view = shown(qtbot, prose(60))
    view.scrolling.set_reduced_motion(True)
    return view


@pytest.fixture
def finding(view, qtbot, actions):
    bar = FindBar(actions)
    qtbot.addWidget(bar)
    finding = Finding(bar, view, Jobs(view, start=lambda task: task()), view)
    finding.bar = bar
    finding.show(view.transcript)
    finding.acted = heard(finding.reader_acted)
    return finding


def looks(view, index):
    layer = view.layers[Level.FOUND]
    length = len(view.transcript.segments[index].text)
    return [(span.begin, span.end, span.look) for span in layer.spans(index, length)]


def test_every_place_is_marked_and_the_first_one_in_view_gone_to(finding, view):
    view.scrolling.go(Place(30, 0))
    finding.begin()
    finding.bar.field.setText("whole night")
    assert finding.bar.count.text().startswith("61 of ")
    assert looks(view, 30)[0][2] is Look.FOUND_HERE
    assert looks(view, 31)[0][2] is Look.FOUND
    assert view.caret.selected_text() == "whole night"
    assert set(finding.acted) == {FollowEvent.FOUND}


def test_a_phrase_over_a_break_is_marked_in_both_lines(qtbot, finding, view):
    view.show_transcript(timed("He was linked to", "more than a dozen"))
    finding.show(view.transcript)
    finding.begin()
    finding.bar.field.setText("linked to more")
    assert looks(view, 0) == [(7, 16, Look.FOUND_HERE)]
    assert looks(view, 1) == [(0, 4, Look.FOUND_HERE)]


@pytest.mark.parametrize("joined", [False, True])
def test_a_hit_deep_in_a_line_that_is_higher_than_the_page_is_in_view(qtbot, view, joined):
    talk = timed("Short.", f"{LONG * 30} the heron {LONG * 30} the otter {LONG * 9}", "Done.")
    view.exchange_transcript(talk, paragraphs(talk) if joined else TextMap.lines(talk.segments))
    view.zoom.set(20)
    for word in ("heron", "otter", "heron"):
        view.show_hit(Finder(s.text for s in talk.segments).find(word)[0])
        caret = view.cursorRect()
        assert view.viewport().rect().contains(caret.center())


def test_what_is_selected_beyond_a_hit_stays_when_the_text_has_another_size(qtbot, finding, view):
    finding.begin()
    finding.bar.field.setText("whole night")
    QCoreApplication.processEvents()
    view.select(*view.text_map.range_of(0))
    view.resize(view.width(), view.height() - 40)
    qtbot.waitUntil(lambda: not finding._laid_out.isActive())
    assert view.caret.selected_range() == view.text_map.range_of(0)


def test_next_goes_round_and_previous_back(finding, view):
    finding.begin()
    finding.bar.field.setText("59:")
    finding.next()
    assert finding.bar.count.text() == "1 of 1"
    finding.bar.field.setText("subject")
    count = len(finding._found)
    finding.bar.field.setText("subject")
    finding.previous()
    finding.next()
    assert finding.bar.count.text().endswith(f" of {count}")
    first = finding._found[finding._here]
    for _ in range(count):
        finding.next()
    assert finding._found[finding._here] == first


def test_leaving_gives_the_place_back_and_what_was_looked_for_is_kept(finding, view):
    view.scrolling.go(Place(10, 7))
    here = view.place()
    finding.begin()
    finding.bar.field.setText("55:")
    assert view.place() != here
    finding.leave()
    assert view.place() == here
    assert view.layers[Level.FOUND] is None
    assert finding.bar.isHidden()
    assert view.caret.selected_range() is None
    assert finding.bar.phrases == ["55:"]
    assert FollowEvent.BACK_TO_NOW not in finding.acted


def test_leaving_follows_again_where_the_text_followed(finding):
    finding.note_following(True)
    finding.begin()
    finding.bar.field.setText("55:")
    finding.note_following(False)
    finding.leave()
    assert finding.acted[-1] is FollowEvent.BACK_TO_NOW


def test_playing_from_a_hit_leaves_no_place_to_go_back_to(finding, view):
    played = heard(finding.play_requested)
    finding.begin()
    finding.bar.field.setText("40:")
    finding.play()
    assert played == [40]
    there = view.place()
    finding.leave()
    assert view.place() == there


def test_playing_from_a_hit_begins_with_its_word_where_words_are_timed(finding, view):
    words = (Word(0, 400, "Where"), Word(500, 900, "the"), Word(1_000, 1_400, "river"))
    view.show_transcript(
        Transcript((Segment(0, 1500, "Where the river", words=words), Segment(1500, 3000, "runs.")))
    )
    finding.show(view.transcript)
    played, by_word = heard(finding.play_requested), heard(finding.word_requested)
    finding.begin()
    finding.bar.field.setText("river runs")
    finding.play()
    finding.bar.field.setText("runs")
    finding.play()
    assert (by_word, played) == ([(0, 1_000)], [1])


def test_what_is_selected_becomes_the_phrase(finding, view):
    cursor = view.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(15, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    selected = view.caret.selected_text()
    finding.begin()
    assert finding.bar.phrase == selected


def test_the_moments_go_to_the_seek_bar(finding):
    moments = heard(finding.news.moments_changed)
    here = heard(finding.news.moment_changed)
    finding.begin()
    finding.bar.field.setText("7:")
    finding.news.tell()
    assert moments[-1] == (35_000, 85_000, 135_000, 185_000, 235_000, 285_000)
    finding.next()
    finding.news.tell()
    assert here[-1] == 85_000
    finding.leave()
    assert moments[-1] == ()
    assert here[-1] is None


def test_a_large_transcript_is_read_in_a_job(qtbot, finding, view, monkeypatch):
    monkeypatch.setattr(searching, "LARGE", 10)
    finding.begin()
    finding.bar.field.setText("12:")
    qtbot.waitUntil(lambda: finding.bar.count.text() == "1 of 1")
    finding.bar.words.click()
    finding.bar.field.setText("12")
    qtbot.waitUntil(lambda: finding.bar.count.text() == "1 of 1")


def test_another_transcript_is_searched_while_the_bar_is_open(finding, view):
    finding.begin()
    finding.bar.field.setText("river")
    view.show_transcript(timed("No water here"))
    finding.show(view.transcript)
    assert finding.bar.count.text() == "Not found"
    finding.show(None)
    assert finding.bar.isHidden()


def test_hits_are_drawn_in_light_and_dark(qtbot, finding, view):
    before = view.grab().toImage()
    finding.begin()
    finding.bar.field.setText("subject")
    assert view.grab().toImage() != before


def test_an_expression_finds_and_a_wrong_one_is_reported_until_it_is_right(qtbot, finding):
    finding.begin()
    finding.bar.expression.click()
    finding.bar.field.setText("5[0-9]: It")
    qtbot.waitUntil(lambda: finding.bar.count.text().endswith(" of 10"))
    finding.bar.field.setText("5[0-9")
    qtbot.waitUntil(lambda: finding.bar.trouble.isVisibleTo(finding.bar))
    assert finding.bar.trouble.text().startswith("This is not a regular expression: ")
    assert not finding._found
    finding.bar.field.setText("5[0-9]")
    qtbot.waitUntil(lambda: finding.bar.count.text().endswith(" of 10"))
    assert finding.bar.trouble.isHidden()


def test_what_is_listed_and_which_the_reader_is_at_is_reported(finding, view):
    listed, here = heard(finding.list_shown_changed), heard(finding.news.here_changed)
    reported = []
    finding.news.listed.connect(
        lambda transcript, found: reported.append((transcript, len(found or ())))
    )
    finding.begin()
    finding.bar.field.setText("subject")
    assert not listed[-1]
    finding.show_list(True)
    assert listed[-1]
    count = len(finding._found)
    finding.news.tell()
    assert reported[-1] == (view.transcript, count)
    finding.next()
    finding.news.tell()
    assert here[-1] == finding._here == 1
    finding.go_to(7)
    assert finding.bar.count.text() == f"8 of {count}"
    finding.leave()
    assert not listed[-1]
    finding.begin()
    assert listed[-1]


def test_the_list_hears_once_of_letters_typed_at_once_after_the_page_has_shown_them(qtbot, finding):
    lengths, here = [], heard(finding.news.here_changed)
    finding.news.listed.connect(lambda _, found: lengths.append(len(found or ())))
    finding.begin()
    for end in range(1, 8):
        finding.bar.field.setText("subject"[:end])
    assert finding.bar.count.text().startswith("1 of ")
    assert not any(lengths)
    qtbot.waitUntil(lambda: any(lengths))
    assert lengths[-2:] == [0, len(finding._found)]
    assert here[-1] == 0


def test_playing_from_a_place_that_is_listed_goes_there(finding):
    played = heard(finding.play_requested)
    finding.begin()
    finding.bar.field.setText("subject")
    finding.play_from(1)
    assert finding._here == 1
    assert played == [finding._found[1].first]
