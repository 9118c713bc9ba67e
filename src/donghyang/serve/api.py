"""The HTTP interface of an archive: read only, typed, in pages."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Path, Query
from pydantic import BeforeValidator
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import Response

from donghyang import __version__, wire
from donghyang.language.visible import visible
from donghyang.records import CannotProceed, SectionKind
from donghyang.serve.guards import Guard, Rates, Rules, refusal
from donghyang.serve.reading import Narrowed, Reader

_log = logging.getLogger("uvicorn.error")
_LONGEST = 400
"""Characters of a parameter."""
_MISASKED = frozenset(("no-due",))
"""Codes of what is the asker's mistake; every other trouble is this machine's, and its words name files of it."""


def _only_iso(given: object) -> object:
    """Raises ValueError for what is no day as ISO 8601 writes it: 2024 alone would be seconds since 1970."""
    if isinstance(given, str) and not _DAY.fullmatch(given):
        raise ValueError("a day is YYYY-MM-DD")
    return given


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Day = Annotated[dt.date, BeforeValidator(_only_iso)]
Text = Annotated[str, Query(min_length=1, max_length=_LONGEST)]
MaybeText = Annotated[str | None, Query(max_length=_LONGEST)]


@dataclass(frozen=True)
class Page:
    """Some rows of a listing."""

    total: int
    """Rows in all."""
    offset: int
    """Rows before these."""
    items: list[dict[str, Any]]


@dataclass(frozen=True)
class Refused:
    """Why there is no answer, in Korean and in English."""

    error: dict[str, str]


@dataclass(frozen=True)
class Cited:
    """Where an answer stands."""

    issue: dt.date
    section: SectionKind
    number: int | None
    headline: str
    quote: str


@dataclass(frozen=True)
class Answered:
    """The answer to a question."""

    status: str
    answer: str | None
    value: float | None
    unit: str | None
    sources: list[Cited]


@dataclass(frozen=True)
class Window:
    """Which rows of a listing are wanted."""

    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0
    limit: Annotated[int, Query(ge=1, le=200)] = 50

    def of(self, rows: Sequence[Any]) -> dict[str, Any]:
        """These rows, with how many there are."""
        some = rows[self.offset : self.offset + self.limit]
        return {"total": len(rows), "offset": self.offset, "items": list(some)}


def narrowed(
    words: Annotated[str, Query(max_length=_LONGEST, description="all of them have to be there")] = "",
    region: Annotated[str | None, Query(max_length=40, description="a province or city: 저장, 浙江")] = None,
    since: Annotated[Day | None, Query(description="from this issue on")] = None,
    until: Annotated[Day | None, Query(description="up to this issue")] = None,
) -> Narrowed:
    """What the query string narrows a listing by."""
    return Narrowed(words, region, since, until)


Narrow = Annotated[Narrowed, Depends(narrowed)]
Rows = Annotated[Window, Depends()]
_REFUSALS: dict[int | str, dict[str, Any]] = {status: {"model": Refused} for status in (400, 401, 404, 429, 503)}


def app(reader: Reader, rules: Rules) -> FastAPI:
    """The interface to an archive. Nothing in it writes."""
    served = FastAPI(
        title="donghyang", version=__version__, docs_url=None, redoc_url=None, responses=_REFUSALS,
        description="Issues, articles, search, the ledger and questions of one archive. Read only.",
    )  # fmt: skip
    served.add_middleware(BaseHTTPMiddleware, dispatch=Guard(rules, Rates(rules.per_minute)))
    served.add_exception_handler(CannotProceed, _told)
    _add_issues(served, reader)
    _add_ledger(served, reader)
    return served


def _add_issues(served: FastAPI, reader: Reader) -> None:
    @served.get("/issues", response_model=Page)
    def issues(window: Rows) -> Response:
        """Every issue, the newest first."""
        return _json(window.of(reader.issues()))

    @served.get("/issues/{date}", response_model=Page)
    def issue(date: Day, window: Rows) -> Response:
        """The articles of a day's issues, in order."""
        found = reader.issue(date)
        return _json(window.of(found)) if found else _missing()

    @served.get("/issues/{date}/{section}/{number}", response_model=dict[str, Any])
    def article(date: Day, section: SectionKind, number: Annotated[int, Path(ge=0, le=9999)]) -> Response:
        """One article: its text, its blocks, and what it states."""
        found = reader.article(date, section, number)
        return _json(found) if found is not None else _missing()

    @served.get("/search", response_model=Page)
    def search(q: Text, window: Rows) -> Response:
        """Articles that fit, best first; of more than a thousand the best thousand."""
        return _json(window.of(reader.search(q, 1000)))

    @served.get("/ask", response_model=Answered)
    def ask(q: Text) -> Response:
        """The answer to a question, or why there is none, with its places."""
        return _json(reader.ask(q))


def _add_ledger(served: FastAPI, reader: Reader) -> None:
    @served.get("/targets", response_model=Page)
    def targets(narrow: Narrow, window: Rows, due: MaybeText = None, actor: MaybeText = None) -> Response:
        """Targets by deadline, each with what became of it. `due`: 2025, 2025-06, 2025Q2, quarter, overdue."""
        return _json(window.of(reader.targets(narrow, due, actor)["targets"]))

    @served.get("/contradictions", response_model=Page)
    def contradictions(narrow: Narrow, window: Rows) -> Response:
        """Places of two issues that say another value of one thing for one time."""
        return _json(window.of(reader.targets(narrow)["contradictions"]))

    @served.get("/benefits", response_model=Page)
    def benefits(narrow: Narrow, window: Rows, asking: MaybeText = None) -> Response:
        """Who can get what; `asking`: 반도체 중소기업, 상하이."""
        return _json(window.of(reader.benefits(narrow, asking)))

    @served.get("/rankings", response_model=Page)
    def rankings(narrow: Narrow, window: Rows, entity: MaybeText = None) -> Response:
        """Rankings by year."""
        return _json(window.of(reader.rankings(narrow, entity)))

    @served.get("/records", response_model=Page)
    def records(narrow: Narrow, window: Rows) -> Response:
        """Records of technical performance."""
        return _json(window.of(reader.records(narrow)))

    @served.get("/entities", response_model=dict[str, Any])
    def entity(name: Text) -> Response:
        """One card: names, articles, what the ledger says."""
        return _json(reader.entity(name))


def _json(value: object) -> Response:
    return Response(wire.dumps(value, language=None), media_type="application/json")


def _missing() -> Response:
    return refusal(404, "아카이브에 없습니다.", "not in the archive.")


def _told(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, CannotProceed)
    if problem.code in _MISASKED:
        return refusal(400, problem.message.ko, problem.message.en)
    _log.warning("%s", visible(problem.message.en))
    return refusal(503, "아카이브를 지금 읽을 수 없습니다.", "the archive cannot be read now.")
