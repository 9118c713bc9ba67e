"""Sentences held against invented pages, kind by kind (cases.tsv)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from donghyang.records import VerifiedSentence
from donghyang.verify import Source, verify

HERE = Path(__file__).parent


def rows(table: str = "cases.tsv") -> list[list[str]]:
    lines = (HERE / table).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def page(name: str) -> Source:
    return Source(name, (HERE / "sources" / f"{name}.txt").read_text(encoding="utf-8"))


def held(name: str, sentence: str) -> VerifiedSentence:
    (found,) = verify(sentence, [page(name)])
    return found


def has_kind(found: VerifiedSentence, status: str, kind: str) -> bool:
    """Whether a claim of this kind has the status; "-" stands for any."""
    return kind == "-" or kind in {claim.kind for claim in found.claims if claim.status == status}


@pytest.mark.parametrize(("name", "status", "kind", "sentence"), rows())
def test_the_sentence_is_judged(name: str, status: str, kind: str, sentence: str) -> None:
    found = held(name, sentence)
    assert found.status == status, [(claim.kind, claim.text, claim.status) for claim in found.claims]
    assert has_kind(found, status, kind)


@pytest.mark.parametrize(("name", "status", "kind", "sentence"), rows("known.tsv"))
def test_a_known_failure_still_fails(name: str, status: str, kind: str, sentence: str) -> None:
    found = held(name, sentence)
    right = found.status == status and has_kind(found, status, kind)
    assert not right, "judged right now: move the row to cases.tsv"


def test_the_table_has_more_kinds_than_ten_and_many_true_sentences() -> None:
    table = rows()
    assert len({kind for _, _, kind, _ in table}) >= 8
    assert sum(status == "supported" for _, status, _, _ in table) >= 20
