from __future__ import annotations

import pytest

from donghyang.collect.addresses import host_of, is_allowed, is_public

PUBLIC = ["8.8.8.8", "202.108.22.5", "2400:3200::1", "64:ff9b::808:808", "2002:808:808::1"]
PRIVATE = [
    "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.8", "192.0.2.1", "198.18.0.1",
    "0.0.0.0", "255.255.255.255", "224.0.0.1", "239.1.1.1", "240.0.0.1",
    "::", "::1", "::127.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808", "2002:7f00:1::", "2002:a00:1::1",
    "2001:0:7f00:1::1", "2001:0:4136:e378:8000:63bf:f5ff:fffe",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_of_the_public_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_no_other_address_is_public_whatever_it_is_wrapped_in(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["", "localhost", "2130706433", "0x7f.0.0.1", "127.1", "8.8.8.8.8"])
def test_what_is_no_ip_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("http://www.kjj.example.cn/a.html", "www.kjj.example.cn", 80),
        ("HTTPS://WWW.Example.CN./", "www.example.cn", 443),
        ("https://example.cn:8443/x?y=1#z", "example.cn", 8443),
        ("http://[::1]:8000/", "::1", 8000),
        ("http://科技部.example/", "科技部.example", 80),
    ],
)
def test_hosts(url: str, host: str, port: int) -> None:
    found = host_of(url)
    assert found is not None
    assert (found.name, found.port) == (host, port)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.cn/a",
        "data:text/html,x",
        "javascript:alert(1)",
        "//example.cn/a",
        "/a.html",
        "",
        "http://",
        "http://:80/",
        "http://example.cn:99999/",
        "http://example.cn:port/",
        "http://user:secret@example.cn/",
        "http://user@example.cn/",
        "http://example.cn/\r\nHost: other",
        "http://example.cn/a b",
        "http://example.cn\\@10.0.0.1/",
        "http://[::1/",
        "http://example.cn/" + "a" * 2000,
    ],
)
def test_what_names_no_host(url: str) -> None:
    assert host_of(url) is None


def test_a_host_is_allowed_by_its_very_name() -> None:
    allowed = ("Intranet.Example.", "[::1]", "10.0.0.5")
    assert all(is_allowed(host, allowed) for host in ("intranet.example", "INTRANET.example.", "::1", "10.0.0.5"))
    assert not any(is_allowed(host, allowed) for host in ("www.intranet.example", "example", "10.0.0.6", "::2"))
