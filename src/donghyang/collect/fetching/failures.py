"""What went wrong with a request, by the name of the trouble."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from OpenSSL import SSL
from scrapy import Request
from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from service_identity.exceptions import VerificationError
from twisted.internet import error
from twisted.python.failure import Failure

from donghyang.collect.addresses import host_of
from donghyang.collect.evidence import Failed
from donghyang.records import Collecting, Trouble

_KINDS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], Trouble], ...] = (
    (IgnoreRequest, "redirects"),  # of Scrapy's own only the redirects are left that raise it
    (CannotResolveHostError, "name"),
    ((DownloadTimeoutError, error.TimeoutError), "slow"),
    (DownloadCancelledError, "large"),
    ((DownloadConnectionRefusedError, TunnelError, error.ConnectError), "refused"),
    ((DownloadFailedError, ResponseDataLossError, error.ConnectionClosed, OSError), "broken"),
    ((UnsupportedURLSchemeError, NotSupported), "address"),
)


class Held(IgnoreRequest):
    """A request that is not sent, or an answer that is not taken."""

    def __init__(self, failed: Failed) -> None:
        super().__init__(failed.trouble)
        self.failed = failed


def failed_of(problem: BaseException, request: Request, collecting: Collecting, refused: Mapping[str, str]) -> Failed:
    """Why a request failed; `refused` are the hosts whose addresses were not public, each with one of them."""
    if isinstance(problem, Held):
        return problem.failed
    host = host_of(request.url)
    name = host.name if host else ""
    if is_refused(request, refused):
        return Failed("private", f"{name}, {refused[name]}")
    if any(isinstance(cause, (SSL.Error, VerificationError)) for cause in _causes(problem)):
        return Failed("certificate", name)
    trouble = next((trouble for kinds, trouble in _KINDS if isinstance(problem, kinds)), None)
    if trouble is None:
        return Failed("other", type(problem).__name__)
    details = {"slow": str(collecting.seconds), "large": f"{collecting.bytes:,}", "redirects": request.url}
    return Failed(trouble, details.get(trouble, name))


def is_refused(request: Request, refused: Mapping[str, str]) -> bool:
    """Whether the host of a request was not public when it was last looked up."""
    host = host_of(request.url)
    return host is not None and host.name in refused


def is_lasting(problem: BaseException) -> bool:
    """Whether sending the same again would end the same: the certificate stays what it is."""
    return any(isinstance(cause, (SSL.Error, VerificationError)) for cause in _causes(problem))


def _causes(problem: BaseException) -> Iterator[BaseException]:
    """A problem and what it comes from."""
    yield problem
    reasons = getattr(problem, "reasons", ())
    for reason in (*reasons, problem.__cause__):
        cause = reason.value if isinstance(reason, Failure) else reason
        if cause is not None:
            yield from _causes(cause)
