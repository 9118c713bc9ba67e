"""What other programs may ask an archive: each answer as the JSON that the command of the same name prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from donghyang import wire
from donghyang.archive import giving, ledger, models
from donghyang.archive.asking import answers
from donghyang.archive.ledger import Chosen, shapes
from donghyang.archive.opening import Archive, opened
from donghyang.archive.search import Asked
from donghyang.archive.searching import found, names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.records import ArchivedArticle
    from donghyang.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What every listing of the ledger can be narrowed by."""

    words: str = ""
    region: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def chosen(self) -> Chosen:
        """As the ledger takes it."""
        return Chosen(tuple(self.words.split()), self.region, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Reader:
    """An archive that is read; every question opens it anew, so that many may ask at once.

    Each method raises CannotProceed where there is no archive or it cannot be read.
    """

    home: Workspace
    today: Callable[[], dt.date]

    def issues(self) -> list[dict[str, Any]]:
        """Every issue, the newest first: date, series and how many articles it has."""
        with opened(self.home) as archive:
            rows = models.Issue.objects.using(archive.alias).order_by("-date", "series")
            counts = _counts(archive)
            return [{"date": row.date, "series": row.series or None, "articles": counts.get(row.pk, 0)} for row in rows]

    def issue(self, date: dt.date) -> list[dict[str, Any]]:
        """The articles of a day's issues, in their order; [] where there is none."""
        with opened(self.home) as archive:
            return [_listed(one) for one in giving.articles(archive, issue=date, facts=False)]

    def article(self, date: dt.date, section: str, number: int) -> dict[str, Any] | None:
        """One article with its text and what it states; None where there is none."""
        with opened(self.home) as archive:
            for one in giving.articles(archive, issue=date):
                if (one.section, one.article.number) == (section, number):
                    stated = [wire.to_json(fact) for fact in (*one.facts, *one.ledger)]
                    return {**_listed(one), "article": wire.to_json(one.article), "text": one.text, "facts": stated}
        return None

    def search(self, text: str, limit: int) -> list[dict[str, Any]]:
        """The articles that fit, best first."""
        (one,) = found(self.home, [text], Asked(limit, today=self.today()), lambda *_: None)
        return [shapes.hit_as_json(hit) for hit in one.hits]

    def ask(self, question: str) -> Any:
        """The answer to a question, `not_found`, or `contradiction`."""
        return wire.to_json(answers(self.home, [question])[0])

    def targets(self, narrowed: Narrowed, due: str | None = None, actor: str | None = None) -> Any:
        """Targets by deadline, each with its steps, and contradictions. Raises CannotProceed for a `due` of no kind."""
        stretch = ledger.due_of(due, self.today()) if due else None
        with opened(self.home) as archive:
            known = ledger.commitments(archive, narrowed.chosen, actor=actor, due=stretch, today=self.today())
        return shapes.commitments_as_json(known)

    def benefits(self, narrowed: Narrowed, asking: str | None = None) -> Any:
        """Support measures; with `asking` those that answer it, best first."""
        who = ledger.Asking.of(asking) if asking else None
        with opened(self.home) as archive:
            return shapes.booked_as_json(ledger.benefits(archive, narrowed.chosen, who))

    def rankings(self, narrowed: Narrowed, entity: str | None = None) -> Any:
        """Rankings by year, with the rows of `entity`, else all."""
        with opened(self.home) as archive:
            return shapes.standings_as_json(ledger.standings(archive, narrowed.chosen, entity))

    def records(self, narrowed: Narrowed) -> Any:
        """Records of technical performance, the oldest issue first."""
        with opened(self.home) as archive:
            rows = list(ledger.booked(archive, "record", narrowed.chosen))
        return shapes.booked_as_json(sorted(rows, key=_by_place))

    def entity(self, name: str) -> Any:
        """One card: names, mentions, what the ledger says."""
        with opened(self.home) as archive:
            return shapes.card_as_json(name, ledger.card(archive, name, names_of(self.home)))


def _by_place(row: ledger.Booked) -> tuple[dt.date, int, int]:
    return row.article.issue, row.article.id, row.fact.start


def _listed(one: ArchivedArticle) -> dict[str, Any]:
    return {
        "issue": one.issue,
        "series": one.series,
        "section": one.section,
        "number": one.article.number,
        "headline": one.article.headline,
        "date": one.article.date,
    }


def _counts(archive: Archive) -> dict[int, int]:
    """How many articles each issue has, by its row."""
    from django.db.models import Count

    rows: Sequence[tuple[int, int]] = list(
        models.Article.objects.using(archive.alias).values_list("issue_id").annotate(Count("pk")).order_by()
    )
    return dict(rows)
