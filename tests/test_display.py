import pytest

from viewer.display import check_display, hush
from viewer.errors import ViewerError


def test_without_a_display_there_is_a_sentence():
    with pytest.raises(ViewerError, match="no display"):
        check_display({}, "linux")


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_with_a_display_there_is_none(environ, platform):
    check_display(environ, platform)


def test_qt_is_hushed_unless_the_user_wants_it_otherwise():
    environ = {}
    hush(environ)
    for what in ("symbolsresolver", "ffmpeg.mediadataholder.info"):
        assert f"qt.multimedia.{what}=false" in environ["QT_LOGGING_RULES"].split(";")
    own = {"QT_LOGGING_RULES": "*.debug=true"}
    hush(own)
    assert own == {"QT_LOGGING_RULES": "*.debug=true"}
