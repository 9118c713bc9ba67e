"""How servers are asked: their robots.txt, their pace, certificates, proxies, and how long anything may take."""

from __future__ import annotations

import datetime as dt
import ssl
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.collect.zoo import HOST, Answer, Visit, Zoo, missing, page, silent, zoo

from donghyang.collect.evidence import Asked, Evidence
from donghyang.collect.fetching import Fetcher
from donghyang.collect.fetching import process as fetching
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


RULES: list[tuple[Mapping[str, Answer], str]] = [
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


@dataclass
class Polite:
    """What came of one crawl of many servers, with a proxy in the environment that nobody named."""

    came: dict[str, Capture]
    urls: list[str]
    """The first page of each server with a robots.txt."""
    paced: Zoo
    most: int
    """Requests that the paced server had at once, at the most."""
    proved: Zoo
    """Its certificate is its own."""


@pytest.fixture(scope="module")
def polite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Polite]:
    crowd, most, lock = 0, 0, threading.Lock()

    def counted(visit: Visit) -> None:
        nonlocal crowd, most
        with lock:
            crowd += 1
            most = max(most, crowd)
        page()(visit)
        with lock:
            crowd -= 1

    folder = tmp_path_factory.mktemp("polite")
    paced = {f"/{number}": counted for number in range(4)} | {"/robots.txt": robots("User-agent: *\nCrawl-delay: 0.3")}
    with (
        pytest.MonkeyPatch.context() as patch,
        zoo(paced) as slow,
        zoo({"/a": page()}) as proved,
        webs(*(routes for routes, _ in RULES)) as urls,
    ):
        patch.setenv("http_proxy", "http://127.0.0.1:1/")
        patch.setenv("DONGHYANG_PROXY_KEY", "name:never-to-be-seen")
        proved.server.socket = _with_certificate(folder).wrap_socket(proved.server.socket, server_side=True)
        told = [slow.url(f"/{number}") for number in range(4)]
        came = fetched(folder / "pages", [*urls, *told, f"https://localhost:{proved.port}/a"])
        yield Polite(came, urls, slow, most, proved)


def test_each_robots_txt_is_read_as_the_standard_says(polite: Polite) -> None:
    found = [polite.came[url].trouble or polite.came[url].state for url in polite.urls]
    assert found == [expected for _, expected in RULES]


def test_pages_of_one_host_come_one_after_another_at_its_pace(polite: Polite) -> None:
    assert all(polite.came[polite.paced.url(f"/{number}")].state == "new" for number in range(4))
    assert polite.paced.times[-1] - polite.paced.times[0] >= _HALF * 4 * 0.3
    assert polite.most == 1


def test_without_a_proxy_in_the_settings_none_of_the_environment_is_taken(polite: Polite) -> None:
    assert polite.came[polite.urls[0]].state == "new"
    assert not any("Proxy-Authorization" in headers for _, headers in polite.paced.visits)


def test_a_server_that_cannot_prove_who_it_is_is_not_believed(polite: Polite) -> None:
    came = polite.came[f"https://localhost:{polite.proved.port}/a"]
    assert came.trouble == "certificate"
    assert came.reason is not None
    assert polite.proved.counts()["/a"] == 0


def test_the_delay_of_the_settings_is_kept_and_a_slow_page_is_left(tmp_path: Path) -> None:
    with zoo({"/1": page(1), "/2": page(2), "/slow": silent}) as web:
        manners = replace(MANNERS, delay=Decimal("0.4"), seconds=1)
        came = fetched(tmp_path, [web.url(path) for path in ("/1", "/2", "/slow")], manners)
        assert [came[web.url(path)].trouble for path in ("/1", "/2", "/slow")] == [None, None, "slow"]
        assert web.times[2] - web.times[0] >= _HALF * 2 * 0.4


_HALF = 0.5
"""A busy machine reads a request some time after it was sent, so the first of them may be timed late."""


def test_what_there_is_no_time_for_is_not_asked_for(tmp_path: Path) -> None:
    with zoo({"/1": page(1)}) as web:
        assert fetched(tmp_path, [web.url("/1")], seconds=0.0) == {}
        assert web.counts()["/1"] == 0


TURNING = """
import socket
looks = 0
real = socket.getaddrinfo
def turning(host, port, *more, **told):
    global looks
    if host == "turned.example":
        looks += 1
        host = "127.0.0.3" if looks == 1 else "127.0.0.1"
    return real(host, port, *more, **told)
socket.getaddrinfo = turning
from donghyang.collect.fetching import resolver
public = resolver.is_public
resolver.is_public = lambda address: address == "127.0.0.3" or public(address)
"""
"""A name server that calls a machine public once, and private when it is looked at again."""


def started_with(code: str) -> str:
    """How the process that fetches is started, with code that runs before anything else."""
    opens, _, rest = fetching._START.partition("sys.path[:] = {path!a}; ")
    return f"{opens}sys.path[:] = {{path!a}}; exec({code!r}); {rest}".replace("{}", "{{}}")


def test_a_proxy_is_told_its_password_and_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGHYANG_PROXY_KEY", "name:never-to-be-seen")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    monkeypatch.setattr(fetching, "_START", started_with(TURNING.replace("looks == 1", "False")))
    with zoo({"http://site.example/a": page(), "http://site.example/robots.txt": missing}) as web:
        through = replace(MANNERS, proxy=f"http://localhost:{web.port}")
        urls = ["http://site.example/a", "http://10.0.0.1/", "http://169.254.169.254/", "http://turned.example/"]
        came = fetched(tmp_path, urls, through)
        told = [headers.get("Proxy-Authorization") for _, headers in web.visits]
    assert [came[url].trouble or came[url].state for url in urls] == ["new", "private", "private", "private"]
    assert told == ["Basic bmFtZTpuZXZlci10by1iZS1zZWVu"] * 2
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert b"never-to-be-seen" not in data
        assert b"bmFtZTpuZXZlci" not in data


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


@pytest.mark.skipif(sys.platform != "linux", reason="the whole of 127.0.0.0/8 is this machine on Linux alone")
def test_a_name_that_turns_private_on_the_second_look_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def once(visit: Visit) -> None:
        visit.handler.close_connection = True
        visit.send("User-agent: *\nAllow: /", headers={"Content-Type": "text/plain", "Connection": "close"})

    monkeypatch.setattr(fetching, "_START", started_with(TURNING))
    with zoo({"/robots.txt": once, "/1": page(1)}, "0.0.0.0") as web:
        url = web.url("/1", "turned.example")
        came = fetched(tmp_path, [url], replace(MANNERS, allow=()))
        assert came[url].trouble == "private", came[url]
        assert [path for path, _ in web.visits] == ["/robots.txt"]


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
