"""A first look at an address, before anything else is given it: who answers in the end, and what.

Every step of the way is looked at by itself, so that nobody is sent from the web to a file, to
another protocol, or into the user's own network.
"""

import http.client
import socket
import ssl
import threading
from functools import partial
from ipaddress import ip_address
from typing import Any, Final
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
MOVED: Final = frozenset({301, 302, 303, 307, 308})
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

    @property
    def is_media(self) -> bool:
        """Whether it says that it is sound or a moving picture, and is no page all the same."""
        return self.kind.partition("/")[0] in ("audio", "video") and not self.is_page


def look(address: str, *, asked: bool) -> Seen:
    """Follow an address to its end and return what is there; raises `NetworkError`.

    Only where the user was `asked` may it lie on this machine or in its own network.
    """
    url = address
    for _ in range(MOST_STEPS):
        status, moved, seen = _step(checked(url, address, asked=asked), asked=asked)
        if status in MOVED and moved:
            url = _onward(url, moved)
        elif status >= 300:
            raise refused(name_of(url), status)
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


def checked(url: str, first: str, *, asked: bool) -> SplitResult:
    """Return an address taken apart, if it may be asked; raises `NetworkError`."""
    who = name_of(first)
    if not is_web_link(url):
        raise NetworkError(f"{who} sends on to what is no address of the web; it is not opened.")
    parts = urlsplit(url)
    if not asked and is_local(parts.hostname or ""):
        raise _leads_home(who)
    return parts


def _leads_home(who: str) -> NetworkError:
    return NetworkError(
        f"{who} leads into your own network; it is not opened.",
        hint="If you know it, open the address yourself.",
    )


class HomeError(OSError):
    """A name stands for a number of the user's own network."""


def _numbers(host: str, port: int) -> list[Any]:
    """Look a name up, but for no longer than anybody waits; raises `OSError`."""
    found: list[Any] = []

    def look_up() -> None:
        try:
            found.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            found.append(error)

    worker = threading.Thread(target=look_up, name=f"looking up {host}", daemon=True)
    worker.start()
    worker.join(TIMEOUT_S)
    if not found:
        raise TimeoutError(host)
    if isinstance(found[0], Exception):
        raise found[0]
    numbers: list[Any] = found[0]
    return numbers


def is_known(host: str) -> bool:
    """Return whether a name can be looked up here; where a proxy does so, it may be known to it."""
    if _proxy(urlsplit(f"https://{host}")):
        return True
    try:
        return bool(_numbers(host, 443))
    except TimeoutError:
        return True
    except (OSError, UnicodeError):
        return False


def _dial(
    address: tuple[str, int],
    timeout: float,
    source: tuple[str, int] | None = None,
    *,
    asked: bool,
) -> socket.socket:
    """Connect as the system does, to the very number that was looked at; raises `OSError`.

    A name that is looked up again may stand for another one by then.
    """
    failure = OSError(f"{address[0]} has no address")
    for family, kind, protocol, _, number in _numbers(*address):
        if not asked and is_local_number(ip_address(str(number[0]).partition("%")[0])):
            raise HomeError(address[0])
        dialled = socket.socket(family, kind, protocol)
        try:
            dialled.settimeout(timeout)
            if source is not None:
                dialled.bind(source)
            dialled.connect(number)
        except OSError as error:
            dialled.close()
            failure = error
        else:
            return dialled
    raise failure


def headers(**more: str) -> dict[str, str]:
    """Return what is said with every request."""
    return {"User-Agent": AGENT, "Accept": "*/*", "Connection": "close", **more}


def _step(parts: SplitResult, *, asked: bool) -> tuple[int, str, Seen]:
    """Ask for the first bytes; raises `NetworkError`."""
    connection, target = connection_to(parts.geturl(), asked=asked)
    try:
        connection.request("GET", target, headers=headers(Range=f"bytes=0-{_HEAD - 1}"))
        answer = connection.getresponse()
        kind = answer.headers.get_content_type()
        head = answer.read(_HEAD) if answer.status < 300 else b""
        moved = answer.getheader("Location") or ""
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise unreached(parts.hostname or "", error) from error
    finally:
        connection.close()
    return answer.status, moved, Seen(parts.geturl(), kind, head)


def unreached(host: str, error: Exception) -> NetworkError:
    """Return why nothing came of asking somebody, as a sentence."""
    if isinstance(error, HomeError):
        return _leads_home(host)
    if isinstance(error, TimeoutError):
        return NetworkError(f"{host} does not answer.", hint=_TRY)
    if isinstance(error, ssl.SSLError):
        return NetworkError(f"{host} was not reached: {_unsafe(error)}.", hint=_TRY)
    if isinstance(error, socket.gaierror | UnicodeError):
        return NetworkError(f"{host} cannot be found.", hint=_TRY)
    return NetworkError(f"{host} was not reached: it refuses.", hint=_TRY)


def _unsafe(error: ssl.SSLError) -> str:
    """Return why a connection is not safe."""
    if not isinstance(error, ssl.SSLCertVerificationError):
        return "the connection is not safe, as on networks that want a log-in first"
    return _CERTIFICATES.get(
        error.verify_code,
        "nobody whom this computer trusts vouches for it, as on networks that want a log-in first",
    )


def connection_to(url: str, *, asked: bool) -> tuple[http.client.HTTPConnection, str]:
    """Return the connection to a server, by the proxy that the system names, and what to ask.

    Only where the user was `asked` does it lead to this machine or into its own network; a proxy
    looks names up itself.
    """
    parts = urlsplit(url)
    path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    host, secure = parts.hostname or "", parts.scheme == "https"
    proxy = _proxy(parts)
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    if not proxy:
        direct = kind(host, parts.port, timeout=TIMEOUT_S)
        dial = partial(_dial, asked=asked)
        direct._create_connection = dial  # type: ignore[attr-defined] # noqa: SLF001
        return direct, path
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


def refused(who: str, status: int) -> NetworkError:
    """Return what the status of an answer means, as a sentence with its number."""
    reasons = {
        401: "it wants a log-in",
        403: "it does not give this to us",
        404: "there is no such thing any more",
        410: "there is no such thing any more",
        429: "it was asked too often",
    }
    reason = reasons.get(status) or ("it has trouble of its own" if status >= 500 else "no reason")
    return NetworkError(f"{who} refuses: {reason} ({status}).", hint=_HINTS.get(status, ""))


#: What is wrong with a certificate, by OpenSSL's numbers.
_CERTIFICATES: Final = {
    9: "its certificate is not valid yet by this computer's clock",
    10: "its certificate has expired by this computer's clock",
    62: "its certificate is another's, as on networks that want a log-in first",
    64: "its certificate is another's, as on networks that want a log-in first",
}
_TRY: Final = "Look at the network, or try again later."
_HINTS: Final = {
    401: "Open it in the browser, where you are logged in.",
    403: "Open it in the browser.",
    404: "Look at the address.",
    410: "Look at the address.",
    429: "Try again later.",
}
