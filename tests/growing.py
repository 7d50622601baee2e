"""Whether time grows with the input: a bound in seconds means nothing on a busy machine."""

import time

MOST = 2.9
#: An input that is slow is doubled so often: what is slow is so each time.
DOUBLINGS = 3


def grows_too_fast(use, made, size):
    """Return whether twice the input takes more than `MOST` times the time, at size after size."""
    return all(
        least(use, made(size << times + 1)) > MOST * least(use, made(size << times))
        for times in range(DOUBLINGS)
    )


def least(use, given, times=3):
    """Return the least time of the processor that some uses take."""
    taken = []
    for _ in range(times):
        began = time.thread_time()
        use(given)
        taken.append(time.thread_time() - began)
    return min(taken)
