"""Sections and rubrics."""

import pytest

from donghyang.language import tables
from donghyang.stories.classify import Place, place, region_of
from donghyang.stories.fields import fields, named
from donghyang.stories.signals import signals
from donghyang.stories.tables import places

POLICY = {"기술전략", "지역", "혁신체계", "인재", "기업", "통계"}
TECHNOLOGY = {
    "ICT", "재료", "에너지", "바이오", "양자정보", "우주", "환경", "기초과학", "항공", "농업", "해양", "교통",
}  # fmt: skip


def placed(title: str, text: str = "") -> Place:
    return place(signals(title, text), text)


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
        # an instrument is politics, whatever its field
        ("首个家用机器人国际标准发布", "policy", "기술전략"),
        ("我国牵头成立脑机领域国际科技组织", "policy", "혁신체계"),
        ("全国储能技术创新大赛落幕", "policy", "혁신체계"),
        # a thing that is made is technology, announced or done
        ("全球最大绿色航油装置开工建设", "technology", "에너지"),
        ("我国将发射新一代地球观测卫星", "technology", "우주"),
        ("第九支南极考察船队起航", "technology", "해양"),
        ("新一代海流超算系统建成", "technology", "ICT"),
        # what counts looks back, what is planned looks ahead
        ("我国换电站数量突破9000座", "policy", "통계"),
        ("我国自动化车间数量位居世界首位", "policy", "통계"),
        ("某协会发布氢能白皮书", "policy", "통계"),
        ("到2031年我国将建设20万座换电站", "policy", "기술전략"),
        # whom it is for, and who speaks
        ("大中小企业联合攻关行动启动", "policy", "기업"),
        ("孙明远出席氢能论坛开幕式并致辞", "policy", "기술전략"),
        ("孙明远在云南考察时强调 发展绿色能源", "policy", "지역"),
        ("孙明远向世界储能组织成立致贺信", "policy", "기술전략"),
        ("孙明远出席科创大会开幕式并致辞", "policy", "기술전략"),
        ("孙明远在云南和贵州调研", "policy", "기술전략"),
        # a letter to those who make a thing is of that thing
        ("孙明远回信勉励大飞机试飞团队", "technology", "항공"),
        ("孙明远回信勉励山区学校师生", "policy", "인재"),
        # a fair is of its field, of whom it brings together, or of the system
        ("第三届世界储能大会在浙江宁波开幕", "technology", "에너지"),
        ("2031中国国际智能产业博览会闭幕", "technology", "ICT"),
        ("世界青年科学家论坛在海口开幕", "policy", "인재"),
        ("第三十届高交会在深圳开幕", "policy", "혁신체계"),
        ("首届北京机器人产业大会举行", "policy", "지역"),
        # a thing by its name
        ("开源大模型“云雀”发布", "technology", "ICT"),
        ("“松江一号”首批卫星图像公布", "technology", "우주"),
        ("“松江精神”报告会举行", "policy", "기술전략"),
        # a trial is no fair, whatever it is of
        ("我国在9个城市开展大模型应用试点", "policy", "기술전략"),
        ("商会发布民营企业创新报告", "policy", "통계"),
        ("国家创业投资引导基金启动", "policy", "혁신체계"),
        ("第二期双高建设计划启动", "policy", "인재"),
        # a period at the head and what grew in it
        ("前三季度我国软件产业持续壮大", "policy", "통계"),
        ("2月份全国实际使用外资901.5亿元", "policy", "통계"),
        ("截至5月底我国换电站总数达到6100座", "policy", "통계"),
        ("2031年我国专利审查周期压减到9个月", "policy", "혁신체계"),
        # the plan period that begins lies ahead, those that end are counted
        ("“十五五”时期 我国海洋观测能力将大幅增强", "policy", "기술전략"),
        ("“十五五”期间我国算力规模有望突破9万亿元", "policy", "통계"),
        ("“十四五”期间我国新能源发展取得历史性成就", "policy", "통계"),
        ("《共建数字丝路》白皮书发布", "policy", "기술전략"),
        ("“十五五”国家电网将投运9项柔性直流工程", "technology", "에너지"),
        ("2031年计划安排超70次航天发射任务", "technology", "우주"),
        # a certificate is of the thing, a resolution is none
        ("国产飞艇获首张生产许可证", "technology", "항공"),
        ("国际组织通过人工智能能力建设决议", "policy", "기술전략"),
        ("国产超算登顶全球榜单", "technology", "ICT"),
        # who acts: regions, a firm
        ("云南：推动成果转化 贵州：建设算力基地", "policy", "지역"),
        ("特斯拉储能工厂投产", "policy", "기업"),
        ("华为百亿元项目落地东莞", "policy", "기업"),
        # the field of the last thing that is named
        ("货运飞船受控再入大气层", "technology", "우주"),
        ("我国最深海上油田群岸电工程竣工", "technology", "에너지"),
        ("北冰洋科学考察队返航", "technology", "해양"),
    ],
)
def test_section_and_rubric(title: str, section: str, category: str) -> None:
    found = placed(title)
    assert (found.section, found.category) == (section, category)


@pytest.mark.parametrize(
    ("title", "region", "acts"),
    [
        ("浙江将建设未来工厂先导区", "浙江", True),
        ("浙江:加快培育产业集群", "浙江", True),
        ("长三角打造算力走廊", "长三角", True),
        ("首届北京机器人产业大会举行", "北京", False),
        ("世界氢能大会在杭州举行", "", False),
        ("国务院批复浙江试点方案", "", False),
        ("中关村论坛开幕", "", False),
        ("浙江大学研制出新芯片", "", False),
        ("氢能产业大会(广东)开幕", "", False),
        ("上海合作组织标准化机制成立", "", False),
        ("世界氢能大会在浙江杭州举行", "", False),
        ("孙明远在云南考察", "云南", False),
        ("孙明远在云南和贵州考察", "", False),
    ],
)
def test_the_region_is_the_one_that_acts(title: str, region: str, acts: bool) -> None:
    found = region_of(signals(title, ""), title)
    assert (found.name, found.acts) == (region, acts)


def test_whom_a_policy_is_for_stands_before_whose_it_is() -> None:
    assert placed("云南加快培育专精特新企业").category == "기업"
    assert placed("云南实施高层次人才计划").category == "인재"
    assert placed("云南发布算力建设方案").category == "지역"


def test_the_last_thing_of_a_title_is_what_it_is_about() -> None:
    one, other = fields("卫星芯片问世", ""), fields("芯片卫星问世", "")
    assert one["ICT"] > one["우주"]
    assert other["ICT"] < other["우주"]
    assert fields("今年工作安排", "") == {}
    assert named("绿色数据环境") == 0


def test_what_stands_in_the_text_alone_is_no_subject_of_a_policy() -> None:
    assert placed("可信网络试点启动", "28家企业参加，职业学校和专利机构也在其中。").category == "기술전략"


def test_a_feature_through_many_provinces_is_about_regions() -> None:
    tour = "各地真抓实干。\n在浙江，工厂开足马力。\n在云南，项目落地。\n在陕西，企业扩产。"
    assert placed("真抓实干促发展", tour).category == "지역"
    assert placed("真抓实干促发展", tour.split("\n")[0]).category != "지역"


def test_the_regions_of_a_title_are_told_in_its_order() -> None:
    found = placed("福建、湖南、贵州和云南共建数据走廊", "有关部门召开会议。")
    assert found.why is not None
    assert found.why.ko == "지역: 福建·湖南·贵州·云南"


def test_a_doubt_is_said() -> None:
    found = placed("新装备研制成功", "这台装备用于高温合金和固态电池的生产。")
    assert found.section == "technology"
    assert found.why is not None
    assert "수도 있음" in found.why.ko


def test_the_tables_speak_of_known_rubrics_and_name_no_word_twice() -> None:
    for table, known in (("categories", POLICY - {"지역", "통계"}), ("fields", TECHNOLOGY)):
        assert {category for category, _, _ in tables.read("donghyang.stories", f"{table}.tsv")} == known
    for table in ("relevance", "doings", "categories", "fields"):
        words = [word for row in tables.read("donghyang.stories", f"{table}.tsv") for word in row[2].split()]
        assert len(words) == len(set(words))


def test_every_place_that_titles_name_lies_in_a_province() -> None:
    """The provinces themselves stand in the list too."""
    known = places().entries
    assert [name for name, province in known.items() if known.get(province) != province] == []
    assert places().values("浦东与义乌共建园区") == {"上海", "浙江"}
