"""How servers are asked: their robots.txt, their pace, certificates, proxies, and how long anything may take."""

from __future__ import annotations

import datetime as dt
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.collect.zoo import HOST, Answer, Visit, missing, page, silent, zoo

from donghyang.collect.evidence import Asked, Evidence
from donghyang.collect.fetching import Fetcher
from donghyang.collect.fetching.patience import waits
from donghyang.records import CannotProceed, Capture, Collecting

MANNERS = Collecting(delay=Decimal(0), seconds=20, retries=0, wait=3, allow=(HOST, "site.example", "localhost"))
NOW = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)


def fetched(
    folder: Path, urls: list[str], manners: Collecting = MANNERS, seconds: float | None = None
) -> dict[str, Capture]:
    with Evidence(folder) as evidence, Fetcher(evidence, manners, seconds=seconds) as fetcher:
        return {capture.url: capture for capture in fetcher.fetch([Asked(url) for url in urls])}


@contextmanager
def webs(*routes: Mapping[str, Answer]) -> Iterator[list[str]]:
    """Several servers, each by the address of its first page."""
    if not routes:
        yield []
        return
    with zoo(routes[0]) as first, webs(*routes[1:]) as rest:
        yield [first.url("/a"), *rest]


def robots(text: str, status: int = 200) -> Answer:
    return lambda visit: visit.send(text, status, {"Content-Type": "text/plain"})


def test_each_robots_txt_is_read_as_the_standard_says(tmp_path: Path) -> None:
    rules: list[tuple[Mapping[str, Answer], str]] = [
        ({"/a": page()}, "new"),
        ({"/a": page(), "/robots.txt": robots("User-agent: *\nDisallow: /")}, "robots"),
        ({"/a": page(), "/robots.txt": robots("User-agent: other\nDisallow: /")}, "new"),
        ({"/a": page(), "/robots.txt": robots("User-agent: *\nDisallow: /\n\nUser-agent: donghyang\nAllow: /")}, "new"),
        ({"/a": page(), "/robots.txt": robots("User-agent: *\nDisallow: /", 404)}, "new"),
        ({"/a": page(), "/robots.txt": robots("User-agent: *\nDisallow: /", 403)}, "new"),
        ({"/a": page(), "/robots.txt": robots("", 503)}, "server"),
        ({"/a": page(), "/robots.txt": robots("", 429)}, "busy"),
        ({"/a": page(), "/robots.txt": lambda visit: visit.redirect("/r")}, "new"),
        ({"/a": page(), "/robots.txt": lambda visit: visit.redirect("/r"), "/r": robots("User-agent: *\nDisallow: /a")},
         "robots"),
        ({"/a": page(), "/robots.txt": lambda visit: visit.send(b"\xff\xfe\x00<html>")}, "new"),
    ]  # fmt: skip
    with webs(*(routes for routes, _ in rules)) as urls:
        came = fetched(tmp_path, urls)
    assert [came[url].trouble or came[url].state for url in urls] == [expected for _, expected in rules]


def test_pages_of_one_host_come_one_after_another_at_its_pace(tmp_path: Path) -> None:
    crowd, most, lock = 0, 0, threading.Lock()

    def counted(visit: Visit) -> None:
        nonlocal crowd, most
        with lock:
            crowd += 1
            most = max(most, crowd)
        page()(visit)
        with lock:
            crowd -= 1

    routes = {f"/{number}": counted for number in range(4)}
    with zoo({**routes, "/robots.txt": robots("User-agent: *\nCrawl-delay: 0.5")}) as web:
        came = fetched(tmp_path, [web.url(path) for path in routes])
        assert len(came) == 4
        assert web.times[-1] - web.times[0] >= _HALF * 4 * 0.5
    assert most == 1


def test_the_delay_of_the_settings_is_kept(tmp_path: Path) -> None:
    with zoo({"/1": page(1), "/2": page(2)}) as web:
        fetched(tmp_path, [web.url("/1"), web.url("/2")], replace(MANNERS, delay=Decimal("0.8")))
        assert web.times[-1] - web.times[0] >= _HALF * 2 * 0.8


_HALF = 0.5
"""A busy machine reads a request some time after it was sent, so the first of them may be timed late."""


def test_a_slow_page_is_left_and_what_there_is_no_time_for_is_not_asked_for(tmp_path: Path) -> None:
    with zoo({"/slow": silent, "/1": page(1)}) as web:
        slow = fetched(tmp_path, [web.url("/slow")], replace(MANNERS, seconds=1))
        assert slow[web.url("/slow")].trouble == "slow"
        assert fetched(tmp_path, [web.url("/1")], seconds=0.0) == {}
        assert web.counts()["/1"] == 0


def test_a_proxy_is_told_its_password_and_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGHYANG_PROXY_KEY", "name:never-to-be-seen")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    with zoo({"http://site.example/a": page(), "http://site.example/robots.txt": missing}) as web:
        through = replace(MANNERS, proxy=f"http://localhost:{web.port}")
        came = fetched(tmp_path, ["http://site.example/a", "http://10.0.0.1/", "http://169.254.169.254/"], through)
        told = [headers.get("Proxy-Authorization") for _, headers in web.visits]
    assert [came[url].trouble or came[url].state for url in came] == ["private", "private", "new"]
    assert told == ["Basic bmFtZTpuZXZlci10by1iZS1zZWVu"] * 2
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert b"never-to-be-seen" not in data
        assert b"bmFtZTpuZXZlci" not in data


def test_without_a_proxy_in_the_settings_none_of_the_environment_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    monkeypatch.setenv("DONGHYANG_PROXY_KEY", "name:never-to-be-seen")
    with zoo({"/a": page()}) as web:
        came = fetched(tmp_path, [web.url("/a")])
        assert came[web.url("/a")].state == "new"
        assert not any("Proxy-Authorization" in headers for _, headers in web.visits)


def test_a_server_that_cannot_prove_who_it_is_is_not_believed(tmp_path: Path) -> None:
    with zoo({"/a": page()}) as web:
        web.server.socket = _with_certificate(tmp_path).wrap_socket(web.server.socket, server_side=True)
        url = f"https://localhost:{web.port}/a"
        came = fetched(tmp_path / "pages", [url])
    assert came[url].trouble == "certificate"
    assert came[url].reason is not None
    assert web.counts()["/a"] == 0


def _with_certificate(folder: Path) -> ssl.SSLContext:
    """A certificate that a server has made for itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = (
        builder.serial_number(1).not_valid_before(dt.datetime(2020, 1, 1)).not_valid_after(dt.datetime(2099, 1, 1))
    )
    names = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    made = builder.add_extension(names, critical=False).sign(key, hashes.SHA256())
    path = folder / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def test_evidence_that_cannot_be_written_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / f"{dt.datetime.now(dt.UTC):%Y-%m-%d}.warc.gz").write_bytes(b"not ours")
    with zoo({f"/{number}": page(number) for number in range(5)}) as web:
        with pytest.raises(CannotProceed, match="no file of evidence"):
            fetched(tmp_path, [web.url(path) for path in web.routes])
        assert len(web.counts()) <= 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (b"120", 120.0),
        (b" 0 ", 0.0),
        (b"99999999999999999999", 999999999.0),
        (b"Sun, 29 Nov 2026 12:00:30 GMT", 30.0),
        (b"Sun, 29 Nov 2026 11:00:00 GMT", 0.0),
        (b"Sun, 29 Nov 2026 12:00:30", 30.0),
        (None, None),
        (b"", None),
        (b"soon", None),
        (b"-5", None),
        (b"1.5", None),
        (b"\xff\xfe", None),
    ],
)
def test_what_retry_after_says(header: bytes | None, seconds: float | None) -> None:
    assert waits(header, NOW) == seconds
