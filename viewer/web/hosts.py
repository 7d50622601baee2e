"""Whose network an address is on: a stranger's transcript may name what only we can reach."""

import ipaddress
from typing import Final

#: What FFmpeg may use for what comes from the web, by the relay on this machine alone, which speaks
#: `https` for it; never `file`, `pipe` or a kin of theirs.
PROTOCOLS: Final = ("http", "tcp", "crypto")
#: Names that only a local network gives.
_LOCAL_ENDS: Final = (
    ".localhost", ".local", ".lan", ".home", ".home.arpa", ".internal", ".intranet", ".corp",
    ".localdomain", ".private",
)  # fmt: skip


def is_local(host: str) -> bool:
    """Return whether a host's name, or its number, is of this machine or its own network.

    >>> is_local("192.168.1.4"), is_local("printer"), is_local("2130706433"), is_local("youtu.be")
    (True, True, True, False)
    """
    host = host.lower().strip("[]").removesuffix(".")
    number = _number(host)
    if number is not None:
        return is_local_number(number)
    return "." not in host or host.endswith(_LOCAL_ENDS)


def is_local_number(number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Return whether a number is anything else than an address that the whole world can reach."""
    mapped = getattr(number, "ipv4_mapped", None)
    return not (mapped or number).is_global


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return _old_number(host)


def _old_number(host: str) -> ipaddress.IPv4Address | None:
    """Read a number as C does: `127.1`, `0x7f.1`, `2130706433` are this machine."""
    pieces = host.split(".")
    if len(pieces) > 4:
        return None
    try:
        values = [_whole(piece) for piece in pieces]
    except ValueError:
        return None
    *heads, last = values
    if any(head > 255 for head in heads) or last >= 256 ** (4 - len(heads)):
        return None
    number = last + sum(head << (24 - 8 * at) for at, head in enumerate(heads))
    return ipaddress.IPv4Address(number)


def _whole(piece: str) -> int:
    """Return a number as C writes it: hexadecimal, octal or decimal."""
    if piece.lower().startswith("0x"):
        return int(piece, 16)
    return int(piece, 8 if len(piece) > 1 and piece.startswith("0") else 10)
