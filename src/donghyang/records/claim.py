"""What a Korean text claims, and what its sources say to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from donghyang.records.message import Message

ClaimStatus = Literal["supported", "contradicted", "unsupported"]
"""supported: the source says it; contradicted: it says otherwise of the same thing; unsupported: it says nothing of
it, or nothing that could be judged."""

ClaimKind = Literal[
    "quantity", "date", "rank", "name", "scope", "direction", "modality", "negation", "cause", "count", "statement"
]


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a source."""

    source: str
    """The name of the source, as it was given."""
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of a sentence, held against the sources."""

    text: str
    start: int
    end: int
    kind: ClaimKind
    status: ClaimStatus
    evidence: Quote | None
    """What supports it, or what contradicts it; None where the sources say nothing of it."""
    reason: Message | None = None
    """Why it is not supported; None for a supported claim."""


@dataclass(frozen=True, slots=True)
class VerifiedSentence:
    """A sentence of the text with its claims, in order; its status is that of its worst claim."""

    text: str
    start: int
    end: int
    status: ClaimStatus
    claims: tuple[Claim, ...]
