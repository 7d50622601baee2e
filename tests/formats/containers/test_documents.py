"""Transcripts in OpenDocument texts and in Rich Text Format, and what such files are damaged by."""

import io
import zipfile
from pathlib import Path

import pytest

from viewer.errors import TranscriptError
from viewer.formats import registry

TALKS = {
    "de": [("Änne", "Grüß Gott – „alle“."), ("Jürgen Zu", "Ja; und ob!"), ("Änne", "Los.")],
    "ru": [("Анна", "Доброе утро."), ("Борис", "Да, начнём?"), ("Анна", "Ну…")],
    "zh": [("安娜", "早上好。"), ("伯恩", "我们开始吧？"), ("安娜", "好！")],
    "emoji": [("Ann", "So 😀 good."), ("Bo", "Yes {and} \\ no."), ("Ann", "<b> & co.")],
}
STARTS = [5_000, 9_000, 3_725_000]
CLOCKS = ["00:00:05", "00:00:09", "01:02:05"]
SHAPES = {
    "beside": ["[{clock}] {name}: {text}"],
    "behind": ["{name} ({clock})", "{text}"],
    "above": ["{clock}", "{name}", "{text}"],
}


def paragraphs(talk, shape):
    parts = zip(CLOCKS, talk, strict=True)
    return [
        line.format(clock=clock, name=name, text=text)
        for clock, (name, text) in parts
        for line in SHAPES[shape]
    ]


def odt(lines, extra=""):
    texts = (line.replace("&", "&amp;").replace("<", "&lt;") for line in lines)
    body = "".join(f'<text:p text:style-name="P1">{text}</text:p>' for text in texts)
    return packed(
        f'<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b">'
        f"<office:body><office:text>{extra}{body}</office:text></office:body>"
        f"</office:document-content>"
    )


def packed(content):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", 0)
        package.writestr("Pictures/a.png", bytes(range(256)) * 600)
        package.writestr("content.xml", content)
    return buffer.getvalue()


def in_unicode(text):
    units = text.encode("utf-16-le")
    pairs = (
        int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)
    )
    return "".join(f"\\u{unit}?" if not 31 < unit < 127 else escaped(chr(unit)) for unit in pairs)


def escaped(letter):
    return f"\\{letter}" if letter in "{}\\" else letter


def rtf(lines, end="\n", write=in_unicode, head=""):
    body = f"\\par{end}".join(map(write, lines))
    return (
        f"{{\\rtf1\\ansi\\deff0{head}{{\\fonttbl{{\\f0\\fnil Arial;}}}}{{\\colortbl;\\red0;}}{end}"
        f"{{\\info{{\\author 00:00:01 X}}}}{{\\header 00:00:02 no\\par}}\\uc1\\pard\\f0\\fs24{end}"
        f"{body}\\par}}{end}"
    ).encode("latin-1")


def reported(data, name):
    made = registry.parse(data, Path(name))
    return made, [(s.start_ms, s.speaker, s.text) for s in made.segments]


def expected(talk):
    return [(start, *turn) for start, turn in zip(STARTS, talk, strict=True)]


each_talk = pytest.mark.parametrize("talk", TALKS.values(), ids=TALKS)
each_shape = pytest.mark.parametrize("shape", SHAPES)


@each_talk
@each_shape
def test_opendocument_texts_are_read(talk, shape):
    made, turns = reported(odt(paragraphs(talk, shape)), "talk.odt")
    assert (made.format, turns) == ("odt", expected(talk))


@each_talk
@each_shape
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_rich_text_is_read(talk, shape, end):
    made, turns = reported(rtf(paragraphs(talk, shape), end), "talk.rtf")
    assert (made.format, turns) == ("rtf", expected(talk))


@pytest.mark.parametrize(("talk", "page"), [("de", 1252), ("ru", 1251), ("zh", 936)])
def test_rich_text_of_a_code_page(talk, page):
    def write(text):
        return "".join(
            f"\\'{byte:02x}" if byte > 126 else chr(byte) for byte in text.encode(f"cp{page}")
        )

    data = rtf(paragraphs(TALKS[talk], "beside"), write=write, head=f"\\ansicpg{page}")
    _, turns = reported(data, "a")
    assert turns == expected(TALKS[talk])


def test_the_font_tells_the_code_page():
    fonts = b"{\\rtf1\\ansi{\\fonttbl{\\f1\\fcharset204 A;}}"
    text = fonts + b"\\f1 0:05 \\'c4\\'e0.\\par 0:09 {\\f0 \\'c4}\\par}"
    assert [turn[2] for turn in reported(text, "a.rtf")[1]] == ["Да.", "Ä"]


def test_notes_and_deleted_text_are_not_said():
    extra = (
        "<text:tracked-changes><text:p>00:00:01 gone</text:p></text:tracked-changes>"
        "<text:p>00:00:02 Kept<office:annotation><text:p>no</text:p></office:annotation>.</text:p>"
    )
    assert reported(odt(["00:00:04 Yes."], extra), "a")[1] == [
        (2000, None, "Kept."),
        (4000, None, "Yes."),
    ]


def test_tables_are_tables():
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = [("Timespan", "Content", "Speaker"), ("0:00.0 - 0:05.9", "Hi.", "Ann"),
            ("0:05.9 - 0:09.0", "Да.", "Bo")]  # fmt: skip
    table = "".join(row.format("".join(map(cell.format, cells))) for cells in rows)
    assert reported(odt([], table), "a")[1] == [(0, "Ann", "Hi."), (5900, "Bo", "Да.")]


@pytest.mark.parametrize("data", [
    odt(["0:05 Yes."])[:200], packed(""), packed("<office:document-content>"), odt([]),
    packed("\0\1\2"), b"{\\rtf1", b"{\\rtf1\\ansi}", b"{\\rtf1{\\pict 00:00}}",
])  # fmt: skip
def test_what_is_damaged_is_refused_by_its_name(data):
    with pytest.raises(TranscriptError, match=r"OpenDocument text \(ODT\)|\(RTF\)"):
        registry.parse(data, Path("talk"))


def test_rich_text_that_breaks_off_is_read_so_far():
    data = rtf(["00:00:05 Yes.", "00:00:09 And so on"])
    made, turns = reported(data[: data.index(b" on")], "a.rtf")
    assert turns == [(5000, None, "Yes."), (9000, None, "And so")]
    assert ["breaks off" in problem.message for problem in made.problems] == [True]


def test_what_macwhisper_packs_behind_the_recording_is_found():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("originalAudio", bytes(range(256)) * 1000)
        package.writestr(
            "metadata.json", '{"transcripts": [{"start": 500, "end": 1500, "text": "Good day."}]}'
        )
        package.writestr("waveform", bytes(90_000))
    made, turns = reported(buffer.getvalue(), "talk.whisper")
    assert (made.format, turns) == ("macwhisper", [(500, None, "Good day.")])


def test_an_opendocument_text_that_was_packed_again_is_one():
    lines = ["[00:00:01] Anna: Good day.", "[00:00:05] Ben: Yes."]
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(odt(lines))) as package,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as again,
    ):
        for name in reversed(package.namelist()):
            again.writestr(name, package.read(name))
    made, turns = reported(buffer.getvalue(), "talk.odt")
    assert (made.format, turns) == ("odt", [(1_000, "Anna", "Good day."), (5_000, "Ben", "Yes.")])
