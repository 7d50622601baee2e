"""ELAN's files: tiers, slots without times, references, recordings."""

import pytest

from viewer.formats import registry
from viewer.formats.annotation.elan import reader as elan
from viewer.formats.format import Content, NothingUsableError

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="Ada" DATE="2024-05-06T07:08:09+00:00" VERSION="3.0">
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">
<MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/a/talk.mp4" RELATIVE_MEDIA_URL="./talk.mp4"{origin}/>
<MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/a/talk.wav" TIME_ORIGIN="7000"/>
</HEADER>
<TIME_ORDER>
<TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="ts2"/>
<TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="1500"/><TIME_SLOT TIME_SLOT_ID="ts4"/>
<TIME_SLOT TIME_SLOT_ID="ts5" TIME_VALUE="4000"/><TIME_SLOT TIME_SLOT_ID="ts6" TIME_VALUE="9000"/>
</TIME_ORDER>
<TIER TIER_ID="A" PARTICIPANT="Anna" LANG_REF="eng">
{aligned_a}
</TIER>
<TIER TIER_ID="B">
<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="b1" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts6">
<ANNOTATION_VALUE>Hm &amp; yes.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
</TIER>
<TIER TIER_ID="A-de" PARENT_REF="A" PARTICIPANT="Anna">
<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="r1" ANNOTATION_REF="a1">
<ANNOTATION_VALUE>Eins</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="r2" ANNOTATION_REF="a1" PREVIOUS_ANNOTATION="r1">
<ANNOTATION_VALUE>zwei</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
</TIER>
</ANNOTATION_DOCUMENT>"""


def aligned(name, first, last, text):
    return (
        f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="{name}" TIME_SLOT_REF1="{first}" '
        f'TIME_SLOT_REF2="{last}"><ANNOTATION_VALUE>{text}</ANNOTATION_VALUE>'
        "</ALIGNABLE_ANNOTATION></ANNOTATION>\n"
    )


TWO = (
    aligned("a1", "ts1", "ts2", "One two.")
    + aligned("a2", "ts2", "ts4", "Three.")
    + aligned("a3", "ts4", "ts5", "Four.")
)


def content(body=TWO, origin=""):
    made = Content.of(FILE.format(aligned_a=body, origin=origin))
    assert elan.claims(made)
    return made


def rows(transcript):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in transcript.segments]


def test_tiers_are_speakers_and_slots_without_times_share_the_gap():
    assert rows(elan.parse(content())) == [
        (1000, 2000, "Anna", "One two."),
        (1500, 9000, "B", "Hm & yes."),
        (2000, 3000, "Anna", "Three."),
        (3000, 4000, "Anna", "Four."),
    ]


def test_the_tiers_can_be_chosen():
    tiers = elan.tiers(content())
    assert [(t.name, t.parent, t.annotations, t.shown) for t in tiers] == [
        ("A", None, 3, True),
        ("B", None, 1, True),
        ("A-de", "A", 2, False),
    ]
    transcript = elan.read(content(), ["A-de"])
    assert rows(transcript) == [(1000, 1500, "Anna", "Eins"), (1500, 2000, "Anna", "zwei")]
    assert transcript.metadata[elan.NOT_SHOWN] == "A, B"


def test_a_tier_without_text_gives_way_to_those_below_it():
    body = aligned("a1", "ts1", "ts3", "")
    assert rows(elan.parse(content(body)))[:2] == [
        (1000, 1250, "Anna", "Eins"),
        (1250, 1500, "Anna", "zwei"),
    ]


def test_two_tiers_of_one_participant_keep_their_names():
    text = content().text.replace('TIER_ID="B"', 'TIER_ID="B" PARTICIPANT="Anna"')
    assert {s.speaker for s in elan.parse(Content.of(text)).segments} == {"A", "B"}


def test_recordings_and_where_they_begin():
    transcript = elan.parse(content(origin=' TIME_ORIGIN="500"'))
    assert transcript.media == ("file:///C:/a/talk.mp4", "./talk.mp4")
    assert transcript.segments[0].start_ms == 1500
    assert "talk.wav" in transcript.problems[0].message


def test_what_the_file_tells_of_itself():
    transcript = elan.parse(content())
    assert transcript.metadata["Author"] == "Ada"
    assert transcript.metadata[elan.NOT_SHOWN] == "A-de"
    assert transcript.language == "eng"


def test_slots_that_no_chain_reaches_go_by_their_order():
    body = aligned("a1", "ts1", "ts2", "One.")
    assert rows(elan.parse(content(body)))[0] == (1000, 1250, "Anna", "One.")


@pytest.mark.parametrize(
    "body",
    [
        aligned("a1", "ts1", "nothing", "One.") + aligned("a2", "x", "y", "Two."),
        aligned("a1", "x", "y", "One.") + aligned("a2", "y", "x", "Two."),
        aligned("a1", "ts5", "ts1", "Back."),
    ],
)
def test_damaged_slots_are_reported(body):
    transcript = elan.parse(content(body))
    assert any(problem.line > 10 for problem in transcript.problems)
    assert transcript.segments


def test_references_in_a_circle_are_left_out():
    text = content().text.replace('ANNOTATION_REF="a1"', 'ANNOTATION_REF="r2"')
    with pytest.raises(NothingUsableError):
        elan.read(Content.of(text), ["A-de"])


def test_a_file_that_breaks_off():
    text = content().text
    transcript = elan.parse(Content.of(text[: text.index("Hm") + 5]))
    assert len(transcript.segments) == 4
    line = text[: text.index("Hm")].count("\n") + 1
    assert line in {problem.line for problem in transcript.problems}


def test_entities_are_not_read():
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    text = content().text.replace("?>", "?>" + bomb, 1).replace("One", "&b;")
    with pytest.raises(NothingUsableError, match="entities"):
        elan.parse(Content.of(text))


def test_nothing_usable():
    with pytest.raises(NothingUsableError):
        elan.parse(Content.of("<ANNOTATION_DOCUMENT></ANNOTATION_DOCUMENT>"))


def test_the_transcript_tells_its_tiers_and_which_are_shown():
    transcript = elan.parse(content())
    assert [(p.name, p.shown) for p in transcript.parts] == [
        ("A", True),
        ("B", True),
        ("A-de", False),
    ]


def test_the_tiers_that_are_wanted_are_read(tmp_path):
    path = tmp_path / "talk.eaf"
    path.write_bytes(content().data)
    transcript = registry.load(path, parts=("A-de",))
    assert [segment.text for segment in transcript.segments] == ["Eins", "zwei"]
    assert [part.name for part in transcript.parts if part.shown] == ["A-de"]
