"""The element that an XML file begins with."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.kit.xml_root import root_of


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("<a>", "a"),
        (
            '\ufeff\n<?xml version="1.0"?>\n<!-- <b> -->\n<!DOCTYPE a SYSTEM "a.dtd">\n<?x?><a/>',
            "a",
        ),
        ("text <a>", ""),
        ("<!-- <a>", ""),
        ("", ""),
    ],
)
def test_the_root_is_what_stands_below_declarations(text, root):
    assert root_of(text) == root


@pytest.mark.parametrize(
    "tag", ["<fcpxml>", "<xmeml>", "<USFSubtitles>", '<window><time begin="1">']
)
def test_text_that_speaks_of_a_format_is_text(tag):
    made = registry.parse(f"0:01 It begins with {tag}\n0:05 Yes.\n".encode(), Path("talk.txt"))
    assert made.format == "clock-text"
