"""A first look at an address, before anything else is given it: who answers in the end, and what.

Every step of the way is looked at by itself, so that nobody is sent from the web to a file, to
another protocol, or into the user's own network.
"""

import http.client
import socket
import ssl
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from viewer.core.links import is_web_link
from viewer.core.value import value
from viewer.errors import NetworkError
from viewer.web.hosts import is_local, is_local_number

#: More steps than these lead nowhere.
MOST_STEPS: Final = 6
#: A server that has not said a word for so long is given up.
TIMEOUT_S: Final = 6.0
_HEAD: Final = 512
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
AGENT: Final = "Mozilla/5.0 (compatible; Cueline; +https://cueline.github.io)"


@value
class Seen:
    """What answered: its own address, what it says it is, and its first bytes."""

    url: str
    kind: str
    head: bytes

    @property
    def is_page(self) -> bool:
        """Whether it is a page to be read, such as what a portal shows instead of everything."""
        begin = self.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
        return self.kind == "text/html" or begin.startswith((b"<!doctype html", b"<html"))


def look(address: str, *, asked: bool) -> Seen:
    """Follow an address to its end and return what is there; raises `NetworkError`.

    Only where the user was `asked` may it lie on this machine or in its own network.
    """
    url = address
    for _ in range(MOST_STEPS):
        status, moved, seen = _step(_checked(url, address, asked=asked))
        if status in _MOVED and moved:
            url = _onward(url, moved)
        elif status >= 300:
            raise NetworkError(_refused(name_of(url), status), hint=_HINTS.get(status, ""))
        else:
            return seen
    raise NetworkError(f"{name_of(address)} sends on and on, and leads nowhere.")


def _onward(url: str, moved: str) -> str:
    """Return where an answer sends on to; nothing where that is no address at all."""
    try:
        return urljoin(url, moved)
    except ValueError:
        return ""


def name_of(url: str) -> str:
    """Return who is asked at an address."""
    return urlsplit(url).hostname or url


def _checked(url: str, first: str, *, asked: bool) -> SplitResult:
    """Return an address taken apart, if it may be asked; raises `NetworkError`."""
    who = name_of(first)
    if not is_web_link(url):
        raise NetworkError(f"{who} sends on to what is no address of the web; it is not opened.")
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not asked and (is_local(host) or _leads_home(parts)):
        raise NetworkError(
            f"{who} leads into your own network; it is not opened.",
            hint="If you know it, open the address yourself.",
        )
    return parts


def _leads_home(parts: SplitResult) -> bool:
    """Return whether a name stands for a number of the user's own network."""
    if _proxy(parts):
        return False  # which looks names up itself
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, parts.port or 0, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NetworkError(
            f"{host} cannot be found.", hint="Look at the address, and at the network."
        ) from error
    return any(is_local_number(ip_address(str(each[4][0]).partition("%")[0])) for each in found)


def headers(**more: str) -> dict[str, str]:
    """Return what is said with every request."""
    return {"User-Agent": AGENT, "Accept": "*/*", "Connection": "close", **more}


def _step(parts: SplitResult) -> tuple[int, str, Seen]:
    """Ask for the first bytes; raises `NetworkError`."""
    host = parts.hostname or ""
    connection, target = connection_to(parts.geturl())
    try:
        connection.request("GET", target, headers=headers(Range=f"bytes=0-{_HEAD - 1}"))
        answer = connection.getresponse()
        kind = answer.headers.get_content_type()
        head = answer.read(_HEAD) if answer.status < 300 else b""
        moved = answer.getheader("Location") or ""
    except TimeoutError as error:
        raise NetworkError(f"{host} does not answer.", hint=_TRY) from error
    except ssl.SSLError as error:
        reason = "the connection is not safe, as on networks that want a log-in first"
        raise NetworkError(f"{host} was not reached: {reason}.", hint=_TRY) from error
    except socket.gaierror as error:
        raise NetworkError(f"{host} cannot be found.", hint=_TRY) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NetworkError(f"{host} was not reached: it refuses.", hint=_TRY) from error
    finally:
        connection.close()
    return answer.status, moved, Seen(parts.geturl(), kind, head)


def connection_to(url: str) -> tuple[http.client.HTTPConnection, str]:
    """Return the connection to a server, by the proxy that the system names, and what to ask."""
    parts = urlsplit(url)
    path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    host, secure = parts.hostname or "", parts.scheme == "https"
    proxy = _proxy(parts)
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    if not proxy:
        return kind(host, parts.port, timeout=TIMEOUT_S), path
    by = urlsplit(proxy if "://" in proxy else f"//{proxy}")
    connection = kind(by.hostname or "", by.port, timeout=TIMEOUT_S)
    if not secure:
        return connection, parts._replace(fragment="").geturl()
    connection.set_tunnel(host, parts.port)
    return connection, path


def _proxy(parts: SplitResult) -> str:
    host = parts.hostname or ""
    from urllib.request import getproxies, proxy_bypass  # takes long to load

    return "" if proxy_bypass(host) else getproxies().get(parts.scheme, "")


def _refused(who: str, status: int) -> str:
    reasons = {
        401: "it wants a log-in",
        403: "it does not give this to us",
        404: "there is no such thing any more",
        410: "there is no such thing any more",
        429: "it was asked too often",
    }
    reason = reasons.get(status) or ("it has trouble of its own" if status >= 500 else "no reason")
    return f"{who} refuses: {reason} ({status})."


_TRY: Final = "Look at the network, or try again later."
_HINTS: Final = {
    401: "Open it in the browser, where you are logged in.",
    403: "Open it in the browser.",
    404: "Look at the address.",
    410: "Look at the address.",
    429: "Try again later.",
}
