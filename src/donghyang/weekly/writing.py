"""Who writes the week's articles: the rules, or the model of the settings, held by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.records import ModelUse

if TYPE_CHECKING:
    from donghyang.draft import Writer
    from donghyang.language.terms import Termbase
    from donghyang.records import Fact, PageText
    from donghyang.weekly.job import Job

REPLIES = "model"
"""The folder of kept replies, beside what is kept of pages."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A writer, and what it has cost."""

    writer: Writer | None
    """None: the rules."""
    use: Callable[[], ModelUse | None]


@contextmanager
def hand(
    job: Job, pages: Mapping[str, PageText], facts: Mapping[str, Sequence[Fact]], terms: Termbase
) -> Iterator[Hand]:
    """The writer of the week, for the time of a `with` block."""
    settings = job.week.settings.model
    if not job.week.asks_model:
        yield Hand(None, lambda: None)
        return
    from donghyang.draft import ModelWriter, RuleWriter
    from donghyang.model import Client, SecondReader

    with Client(settings, job.week.issues / "work" / REPLIES) as client:
        rules = RuleWriter(pages, facts, terms, job.date)
        reader = SecondReader(client) if settings.reread else None
        writer = ModelWriter(client, rules, pages, facts, terms, job.date, reader)

        def use() -> ModelUse:
            spent = client.use
            return ModelUse(
                name=settings.name,
                requests=spent.requests,
                replayed=spent.replayed,
                tokens_in=spent.tokens_in,
                tokens_out=spent.tokens_out,
                seconds=round(spent.seconds, 1),
                cost=spent.cost(settings),
                currency=settings.currency,
                refused=writer.refused,
                by_rules=tuple(Counter(writer.failures).items()),
                not_reread=tuple(Counter(reader.failures).items()) if reader else (),
            )

        yield Hand(writer, use)
