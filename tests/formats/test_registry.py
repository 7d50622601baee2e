"""What is opened, what is refused, and with which sentence."""

import os
from pathlib import Path

import pytest

from tests.benchmarks import every_text
from viewer.errors import (
    ExportError,
    MalformedTranscriptError,
    TranscriptError,
    UnknownFormatError,
    UsageError,
)
from viewer.formats import registry
from viewer.formats.draft import Draft
from viewer.formats.format import Claim, Content, Format, NothingUsableError

TALK = (
    "# A talk\n**Me:** [May 4, 2017](https://x.org/a)\n*  Hi. [[00:00:01](https://x.org/a&t=1s)]\n"
)


def test_names_are_unique_and_documented():
    names = [known.name for known in registry.FORMATS]
    assert len(set(names)) == len(names)
    assert all(known.title and known.suffixes for known in registry.FORMATS)
    assert all(s.startswith(".") and s.islower() for f in registry.FORMATS for s in f.suffixes)


@pytest.mark.parametrize("segments", [40, 1_500])
@pytest.mark.parametrize("shape", every_text.SHAPES)
def test_a_format_is_told_by_the_head_of_a_file_however_long(shape, segments):
    """The head of a long file may be one line, or end in the middle of anything."""
    head, piece, tail = every_text.SHAPES[shape]
    body = "".join(every_text.filled(piece, i) for i in range(segments))
    sample = every_text.sample_of(Content.of(head + body + tail))
    known = registry.by_name(shape.split()[0])
    for suffix in (known.suffixes[0], ".txt"):
        assert registry.claimants(sample, Path(f"talk{suffix}"))[0].format is known


def test_every_format_is_found_by_its_name():
    assert all(registry.by_name(known.name) is known for known in registry.FORMATS)
    with pytest.raises(UsageError, match="no format called “betamax”"):
        registry.by_name("betamax")


def test_the_format_to_write_is_known_by_the_suffix():
    assert registry.writable_for(Path("x.MD")).name == "archive-markdown"
    assert registry.by_name("archive-markdown") in registry.writable()
    with pytest.raises(UsageError):
        registry.writable_for(Path("x.unheard-of"))


def test_content_decides_whatever_the_suffix(tmp_path):
    for name in ("talk.md", "talk.txt", "talk.srt", "talk"):
        (tmp_path / name).write_text(TALK)
        assert registry.load(tmp_path / name).format == "archive-markdown"


def test_the_encoding_that_was_taken_is_reported(tmp_path):
    path = tmp_path / "talk.md"
    path.write_bytes(TALK.encode("utf-16"))
    assert registry.load(path).encoding == "utf-16-le"
    path.write_bytes(TALK.replace("Hi.", "café").encode("cp850"))
    assert registry.load(path, "cp850").segments[0].text == "café"


def test_bytes_that_do_not_fit_are_problems_with_lines(tmp_path):
    path = tmp_path / "talk.md"
    path.write_bytes(TALK.replace("Hi.", "“H”i").encode().replace(b"i ", b"\xff "))
    talk = registry.load(path)
    assert talk.segments[0].text == "“H”\ufffd"
    assert [problem.line for problem in talk.problems] == [3]


# Ties, with formats made for it.


def _format(name, suffixes=(), *, claims=True, usable=True, fallback=False):
    def parse(_content):
        if not usable:
            raise NothingUsableError(f"{name} found nothing", line=7)
        draft = Draft(name)
        draft.segment(None, None, "x")
        return draft.finish()

    claim = Claim.WEAK if fallback else Claim.likely(claims)
    return Format(name, name, suffixes, lambda _: claim, parse)


@pytest.fixture
def formats(monkeypatch):
    return lambda *known: monkeypatch.setattr(registry, "FORMATS", known)


def test_the_suffix_settles_a_tie(formats):
    formats(_format("a", (".a",)), _format("b", (".b",)))
    assert registry.claimants(Content.of("x"), Path("t.b"))[0].format.name == "b"
    assert registry.claimants(Content.of("x"), Path("t.c"))[0].format.name == "a"


def test_a_sure_claim_ends_the_search_whatever_the_suffix_says(formats):
    def asked(_sample):
        raise AssertionError("nobody is asked after a sure claim")

    sure = Format("a", "a", (".a",), lambda _: Claim.SURE, None)
    formats(_format("likely", (".b",)), sure, Format("b", "b", (".b",), asked, None))
    assert registry.claimants(Content.of("x"), Path("t.b"))[0].format.name == "a"


def test_a_fallback_is_last_even_with_its_suffix(formats):
    formats(_format("text", (".txt",), fallback=True), _format("srt", (".srt",)))
    assert registry.claimants(Content.of("x"), Path("t.txt"))[0].format.name == "srt"


def test_the_next_claimant_is_asked_where_the_first_finds_nothing(formats):
    formats(_format("a", usable=False), _format("b"))
    assert registry.parse(b"x", Path("t")).format == "b"


def test_nothing_usable_is_one_sentence_with_the_line(formats):
    formats(_format("a", usable=False), _format("b", claims=False))
    with pytest.raises(MalformedTranscriptError) as caught:
        registry.parse(b"x", Path("t.x"))
    assert str(caught.value) == "Cannot read t.x: a found nothing (line 7)."


def test_no_claimant(formats):
    formats(_format("a", claims=False))
    assert registry.claimants(Content.of("x"), Path("t")) == []
    with pytest.raises(UnknownFormatError):
        registry.parse(b"x", Path("t"))


# The wrong things.

WRONG = {
    "empty.md": b"",
    "blank.md": b" \r\n\t\n",
    "picture.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "photo.md": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "program": b"\x7fELF\x02\x01\x01" + bytes(60),
    "program.exe": b"MZ\x90\0\x03" + bytes(60),
    "paper.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "sheet.xlsx": b"PK\x03\x04\x14\0" + bytes(20) + b"xl/workbook.xml",
    "sheet.ods": b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    "letter.odt": b"PK\x03\x04\x14\0" + bytes(20) + b"application/vnd.oasis.opendocument.text",
    "packed.zip": b"PK\x03\x04\x14\0" + bytes(20) + b"holiday.jpg",
    "packed.gz": b"\x1f\x8b\x08\0" + bytes(20),
    "film.mp4": b"\0\0\0\x20ftypisom" + bytes(20),
    "film.mkv": b"\x1a\x45\xdf\xa3" + bytes(20),
    "sound.wav": b"RIFF\x24\0\0\0WAVEfmt ",
    "sound.mp3": b"\xff\xfb\x90\x00" + bytes(200),
    "book.epub": b"PK\x03\x04\x14\0mimetypeapplication/epub+zip",
    "base.db": b"SQLite format 3\0" + bytes(60),
    "noise.md": bytes(range(256)) * 4,
    "zeros.md": bytes(500),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_transcript_is_refused_in_one_sentence(tmp_path, name):
    (tmp_path / name).write_bytes(WRONG[name])
    with pytest.raises(TranscriptError) as caught:
        registry.load(tmp_path / name)
    sentence = str(caught.value)
    assert sentence.startswith(f"Cannot read {name}: ")
    assert sentence.endswith(".")
    assert sentence.count(".") <= 1 + name.count(".")
    assert caught.value.hint.endswith(".")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty.md", "it is empty"),
        ("picture.png", "it is a picture"),
        ("program.exe", "it is a program"),
        ("sheet.xlsx", "it is a spreadsheet"),
        ("sheet.ods", "it is a spreadsheet"),
        ("letter.odt", "it is an OpenDocument text"),
        ("packed.zip", "it is a packed archive"),
        ("paper.pdf", "it is a PDF"),
        ("film.mkv", "it is a recording"),
        ("sound.mp3", "it is a recording"),
        ("zeros.md", "it holds nothing but zeros"),
        ("noise.md", "it is not text"),
    ],
)
def test_the_reason_fits_the_cause(tmp_path, name, reason):
    (tmp_path / name).write_bytes(WRONG[name])
    with pytest.raises(TranscriptError, match=reason):
        registry.load(tmp_path / name)


def test_missing_folder_and_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path, reason in (
        (tmp_path / "none.md", "no such file"),
        (tmp_path / "none" / "none.md", "no such file"),
        (tmp_path, "it is a folder"),
        (tmp_path / "pipe", "a device or a pipe"),
    ):
        with pytest.raises(TranscriptError, match=reason):
            registry.load(path)


def test_what_is_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.write(TALK.encode() * 1000)
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(TranscriptError, match="it is 300 MB large"):
        registry.load(path)
    with path.open("r+b") as file:
        file.write(WRONG["film.mp4"])
    with pytest.raises(TranscriptError, match="it is a recording"):
        registry.load(path)


# Saving.


def test_a_copy_is_written_whole_and_nothing_else_left(tmp_path):
    talk = registry.parse(TALK.encode(), Path("t.md"))
    copy = tmp_path / "copy.md"
    registry.save(talk, copy, registry.by_name("archive-markdown"))
    assert registry.load(copy).segments == talk.segments
    assert list(tmp_path.iterdir()) == [copy]


def test_the_source_is_never_overwritten(tmp_path):
    source, link = tmp_path / "talk.md", tmp_path / "link.md"
    source.write_text(TALK)
    link.symlink_to(source)
    talk, target = registry.load(source), registry.by_name("archive-markdown")
    for path in (source, link, tmp_path / "." / "talk.md"):
        with pytest.raises(ExportError, match="never overwritten"):
            registry.save(talk, path, target, source=source, overwrite=True)
    assert source.read_text() == TALK


def test_an_existing_file_is_replaced_only_when_asked(tmp_path):
    talk, target = registry.parse(TALK.encode(), Path("t.md")), registry.by_name("archive-markdown")
    other = tmp_path / "other.md"
    other.write_text("mine")
    with pytest.raises(ExportError, match="exists already"):
        registry.save(talk, other, target)
    assert other.read_text() == "mine"
    registry.save(talk, other, target, overwrite=True)
    assert other.read_text() != "mine"


@pytest.mark.parametrize("place", [".", "none/copy.md"])
def test_where_nothing_can_be_written(tmp_path, place):
    talk = registry.parse(TALK.encode(), Path("t.md"))
    with pytest.raises(ExportError) as caught:
        registry.save(talk, tmp_path / place, registry.by_name("archive-markdown"))
    assert str(caught.value).startswith("Cannot write ")
    assert caught.value.hint


def test_a_format_that_is_only_read(tmp_path):
    with pytest.raises(UsageError, match="cannot be written"):
        registry.save(Draft("x").finish(), tmp_path / "a", _format("reader"))


def test_an_encoding_that_is_given_is_believed_against_what_looks_like_no_text(tmp_path):
    path = tmp_path / "t.txt"
    path.write_bytes("დილამშვიდობისა".encode("utf-16-le"))
    with pytest.raises(UnknownFormatError, match="it is not text"):
        registry.load(path)
    assert registry.load(path, "utf-16-le").segments[0].text == "დილამშვიდობისა"
