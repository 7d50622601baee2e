"""A run of anything, anywhere in a file of any format: twice the run, no more than twice the time.

Patterns have a test of their own; here are the loops around them.
"""

import random
import re
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.formats.samples import SAMPLES, file_of
from viewer.errors import ViewerError
from viewer.formats import registry

RUN = 4_000
MOST = 2.9
#: A run that is slow is doubled so often: what is slow is so each time.
DOUBLINGS = 3
#: So many times the time of the same run as plain text is looked at closely.
SUSPICIOUS = 40
#: What means something in some format, and so makes readers look for its partner.
UNITS = (
    " ", "\t", "\n", "a", "0", "A ", '"', "[", "(", "<", "{", "}", "-", ":", "*", "\\", "&", "a: ",
    "A:\n", "<v A>", "<i>", "[[", "**", "-->", "<!--", "0:00\n", "0:00 ", "* a\n", "|", '""', "&#9",
    "\r",
    "1\n00:00:01,000 --> 00:00:02,000\n", "<00:00:01.000>", "[00:01.00]", "---\n", "](", "{\\k1}",
)  # fmt: skip
TOKEN = re.compile(r"\s+|\w+|\W")
PLACES = 2


def cases(known):
    """Yield for every unit some places in samples of the format, the same ones every time."""
    chance = random.Random(known.name)
    for unit in UNITS:
        tokens = TOKEN.findall(chance.choice(SAMPLES[known.name])[:4_000])
        for place in chance.sample(range(len(tokens) + 1), min(PLACES, len(tokens))):
            yield "".join(tokens[:place]), unit, "".join(tokens[place:])


@pytest.mark.parametrize("known", registry.FORMATS, ids=lambda known: known.name)
def test_time_grows_with_the_run(known):
    plain = least(known, f"{SAMPLES[known.name][0][:4_000]}{'word ' * (RUN // 5)}")
    for case in cases(known):
        if spent(known, filled(case, RUN)) > SUSPICIOUS * plain:
            assert not is_slow(known, case), case


def test_many_recordings_named_in_a_page_take_no_longer_each():
    known = registry.by_name("hypertranscript")
    page = '<p><span data-m="1">a </span></p>'
    assert not is_slow(known, (page, '<b data-mediasrc="https://x.org/a"></b>', ""), 80_000)


def test_many_texts_of_one_title_take_no_longer_each():
    known = registry.by_name("final-cut")
    title = '<fcpxml><spine><title offset="1s" duration="1s">'
    assert not is_slow(known, (title, "<text>a</text>", "</title></spine></fcpxml>"), 140_000)


def is_slow(known, case, run=RUN):
    """Return whether twice the run takes more than `MOST` times the time, at run after run."""
    return all(growth(known, case, run << times) > MOST for times in range(DOUBLINGS))


def growth(known, case, run):
    return least(known, filled(case, 2 * run)) / least(known, filled(case, run))


def filled(case, length):
    before, unit, behind = case
    return before + unit * (length // len(unit)) + behind


def least(known, text):
    return min(spent(known, text) for _ in range(2))


def spent(known, text):
    data, path = file_of(known.name, text), Path("talk" + known.suffixes[0])
    began = time.thread_time()
    with suppress(ViewerError):
        registry.parse(data, path)
    return time.thread_time() - began
