"""Names in two scripts: where the Korean form begins, what stands in the brackets, what is no pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.facts.names import find_names

# 한 낱말, 여러 낱말, 따옴표, 괄호 안의 다른 말
PAIRS = [
    ("최근 품질 강국(質量強國) 건설을", [("품질 강국", "質量強國")]),
    ("국무원은 「디지털 농촌 발전 요강(數字鄉村發展綱要)」을 발표", [("디지털 농촌 발전 요강", "數字鄉村發展綱要")]),
    ("‘백년 가게’(百年老店)를 육성", [("백년 가게", "百年老店")]),
    ("쑤저우(蘇州), 우시(無錫) 등", [("쑤저우", "蘇州"), ("우시", "無錫")]),
    ("교신저자 왕샤오윈(王小雲·57) 교수", [("왕샤오윈", "王小雲")]),
    ("중성미자(中微子, neutrino) 관측", [("중성미자", "中微子")]),
    ("중국화룽(華龍)그룹 산하", [("화룽", "華龍")]),
    ("과기성(城) 조성", [("성", "城")]),
    ("창정-2F야오(遙)15 로켓", [("야오", "遙")]),
    ("AI 비서(AI助手)를 출시", [("AI 비서", "AI助手")]),
    (
        "선전시톈리과기(집단)유한회사(深圳市天利科技(集團)有限公司)",
        [("선전시톈리과기(집단)유한회사", "深圳市天利科技(集團)有限公司")],
    ),
    ("자회사 QuantumLab(量盾)은", [("QuantumLab", "量盾")]),
    ("연구진은 王小雲(왕샤오윈) 교수", [("왕샤오윈", "王小雲")]),
    ("중국과학원의 물리연구소(物理研究所)", [("물리연구소", "物理研究所")]),
    ("네이처 인덱스(自然指數)에 따르면", [("네이처 인덱스", "自然指數")]),
    (
        "1\t제조\t베이징화신전자유한회사 (北京華芯電子有限公司)\t3,800",
        [("베이징화신전자유한회사", "北京華芯電子有限公司")],
    ),
]

NOTHING = [
    "",
    "매출 5,000억 위안(약 93조 원)",
    "국가발전개혁위원회(이하 ‘발개위’)",
    "《行动方案（2023—2025年）》",
    "인공지능(AI)",
    "工业和信息化部（以下简称工信部）",
    "(北京)",
    "中国科学院(CAS)",
    "괄호가 열리고(北京\n닫힌다)",
]


@pytest.mark.parametrize(("text", "pairs"), PAIRS)
def test_pairs(text: str, pairs: list[tuple[str, str]]) -> None:
    found = find_names(text)
    assert [(name.korean, name.hanja) for name in found] == pairs
    assert [text[name.start : name.end] for name in found] == [name.text for name in found]


@pytest.mark.parametrize("text", NOTHING)
def test_no_pair(text: str) -> None:
    assert find_names(text) == []


def test_each_occurrence_counts() -> None:
    text = "톈허(天和) 모듈과 톈허(天和) 도킹"
    assert [(name.start, name.end) for name in find_names(text)] == [(0, 6), (11, 17)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("톈진(天津市)", "place"),
        ("리샤오밍(李小明)", "person"),
        ("화신전자(華芯電子有限公司)", "organisation"),
        ("행동방안(行動方案)", "policy"),
        ("톈저우(天舟六號)", "product"),
        ("병목(卡脖子)", "term"),
    ],
)
def test_types(text: str, kind: str) -> None:
    assert [name.type for name in find_names(text)] == [kind]


@given(st.text(alphabet="가나다라(（)）中國王小 \n·‘’a1,", max_size=60))
def test_spans_slice_to_their_text(text: str) -> None:
    for name in find_names(text):
        assert text[name.start : name.end] == name.text
        assert name.korean != ""
        assert name.hanja in name.text
