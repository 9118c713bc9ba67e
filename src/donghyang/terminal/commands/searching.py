"""The archive asked: `search`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from donghyang.records import CannotProceed, Message, SectionKind
from donghyang.terminal.commands.options import Json, Where, inputs, needed_workspace, one_of, the_day, words
from donghyang.terminal.console import language, progress, put, put_json, say

if TYPE_CHECKING:
    from donghyang.records import Amount, Filters
    from donghyang.workspace import Workspace

_MOST = 1000

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS...",
        help=say(
            '찾을 말; "따옴표" 안은 그대로 있는 것만',
            'what to look for; "quoted" words have to stand there as they are',
        ),
        show_default=False,
    ),
]


def _option(name: str, metavar: str, ko: str, en: str) -> typer.models.OptionInfo:
    return cast("typer.models.OptionInfo", typer.Option(name, metavar=metavar, help=say(ko, en), show_default=False))


_NOTHING = Message("찾을 말을 적거나 --lines FILE을 주십시오.", "give words to look for, or --lines FILE.")


def search(
    text: Words = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", help=say("가장 많이 보일 건수", "show so many"))] = 10,
    lines: Annotated[
        Path | None,
        typer.Option(
            "--lines",
            metavar="FILE",
            readable=False,
            help=say("줄마다 따로 찾음", "every line is a search of its own"),
            show_default=False,
        ),
    ] = None,
    section: Annotated[
        str | None, _option("--section", "feature|policy|technology|brief", "부문(쉼표로 여럿)", "sections, by commas")
    ] = None,
    category: Annotated[str | None, _option("--category", "WORD", "분류", "categories")] = None,
    region: Annotated[str | None, _option("--region", "NAME", "성과 시의 한국어 이름", "provinces, cities")] = None,
    organisation: Annotated[str | None, _option("--organisation", "NAME", "기관 이름", "bodies and firms")] = None,
    issue: Annotated[str | None, _option("--issue", "YYYY-MM-DD", "그 호만", "this issue only")] = None,
    since: Annotated[str | None, _option("--from", "YYYY-MM-DD", "이 날의 호부터", "from this issue on")] = None,
    until: Annotated[str | None, _option("--to", "YYYY-MM-DD", "이 날의 호까지", "up to this issue")] = None,
    amount: Annotated[
        str | None,
        _option("--amount", "'10억 위안'", "이 금액 이상이 나오는 기사; '10억 위안~50억 위안'", "sums from this on"),
    ] = None,
    deadline: Annotated[str | None, _option("--deadline", "YYYY", "목표 연도", "years of targets")] = None,
    sort: Annotated[
        str, typer.Option("--sort", metavar="score|newest|oldest", help=say("보이는 순서", "the order"))
    ] = "score",
    facets: Annotated[
        bool,
        typer.Option("--facets", help=say("부문, 지역, 기관, 연도별 건수도", "counts by section, region, year too")),
    ] = False,
    learn: Annotated[
        bool,
        typer.Option(
            "--learn",
            help=say(
                "모든 기사를 뜻으로 찾을 수 있게 하고 끝냄(donghyang[meaning])",
                "make every article ready for likeness of meaning, and stop (donghyang[meaning])",
            ),
        ),
    ] = False,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.archive.search import Asked
    from donghyang.archive.searching import found
    from donghyang.records import FacetName, SearchOrder
    from donghyang.terminal.search_text import found_as_json, found_as_text

    home = needed_workspace(workspace)
    if not 1 <= limit <= _MOST:
        raise CannotProceed(
            Message(f"--limit {limit}: 1부터 {_MOST}까지 적으십시오.", f"--limit {limit}: give 1 to {_MOST}.")
        )
    filters = _filters(section, (category, region, organisation, deadline), (issue, since, until), amount)
    asked = Asked(
        limit,
        cast("SearchOrder", one_of("--sort", sort, get_args(SearchOrder))),
        filters,
        get_args(FacetName) if facets else (),
        dt.date.today(),
    )
    if learn:
        _learn(home)
        return
    texts = inputs(text, lines, _NOTHING)
    with progress() as show:
        answers = list(found(home, texts, asked, show))
    if json:
        each = [found_as_json(answer, facets=facets) for answer in answers]
        put_json(each if lines else each[0])
    else:
        put("\n\n".join(found_as_text(answer, language()) for answer in answers))


def _learn(home: Workspace) -> None:
    """Raises CannotProceed where the extra is not installed."""
    from donghyang.archive.searching import learn_all

    with progress() as show:
        if not learn_all(home, show):
            raise CannotProceed(
                Message(
                    "뜻으로 찾으려면 `pip install 'donghyang[meaning]'`을 실행하십시오.",
                    "likeness of meaning needs `pip install 'donghyang[meaning]'`.",
                )
            )


def _filters(
    section: str | None,
    named: tuple[str | None, str | None, str | None, str | None],
    days: tuple[str | None, str | None, str | None],
    amount: str | None,
) -> Filters:
    from donghyang.records import Filters
    from donghyang.terminal.place_text import section_kind

    sections = tuple(one_of("--section", section_kind(word), get_args(SectionKind)) for word in words(section or ""))
    categories, regions, organisations, deadlines = (tuple(words(one or "")) for one in named)
    issue, since, until = map(the_day, days, ("--issue", "--from", "--to"))
    least, most = _amounts(amount) if amount else (None, None)
    return Filters(
        cast("tuple[SectionKind, ...]", sections), categories, regions, organisations, issue or since, issue or until,
        deadlines, least, most,
    )  # fmt: skip


def _amounts(text: str) -> tuple[Amount | None, Amount | None]:
    """The bounds that --amount gives. Raises CannotProceed where no sum stands there."""
    from donghyang.facts.quantities import find_quantities
    from donghyang.records import Amount

    found = [one for one in find_quantities(text) if one.kind == "money" and one.value is not None and one.unit]
    sums = [
        Amount(value, one.unit) for one in found for value in (one.value, one.high) if value is not None and one.unit
    ]
    if not 1 <= len(sums) <= 2:
        raise CannotProceed(
            Message(
                f"--amount {text}: 금액이 아닙니다. '10억 위안' 또는 '10억 위안~50억 위안'처럼 적으십시오.",
                f"--amount {text} is no sum of money. Write it like '10억 위안' or '10억 위안~50억 위안'.",
            )
        )
    return sums[0], sums[1] if len(sums) == 2 else None
