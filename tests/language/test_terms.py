"""The termbase: packaged rows, a newsroom's own rows, rows that cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from donghyang.language.script import fold_width, simplify
from donghyang.language.terms import Kind, Termbase, empty_file, kinds
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


def test_a_file_is_read_once_while_it_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("chinese,korean,kind\n柔性抓手,유연 그리퍼,technology\n", "utf-8")
    assert Termbase.load(path) is Termbase.load(path)
    path.write_text("chinese,korean,kind\n柔性抓手,유연 집게,technology\n", "utf-8")
    term = Termbase.load(path).get("柔性抓手")
    assert term is not None
    assert term.korean == "유연 집게"


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


TOLD = [
    ("规划,계획,,,", "kind 칸이 비어 있습니다."),
    ("规划,계획", "kind 칸이 비어 있습니다."),
    ("华芯,화신,companny,,", "'company'입니까?"),
    ("华芯,화신,기업,,", "모르는 kind '기업'."),
    (",화신,company,,", "비어 있습니다."),
    ('华芯,"화신,company,,', "따옴표가 맞지 않습니다."),
    ('华芯,"화"신,company,,', "따옴표가 맞지 않습니다."),
    ("华芯,화신,반도체,company,,,덤", "칸이 너무 많습니다."),
    ("长风,창펑,company,,", "2번째 줄에 이미 있는 용어입니다."),
    ("長風,장풍,company,,", "2번째 줄에 이미 있는 용어입니다."),
]


@pytest.mark.parametrize(("row", "said"), TOLD)
def test_a_row_that_cannot_be_used_is_told_and_the_others_are_used(tmp_path: Path, row: str, said: str) -> None:
    own = tmp_path / "terms.csv"
    own.write_text(f"{HEADER}长风,창펑,company,,\n{row}\n天罡,톈강,noun,,\n", encoding="utf-8")
    base = Termbase.load(own)
    assert [problem.line for problem in base.problems] == [3]
    assert said in base.problems[0].message.ko
    assert [base.get(zh).korean for zh in ("长风", "天罡")] == ["창펑", "톈강"]  # type: ignore[union-attr]


QUIET = [
    "# kind company: 기업 (华为 = 화웨이)",
    '"# kind company: 기업, 회사",,,,',
    "",
    ",,,,",
    '长风,"창펑, 주식회사",institution,"쉼표, 있는 말",',
    "长风,창펑,place,,,,",
    '长风,"창펑 ""신호""",technology,,',
    "长风,창펑,technology",
]


@pytest.mark.parametrize("row", QUIET)
def test_remarks_and_sound_rows_are_not_told(tmp_path: Path, row: str) -> None:
    own = tmp_path / "terms.csv"
    own.write_text(f"# 우리 용어집\r\n{HEADER}长风,창펑,company,,\r\n{row}\r\n", encoding="utf-8-sig", newline="")
    assert Termbase.load(own).problems == ()


def test_the_kinds_are_told_in_a_new_file_and_read_as_remarks(tmp_path: Path) -> None:
    own = tmp_path / "terms.csv"
    own.write_text(empty_file(), encoding="utf-8")
    assert [kind for kind, *_ in kinds()] == list(get_args(Kind))
    assert all(f"kind {kind}: {what.ko}" in empty_file() for kind, what, *_ in kinds())
    base = Termbase.load(own)
    assert (base.problems, len(base)) == ((), len(Termbase.load()))


def test_every_kind_shows_a_term_that_the_package_has() -> None:
    base = Termbase.load()
    lost = [(kind, zh) for kind, _, zh, ko in kinds() if kind != "person" and _korean(base, zh, kind) != ko]
    assert lost == []


def _korean(base: Termbase, chinese: str, kind: str) -> str | None:
    return next((term.korean for term in base.terms() if (term.chinese, term.kind) == (chinese, kind)), None)
