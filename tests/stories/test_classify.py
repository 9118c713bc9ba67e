"""Sections and rubrics."""

import pytest

from donghyang.language import tables
from donghyang.stories.classify import ARTICLE, OUTSIDER, place
from donghyang.stories.tables import places

POLICY = {"기술전략", "지역", "혁신체계", "인재", "기업", "통계"}
TECHNOLOGY = {
    "ICT", "재료", "에너지", "바이오", "양자정보", "우주", "환경", "기초과학", "항공", "농업", "해양", "교통",
}  # fmt: skip


@pytest.mark.parametrize(
    ("title", "section", "category"),
    [
        ("国务院印发人工智能发展规划", "policy", "기술전략"),
        ("浙江打造先进制造业集群", "policy", "지역"),
        ("科技成果转化改革试点扩大", "policy", "혁신체계"),
        ("青年科技人才支持措施出台", "policy", "인재"),
        ("专精特新中小企业政策出台", "policy", "기업"),
        ("一季度电信业务收入同比增长", "policy", "통계"),
        ("我国成功发射遥感卫星", "technology", "우주"),
        ("科学家研制出量子计算原型机", "technology", "양자정보"),
        ("首台核电机组并网成功", "technology", "에너지"),
        ("科学家发现新的基因编辑工具", "technology", "바이오"),
        ("深海潜水器完成首次试验", "technology", "해양"),
        ("国产大飞机成功首飞", "technology", "항공"),
    ],
)
def test_section_and_rubric(title: str, section: str, category: str) -> None:
    found = place(title, "", ARTICLE)
    assert (found.section, found.category) == (section, category)


def test_the_score_decides_between_article_brief_and_outsider() -> None:
    assert place("我国成功发射遥感卫星", "", ARTICLE - 0.1).section == "brief"
    assert place("我国成功发射遥感卫星", "", ARTICLE - 0.1).category is None
    assert place("我国成功发射遥感卫星", "", OUTSIDER - 0.1).section is None


def test_the_tables_speak_of_known_rubrics_and_name_no_word_twice() -> None:
    for section, known in (("policy", POLICY), ("technology", TECHNOLOGY)):
        mine = [row for row in tables.read("donghyang.stories", "categories.tsv") if row[0] == section]
        assert {category for _, category, _, _ in mine} == known
        words = [word for row in mine for word in row[3].split()]
        assert len(words) == len(set(words))
    for table in ("relevance", "sections"):
        words = [word for row in tables.read("donghyang.stories", f"{table}.tsv") for word in row[2].split()]
        assert len(words) == len(set(words))


def test_every_place_that_titles_name_lies_in_a_province() -> None:
    """The provinces themselves stand in the list too."""
    known = places().entries
    assert [name for name, province in known.items() if known.get(province) != province] == []
    assert places().values("浦东与义乌共建园区") == {"上海", "浙江"}
