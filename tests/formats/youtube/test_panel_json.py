"""YouTube's transcript panel as its page gets it."""

import json

import pytest

from viewer.core.transcript import Chapter
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.youtube import panel_json


def read(value):
    content = Content.of(json.dumps(value))
    assert panel_json.claims(content) is Claim.SURE
    return panel_json.parse(content)


def rows(talk):
    return [(s.start_ms, s.end_ms, s.text) for s in talk.segments]


def line(start, end, text):
    fields = {"startMs": start, "endMs": end, "snippet": {"runs": [{"text": text}]}}
    return {"transcriptSegmentRenderer": fields}


def heading(start, text):
    inner = {"sectionHeaderViewModel": {"headline": {"content": text}}}
    return {"transcriptSectionHeaderRenderer": {"startMs": start, "sectionHeader": inner}}


def test_lines_and_headings_wherever_they_stand():
    listed = [heading("0", "Start"), line("80", "2500", "good\nday"), heading("2500", "End"),
              line("2500", "4000", "so long")]  # fmt: skip
    talk = read({"actions": [{"a": {"b": {"initialSegments": listed, "noResultLabel": {}}}}]})
    assert rows(talk) == [(80, 2_500, "good day"), (2_500, 4_000, "so long")]
    assert talk.chapters == (Chapter(0, "Start"), Chapter(2_500, "End"))


@pytest.mark.parametrize(
    "one",
    [
        {"transcriptCueRenderer": {"cue": {"simpleText": "hi"}, "startOffsetMs": "2000",
                                   "durationMs": "500"}},
        {"transcriptSegmentViewModel": {"startMs": 2000, "endMs": "2500", "simpleText": "hi",
                                        "timestamp": "0:02"}},
        {"transcriptSegmentRenderer": {"startMs": "2000", "endMs": "2500", "snippet": {
            "elementsAttributedString": {"content": "hi"}}}},
    ],
)  # fmt: skip
def test_lines_of_other_years(one):
    assert rows(read({"x": [one]})) == [(2_000, 2_500, "hi")]


def test_a_clock_stands_in_for_a_time_and_what_has_none_is_told():
    shown = {"timestampText": {"simpleText": "1:02"}, "bodyText": {"runs": [{"text": "hi"}]}}
    talk = read([{"transcriptSegmentViewModel": shown}, line("?", None, "lost")])
    assert [(s.start_ms, s.text) for s in talk.segments] == [(62_000, "hi")]
    assert len(talk.problems) == 1


def test_a_panel_without_words_is_none():
    with pytest.raises(NothingUsableError):
        read({"x": [line("0", "1", " ")]})
