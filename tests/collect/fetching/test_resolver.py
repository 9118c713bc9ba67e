"""Names that turn private: what is looked at is what is connected to, each time anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from donghyang.collect.fetching.resolver import REFUSED, Resolver


@dataclass
class Address:
    host: str
    port: int = 80


@dataclass
class Servers:
    """A resolver whose answers a test sets, one after another."""

    answers: list[list[str]]
    asked: int = 0

    def resolveHostName(self, receiver: Any, host: str, port: int = 0, *more: Any) -> None:  # noqa: N802
        found = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        receiver.resolutionBegan(None)
        for address in found:
            receiver.addressResolved(Address(address, port))
        receiver.resolutionComplete()


@dataclass
class Receiver:
    heard: list[str] = field(default_factory=list)
    ended: bool = False

    def resolutionBegan(self, resolution: Any) -> None: ...  # noqa: N802

    def addressResolved(self, address: Address) -> None:  # noqa: N802
        self.heard.append(address.host)

    def resolutionComplete(self) -> None:  # noqa: N802
        self.ended = True


@dataclass
class Reactor:
    nameResolver: Servers  # noqa: N815


def looked_up(
    answers: list[list[str]], times: int = 1, host: str = "www.kjj.example", *allowed: str
) -> list[list[str]]:
    resolver = Resolver(Reactor(Servers(answers)), allowed)
    found = []
    for _ in range(times):
        receiver = Receiver()
        resolver.resolveHostName(receiver, host, 80)
        assert receiver.ended
        found.append(receiver.heard)
    return found


def test_a_name_that_turns_private_is_refused_the_second_time() -> None:
    assert looked_up([["202.108.22.5"], ["127.0.0.1"], ["202.108.22.5"]], 3) == [["202.108.22.5"], [], ["202.108.22.5"]]
    assert "www.kjj.example" not in REFUSED


def test_of_mixed_addresses_only_the_public_ones_are_connected_to() -> None:
    assert looked_up([["10.0.0.1", "202.108.22.5", "::1", "64:ff9b::7f00:1"]]) == [["202.108.22.5"]]


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.1.1", "169.254.169.254", "::ffff:192.168.0.1", "fe80::1"])
def test_what_is_private_is_remembered_with_its_host(address: str) -> None:
    assert looked_up([[address]], 1, "Private.Example.") == [[]]
    assert REFUSED.pop("private.example") == address


def test_a_host_that_the_workspace_allows_may_be_private() -> None:
    assert looked_up([["10.0.0.1"]], 1, "intranet.example", "intranet.example") == [["10.0.0.1"]]
    assert looked_up([["10.0.0.1"]], 1, "www.intranet.example", "intranet.example") == [[]]


def test_a_name_without_address_is_no_private_one() -> None:
    assert looked_up([[]], 1, "nowhere.example") == [[]]
    assert "nowhere.example" not in REFUSED
