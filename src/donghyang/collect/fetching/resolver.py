"""Names to addresses: only to public ones, looked up anew for each connection and connected to as they were found.

The connection goes to the very addresses that were looked at. So a name that is public when it is first asked for and
private the second time (DNS rebinding) is refused the second time, and no moment lies between look and use.
"""

# ruff: noqa: N802, N803 - the names are Twisted's

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from twisted.internet.interfaces import IHostnameResolver, IResolutionReceiver
from zope.interface import implementer

from donghyang.collect.addresses import is_allowed, is_public


@implementer(IHostnameResolver)
class Resolver:
    """Asks another resolver and passes on what may be connected to."""

    def __init__(self, reactor: Any, allowed: Collection[str]) -> None:
        self._reactor = reactor
        self._inner = reactor.nameResolver
        self._allowed = tuple(allowed)

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> Resolver:
        """As Scrapy makes it."""
        return cls(reactor, crawler.settings.getlist("ALLOWED_HOSTS"))

    def install_on_reactor(self) -> None:
        """Answer every question for a name from now on."""
        self._reactor.installNameResolver(self)

    def resolveHostName(
        self,
        resolutionReceiver: Any,
        hostName: str,
        portNumber: int = 0,
        *asked: Any,
        **told: Any,
    ) -> Any:
        """As Twisted asks for it: the receiver hears of the addresses one by one, and of none where none is public."""
        receiver = _Sieve(resolutionReceiver, hostName, is_allowed(hostName, self._allowed))
        return self._inner.resolveHostName(receiver, hostName, portNumber, *asked, **told)


@implementer(IResolutionReceiver)
class _Sieve:
    def __init__(self, receiver: Any, host: str, any_: bool) -> None:
        self._receiver = receiver
        self._host = host.rstrip(".").lower()
        self._any = any_
        self._kept = False

    def resolutionBegan(self, resolution: Any) -> None:
        REFUSED.pop(self._host, None)
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:
        if self._any or is_public(address.host):
            self._kept = True
            self._receiver.addressResolved(address)
        else:
            REFUSED[self._host] = str(address.host)

    def resolutionComplete(self) -> None:
        if self._kept:
            REFUSED.pop(self._host, None)
        self._receiver.resolutionComplete()


REFUSED: dict[str, str] = {}
"""The hosts that had no public address when they were last looked up, each with one they had. Of the process, as the
reactor is that asks."""
