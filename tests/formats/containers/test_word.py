"""Word documents: their paragraphs read as text, and packages that mean harm."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.errors import MalformedTranscriptError, ViewerError
from viewer.formats import registry
from viewer.formats.containers import word as word_document
from viewer.formats.format import Content, NothingUsableError

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(*paragraphs, body=""):
    inner = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return f"<?xml version='1.0'?><w:document {SPACE}><w:body>{inner}{body}</w:body></w:document>"


def packed(xml, name="word/document.xml", method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/styles.xml", "<styles/>")
        package.writestr(name, xml)
    return buffer.getvalue()


def read(data):
    return registry.parse(data, Path("talk.docx"))


def rows(transcript):
    return [(s.start_ms, s.speaker, s.text) for s in transcript.segments]


EXPECTED = [(5000, "Anna", "Good morning &."), (9000, "Ben", "Hello."), (12_000, "Anna", "Well?")]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Anna [00:00:05] Good morning &amp;.", "Ben [00:00:09] Hello.", "Anna [00:00:12] Well?"],
        [
            "Anna (00:05):",
            "Good morning &amp;.",
            "Ben (00:09):",
            "Hello.",
            "Anna (00:12):",
            "Well?",
        ],
        ["Anna  0:05 ", "Good morning &amp;.", "", "Ben  0:09", "Hello.", "Anna  0:12", "Well?"],
        ["A talk", "Anna 0:05", "Good morning &amp;.", "Ben 0:09", "Hello.", "Anna 0:12", "Well?"],
    ],
)
def test_paragraphs_are_lines(paragraphs):
    transcript = read(packed(document(*paragraphs)))
    assert transcript.format == "docx"
    assert rows(transcript) == EXPECTED


def test_stamps_of_f4():
    transcript = read(packed(document("I: How? #00:00:05-1#", "B: Fine. #00:00:12-2#")))
    assert rows(transcript) == [(0, "I", "How?"), (5100, "B", "Fine.")]


def test_captions_in_a_document():
    cues = ((i, f"00:00:{i:02},000 --> 00:00:{i:02},900", "はい", "どうぞ") for i in range(1, 5))
    transcript = read(packed(document(*(line for cue in cues for line in (*cue, "")))))
    assert rows(transcript) == [(i * 1000, None, "はい どうぞ") for i in range(1, 5)]


def test_a_table_is_read_as_rows():
    cells = [
        ["00:00:05", "Anna", "Good"],
        ["00:00:09", "Ben", "Hello"],
        ["00:00:12", "Anna", "Well"],
    ]
    body = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row)
        + "</w:tr>"
        for row in cells
    )
    transcript = read(packed(document("A talk", body=f"<w:tbl>{body}</w:tbl>")))
    assert [(s.start_ms, s.speaker, s.text) for s in transcript.segments][-3:] == [
        (5000, "Anna", "Good"),
        (9000, "Ben", "Hello"),
        (12_000, "Anna", "Well"),
    ]


def test_breaks_deletions_and_pieces_of_words():
    body = (
        "<w:p><w:r><w:t>Good </w:t></w:r><w:del><w:r><w:delText>bad</w:delText></w:r></w:del>"
        "<w:r><w:t>mor</w:t></w:r><w:r><w:t>ning</w:t><w:br/><w:t>all</w:t></w:r></w:p>"
    )
    assert [s.text for s in read(packed(document(body=body))).segments] == ["Good morning", "all"]


def test_a_document_that_breaks_off_is_read_as_far_as_it_goes():
    xml = document("Anna [00:00:05] Good.", "Ben [00:00:09] Hello.", "Anna [00:00:12] Well?")
    transcript = read(packed(xml[: xml.index("Well")]))
    assert len(transcript.segments) >= 2
    assert transcript.problems[0].line == 1


def bomb():
    return packed(document("ha" * 20_000_000))


def understated():
    """A package whose list says that less is in it than is; the document stands last in it."""
    data = bytearray(packed(document("a" * 1_000)))
    size = data.rindex(b"PK\x01\x02") + 24
    data[size : size + 4] = (100).to_bytes(4, "little")
    return bytes(data)


def crowd():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", document("a"))
        for number in range(5_000):
            package.writestr(str(number), "")
    return buffer.getvalue()


def filled(inside):
    return packed(document(inside * (20_000_000 // len(inside))))


@pytest.mark.parametrize(
    ("data", "reported"),
    [
        (packed(document(), name="word/other.xml"), "no text in it"),
        (packed(document()), "without text"),
        (packed(document("a"))[:-40], "damaged"),
        (packed(document("a"), method=zipfile.ZIP_LZMA), "damaged"),
        (bomb(), "too large"),
        (understated(), "damaged"),
        (crowd(), "too large"),
        (filled("</w:t><w:t>"), "too large"),
        (filled("words</w:t><w:t>and"), "too large"),
        (packed("<w:x>" * 1_900_000), "without text"),
        (packed(f"<!DOCTYPE x [<!ENTITY a 'b'>]>{document('&a;')[21:]}"), "entities"),
    ],
)
def test_what_cannot_be_read_is_reported(data, reported):
    with pytest.raises(MalformedTranscriptError, match=reported):
        read(data)


def test_text_is_counted_in_letters_not_in_bytes():
    lines = ["字" * 1_000] * 1_200
    assert len(read(packed(document(*lines))).segments) == len(lines)


@given(st.integers(0, 400), st.binary(max_size=20))
def test_damaged_packages_give_a_transcript_or_a_sentence(at, junk):
    data = packed(document("Anna [00:00:05] Good.", "Ben [00:00:09] Hello."))
    sentence = "."
    try:
        read(data[:at] + junk + data[at + len(junk) :])
    except ViewerError as error:
        sentence = str(error)
    assert sentence.endswith(".")


def test_text_is_not_claimed():
    assert not word_document.claims(Content.of("PK\x03\x04 something"))
    with pytest.raises(NothingUsableError):
        word_document.parse(Content.of("word/"))


def test_stray_ampersands_are_text_and_millions_of_them_are_damage():
    assert read(packed(document("Ham & eggs &c; so"))).segments[0].text == "Ham & eggs &c; so"
    transcript = read(packed(document("First.", "&" * 1_000_000)))
    assert transcript.segments[0].text == "First."
    assert "damaged" in transcript.problems[0].message


def test_a_document_in_utf_16():
    xml = document("Good morning, señor.")
    assert read(packed(xml.encode("utf-16"))).segments[0].text == "Good morning, señor."
