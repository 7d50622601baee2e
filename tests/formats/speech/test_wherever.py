"""JSON is told by its structure wherever that stands in the file, and by a head that is cut."""

import json
from pathlib import Path

import pytest

from tests.formats.samples import SAMPLES
from viewer.formats import registry
from viewer.formats.format import Content

#: Many times as much as is looked at first.
FILLING = {"request": [{"id": n, "note": "word " * 40} for n in range(700)]}
ALL = [
    pytest.param(name, json.loads(text), id=f"{name}-{number}")
    for name, texts in SAMPLES.items()
    if name.endswith(("-json", "otranscribe"))
    for number, text in enumerate(texts)
    if text.startswith("{") and text.endswith("}") and text.count("\n") == 0
]


def parsed(value):
    return registry.parse(json.dumps(value).encode(), Path("talk.json"))


@pytest.mark.parametrize(("name", "value"), ALL)
def test_what_stands_behind_much_else_is_told_and_read_the_same(name, value):
    assert len(json.dumps(FILLING)) > 2 * registry.SAMPLE
    late, plain = parsed(FILLING | value), parsed(value)
    assert (plain.format, late.format) == (name, name)
    assert late.segments == plain.segments


@pytest.mark.parametrize("cut", [20_011, 65_536])
@pytest.mark.parametrize(("name", "value"), ALL)
def test_a_head_tells_as_much_as_the_whole(name, value, cut):
    lists = [key for key, each in value.items() if isinstance(each, list) and each]
    long = {**value, lists[-1]: value[lists[-1]] * 1_500} if lists else value
    text = json.dumps(long)
    told = [
        registry.claimants(Content.of(part), Path("x"))[0].format for part in (text[:cut], text)
    ]
    assert {each.name for each in told} == {name}
