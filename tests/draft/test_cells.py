"""Cells of tables: said whole where that is sure, open with what is known where it is not."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.draft.cells import Cells
from donghyang.language.terms import Term, Termbase
from donghyang.report.grammar import is_open

DAY = dt.date(2025, 6, 3)
CELLS = Cells(Termbase.load(), DAY)


@pytest.mark.parametrize(
    ("chinese", "head", "korean"),
    [
        ("", "", ""),
        ("41800", "数量", "41,800"),
        ("3600以上", "产值（亿元）", "3,600 이상"),
        ("2027", "产值（亿元）", "2,027"),
        ("2027", "年份", "2027"),
        ("10086", "编号", "10086"),
        ("41800", "怪名", "41800"),
        ("—", "", "—"),
        ("37.2", "", "37.2"),
        ("4.5%", "", "4.5%"),
        ("BX-7", "", "BX-7"),
        ("260万元", "", "260만 위안"),
        ("13亿元", "", "13억 위안"),
        ("不低于45%", "", "45% 이상"),
        ("720以上", "", "720 이상"),
        ("0.5及以下", "", "0.5 이하"),
        ("2027年9月底前", "完成时限", "2027년 9월 말까지"),
        ("2026年—2028年", "", "2026~2028년"),
        ("科技部、财政部", "责任单位", "과학기술부·재정부"),
        ("宁 波", "地区", "닝보"),
        ("套", "单位", "세트"),
        ("个", "计量单位", "개"),
        ("青州大学", "承担单位", "칭저우대학(青州大学)"),
        ("赵一鸣、孙立", "主要完成人", "자오이밍(赵一鸣), 쑨리(孙立)"),
        ("一、制造业", "", "1. 제조업"),
        ("（二）集成电路", "", "(2) 집적회로"),
        ("工业机器人（台）", "", "산업용 로봇(대)"),
        ("合计", "", "합계"),
        ("是", "是否进口", "예"),
        ("集成电路\n新能源汽车", "", "집적회로\n신에너지차"),
        ("优化服务模式", "", "서비스 모델 최적화"),
        ("建设检测中心2个", "", "검사센터 2개 구축"),
        ("支持研发经济发展", "", "연구개발 경제 발전 지원"),
        ("推动总部经济发展", "", "본부 경제 발전 추진"),
        ("服务经济发展", "", "경제 발전 지원"),
        ("增长12%", "", "12% 증가"),
        ("上升3位", "", "3계단 상승"),
        ("单位GDP能耗降低（%）", "", "단위 GDP당 에너지 소비 감축률(%)"),
        ("发展规划", "", "발전 규획"),
        ("2028年达到60%", "目标值", "2028년 60% 달성 목표"),
    ],
)
def test_a_cell_is_said(chinese: str, head: str, korean: str) -> None:
    assert CELLS.cell(chinese, head) == korean


@pytest.mark.parametrize(
    ("chinese", "head", "why"),
    [
        ("培训中心", "", "a deed, or what the centre is for"),
        ("云岭光学研究所", "依托单位", "an institute is called by its field, which is not read out"),
        ("设区市", "", "describes cities, names none"),
        ("各区医院", "承担单位", "describes bodies, names none"),
        ("三级医院", "单位", "describes bodies, names none"),
        ("赵一鸣", "", "nothing says that it is a name"),
        ("材料", "姓名", "no name"),
        ("青州大学", "", "no head says that it is a name"),
        ("达到80%", "", "reached, or to be reached"),
        ("将建成投产", "", "what is to come is told by a sentence"),
        ("不得使用财政资金", "", "forbidden"),
        ("力争进入全国前列", "", "an aim without words for it"),
        ("推动产业集聚发展", "", "two deeds in a row"),
        ("统筹建设服务平台", "", "whose the deed in the middle is"),
        ("丰富服务内容", "", "a deed or a quality"),
        ("近三年推广新技术5项", "", "of no year"),
        ("单位产值能耗下降18%", "", "per unit, of no body"),
        ("一批老街坊", "", "unknown"),
        ("集成电路；一批老街坊", "", "one item of two is unknown"),
    ],
)
def test_a_cell_stays_open(chinese: str, head: str, why: str) -> None:
    assert is_open(CELLS.cell(chinese, head)), why


def test_places_and_what_only_describes() -> None:
    assert CELLS.cell("舟山市", "地区").startswith("저우산시")
    assert "기업 개발" not in CELLS.cell("首台装备研制企业"), "what the firms do only describes them"


def test_an_open_cell_says_what_is_known_and_no_name_that_is_none() -> None:
    assert CELLS.cell("设区市不超过25项") == "?? 设区市 25개 이하"
    assert CELLS.cell("沈阳新北机器人股份有限公司") == "?? 沈阳新北机器人股份有限公司", "parts of a name say nothing"
    assert CELLS.cell("集成电路；一批老街坊").startswith("?? 집적회로 / ")
    assert CELLS.cell("单位产值能耗怪") == "?? 单位 생산액 에너지 소비 怪"
    assert CELLS.cell("2026年3月31日前上牌") == "?? 2026년 3월 31일까지 上牌"
    assert CELLS.cell("第十七条 怪事") == "?? 제17조 怪事"


@pytest.mark.parametrize(
    ("chinese", "below", "korean"),
    [
        ("序号", (), "번호"),
        ("任务", (), "과제"),
        ("安置\n任务", (), "?? 安置 임무"),
        ("地　区", (), "지역"),
        ("2027年", (), "2027년"),
        ("2027年目标", (), "2027년 목표"),
        ("投资额（亿元）", (), "투자액(억 위안)"),
        ("数量（台/套）", (), "수량(대/세트)"),
        ("同比增长（%）", (), "전년 동기 대비 증가율(%)"),
        ("集成电路（亿块）", (), "집적회로(억 개)"),
        ("基地类型", (), "기지 유형"),
        ("开工时间", (), "착공 시기"),
        ("主要完成单位", (), "주요 수행기관"),
        ("单位", ("套", "台"), "단위"),
        ("单位", ("云岭大学", "青州大学"), "기관"),
        ("怪名（亿元）", (), "?? 怪名(억 위안)"),
        ("", (), ""),
    ],
)
def test_heads(chinese: str, below: tuple[str, ...], korean: str) -> None:
    assert CELLS.head(chinese, below) == korean


def test_the_newsroom_s_word_wins_over_the_table_s() -> None:
    own = Cells(Termbase([Term("任务", "임무", "noun", "우리 말"), *Termbase.load().terms()]), DAY)
    assert own.head("任务") == "임무"
