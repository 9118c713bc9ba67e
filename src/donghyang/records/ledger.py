"""What a report states for its archive: benefits, rankings, records of performance, achievements, and targets tied.

Every fact stands at half-open offsets into the text it was read from, and `text` is what stands there. What the text
does not say is None; nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from donghyang.records.document import Span
from donghyang.records.fact import Bound, Quantity, Target
from donghyang.records.message import Message

BenefitForm = Literal["grant", "loan", "tax", "fee", "housing", "talent", "priority", "support"]
"""What is given: money, a loan or its interest, less tax, less of a fee or price, housing, what a newcomer's family
needs, a place ahead of others, or support that the text does not name more closely."""
AchievementForm = Literal["result", "contract", "offer", "launch"]
"""A result of research or development, a contract, a technology on offer, a thing that was opened or brought out."""
Distinction = Literal["first", "best", "only"]
Strength = Literal["law", "regulation", "plan", "opinion", "notice", "speech"]
Modality = Literal["must", "will", "aim", "encourage"]
Tie = Literal["first", "restated", "raised", "lowered", "advanced", "delayed", "met", "missed", "silent"]


@dataclass(frozen=True, slots=True)
class Benefit:
    """A support measure that somebody may ask for."""

    text: str
    start: int
    end: int
    giver: str | None
    receiver: str | None
    """Who may receive it, in the words of the text."""
    amount: Decimal | None
    """How much, in `unit`; None where the text names no sum, or one that cannot be read (then `problem` says why)."""
    high: Decimal | None = None
    """The upper end of a range."""
    unit: str | None = None
    """As in a quantity: ISO 4217 for money, "%" for shares, else as printed."""
    bound: Bound | None = None
    """`<=` where the sum is the most that is given."""
    per: str | None = None
    """What each sum is given for, as printed: 기업당, 매년, 每户."""
    purpose: str | None = None
    """What it is given for."""
    condition: str | None = None
    since: str | None = None
    until: str | None = None
    """From when and until when, ISO 8601 as precise as the text is."""
    form: BenefitForm = "support"
    problem: Message | None = None
    kind: Literal["benefit"] = "benefit"


@dataclass(frozen=True, slots=True)
class RankingRow:
    """One place in a ranking."""

    text: str
    start: int
    end: int
    rank: int | None
    """The place; the last of them where the text says only "among the first N"; None where it cannot be read."""
    entity: str | None
    """Who or what stands there; None where the text does not say it in this place."""
    value: Decimal | None = None
    unit: str | None = None
    within: bool = False
    """Whether `rank` is the last of the places meant: 상위 50위, 10위권."""
    before: int | None = None
    """The place it had in the edition before: 3위에서 2위로."""
    also: tuple[tuple[str, str], ...] = ()
    """What else the row says, by the heads of its columns: (국가, 중국)."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """An ordered table, or the places that a sentence names."""

    text: str
    start: int
    end: int
    subject: str | None
    """What is ranked, or by what measure."""
    by: str | None
    """Who made the ranking, or the list it stands in."""
    when: str | None
    """The year or day it speaks of, ISO 8601."""
    scope: str | None
    """Among whom, as printed: 세계, 중국, 全国."""
    rows: tuple[RankingRow, ...]
    table: bool = False
    """Whether it was read from a table."""
    kind: Literal["ranking"] = "ranking"


@dataclass(frozen=True, slots=True)
class PerformanceRecord:
    """A figure of technical performance, or the claim to be first or best; `records` on the command line."""

    text: str
    start: int
    end: int
    metric: str | None
    value: Decimal | None
    high: Decimal | None
    unit: str | None
    bound: Bound | None
    holder: str | None
    """Who reached it, or which thing has it."""
    compared: str | None = None
    """What it is compared with, as printed: 기존 리튬 전지, ChatGPT."""
    before: Decimal | None = None
    """The figure it is compared with, in the same unit: 49일에서 35일로."""
    factor: Decimal | None = None
    """How many times as much as what it is compared with."""
    change: Decimal | None = None
    """By how many percent more or less (signed where the text says which)."""
    distinction: Distinction | None = None
    scope: str | None = None
    """Where it is the first or best: 세계, 중국, 国内."""
    problem: Message | None = None
    kind: Literal["record"] = "record"


@dataclass(frozen=True, slots=True)
class Achievement:
    """What was done and may serve a need: a result, a contract, a technology on offer, a thing brought out."""

    text: str
    start: int
    end: int
    form: AchievementForm
    actor: str | None
    what: str | None
    """What was reached, in the words of the text."""
    when: str | None = None
    amount: Decimal | None = None
    unit: str | None = None
    """The sum of money that the statement names."""
    around: str = ""
    """The headline it stands under, which may name what the sentence leaves out."""
    kind: Literal["achievement"] = "achievement"


@dataclass(frozen=True, slots=True)
class Reached:
    """A figure that a text reports as reached."""

    text: str
    start: int
    end: int
    actor: str | None
    metric: str
    figure: Quantity
    """At the same place."""
    when: str | None
    """The year or day it was reached, ISO 8601; None where the text does not say."""
    region: str | None = None
    """The city or province that it is told of, in Hangul."""
    kind: Literal["reached"] = "reached"


LedgerFact = Benefit | Ranking | PerformanceRecord | Achievement | Reached


@dataclass(frozen=True, slots=True)
class Served:
    """An achievement that may serve a need, and why."""

    need: str
    """The name of the watch list."""
    achievement: Achievement
    reasons: tuple[Message, ...]
    words: tuple[str, ...]
    """The words of the list that the text has, as the list writes them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the archive a statement stands."""

    issue: dt.date
    section: str
    number: int | None
    headline: str


@dataclass(frozen=True, slots=True)
class DatedTarget:
    """A target as one issue states it, with what binds it."""

    target: Target
    spot: Spot
    region: str | None
    """The place of the actor, in Hangul: 선전, 저장; None where the actor names none."""
    strength: Strength | None
    """What kind of document sets it; None where the article names none."""
    modality: Modality | None
    document: str | None = None
    """The document's name as printed."""
    line: str = ""
    """The line of the report that states it; of a table its own words."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure that an issue reports as reached."""

    reached: Reached
    spot: Spot
    said: str = ""
    """The line it stands in."""

    @property
    def region(self) -> str | None:
        """The city or province that the figure is told of."""
        return self.reached.region


@dataclass(frozen=True, slots=True)
class Step:
    """One statement in the life of a target."""

    tie: Tie
    stated: DatedTarget | None
    """None for what was reported, or not: met, missed, silent."""
    reported: Reported | None = None


@dataclass(frozen=True, slots=True)
class TiedTarget:
    """One commitment through all issues, oldest statement first."""

    actor: str | None
    metric: str | None
    steps: tuple[Step, ...]

    @property
    def last(self) -> DatedTarget:
        """The latest statement of the target."""
        return next(step.stated for step in reversed(self.steps) if step.stated is not None)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places that say another value of the same thing for the same time."""

    what: str
    when: str | None
    first: Spot
    first_text: str
    first_value: Decimal
    second: Spot
    second_text: str
    second_value: Decimal
    unit: str | None
    reason: Message


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that one document states of these kinds, each in order of place."""

    benefits: tuple[Benefit, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    records: tuple[PerformanceRecord, ...] = ()
    achievements: tuple[Achievement, ...] = ()

    def within(self, span: Span) -> Ledger:
        """What stands in a stretch of the document: that of one article."""
        start, end = span
        return Ledger(
            tuple(fact for fact in self.benefits if start <= fact.start < end),
            tuple(fact for fact in self.rankings if start <= fact.start < end),
            tuple(fact for fact in self.records if start <= fact.start < end),
            tuple(fact for fact in self.achievements if start <= fact.start < end),
        )
