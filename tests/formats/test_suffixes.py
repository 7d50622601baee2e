"""Content decides: a file is told by what is in it under every suffix that there is."""

from pathlib import Path

import pytest

from viewer.formats import registry

SUFFIXES = sorted({suffix for known in registry.FORMATS for suffix in known.suffixes} | {".x", ""})
LINK = "https://youtu.be/ID?t="
#: A small file of each kind, by its format's name.
FILES = {
    "archive-markdown": f"# A\n**B:** [May 4, 2017]({LINK}0)\n"
    + "".join(f"*  חoire [[00:00:0{n}]({LINK}{n})]\n" for n in range(4)),
    "subrip": "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\nA: b\n\n" for n in range(4)),
    "webvtt": "WEBVTT\n\n" + "".join(f"00:0{n}.000 --> 00:0{n}.900\nb\n\n" for n in range(4)),
    "youtube-vtt": "WEBVTT\nKind: captions\nLanguage: en\n\n"
    "00:00:01.000 --> 00:00:02.000 align:start position:0%\n \nOne<00:00:01.500><c> two</c>\n\n"
    "00:00:02.000 --> 00:00:02.010 align:start position:0%\nOne two\n \n\n"
    "00:00:02.010 --> 00:00:03.000 align:start position:0%\n"
    "One two\nthree<00:00:02.500><c> four</c>\n",
    "speaker-markdown": f"##### **Anna** [[0:01]({LINK}1)]\nHi.\n\n##### **Ben** [0:02]\nYes.\n",
    "clock-text": "0:01 One\n0:02 Two\n0:03 Three\n",
    "youtube-panel": "0:01\nOne\n0:02\nTwo\n0:03\nThree\n",
    "sbv": "0:00:01.000,0:00:02.000\nOne\n\n0:00:02.000,0:00:03.000\nTwo\n",
    "microdvd": "{1}{1}25\n{25}{50}One\n{50}{75}Two\n",
    "substation": "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,One\n",
    "sami": "<SAMI><BODY><SYNC Start=1000><P Class=A>One\n</BODY></SAMI>\n",
    "ttml": '<tt><body><p begin="1s">One</p></body></tt>',
    "lrc": "[00:01.00]One\n[00:02.00]<00:02.00>Two\n[00:03.00]Three\n",
}


@pytest.mark.parametrize("name", FILES)
def test_content_decides_under_every_suffix(name):
    data = FILES[name].encode()
    reported = {suffix: registry.parse(data, Path(f"x{suffix}")).format for suffix in SUFFIXES}
    assert reported == dict.fromkeys(SUFFIXES, name)


CODE = {
    "program": "import re\n\nSTAMP = re.compile(r'\\d+:\\d\\d')\nstart = '0:12'\n",
    "table": "name,start\nAnna,0:12\nBen,0:13\n",
    "listing": "-rw-r--r-- 1 me me 12 Jan  1 10:30 a\n-rw-r--r-- 1 me me 12 Jan  1 10:31 b\n",
    "settings": "[section]\nstart: 0:12\nend: 0:13\n",
    "timetable": "Open: 9:00 to 17:00\nClosed: 18:00 to 9:00\n",
}


def test_a_document_is_plain_text():
    data = b"# A tool\n\n**Note:** it starts at 9:00.\n\n- one\n- two\n"
    reported = {
        registry.parse(data, Path(f"x{suffix}")).format for suffix in (".md", ".txt", ".srt", "")
    }
    assert reported == {"plain-text"}


@pytest.mark.parametrize("kind", CODE)
def test_code_and_tables_are_no_timed_text(kind):
    reported = {
        registry.parse(CODE[kind].encode(), Path(f"x{s}")).format for s in (".txt", ".md", ".x")
    }
    assert reported == {"plain-text"}
