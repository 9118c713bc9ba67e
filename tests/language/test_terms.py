"""The termbase: packaged rows, a newsroom's own rows, rows that cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from donghyang.language.script import fold_width, simplify
from donghyang.language.terms import Termbase
from donghyang.records import CannotProceed

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "chinese,korean,kind,note,source\n"

# 공식 명칭과 통용 번역
FOUND = [
    ("工业和信息化部印发通知", ["공업정보화부", "발표", "통지"]),
    ("工業和信息化部發布規劃", ["공업정보화부", "발표", "규획"]),
    ("新能源汽车销量", ["신에너지차", "판매량"]),
    ("人工智能大模型", ["인공지능 대형 모델"]),
    ("ＡＢＣ", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "korean"), FOUND)
def test_finds_the_longest_terms_in_order(text: str, korean: list[str]) -> None:
    hits = Termbase.load().find(text)
    assert [hit.term.korean for hit in hits] == korean
    assert all(simplify(fold_width(text[hit.start : hit.end])) == hit.term.chinese for hit in hits)


def test_packaged_rows_are_many_and_sound() -> None:
    base = Termbase.load()
    assert len(base) >= 300
    assert base.problems == ()
    assert all(term.source for term in base.terms())


def test_own_rows_win(tmp_path: Path) -> None:
    own = tmp_path / "terms.csv"
    own.write_text(HEADER + "规划,계획,document,우리 표기,편집부\n天罡,톈강,noun,,\n", encoding="utf-8-sig")
    base = Termbase.load(own)
    assert [hit.term.korean for hit in base.find("天罡规划")] == ["톈강", "계획"]
    assert base.get("规划", "document") == base.get("规划")
    assert base.get("科技部", "agency") is not None


def test_unusable_rows_are_named_with_their_line(tmp_path: Path) -> None:
    own = tmp_path / "terms.csv"
    own.write_text(HEADER + "规划,계획,plan,,\n方案,,document,,\n\n纲要,요강,document,,\n", encoding="utf-8")
    base = Termbase.load(own)
    assert [problem.line for problem in base.problems] == [2, 3]
    assert "plan" in base.problems[0].message.ko


@pytest.mark.parametrize("content", [b"a,b\n", "科技部".encode("gb18030"), b""])
def test_a_file_that_is_no_termbase_is_refused_with_the_next_step(tmp_path: Path, content: bytes) -> None:
    own = tmp_path / "terms.csv"
    own.write_bytes(content)
    with pytest.raises(CannotProceed) as caught:
        Termbase.load(own)
    assert "terms.csv" in caught.value.message.ko


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed):
        Termbase.load(tmp_path / "none.csv")
