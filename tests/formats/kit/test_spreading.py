"""Times by the length of what is said."""

from viewer.formats.kit.spreading import MS_A_CHARACTER, spread_by_length


def test_the_time_is_shared_by_length():
    assert spread_by_length(["abc", "a", "ab"], 1_000, 10_000) == [
        (1_000, 5_000),
        (5_000, 7_000),
        (7_000, 10_000),
    ]
    assert spread_by_length([], 0, 1_000) == []


def test_without_room_each_takes_as_long_as_it_is_said():
    said = [(5, 5 + 2 * MS_A_CHARACTER), (5 + 2 * MS_A_CHARACTER, 5 + 3 * MS_A_CHARACTER)]
    assert spread_by_length(["a", ""], 5, None) == said
    assert spread_by_length(["a", ""], 5, 5) == said
