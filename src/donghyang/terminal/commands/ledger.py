"""The archive's ledger asked: `targets`, `benefits`, `rankings`, `records`, `needs`, `entity`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import Json, Where, needed_workspace, the_day
from donghyang.terminal.console import language, put, put_json, say

if TYPE_CHECKING:
    from donghyang.archive.ledger import Asking, Chosen, Commitments
    from donghyang.archive.opening import Archive
    from donghyang.workspace import Workspace

Narrow = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS...", help=say("모두 들어 있어야 하는 말", "words that all have to be there"), show_default=False
    ),
]
Region = Annotated[
    str | None,
    typer.Option("--region", metavar="NAME", help=say("성이나 시", "a province or city"), show_default=False),
]
Since = Annotated[
    str | None,
    typer.Option("--from", metavar="YYYY-MM-DD", help=say("이 날의 호부터", "from this issue on"), show_default=False),
]
Until = Annotated[
    str | None,
    typer.Option("--to", metavar="YYYY-MM-DD", help=say("이 날의 호까지", "up to this issue"), show_default=False),
]
Today = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help=say("오늘로 볼 날", "the day to be today"), show_default=False),
]


def targets(
    words: Narrow = None,
    region: Region = None,
    due: Annotated[
        str | None,
        typer.Option(
            "--due",
            metavar="2025|2025-06|2025Q2|quarter|overdue",
            help=say("기한", "deadlines"),
            show_default=False,
        ),
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option("--actor", metavar="NAME", help=say("세운 주체", "who set them"), show_default=False),
    ] = None,
    since: Since = None,
    until: Until = None,
    date: Today = None,
    chart: Annotated[
        Path | None,
        typer.Option(
            "--chart",
            metavar="FILE.svg",
            help=say("시간표로 그릴 파일", "a file to draw them in, by time"),
            show_default=False,
        ),
    ] = None,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.archive.ledger import commitments, due_of
    from donghyang.archive.ledger.shapes import commitments_as_json
    from donghyang.terminal.ledger_text import commitments_as_text

    today = the_day(date) or dt.date.today()
    stretch = due_of(due, today) if due else None
    with _archive(workspace) as (archive, _):
        found = commitments(archive, _chosen(words, region, since, until), actor=actor, due=stretch, today=today)
    if chart is not None:
        _draw(found, chart)
    put_json(commitments_as_json(found)) if json else put(commitments_as_text(found, language()))


def _draw(found: Commitments, chart: Path) -> None:
    """Draw the targets by their deadlines; raises CannotProceed where none has one, and where the file cannot be."""
    from donghyang.archive.ledger import last_day
    from donghyang.files import write
    from donghyang.publish.charts import Line, timeline
    from donghyang.terminal.ledger_text import target_label

    lines = [
        Line(target_label(one), one.last.spot.issue.isoformat(), last_day(due), due)
        for one in found.targets
        if (due := one.last.target.deadline) is not None
    ][:_IN_A_CHART]
    if not lines:
        raise CannotProceed(Message("--chart: 그릴 목표가 없습니다.", "--chart: no targets to draw."))
    write(chart, timeline(lines))


_IN_A_CHART = 60
"""So many lines a reader can follow, those due first."""


def benefits(
    words: Narrow = None,
    asking: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="'반도체 중소기업, 상하이'",
            help=say("누가 무엇으로 어디에서 받으려는지", "who asks, for what, where"),
            show_default=False,
        ),
    ] = None,
    profile: Annotated[
        Path | None,
        typer.Option(
            "--profile",
            metavar="FILE",
            readable=False,
            help=say("--for에 적을 것이 든 파일", "a file that says what --for would"),
            show_default=False,
        ),
    ] = None,
    region: Region = None,
    since: Since = None,
    until: Until = None,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.archive.ledger import benefits as found_benefits
    from donghyang.archive.ledger.shapes import booked_as_json
    from donghyang.terminal.ledger_text import booked_as_text

    who = _asking(asking, profile)
    with _archive(workspace) as (archive, _):
        found = found_benefits(archive, _chosen(words, region, since, until), who)
    put_json(booked_as_json(found)) if json else put(booked_as_text(found, language()))


def rankings(
    words: Narrow = None,
    entity: Annotated[
        str | None,
        typer.Option(
            "--of", metavar="NAME", help=say("이 이름의 순위만", "the places of this name"), show_default=False
        ),
    ] = None,
    since: Since = None,
    until: Until = None,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.archive.ledger import standings
    from donghyang.archive.ledger.shapes import standings_as_json
    from donghyang.terminal.ledger_text import standings_as_text

    with _archive(workspace) as (archive, _):
        found = standings(archive, _chosen(words, None, since, until), entity)
    put_json(standings_as_json(found)) if json else put(standings_as_text(found, language()))


def records(
    words: Narrow = None,
    since: Since = None,
    until: Until = None,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.archive.ledger import booked
    from donghyang.archive.ledger.shapes import booked_as_json
    from donghyang.terminal.ledger_text import booked_as_text

    with _archive(workspace) as (archive, _):
        found = list(booked(archive, "record", _chosen(words, None, since, until)))
    found.sort(key=lambda row: (row.article.issue, row.article.id, row.fact.start))
    put_json(booked_as_json(found)) if json else put(booked_as_text(found, language()))


def needs(
    words: Narrow = None,
    since: Since = None,
    until: Until = None,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.archive.ledger import needs as found_needs
    from donghyang.archive.ledger.shapes import needs_as_json
    from donghyang.terminal.ledger_text import needs_as_text
    from donghyang.workspace.watch import WATCH, watch_lists

    with _archive(workspace) as (archive, home):
        lists = watch_lists(home.root)
        if not lists:
            raise CannotProceed(
                Message(
                    f"{home.root / WATCH}: 수요가 없습니다. [[watch]]에 name과 words를 적으십시오.",
                    f"{home.root / WATCH}: no needs are written down. Give name and words under [[watch]].",
                )
            )
        found = found_needs(archive, _chosen(words, None, since, until), lists)
    put_json(needs_as_json(found)) if json else put(needs_as_text(found, [one.name for one in lists], language()))


def entity(
    name: Annotated[str, typer.Argument(metavar="NAME", help=say("어느 글자로든", "in any script"))],
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.archive.ledger import card
    from donghyang.archive.ledger.shapes import card_as_json
    from donghyang.archive.searching import names_of
    from donghyang.terminal.ledger_text import card_as_text

    with _archive(workspace) as (archive, home):
        found = card(archive, name, names_of(home))
    put_json(card_as_json(name, found)) if json else put(card_as_text(name, found, language()))


@contextmanager
def _archive(folder: Path | None) -> Iterator[tuple[Archive, Workspace]]:
    """The archive of the workspace, with it. Raises CannotProceed outside of any, and where it has no archive."""
    from donghyang.archive.opening import opened

    home = needed_workspace(folder)
    with opened(home) as archive:
        yield archive, home


def _chosen(words: list[str] | None, region: str | None, since: str | None, until: str | None) -> Chosen:
    """Raises CannotProceed for a region that is no place of China, and for a day that is none."""
    from donghyang.archive.ledger import Chosen
    from donghyang.facts.places import holders

    if region is not None and not holders(region):
        raise CannotProceed(
            Message(
                f"--region {region}: 모르는 곳입니다. 선전, 저장, 浙江처럼 적으십시오.",
                f"--region {region}: no known place. Write it like 선전, 저장 or 浙江.",
            )
        )
    return Chosen(tuple(words or ()), region, the_day(since, "--from"), the_day(until, "--to"))


def _asking(text: str | None, file: Path | None) -> Asking | None:
    """Raises CannotProceed where both are given, or nothing stands there."""
    from donghyang.archive.ledger import Asking

    if text is None and file is None:
        return None
    if text is not None and file is not None:
        raise CannotProceed(Message("--for와 --profile 가운데 하나만 주십시오.", "give --for or --profile, not both."))
    if file is not None:
        from donghyang.workspace.reading import text_of

        text = text_of(file)
    asking = Asking.of(text or "")
    if asking.region is None and not asking.words:
        raise CannotProceed(
            Message(
                "누가 어디에서 받으려는지 적으십시오: --for '반도체 중소기업, 상하이'",
                "say who asks and where: --for '반도체 중소기업, 상하이'",
            )
        )
    return asking
