"""Things worked on by several threads."""

from itertools import islice

import pytest

from viewer.library.side_by_side import outcomes


@pytest.mark.parametrize("number", [0, 1, 4, 5, 500])
def test_outcomes_come_in_order(number):
    assert list(outcomes(lambda some: [2 * each for each in some], range(number))) == [
        2 * each for each in range(number)
    ]


def test_whoever_has_enough_has_the_rest_left():
    done = []

    def work(some):
        done.extend(some)
        return list(some)

    assert list(islice(outcomes(work, range(10_000)), 3)) == [0, 1, 2]
    assert len(done) < 1_000


def test_what_fails_is_told():
    def work(some):
        return [1 // (100 - each) for each in some]

    with pytest.raises(ZeroDivisionError):
        list(outcomes(work, range(200)))
