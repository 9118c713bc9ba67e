"""Archives of earlier versions of the tables, with rows in them, brought forward; those of later ones refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.archive.reports import lay, silent

from donghyang.archive import giving, models
from donghyang.archive.contents import digest_of_contents
from donghyang.archive.importing import imported
from donghyang.archive.opening import Archive, archive_of, opened
from donghyang.records import CannotProceed
from donghyang.workspace import Workspace

VERSIONS = sorted(path.stem for path in (Path(giving.__file__).parent / "migrations").glob("[0-9]*.py"))


@contextmanager
def at(home: Workspace, version: str) -> Iterator[tuple[Archive, Any]]:
    """A new archive whose tables are of a version, and the models that they had then."""
    from django.db.migrations.executor import MigrationExecutor

    archive = archive_of(home)
    if not archive.is_sqlite:
        with archive.connection.cursor() as cursor:
            cursor.execute(f'CREATE SCHEMA "{archive.schema}"')
    state = MigrationExecutor(archive.connection).migrate([("archive", version)])
    try:
        yield archive, state.apps.get_model
    finally:
        archive.close()


def an_issue(model: Any, alias: str) -> None:
    """What the tables of a version hold of one issue."""
    day = dt.date(2020, 5, 1)
    issue = model("archive", "Issue").objects.using(alias).create(
        series="동향", date=day, file="issues/2020-05-01/imported/a.hwp", digest="0" * 64, reader="0.0.1",
        record='{"series": "동향", "date": null, "publisher": {}, "contents": [], "summary": [], "sections": []}',
    )  # fmt: skip
    article = model("archive", "Article").objects.using(alias).create(
        issue=issue, place=0, section="policy", number=1, headline="선전(深圳), 300억 위안 투입",
        text="300억 위안 투입",
        record='{"number": 1, "category": null, "headline": "선전(深圳), 300억 위안 투입", "lead": null, "date": null}',
    )  # fmt: skip
    model("archive", "Fact").objects.using(alias).create(
        article=article, kind="money", start=0, end=7, number=3e10, unit="CNY",
        record='{"value": 30000000000, "unit": "CNY"}',
    )  # fmt: skip
    issued = {"issued": day} if hasattr(model("archive", "Fact"), "issued") else {}
    model("archive", "Fact").objects.using(alias).create(
        article=article, kind="target", start=0, end=10, ledger=True, who="선전", day="2025", **issued,
        record='{"actor": "선전", "metric": "투입", "value": 30000000000, "unit": "CNY", "bound": null,'
        ' "deadline": "2025"}',
    )  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_an_earlier_archive_is_brought_forward_with_all_that_is_in_it(home: Workspace, version: str) -> None:
    with at(home, version) as (archive, model):
        an_issue(model, archive.alias)
    with opened(home) as archive:
        (article,) = giving.articles(archive)
        assert article.article.headline == "선전(深圳), 300억 위안 투입"
        money, target = article.facts
        assert (money.kind, money.text, money.start) == ("money", "300억 위안", 0)
        assert [fact for fact, _ in giving.ledger(archive, giving.Wanted("target", who="선전"))] == [target]
        assert [row.issued for row in models.Fact.objects.using(archive.alias).order_by("ledger")] == [
            None,
            article.issue,
        ]


def test_an_archive_of_the_first_tables_is_imported_into_as_a_new_one_is(home: Workspace, tmp_path: Path) -> None:
    with at(home, VERSIONS[0]):
        pass
    files = lay(tmp_path / "back", 2)
    imported(home, files, silent)
    with opened(home) as archive:
        before = digest_of_contents(archive)
    imported(home, files, silent)
    with opened(home) as archive:
        assert digest_of_contents(archive) == before


def test_an_archive_of_a_newer_program_is_refused(home: Workspace) -> None:
    from django.db.migrations.recorder import MigrationRecorder

    with at(home, VERSIONS[-1]) as (archive, _):
        MigrationRecorder(archive.connection).record_applied("archive", "9999_later")
    with pytest.raises(CannotProceed) as problem, opened(home):
        pass
    assert "9999_later" in problem.value.message.en


def test_the_tables_are_those_of_the_models(home: Workspace) -> None:
    """A model that was changed without a migration would meet tables that lack the change."""
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    with opened(home, create=True) as archive:
        loader = MigrationLoader(archive.connection)
        found = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(loader.graph)
    assert "archive" not in found
