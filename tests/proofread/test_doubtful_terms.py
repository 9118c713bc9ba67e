"""Rows of a newsroom's termbase that want an eye, and the many that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghyang.language.terms import Termbase, csv_row
from donghyang.newsroom import create
from donghyang.proofread.doubtful_terms import doubtful_rows
from donghyang.records import CannotProceed
from donghyang.workspace import Workspace, open_workspace

HEADER = "chinese,korean,kind,note,source\n"


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    create(tmp_path / "newsroom")
    return open_workspace(tmp_path / "newsroom")


def told(home: Workspace, *rows: str) -> list[tuple[int, str]]:
    (home.root / "terms.csv").write_text(HEADER + "".join(f"{row}\n" for row in rows), "utf-8")
    return [(doubt.line, doubt.doubt) for doubt in doubtful_rows(home)]


TOLD = [
    ("灵云,,company", "unusable"),
    ("灵云,링윈,회사", "unusable"),
    ('灵云,"링윈,company', "unusable"),
    ("링윈,灵云,company", "swapped"),
    ("灵云,靈雲,company", "swapped"),
    ("规划,계획,document", "against-base"),
    ("东莞,동관,place", "against-base"),
    ("铜川,통촨,place", "against-base"),
    ("寒武紀,한무기,company", "against-base"),
    ("索尼,쏘니,company", "against-base"),
    ("辉天,후이텐,technology", "against-rules"),
    ("宋志海,송즈하이,person", "against-rules"),
]


@pytest.mark.parametrize(("row", "doubt"), TOLD)
def test_a_doubtful_row_is_told_with_its_line(home: Workspace, row: str, doubt: str) -> None:
    assert told(home, "海纳,하이나,company", row, "天罡,톈강,technology") == [(3, doubt)]


MEANT = [
    ("规划,계획,document,확정: 우리 표기,", []),
    ("东莞,동관,place,meant,", []),
    ("东莞,동관,place,확인할 것,", [(2, "against-base")]),
    ("링윈,灵云,company,확정,", [(2, "swapped")]),
    ("灵云,,company,확정,", [(2, "unusable")]),
]


@pytest.mark.parametrize(("row", "doubts"), MEANT)
def test_a_row_that_is_meant_is_told_only_where_it_cannot_be_used(
    home: Workspace, row: str, doubts: list[tuple[int, str]]
) -> None:
    assert told(home, row) == doubts


QUIET = [
    "灵云,링윈,technology",
    "灵云,영운,technology",
    "灵云,LingCloud,company",
    "东莞,둥관시,place",
    "京津冀,징진지,place",
    "规划,규획,document",
    "规划,계획,verb",
    "商汤,센스타임,company",
    "商汤,상탕,company",
    "马斯克,머스크,person",
    "特斯拉,테슬라,company",
    "岸田文雄,기시다 후미오,person",
    "深海采矿车,심해 채광차,technology",
    "水质监测仪,수질 측정기,technology",
    "# 东莞,동관,place",
    "",
]


@pytest.mark.parametrize("row", QUIET)
def test_a_row_that_may_be_right_is_not_told(home: Workspace, row: str) -> None:
    assert told(home, row) == []


def test_a_name_of_two_kinds_in_two_spellings_is_told_and_a_translation_is_not(home: Workspace) -> None:
    assert told(home, "灵云,영운,company", "灵云,영윤,technology") == [(3, "against-another")]
    assert told(home, "灵云,영운,company", "灵云,LingCloud,technology", "灵云,신령한 구름,noun") == []


def test_a_word_that_stands_twice_is_not_used_the_second_time(home: Workspace) -> None:
    assert told(home, "灵云,링윈,company", "靈雲,영운,company") == [(3, "unusable")]


def test_the_packaged_rows_raise_no_doubt(home: Workspace) -> None:
    """Every tenth: they are right by assumption, so what is told here would be noise elsewhere."""
    rows = [csv_row([term.chinese, term.korean, term.kind]) for term in Termbase.load().terms()[::10]]
    assert told(home, *rows) == []


def test_without_a_termbase_nothing_is_told_and_one_of_another_encoding_is_refused(home: Workspace) -> None:
    path = home.root / "terms.csv"
    path.write_bytes((HEADER + "灵云,링윈,company\n").encode("gb18030"))
    with pytest.raises(CannotProceed) as caught:
        doubtful_rows(home)
    assert "UTF-8" in caught.value.message.ko
    path.unlink()
    assert doubtful_rows(home) == []
