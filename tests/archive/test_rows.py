"""Whatever an article states goes into a row and comes back as it was."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from decimal import Decimal
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from donghyang.archive import models, rows
from donghyang.records import Fact, LedgerFact, Name

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_DECIMAL = st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.sampled_from(
    [Decimal("2.50"), Decimal("12345678901234567.89"), Decimal("1E+6")]
)
_KINDS = [kind for union in (Fact, LedgerFact) for kind in get_args(union)]


def _made(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that records use."""
    plain = {str: _TEXT, Decimal: _DECIMAL, int: st.integers(0, 99), bool: st.booleans(), type(None): st.none()}
    if kind in plain:
        return plain[kind]
    parts = get_args(kind)
    if get_origin(kind) is Literal:
        return st.sampled_from(parts)
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(*map(_made, parts))
    if get_origin(kind) is tuple:
        if parts[-1] is ...:
            return st.lists(_made(parts[0]), max_size=2).map(tuple)
        return st.tuples(*map(_made, parts))
    hints = get_type_hints(kind)
    return st.builds(kind, **{part.name: _made(hints[part.name]) for part in fields(kind)})


def _row() -> models.Article:
    issue = models.Issue(series="동향", date=dt.date(2024, 1, 5))
    return models.Article(pk=1, issue=issue, text="2027년까지 양자기업 20개를 육성")


@given(st.one_of(*map(_made, _KINDS)), st.integers(0, 10), st.integers(0, 10))
def test_a_fact_comes_back_as_it_was(made: rows.Stated, start: int, length: int) -> None:
    row, fact = _row(), replace(made, start=start, end=start + length)
    entity = models.Entity(pk=7, hanja=rows.hanja_of(fact)) if isinstance(fact, Name) else None
    values = rows.fact_values(fact, row, {entity.hanja: entity} if entity else {})
    kept = models.Fact(**dict(zip(rows.FACT, values, strict=True)))
    assert rows.fact_of(kept, row.text) == fact
    assert kept.ledger == isinstance(kept.issued, dt.date)
    assert len(kept.day) <= 10


@given(st.text(max_size=700))
def test_a_text_keeps_its_length_and_a_key_its_meaning(text: str) -> None:
    kept = rows.text_of(text)
    assert len(kept) == len(text)
    assert "\0" not in kept
    kept.encode()
    assert len(rows.key_of(text)) <= 600
    long = text + "가" * 700
    assert rows.key_of(long) != rows.key_of(long + "나")
    assert rows.key_of(rows.key_of(text)) == rows.key_of(text)
