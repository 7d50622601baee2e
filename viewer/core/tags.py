"""What notes can be tagged with."""

from typing import Final

#: The six tags, by what they are called in files; the user gives them names of their own.
TAGS: Final = ("yellow", "green", "blue", "red", "purple", "grey")
LONGEST_NAME: Final = 40
