"""Real files of every format, damaged a token at a time: a transcript or a sentence comes of each.

Random text seldom gets past a reader's first look. A file that was sound keeps the shape that
leads into every corner of its reader.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.samples import SAMPLES, file_of
from tests.formats.test_any_bytes import check
from viewer.errors import ViewerError
from viewer.formats import registry
from viewer.formats.decoding.encoding import decode
from viewer.formats.format import Content

TOKEN = re.compile(r"\s+|[\w.]+|\W")
ALL = [text for texts in SAMPLES.values() for text in texts]
NASTY = [
    "", "-1", "0", "9" * 20, "9" * 500, "1e999", "1e-9", "NaN", "inf", "null", "true", "0.5",
    '"x"', "[]", "{}", '"', "'", "[", "]", "{", "}", "<", ">", "(", ")", ",", ";", ":", "#", "*",
    "|", "/", "\\", "-->",
    "\n", "\n\n", "\r", "\t", " ", "\0", "\ufeff", "\ufffd", "\ud800", "\u2028", "\x85", "\u202e",
    "\u0661", "\u00b2", "\uff11", "\u0130", "\u00df", "&#0;", "&#xd800;",
    "&amp;", "]]>", "<!--", "<!DOCTYPE",
    "99:99:99", "-0:01", "00:00:01", "é", "漢",
]  # fmt: skip
PLACES = st.integers(0, 999)
KINDS = st.sampled_from(["delete", "double", "swap", "put", "all", "splice", "cut"])
OPERATIONS = st.lists(st.tuples(KINDS, PLACES, PLACES), min_size=1, max_size=8)


def mutated(text, operations):
    """Return the text after the operations, each with two numbers that choose its places."""
    tokens = TOKEN.findall(text)
    for name, one, other in operations:
        if not tokens:
            break
        here, there = one % len(tokens), other % len(tokens)
        if name == "delete":
            del tokens[here : here + (1, 1, 2, 8, 40)[other % 5]]
        elif name == "double":
            tokens[there:there] = tokens[here : here + (1, 3, 10)[other % 3]]
        elif name == "swap":
            tokens[here], tokens[there] = tokens[there], tokens[here]
        elif name == "put":
            tokens[here] = NASTY[other % len(NASTY)]
        elif name == "all":
            tokens = [tokens[there] if token == tokens[here] else token for token in tokens]
        elif name == "splice":
            strange = TOKEN.findall(ALL[other % len(ALL)])
            tokens[here:] = strange[len(strange) * here // len(tokens) :]
        else:
            del tokens[here:]
    return "".join(tokens)


def check_file(known, text):
    """Let the format's own reader and the registry read a file with that text."""
    data = file_of(known.name, text)
    decoded = decode(data)
    check(known, Content(data, decoded.text, decoded.encoding))
    try:
        registry.parse(data, Path("talk" + known.suffixes[0]))
    except ViewerError as error:
        assert str(error).endswith(".")  # noqa: PT017  what else comes of it is the test's failure


@pytest.mark.parametrize("known", registry.FORMATS, ids=lambda known: known.name)
def test_every_format_has_a_sample_that_is_its_own(known):
    for text in SAMPLES[known.name]:
        data = file_of(known.name, text)
        talk = registry.parse(data, Path("talk"))
        assert talk.format == known.name
        assert any(segment.text for segment in talk.segments)


@pytest.mark.parametrize("known", registry.FORMATS, ids=lambda known: known.name)
@given(data=st.data())
def test_a_damaged_file_is_a_transcript_or_a_sentence(known, data):
    text = data.draw(st.sampled_from(SAMPLES[known.name]))
    check_file(known, mutated(text, data.draw(OPERATIONS)))
