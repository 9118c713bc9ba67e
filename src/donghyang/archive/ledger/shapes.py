"""The rows of the ledger as JSON: the same for a shell, the HTTP interface and MCP."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from donghyang import wire

if TYPE_CHECKING:
    from donghyang.archive.ledger import Booked, Card, Commitments, Serving, Standing
    from donghyang.archive.rows import Stated
    from donghyang.records import Spot, Step
    from donghyang.records.search import Hit


def _place(spot: Spot) -> dict[str, Any]:
    return {"issue": spot.issue, "section": spot.section, "number": spot.number, "headline": spot.headline}


def _row(row: Booked) -> dict[str, Any]:
    return {**_place(row.spot), "score": round(row.score, 4), "snippet": row.line, **_said(row.fact)}


def _said(fact: Stated) -> dict[str, Any]:
    """The fields of a fact, without its place in the archived text."""
    told = wire.to_json(fact)
    assert isinstance(told, dict)
    return {name: value for name, value in told.items() if name not in ("start", "end")}


def _step(step: Step) -> dict[str, Any]:
    told: dict[str, Any] = {"tie": step.tie}
    if step.stated is not None:
        told |= _place(step.stated.spot) | _said(step.stated.target)
        told |= {"strength": step.stated.strength, "modality": step.stated.modality, "document": step.stated.document}
    if step.reported is not None:
        told |= _place(step.reported.spot) | _said(step.reported.reached)
    return told


def commitments_as_json(found: Commitments) -> Any:
    """A row for each target as it was last stated, with its steps; contradictions behind them."""
    rows = []
    for one in found.targets:
        last = one.last
        told = {**_place(last.spot), "score": 1.0, "snippet": last.target.text, **_said(last.target)}
        told |= {"strength": last.strength, "modality": last.modality, "document": last.document}
        rows.append({**told, "state": one.steps[-1].tie, "steps": [_step(step) for step in one.steps]})
    return {"targets": rows, "contradictions": list(found.contradictions)}


def booked_as_json(rows: Sequence[Booked]) -> Any:
    """A list of rows, each with its place."""
    return [_row(row) for row in rows]


def standings_as_json(found: Sequence[Standing]) -> Any:
    """A list of rankings; `rows` are those that were asked for."""
    return [{**_row(one.booked), "rows": list(one.rows), "doubts": list(one.doubts)} for one in found]


def needs_as_json(found: Sequence[Serving]) -> Any:
    """A list of achievements, each with the need that it may serve, and why."""
    return [{**_row(one.booked), "need": one.served.need, "reasons": list(one.served.reasons)} for one in found]


def card_as_json(name: str, found: Card) -> Any:
    """One object: names, mentions, and rows of the ledger by kind."""
    said = {kind: [_row(row) for row in rows] for kind, rows in groupby(found.said, key=lambda row: row.fact.kind)}
    mentions = [hit_as_json(hit) for hit in found.mentions]
    names = [{"korean": korean, "hanja": hanja} for korean, hanja in found.names]
    return {"name": name, "names": names, "mentions": mentions, "said": said}


def hit_as_json(hit: Hit) -> dict[str, Any]:
    """An article that a search found."""
    return {
        "issue": hit.issue,
        "section": hit.section,
        "number": hit.number,
        "headline": hit.headline,
        "score": hit.score,
        "snippet": hit.snippet,
        "highlights": hit.highlights,
    }
