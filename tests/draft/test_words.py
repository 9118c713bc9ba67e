"""Words at their borders, in their senses, with their counters and dates: what an open line puts into Korean."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import TERMS, page_of

from donghyang.draft import borders
from donghyang.draft.halves import half_said
from donghyang.draft.reading import reader
from donghyang.draft.tokens import tokens

DAY = dt.date(2023, 6, 1)


def half(text: str, day: dt.date = DAY) -> str:
    page = page_of(text, day)
    return half_said(page, text.rfind("\n") + 1, len(text))


BORDERS = [
    ("时间不得超过20个工作日", "超过20个", "초과"),
    ("时间超过20个工作日", "20개 초과", "超过"),
    ("新乡的企业", "신샹 的 기업", "새로운"),
    ("新设备到货", "새로운 설비", "신샹"),
    ("当地已探明天然气田三处", "已探明", "6월"),
    ("明天启动新项目", "6월 2일", "明天"),
    ("又找到一处大气田", "대형 가스전", "대기"),
    ("大气污染加重", "대기", "大气"),
    ("整合校内外资源", "校内外 자원", "외자"),
    ("各地方各部门", "각 지방", "각지"),
    ("扩大想法", "想法", "법"),
    ("执法人员到场", "법 집행", "法"),
    ("五位一体", "5위일체", "명"),
    ("服务3亿多人口", "多 인구", "명"),
    ("样品随神舟十七号返回", "随 선저우 17호", "쑤이"),
    ("荷鲁斯3号卫星", "荷鲁斯3号", "허루쓰"),
    ("对新兴市场的支持", "시장", "신싱"),
    ("海淀区工业部门", "공업", "工业部"),
]


@pytest.mark.parametrize(("text", "there", "missing"), BORDERS)
def test_a_word_is_put_in_at_word_borders_only(text: str, there: str, missing: str) -> None:
    told = half(text)
    assert there in told
    assert missing not in told


@pytest.mark.parametrize("text", ["新乡的企业", "又找到一处大气田", "整合校内外资源"])
def test_without_a_cutter_a_word_of_the_tables_across_the_border_is_enough(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(borders, "words", lambda line: None)
    told = half(text)
    assert not any(wrong in told for wrong in ("새로운", "대기", "외자"))


SENSES = [
    ("产品、工程、服务质量", "工程", "공정"),
    ("这项输电工程投运", "프로젝트", "工程"),
    ("主体结构工程封顶", "공사", "工程"),
    ("5号机组并网", "5호기", "설비"),
    ("新增6台机组", "6기", "6대"),
    ("提高出口带宽", "出口", "수출"),
    ("汽车出口200万辆", "수출", "出口"),
    ("中微子探测器", "검출기", "탐사선"),
    ("火星探测器", "탐사선", "검출기"),
    ("发展道路", "道路", "도로"),
    ("道路运输企业", "도로", "道路"),
    ("最活跃的地方", "地方", "지방"),
    ("地方政府", "지방", "地方"),
    ("站在产业最前沿", "前沿", "첨단"),
    ("工业机器人新增装机总量", "装机", "설비용량"),
    ("风电装机突破4亿千瓦", "설비용량", "装机"),
    ("居民人均纯收入", "순소득", "매출"),
    ("一般公共预算收入", "수입", "매출"),
    ("硅片、电池、组件产量", "电池", "배터리"),
    ("动力电池产量", "배터리", "电池"),
    ("空间应用系统", "우주", "공간"),
    ("发展空间", "공간", "우주"),
    ("以人民为中心", "中心", "센터"),
    ("低保标准", "기준", "표준"),
    ("中国船舶交付两艘", "중국선박그룹", "船舶"),
    ("中国船舶出口增长", "中国船舶", "그룹"),
    ("目标导向", "지향", "방향"),
    ("联合国教科文组织", "유네스코", "조직"),
    ("世界气象组织", "세계기상기구", "조직"),
    ("世界海藻组织成立", "世界海藻组织", "조직"),
    ("中国电子科技集团", "중국전자과기그룹", "정보산업"),
]


@pytest.mark.parametrize(("text", "there", "missing"), SENSES)
def test_a_word_of_several_senses_is_put_in_as_its_neighbours_show(text: str, there: str, missing: str) -> None:
    told = half(text)
    assert there in told
    assert missing not in told


COUNTS = [
    ("改造300万套棚户区住房", "300만 채", "세트"),
    ("布设25部雷达", "25기", "25부"),
    ("年产3亿片药品", "3억 정", "장"),
    ("两条腿走路", "两条", "개"),
    ("有了一个想法", "一个", "1개"),
    ("第二座核电站", "두 번째", "제2호"),
    ("第三届论坛", "제3회", "번째"),
    ("飞行五个多月", "5개월여", "多"),
    ("埋深8000米以下", "8000米以下", "이하"),
    ("长8000米的隧道", "8,000m", "米"),
]


@pytest.mark.parametrize(("text", "there", "missing"), COUNTS)
def test_counters_go_by_what_is_counted(text: str, there: str, missing: str) -> None:
    told = half(text)
    assert there in told
    assert missing not in told


TIMES = [
    ("预计2027年初投产", "2027년 초", "年初"),
    ("过去三年增长", "지난 3년", "2020"),
    ("由上年的5%提高", "전년", "2022년"),
    ("一、2022年工作回顾\n从7月开始好转", "从7月", "2023년"),
    ("一、2023年工作安排\n从7月开始施工", "2023년 7월", "7月"),
]


@pytest.mark.parametrize(("text", "there", "missing"), TIMES)
def test_a_date_is_put_in_only_where_it_is_certain(text: str, there: str, missing: str) -> None:
    told = half(text)
    assert there in told
    assert missing not in told


DEEDS = [
    ("企业正在装备新雷达", "正在装备", "장비"),
    ("装备制造业", "장비", "装备"),
    ("荷兰计划从下月实施", "计划", "계획"),
    ("政策工具支持重大项目建设", "支持", "지원"),
    ("改革完善全球治理", "改革", "개혁"),
    ("有效解决问题", "有效解决", "유효"),
    ("特别要重视", "特别要", "특별"),
    ("全面系统部署", "系统", "시스템"),
    ("操作系统", "운영체제", "系统"),
    ("服务乡村振兴", "服务", "서비스"),
    ("标准规范了流程", "规范了", "규범"),
    ("新培育企业", "新培育", "육성"),
]


@pytest.mark.parametrize(("text", "there", "missing"), DEEDS)
def test_a_deed_or_its_manner_is_no_noun(text: str, there: str, missing: str) -> None:
    told = half(text)
    assert there in told
    assert missing not in told


@pytest.mark.parametrize(("length", "named"), [(40, True), (2_000, False)])
def test_a_bracket_that_closes_pages_later_names_no_document(length: int, named: bool) -> None:
    page = reader(f"《{'甲' * length}》发布", [], TERMS, None)
    assert any(token.has("plan") for token in tokens(page, 0, len(page.text))) is named
