"""Servers with a certificate: one that the system trusts, and ones that it does not."""

import shutil
import ssl
import subprocess

import pytest

from tests.web.sites import Site
from viewer.errors import NetworkError
from viewer.web.download import Request, download
from viewer.web.errand import available
from viewer.web.look import look, unreached
from viewer.web.relaying import Relay

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="certificates are made by the program openssl"
)
_NEW = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """The folder of an authority of the tests' own, with what it vouches for: `localhost`."""
    folder = tmp_path_factory.mktemp("authority")
    named = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    vouched = ["-CA", "ca.pem", "-CAkey", "ca.key", "-addext", "basicConstraints=CA:FALSE"]
    signs = ["-addext", "keyUsage=critical,keyCertSign"]  # Python 3.13 wants it said
    for how in (["ca", "-subj", "/CN=Tests", *signs], ["own", *named, *vouched]):
        name, *rest = how
        made = [*_NEW, "-nodes", "-days", "2", "-keyout", f"{name}.key", "-out", f"{name}.pem"]
        subprocess.run([*made, *rest], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def safe_site(authority, tmp_path_factory):
    served = tmp_path_factory.mktemp("safe")
    (served / "talk.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(2000))
    site = Site(served, authority / "own.pem", authority / "own.key")
    yield site
    site.die()


@pytest.fixture
def trusted(authority, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "ca.pem"))


def relayed(url):
    """What a relay of its own gives of an address, or why it gives nothing."""
    relay = Relay()
    try:
        stream, where = relay.lead(url, asked=True)
        seen = look(where, asked=True)
    except NetworkError:
        return relay.reason(stream)
    else:
        return seen.head
    finally:
        relay.stop()


def test_one_that_is_trusted_is_asked(safe_site, trusted):
    url = safe_site.url("talk.mp4", type="video/mp4")
    assert look(url, asked=True).head[4:8] == b"ftyp"
    assert relayed(url)[4:8] == b"ftyp"


def test_one_that_is_not_trusted_is_told_by_everybody(safe_site, tmp_path):
    url = safe_site.url("talk.mp4", type="video/mp4")
    words = r"localhost was not reached: nobody whom this computer trusts .*\.$"
    with pytest.raises(NetworkError, match=words):
        look(url, asked=True)
    assert relayed(url).startswith("localhost was not reached: nobody whom this computer trusts")
    if available():
        with pytest.raises(NetworkError, match="not safe"):
            download(Request(url, str(tmp_path), asked=True), lambda _: None, lambda: False)


def test_one_of_another_name_is_told(safe_site, trusted):
    url = safe_site.url("talk.mp4").replace("localhost", "127.0.0.1")
    with pytest.raises(NetworkError, match=r"its certificate is another's.*\.$"):
        look(url, asked=True)


@pytest.mark.parametrize(("code", "words"), [(9, "not valid yet"), (10, "has expired")])
def test_one_of_another_time_is_told(code, words):
    error = ssl.SSLCertVerificationError()
    error.verify_code = code
    assert words in str(unreached("a.example", error))
