"""What Linux tells of batteries."""

import pytest

from viewer.library import readers
from viewer.library.power import on_battery


@pytest.mark.parametrize(
    ("told", "empties"),
    [
        ({}, False),
        ({"type": "Mains", "online": "0"}, False),
        ({"type": "Battery", "status": "Discharging"}, True),
        ({"type": "Battery", "status": "Charging"}, False),
        ({"type": "Battery", "status": "Discharging", "scope": "Device"}, False),
    ],
)
def test_a_battery_that_is_emptied(tmp_path, told, empties):
    (tmp_path / "BAT0").mkdir()
    for name, value in told.items():
        (tmp_path / "BAT0" / name).write_text(f"{value}\n")
    assert on_battery(tmp_path) is empties


def test_where_nothing_is_told_there_is_none(tmp_path):
    assert not on_battery(tmp_path / "none")


def test_one_process_reads_on_a_battery(monkeypatch):
    monkeypatch.setattr(readers, "on_battery", lambda: True)
    assert readers.how_many() == 1
