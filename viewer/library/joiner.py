"""Makes joints for the library in a process of its own; see `joining`."""

import sys
from contextlib import closing
from typing import Final

from viewer.library.joining import Joiner
from viewer.library.worker import answering

#: All that the machine does comes first.
_NICE: Final = 19


def main() -> int:
    """Make some whenever asked, until nobody asks any more."""
    with closing(Joiner()) as joiner:
        return answering(lambda place, say: say(joiner.some(place)), _NICE)


if __name__ == "__main__":
    sys.exit(main())
