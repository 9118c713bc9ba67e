"""The program's own proposal for an issue."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from donghyang.records.document import Span
from donghyang.records.issue import Issue, SectionKind
from donghyang.records.message import Message


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which page, and where on it, says what a block of a draft says."""

    section: SectionKind
    article: int
    block: int | None
    """Index into the article's blocks, remarks among them; None for the lead."""
    span: Span
    """The place in the block's text."""
    page: str
    page_span: Span
    quote: str
    text: str = ""
    """The words of the block, by which it is known again when its report was edited."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in a draft that an editor has to look at before it may be printed."""

    section: SectionKind
    article: int
    block: int | None
    message: Message


@dataclass(frozen=True, slots=True)
class LeftStory:
    """A story that is not in the draft."""

    id: str
    title: str
    pages: tuple[str, ...]
    """File names."""
    reason: Message


@dataclass(frozen=True, slots=True)
class ModelUse:
    """What a language model was asked for a draft, and what became of its replies."""

    name: str
    requests: int
    """Sent to the endpoint."""
    replayed: int
    """Answered from what was kept of an earlier run."""
    tokens_in: int
    tokens_out: int
    seconds: float
    cost: Decimal | None
    """In `currency`; None where no price is set."""
    currency: str
    refused: int
    """Lines of its replies that no source says."""
    by_rules: tuple[tuple[Message, int], ...]
    """Why stories were written by the rules instead, and how many."""
    not_reread: tuple[tuple[Message, int], ...] = ()
    """Why proven lines were not read a second time beside their sentences, and in how many requests."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The program's own proposal for an issue."""

    issue: Issue
    evidence: tuple[Evidence, ...]
    doubts: tuple[Doubt, ...]
    left_out: tuple[LeftStory, ...] = ()
    """The stories that are not in it, best first."""
    model: ModelUse | None = None
    """None where no model was asked."""
