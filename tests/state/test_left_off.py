import json

import pytest

from viewer.state.left_off import MOST_LEFT, LeftOff, LeftOffs

KEY = "0123456789abcdef" * 2


@pytest.fixture
def file(tmp_path):
    return tmp_path / "left-off.json"


def test_what_was_left_is_known_to_another_one(file):
    LeftOffs(file).remember(KEY, LeftOff(83_000, 4, 17))
    assert LeftOffs(file).find(KEY) == LeftOff(83_000, 4, 17)
    assert LeftOffs(file).find(KEY[::-1]) is None


def test_what_was_heard_to_the_end_is_forgotten(file):
    LeftOffs(file).remember(KEY, LeftOff(83_000))
    LeftOffs(file).remember(KEY, None)
    assert LeftOffs(file).find(KEY) is None


def test_nothing_is_written_for_nothing(file):
    LeftOffs(file).remember(KEY, None)
    assert not file.exists()


def test_the_ones_left_longest_ago_go_first(file):
    keys = [f"{number:032x}" for number in range(MOST_LEFT + 1)]
    entries = {key: {"ms": 20_000} for key in keys[:MOST_LEFT]}
    file.write_text(json.dumps({"left": entries}))
    left_offs = LeftOffs(file)
    left_offs.remember(keys[1], LeftOff(30_000))
    left_offs.remember(keys[-1], LeftOff(40_000))
    assert [left_offs.find(key) is None for key in keys[:3]] == [True, False, False]
    assert left_offs.find(keys[-1]) == LeftOff(40_000)


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ({"ms": -1}, LeftOff(0)),
        ({"ms": "soon", "segment": 3}, LeftOff(0, 3)),
        ({"ms": 12_000, "segment": 1.5, "offset": True}, LeftOff(12_000)),
        ([1, 2], None),
    ],
)
def test_nonsense_costs_itself_alone(file, entry, found):
    file.write_text(json.dumps({"left": {KEY: entry, "no key": {"ms": 5}}}))
    assert LeftOffs(file).find(KEY) == found
