"""Cheetah's captions, in bytes."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import cheetah
from viewer.formats.format import Claim, Content, NothingUsableError

HEAD = b"\xea\x22\x01".ljust(128, b"\0")


def block(start, words, end=None):
    times = bytes(start) + (bytes(end) if end else b"")
    inside = bytes([0x60 if end else 0x40]) + times + bytes(6) + words + b"\0"
    return bytes([len(inside) + 1]) + inside


def test_blocks_with_and_without_ends_letters_styles_and_breaks():
    data = HEAD + block((0, 0, 1, 15), b"\xd1Good\0day\x82.", (0, 0, 3, 0)) + b"\0\0"
    data += block((0, 1, 4, 29), b"\x81 Yes. \x81")
    made = registry.parse(data, Path("talk.cap"))
    assert made.format == "cheetah"
    assert [(s.start_ms, s.end_ms, s.text) for s in made.segments] == [
        (1500, 3000, "Good dayá."), (64_966, 74_966, "♪ Yes. ♪"),
    ]  # fmt: skip


def test_the_clock_of_a_programme_counts_from_its_hour():
    made = registry.parse(HEAD + block((1, 0, 2, 0), b"Good day.", (1, 0, 4, 0)), Path("talk"))
    assert [(s.start_ms, s.end_ms) for s in made.segments] == [(2000, 4000)]


def test_damage_is_told():
    data = HEAD + block((0, 0, 99, 0), b"lost") + block((0, 0, 5, 0), b"Anna: Good day.")[:-4]
    made = cheetah.parse(Content(data, ""))
    assert [(s.start_ms, s.text) for s in made.segments] == [(5000, "Good d")]
    assert len(made.problems) == 2
    with pytest.raises(NothingUsableError):
        cheetah.parse(Content(HEAD + b"\x03\x60\0", ""))


@pytest.mark.parametrize("data", [HEAD, b"\xea\x22\x09" + bytes(200), b"", b"Good day."])
def test_other_bytes_are_none(data):
    assert cheetah.claims(Content(data, "")) is Claim.NO
