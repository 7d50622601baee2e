"""One frame of a recording, as whoever decodes it hands it to whoever shows it."""

from typing import TypeAlias

from viewer.core.value import value

#: The bytes of a plane, row after row, and how many bytes a row takes.
Plane: TypeAlias = tuple[bytes, int]


@value
class Still:
    """A frame with the moment at which it begins; `planes` are brightness and two of colour.

    The two have half the width and height (I420). `rotation` is by how many degrees clockwise the
    picture is turned to be shown upright: 0, 90, 180 or 270.
    """

    start_us: int
    width: int
    height: int
    rotation: int
    planes: tuple[Plane, Plane, Plane]
