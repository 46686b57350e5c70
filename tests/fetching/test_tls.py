"""Over https the host must prove who it is; nothing is sent before."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from newsdiff.fetching import connecting
from tests.fetching.conftest import PAGE, Failing, Fetch, Host, answer
from tests.fetching.test_limits import HEAD, endless

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="a certificate is made by openssl"
)


class Certificate(NamedTuple):
    file: Path
    key: Path


Trust = Callable[[Certificate], None]


def made(folder: Path, days: int = 2, more: str = "DNS:localhost") -> Certificate:
    """A certificate that "localhost" has written for itself."""
    one = Certificate(folder / "certificate.pem", folder / "key.pem")
    asked, names = folder / "asked.pem", folder / "names"
    names.write_text(f"subjectAltName={more}\n" if more else "", "utf-8")
    openssl(f"req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout {one.key}", asked)
    openssl(
        f"x509 -req -in {asked} -signkey {one.key} -days {days} -extfile {names}",
        one.file,
    )
    return one


def openssl(command: str, out: Path) -> None:
    program = shutil.which("openssl")
    assert program
    subprocess.run(
        [program, *command.split(), "-out", str(out)], check=True, capture_output=True
    )


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return made(tmp_path_factory.mktemp("tls"))


def context_of(certificate: Certificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.file, certificate.key)
    return context


@pytest.fixture
def secure(certificate: Certificate) -> Iterator[Host]:
    host = Host(context_of(certificate))
    host.pages["/"] = answer()
    yield host
    host.close()


@pytest.fixture
def trust(monkeypatch: pytest.MonkeyPatch) -> Iterator[Trust]:
    """Makes a certificate one of those that the system trusts."""

    def use(certificate: Certificate) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
        connecting._trusted.cache_clear()

    yield use
    connecting._trusted.cache_clear()


def test_a_page_over_https(
    secure: Host, certificate: Certificate, fetched: Fetch, trust: Trust
) -> None:
    trust(certificate)
    assert fetched(secure.address("/", "localhost")).data == PAGE


def test_a_host_that_vouches_for_itself(secure: Host, why_not: Failing) -> None:
    address = secure.address("/", "localhost")
    told = why_not(address)
    assert told.startswith(
        f"{address} is not fetched: the certificate of localhost is not trusted (self"
    )
    assert "open it in the browser" in told
    assert secure.asked == []


def test_the_certificate_of_another_host(
    secure: Host, certificate: Certificate, why_not: Failing, trust: Trust
) -> None:
    trust(certificate)
    told = why_not(secure.address("/", "127.0.0.1"))
    assert "the certificate of 127.0.0.1 is not trusted (ip address mismatch" in told
    assert secure.asked == []


def test_a_certificate_that_has_run_out(
    tmp_path: Path, why_not: Failing, trust: Trust
) -> None:
    old = made(tmp_path, days=-1)
    trust(old)
    host = Host(context_of(old))
    told = why_not(host.address("/", "localhost"))
    host.close()
    assert "is not trusted (certificate has expired)" in told


def test_the_name_of_its_owner_is_not_that_of_a_host(
    tmp_path: Path, why_not: Failing, trust: Trust
) -> None:
    unnamed = made(tmp_path, more="")
    trust(unnamed)
    host = Host(context_of(unnamed))
    told = why_not(host.address("/", "localhost"))
    host.close()
    assert "is not trusted (hostname mismatch" in told


def test_an_encryption_of_old(
    certificate: Certificate, why_not: Failing, trust: Trust
) -> None:
    trust(certificate)
    context = context_of(certificate)
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    host = Host(context)
    told = why_not(host.address("/", "localhost"))
    host.close()
    assert "is not fetched: localhost has no secure connection" in told
    assert host.asked == []


def test_a_host_that_knows_no_encryption(host: Host, why_not: Failing) -> None:
    address = host.address("/", "localhost").replace("http:", "https:")
    assert "localhost has no secure connection" in why_not(address)


def test_nobody_is_led_from_https_to_http(
    secure: Host, host: Host, certificate: Certificate, why_not: Failing, trust: Trust
) -> None:
    trust(certificate)
    secure.pages["/"] = answer(b"", 302, Location=host.address("/a?key=1"))
    told = why_not(secure.address("/", "localhost"))
    assert "/ leads from https to http, where anybody may read and change it" in told
    assert f"name {host.address('/a')}?… itself" in told
    assert host.asked == []


def test_a_slow_drip_and_a_body_without_end(
    secure: Host, certificate: Certificate, why_not: Failing, trust: Trust
) -> None:
    trust(certificate)
    secure.pages["/slow"] = endless(HEAD + b"\r\n", b"n", 0.05)
    secure.pages["/long"] = endless(HEAD + b"\r\n", b"news " * 10_000)
    slow, long = (secure.address(path, "localhost") for path in ("/slow", "/long"))
    began = time.monotonic()
    assert "did not come within 0.8 seconds" in why_not(slow, seconds=0.8)
    assert "is larger than 1 MB" in why_not(long, max_bytes=1_000_000)
    assert time.monotonic() - began < 5
