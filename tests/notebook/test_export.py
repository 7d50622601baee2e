"""Notes written to files, read back by what others read them with."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from markdown_it import MarkdownIt

from viewer.core.quote import Quote
from viewer.core.transcript import Source
from viewer.core.turns import Turn
from viewer.errors import ExportError
from viewer.notebook.collection import Collection
from viewer.notebook.export import KINDS, save
from viewer.state.note import Note

TALK = Source(
    "Wheat & <corn>", "The *Farm*", date(2017, 5, 24), "https://www.youtube.com/watch?v=abcdefghijk"
)
SAID = Quote("But prices rose.", 16_400, 23_000, "Ann", TALK)
BOTH = Quote(
    "Yes. No.", 30_000, 32_000, None, TALK, turns=(Turn("Ann", "Yes."), Turn("Bob", "No."))
)
#: Words that mean something to a spreadsheet, a page, a parser of XML, LaTeX.
HOSTILE = "=HYPERLINK(1) <script>x</script> \x00\x0b\x1b[1m\ud800\ufffe 5% & {a}\\"
TAGS = {"red": "Evidence", "green": "<b>Later</b>"}
BY_SUFFIX = {kind.suffixes[0]: kind for kind in KINDS}


def note(number, quote, at_ms=None, **members):
    at_ms = quote.start_ms if quote is not None else at_ms
    return Note(f"{number:08x}", "2026-01-02T03:04:05+00:00", 1, at_ms, quote, **members)


NOTES = (
    note(1, SAID, tag="red", comment="See p. 4.\n\nAnd p. 5."),
    note(2, None, 4_500, tag="green"),
    note(3, BOTH),
)


def written(tmp_path, suffix, *notes, title="A talk"):
    held = Collection(title, TALK, notes or NOTES, TAGS)
    return save(held, tmp_path / f"notes{suffix}", BY_SUFFIX[suffix])


def hostile(**members):
    return note(9, Quote(HOSTILE, 1_000, 2_000, HOSTILE, TALK), comment=HOSTILE, **members)


class Seen(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.links, self.words = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.words.append(data)


def test_markdown_is_rendered_as_quotes_with_their_tags_and_comments(tmp_path):
    text = written(tmp_path, ".md").read_text(encoding="utf-8")
    seen = Seen(MarkdownIt().render(text))
    assert seen.tags.count("blockquote") == 2
    words = "".join(seen.words)
    assert words.startswith("A talk")
    order = ["But prices rose.", "The *Farm*", "0:16", "Evidence", "See p. 4.", "And p. 5.", "0:04"]
    places = [words.index(each) for each in (*order, "Ann: Yes.", "Bob: No.")]
    assert places == sorted(places)
    assert seen.links[0].endswith("v=abcdefghijk&t=16.4s")


def test_a_page_has_the_notes_and_no_markup_of_their_own(tmp_path):
    page = written(tmp_path, ".html", *NOTES, hostile(), title="<i>A talk</i>")
    seen = Seen(page.read_text(encoding="utf-8"))
    words = "".join(seen.words)
    assert seen.tags.count("article") == 4
    assert not {"script", "i", "b"} & set(seen.tags)
    assert "<i>A talk</i>" in words
    assert "<b>Later</b>" in words
    assert words.count("<script>x</script>") == 3
    assert "See p. 4." in words
    assert seen.links[1].endswith("&t=4.5s")


def test_a_table_has_a_row_for_each(tmp_path):
    text = written(tmp_path, ".csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["time"] for row in rows] == ["0:16", "0:04", "0:30"]
    assert rows[0]["comment"] == "See p. 4.\n\nAnd p. 5."
    assert rows[0]["published"] == "2017-05-24"
    assert [row["tag"] for row in rows] == ["Evidence", "<b>Later</b>", ""]
    assert rows[1]["text"] == ""
    assert rows[2]["speaker"] == "Ann, Bob"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", " =", "＝"])
def test_no_cell_of_a_table_is_calculated(tmp_path, begin):
    said = Quote(f"{begin}1+1", 1_000, 2_000, f"{begin}2", TALK)
    path = written(tmp_path, ".csv", note(1, said, comment=f"{begin}3"))
    (row,) = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
    assert row["text"] == f"'{begin}1+1"
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in row.values())


def test_json_has_all_that_is_kept(tmp_path):
    whole = json.loads(written(tmp_path, ".json", *NOTES, hostile()).read_text(encoding="utf-8"))
    assert whole["title"] == "A talk"
    first, moment, *_, last = whole["notes"]
    assert (first["quote"]["text"], first["tag_name"]) == ("But prices rose.", "Evidence")
    assert (moment["quote"], moment["at_ms"]) == (None, 4_500)
    assert "<script>" in last["comment"]


def test_bibtex_has_an_entry_for_each_under_keys_of_their_own(tmp_path):
    text = written(tmp_path, ".bib", *NOTES, hostile()).read_text(encoding="utf-8")
    heads = [line for line in text.splitlines() if line.startswith("@")]
    keys = [head.removeprefix("@misc{").rstrip(",") for head in heads]
    assert keys == ["thefarm2017wheat", *(f"thefarm2017wheat-{n}" for n in (2, 3, 4))]
    assert "keywords = {Evidence}" in text
    assert "comment = {See p. 4.\n\nAnd p. 5.}" in text
    assert r"5\% \& \{a\}\textbackslash{}" in text
    bare = text.replace(r"\{", "").replace(r"\}", "")
    assert bare.count("{") == bare.count("}")
    moment = next(each for each in text.split("@misc") if "-2," in each)
    assert "annote" not in moment
    assert "note = {0:04}" in moment


def test_a_document_has_quotes_links_tags_and_comments(tmp_path):
    made = docx.Document(str(written(tmp_path, ".docx")))
    assert made.core_properties.title == "A talk"
    texts = [each.text for each in made.paragraphs]
    assert texts == [
        "A talk",
        "But prices rose.",
        "— Ann, Wheat & <corn>, The *Farm*, 24 May 2017, 0:16",
        "Evidence",
        "See p. 4.",
        "And p. 5.",
        "Wheat & <corn>, The *Farm*, 24 May 2017, 0:04",
        "<b>Later</b>",
        "Ann: Yes.",
        "Bob: No.",
        "— Wheat & <corn>, The *Farm*, 24 May 2017, 0:30",
    ]
    links = [link for each in made.paragraphs for link in each.hyperlinks]
    assert [link.text for link in links] == ["0:16", "0:04", "0:30"]
    assert links[0].address.endswith("v=abcdefghijk&t=16.4s")
    assert made.paragraphs[1].style.name == "Quote"


def test_a_document_takes_any_words(tmp_path):
    path = written(tmp_path, ".docx", hostile(tag="red"), title=HOSTILE * 20)
    said = docx.Document(str(path)).paragraphs[1].text
    assert said.startswith("=HYPERLINK(1) <script>x</script>")
    assert "\ufffe" not in said


def test_a_document_reads_as_its_words_do(tmp_path):
    said = Quote("שלום עולם", 1_000, 2_000, None, TALK)
    made = docx.Document(str(written(tmp_path, ".docx", note(1, said))))
    assert made.paragraphs[1]._p.xpath("./w:pPr/w:bidi")
    assert not made.paragraphs[2]._p.xpath("./w:pPr/w:bidi")


def in_opendocument(path):
    """Return the paragraphs of an OpenDocument text, with their styles, and its links."""
    with zipfile.ZipFile(path) as packed:
        assert packed.namelist()[0] == "mimetype"
        assert packed.testzip() is None
        root = ElementTree.fromstring(packed.read("content.xml"))
        ElementTree.fromstring(packed.read("meta.xml"))
        ElementTree.fromstring(packed.read("META-INF/manifest.xml"))
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    paragraphs = [each for each in root.iter() if each.tag in (f"{text}p", f"{text}h")]
    links = [link.get("{http://www.w3.org/1999/xlink}href") for link in root.iter(f"{text}a")]
    read = [("".join(each.itertext()), each.get(f"{text}style-name")) for each in paragraphs]
    return read, links


def test_an_opendocument_text_has_quotes_links_tags_and_comments(tmp_path):
    paragraphs, links = in_opendocument(written(tmp_path, ".odt"))
    in_word = docx.Document(str(written(tmp_path, ".docx"))).paragraphs
    assert [words for words, _ in paragraphs] == [each.text for each in in_word]
    styles = dict(paragraphs)
    assert styles["But prices rose."] == "Said"
    assert styles["Evidence"] == "Tag-red"
    assert links[0].endswith("v=abcdefghijk&t=16.4s")


def test_an_opendocument_text_takes_any_words_and_reads_as_they_do(tmp_path):
    path = written(tmp_path, ".odt", hostile(tag="red"), title=HOSTILE * 20)
    assert in_opendocument(path)[0][1][0].startswith("=HYPERLINK(1) <script>x</script>")
    said = Quote("שלום עולם", 1_000, 2_000, None, TALK)
    paragraphs, _ = in_opendocument(written(tmp_path, ".odt", note(1, said, comment="Two.")))
    assert [style for _, style in paragraphs[1:]] == ["SaidR", "Credit", "Note"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.title)
def test_notes_without_source_or_times_can_be_written(tmp_path, kind):
    bare = Quote("Words.", None, None, None, Source())
    held = Collection("", Source(), (note(1, bare), note(2, None)))
    path = save(held, tmp_path / f"notes{kind.suffixes[0]}", kind)
    if kind.suffixes[0] == ".odt":
        assert ("Words.", "Said") in in_opendocument(path)[0]
    elif kind.suffixes[0] == ".docx":
        assert "Words." in [each.text for each in docx.Document(str(path)).paragraphs]
    else:
        assert "Words." in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.title)
def test_a_flagged_moment_is_written_and_not_when_its_line_begins(tmp_path, kind):
    line = replace(SAID, start_ms=167_740, end_ms=172_000)
    flag = replace(note(1, line), at_ms=170_000)
    path = save(Collection("", TALK, (flag,)), tmp_path / f"notes{kind.suffixes[0]}", kind)
    if path.suffix == ".odt":
        (_, (credit, _)), links = in_opendocument(path)[0][1:], in_opendocument(path)[1]
        text = " ".join((credit, *links))
    elif path.suffix == ".docx":
        credit = docx.Document(str(path)).paragraphs[2]
        text = " ".join((credit.text, credit.hyperlinks[0].address))
    else:
        text = path.read_text(encoding="utf-8")
    assert "2:47" not in text
    if path.suffix == ".json":  # has all that is kept: the moment, and the line's own times
        (kept,) = json.loads(text)["notes"]
        assert (kept["at_ms"], kept["quote"]["start_ms"]) == (170_000, 167_740)
        assert (kept["time"], kept["link"][-7:]) == ("2:50", "&t=170s")
    else:
        assert "2:50" in text
        assert re.search(r"[?&;]t=170s", text)
        assert "167" not in text


def test_a_moment_flagged_after_its_line_is_a_moment(tmp_path):
    sound = Source("Talk", "", None, "https://example.org/talk.mp3")
    line = replace(SAID, start_ms=1_000, end_ms=2_000, source=sound)
    held = Collection("", sound, (replace(note(1, line), at_ms=2_500),))
    text = save(held, tmp_path / "notes.bib", BY_SUFFIX[".bib"]).read_text(encoding="utf-8")
    assert "note = {0:02}" in text
    assert "talk.mp3#t=2.5}" in text


def test_what_belongs_to_the_transcript_is_never_overwritten(tmp_path):
    talk = tmp_path / "talk.md"
    talk.write_text("words", encoding="utf-8")
    with pytest.raises(ExportError, match=r"talk\.md belongs to the transcript"):
        save(Collection("", TALK, NOTES), talk, KINDS[0], spared=(talk,))
    assert talk.read_text(encoding="utf-8") == "words"


def test_what_cannot_be_written_is_said_in_a_sentence(tmp_path):
    with pytest.raises(ExportError, match=r"Cannot write notes\.md: .*\.$"):
        save(Collection("", TALK, NOTES), Path(tmp_path, "none", "notes.md"), KINDS[0])
    with pytest.raises(ExportError, match="There are no notes to write"):
        save(Collection("", TALK, ()), tmp_path / "notes.csv", BY_SUFFIX[".csv"])


@pytest.mark.parametrize(
    ("suffix", "part", "link"),
    [
        (".md", "", "[01 A talk.mp4](01%20A%20talk.mp4) · [01 A talk.png](01%20A%20talk.png)"),
        (".html", "", '<a href="01%20A%20talk.mp4">01 A talk.mp4</a> · <a href='),
        (".docx", "word/_rels/document.xml.rels", 'Target="01%20A%20talk.png"'),
        (".odt", "content.xml", 'xlink:href="../01%20A%20talk.mp4">01 A talk.mp4</text:a> · '),
        (".csv", "", "01 A talk.mp4\n01 A talk.png"),
        (".json", "", '"01 A talk.mp4"'),
    ],
)
def test_files_beside_the_document_are_linked(tmp_path, suffix, part, link):
    beside = {NOTES[0].id: ("01 A talk.mp4", "01 A talk.png")}
    held = Collection("A talk", TALK, NOTES, TAGS, beside=beside)
    path = save(held, tmp_path / f"notes{suffix}", BY_SUFFIX[suffix])
    if part:
        with zipfile.ZipFile(path) as packed:
            text = packed.read(part).decode()
    else:
        text = path.read_text("utf-8")
    assert text.count(link) == 1
    assert text.count("01 A talk.mp4") + text.count("01%20A%20talk.mp4") in (1, 2)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.title)
def test_words_that_a_changed_transcript_has_no_more_are_told_so(tmp_path, kind):
    held = Collection("A talk", TALK, NOTES, TAGS, lost=frozenset({NOTES[2].id}))
    path = save(held, tmp_path / f"notes{kind.suffixes[0]}", kind)
    if kind.title == "JSON":
        told = [each.get("lost") for each in json.loads(path.read_text("utf-8"))["notes"]]
        assert told == [None, None, True]
        return
    part = {".docx": "word/document.xml", ".odt": "content.xml"}.get(path.suffix)
    data = zipfile.ZipFile(path).read(part) if part else path.read_bytes()
    before, *after = data.decode().split("These words are no longer in the transcript.")
    assert len(after) == 1
    assert "prices rose" in before
    assert "Yes." in before
