"""Regular expressions that are compiled when they are first used, and not at every start.

For those whose classes hold letters of many scripts, which take 4 to 9 ms each, and for what is
loaded at every start and used for few files: 18 of these take 6 ms together.
"""

import re
from typing import Any, Final, cast

_USES: Final = ("match", "search", "fullmatch", "findall", "finditer", "sub", "split")


class LatePattern:
    """What behaves like a compiled pattern, and becomes one by that."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern itself."""
        return re.compile(self.pattern, self.flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        """Compile it, and from now on answer as fast as it does."""
        if name not in _USES:
            raise AttributeError(name)
        made = self.compiled()
        vars(self).update((use, getattr(made, use)) for use in _USES)
        return getattr(made, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled with its first use."""
    return cast("re.Pattern[str]", LatePattern(pattern, flags))
