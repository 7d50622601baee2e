"""What the Chromium of this machine can decode, as its own pages have told."""


class _Known:
    h264 = False


def note(*, h264: bool) -> None:
    """Take in what a page has found out."""
    _Known.h264 = h264


def has_h264() -> bool:
    """Return whether H.264 is known to be decoded, which some sites have nothing besides."""
    return _Known.h264
