"""Whole weeks: what is put together, what stays apart, what leads, what is wanted."""

import datetime as dt
import itertools
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghyang.records import PageText, Story
from donghyang.stories import changed_numbers, stories

Maker = Callable[..., PageText]
Row = tuple[str | None, str, dt.date | None]

PLAN = (
    "云海省科技厅近日印发《云海省量子科技创新行动计划》。计划提出，到2027年全省建成3个量子计算实验平台，培育25家量子企业，"
    "研发投入年均增长12%。省财政每年安排专项资金6亿元，支持超导量子芯片、量子测量仪器和低温电子学攻关。"
    "计划还要求高校增设量子信息学科，引进高层次人才团队20个，并在滨江新区开展应用试点。"
)
LAUNCH = (
    "5月9日上午，长风三号运载火箭在海岸发射场点火升空，将海图七号卫星送入预定轨道，发射任务取得圆满成功。"
    "海图七号卫星主要用于近海水色观测和赤潮监测，设计寿命8年，由东岭空间技术研究院研制。"
)
IN_ORBIT = "海图七号卫星入轨后状态正常。东岭空间技术研究院介绍，海图七号卫星已传回首批近海水色图像，将转入在轨测试。"
SOFTWARE = (
    "今年前{n}个月，全国软件业务收入保持较快增长，累计完成{a}亿元，同比增长{b}%。信息技术服务收入{c}亿元，占全行业的{d}%。"
    "软件业务出口{e}亿美元，同比下降{f}%。东部地区完成软件业务收入{g}亿元，增速高于全国{h}个百分点。"
)
OUTSIDERS = {
    "match.html": (
        "海鸥队主场逆转雪松队",
        "足球联赛第三轮，海鸥队2比1战胜雪松队，替补前锋打入制胜一球，球迷冒雨观赛。",
    ),
    "talks.html": ("国务委员会见岛国外长", "双方就建交二十周年庆祝活动交换意见，并出席了欢迎仪式。"),
    "storm.html": ("今夜南部有大到暴雨", "受冷空气影响，南部地区降雨明显，气温下降6到8度。"),
    "sale.html": ("空调节促销最后三天", "满减优惠叠加抽奖，旧机换新再减三百元。"),
}


def together(told: list[Story], *names: str) -> bool:
    return any(set(names) <= set(story.pages) for story in told)


def test_no_pages_no_stories() -> None:
    assert stories([]) == []


def test_one_page(page: Maker) -> None:
    (story,) = stories([page("a.html", "云海省印发量子科技创新行动计划", PLAN)])
    assert story.pages == ("a.html",)
    assert story.title == "云海省印发量子科技创新行动计划"
    assert story.section == "policy"
    assert story.kind == "document news"
    assert story.why[0].ko == "문건 보도"
    assert "목표 1개" in [reason.ko for reason in story.why]


def test_a_page_without_words_is_a_story_of_its_own(page: Maker) -> None:
    told = stories([page("a.html", None), page("b.html", "", "\n"), page("c.html", "云海省量子计划", PLAN)])
    assert sorted(story.pages for story in told) == [("a.html",), ("b.html",), ("c.html",)]
    empty = next(story for story in told if story.pages == ("a.html",))
    assert (empty.title, empty.section, empty.category) == ("a.html", None, None)
    assert empty.left_out is not None


# ------------------------------------------------------------------------------------------- put together


def test_reprints_with_small_changes(page: Maker) -> None:
    told = stories(
        [
            page("gov.html", "云海省量子科技创新行动计划印发", PLAN),
            page(
                "paper.html", "云海：六亿元支持量子科技", "本报讯 " + PLAN.replace("近日印发", "日前发布"), "2023-05-11"
            ),
            page("shop.html", "重磅利好！", PLAN[: len(PLAN) * 4 // 5] + "（转载请联系原作者）", "2023-05-12"),
        ]
    )
    assert together(told, "gov.html", "paper.html", "shop.html")


def test_a_reprint_with_a_changed_number_is_the_same_story_and_says_so(page: Maker) -> None:
    original = page("gov.html", "云海省量子科技创新行动计划印发", PLAN)
    reprint = page("copy.html", "云海省量子科技创新行动计划印发", PLAN.replace("6亿元", "9亿元"))
    assert together(stories([original, reprint]), "gov.html", "copy.html")
    assert changed_numbers(original, reprint) == ("9亿元",)
    assert changed_numbers(original, original) == ()


def test_follow_ups(page: Maker) -> None:
    told = stories(
        [
            page("launch.html", "海图七号卫星发射成功", LAUNCH),
            page("orbit.html", "海图七号卫星传回首批图像", IN_ORBIT, "2023-05-20"),
            page("plan.html", "云海省印发量子科技创新行动计划", PLAN),
        ]
    )
    assert together(told, "launch.html", "orbit.html")
    assert len(told) == 2


def test_traditional_and_simplified_characters(page: Maker) -> None:
    traditional = (
        "雲海省科技廳近日印發《雲海省量子科技創新行動計劃》。計劃提出,到2027年全省建成3個量子計算實驗平台,培育25家量子企業,"
        "研發投入年均增長12%。省財政每年安排專項資金6億元,支持超導量子芯片、量子測量儀器和低溫電子學攻關。"
    )
    told = stories(
        [
            page("cn.html", "云海省印发量子科技创新行动计划", PLAN),
            page("hk.html", "雲海省推量子科技計劃", traditional, "2023-05-11"),
        ]
    )
    assert together(told, "cn.html", "hk.html")


# ------------------------------------------------------------------------------------------- kept apart

LOOK_ALIKES = {
    "craft of one series": (
        ("海图七号卫星发射成功", LAUNCH),
        ("海图八号卫星发射成功", LAUNCH.replace("海图七号", "海图八号").replace("5月9日", "5月8日")),
    ),
    "provinces": (
        ("浙江省印发未来产业行动计划", PLAN.replace("云海省", "浙江省")),
        ("四川省印发未来产业行动计划", PLAN.replace("云海省", "四川省")),
    ),
    "months of one statistic": (
        ("1—3月软件业务收入增长", SOFTWARE.format(n=3, a=2410, b=13.2, c=1603, d=65.8, e=12.3, f=1.8, g=2011, h=0.6)),
        ("1—4月软件业务收入增长", SOFTWARE.format(n=4, a=3317, b=12.8, c=2199, d=66.3, e=16.7, f=2.1, g=2758, h=0.4)),
    ),
    "years of one document": (
        (
            "2022年全国技术市场统计公报发布",
            "全国技术合同成交额稳步增长，企业作为输出方占比最高，区域布局持续优化，公报同时列出主要指标。",
        ),
        (
            "2023年全国技术市场统计公报发布",
            "全国技术合同成交额稳步增长，企业作为输出方占比最高，区域布局持续优化，公报同时列出主要指标。",
        ),
    ),
    "sessions of one fair": (
        ("第八届海东机器人博览会开幕", "机器人企业集中展示焊接、搬运和手术机器人新品，现场签约项目金额创新高。"),
        ("第九届海东机器人博览会开幕", "机器人企业集中展示焊接、搬运和手术机器人新品，现场签约项目金额创新高。"),
    ),
    "batches of one list": (
        (
            "第四批专精特新企业名单公布",
            "工业和信息化主管部门公布名单，入围企业涵盖新材料、高端装备和电子元器件等领域，公示期五个工作日。",
        ),
        (
            "第五批专精特新企业名单公布",
            "工业和信息化主管部门公布名单，入围企业涵盖新材料、高端装备和电子元器件等领域，公示期五个工作日。",
        ),
    ),
    "one title of a notice, two programmes": (
        ("关于项目下达的通知", "东岭市下达2026年绿色船舶专项计划，共12项，经费3100万元，执行期两年，由承担单位配套。"),
        (
            "关于项目下达的通知",
            "北港省启动脑科学专项，安排19个课题，总经费1.4亿元，申报系统10月8日关闭，过期不再受理。",
        ),
    ),
    "one title, two events": (
        ("科技要情", "东岭研究院研制出新型钠离子电池正极材料，循环寿命提高三成，中试线年底建成。"),
        ("科技要情", "北港码头启用自动驾驶集装箱卡车，高峰时段装卸效率提升，首批投用二十台。"),
    ),
}


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_look_alikes_stay_apart(name: str, page: Maker) -> None:
    (one, its_text), (other, other_text) = LOOK_ALIKES[name]
    told = stories([page("one.html", one, its_text), page("other.html", other, other_text, "2023-05-11")])
    assert len(told) == 2


def test_a_roundup_joins_nothing(page: Maker) -> None:
    told = stories(
        [
            page("launch.html", "海图七号卫星发射成功", LAUNCH),
            page("roundup.html", "科技要闻速览", LAUNCH + PLAN),
            page("plan.html", "云海省印发量子科技创新行动计划", PLAN),
        ]
    )
    assert len(told) == 3
    assert told[-1].pages == ("roundup.html",)


def test_the_same_notice_a_year_later_is_another_event(page: Maker) -> None:
    notice = "科普月活动将在全省各地科技馆举行，活动期间实验室向公众开放，并举办院士讲座和科学实验表演。"
    told = stories([page("a.html", "科普月启动", notice), page("b.html", "科普月启动", notice, "2024-05-10")])
    assert len(told) == 2


# ------------------------------------------------------------------------------------------- lead, order, sections


def test_the_most_official_page_leads_else_the_earliest(page: Maker) -> None:
    blog = page("a.html", "云海量子计划来了", PLAN, "2023-05-08", url="https://blog.example/1")
    agency = page("b.html", "云海发布量子行动计划", PLAN, "2023-05-09", outlet="新华社")
    office = page("c.html", "云海省量子科技创新行动计划", PLAN, "2023-05-10", url="https://kjt.yunhai.gov.cn/1")
    later = page("d.html", "云海量子计划解读", PLAN, "2023-05-11", url="https://blog.example/2")
    assert stories([later, agency, blog, office])[0].pages == ("c.html", "b.html", "a.html", "d.html")
    assert stories([later, blog])[0].title == "云海量子计划来了"


def test_the_event_leads_its_announcement(page: Maker) -> None:
    soon = page("soon.html", "海图七号卫星即将发射", LAUNCH.replace("5月9日上午", "近日"), "2023-05-07")
    launch = page("launch.html", "海图七号卫星发射成功", LAUNCH, "2023-05-09")
    (story,) = stories([soon, launch])
    assert story.pages == ("launch.html", "soon.html")
    assert story.date == dt.date(2023, 5, 9)


def test_outsiders_come_last_and_have_no_section(page: Maker) -> None:
    pages = [page(name, title, text) for name, (title, text) in OUTSIDERS.items()]
    pages += [
        page("plan.html", "云海省印发量子科技创新行动计划", PLAN),
        page("launch.html", "海图七号卫星发射成功", LAUNCH),
    ]
    told = stories(pages)
    assert {story.pages[0] for story in told[:2]} == {"plan.html", "launch.html"}
    assert [(story.section, story.category) for story in told[2:]] == [(None, None)] * len(OUTSIDERS)


def test_a_brief_has_a_category_too(page: Maker) -> None:
    briefs = [
        s
        for s in stories(
            [
                page(
                    "a.html",
                    "北港市新增充电桩两千个",
                    "北港市今年新增充电桩两千个。车主的出行更加方便了。今年还将改造一批停车位。",
                )
            ]
        )
        if s.section
    ]
    assert [(s.section, s.category) for s in briefs] == [("brief", "통계")]


def test_pages_without_a_day_count_as_of_the_reports_day(page: Maker) -> None:
    pages = [page("a.html", "海图七号卫星发射成功", LAUNCH, None), page("b.html", "海图七号卫星入轨", IN_ORBIT)]
    assert together(stories(pages, date=dt.date(2023, 5, 12)), "a.html", "b.html")
    assert stories(pages)[0].id == stories(pages, date=dt.date(2023, 5, 12))[0].id


# ------------------------------------------------------------------------------------------- whatever comes

_TITLES = ["海图七号卫星发射成功", "海图八号卫星发射成功", "云海省印发量子科技创新行动计划", "科技要闻速览", "", None]
_TEXTS = [PLAN, LAUNCH, IN_ORBIT, PLAN.replace("6亿元", "9亿元"), LAUNCH.replace("七号", "八号"), "", "。", "\x00😀 ()"]
_WEEK = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(_TITLES), st.text(max_size=12)),
        st.one_of(st.sampled_from(_TEXTS), st.text(max_size=60)),
        st.one_of(st.none(), st.dates(dt.date(2023, 5, 1), dt.date(2023, 5, 20))),
    ),
    max_size=9,
)


def _pages(rows: list[Row]) -> list[PageText]:
    return [
        PageText(name=f"{n}.html", title=title, date=day, byline=None, url=None, text=text)
        for n, (title, text, day) in enumerate(rows)
    ]


@settings(max_examples=settings().max_examples * 6 // 10)
@given(rows=_WEEK, seed=st.randoms(use_true_random=False))
def test_every_page_once_whatever_the_order(rows: list[Row], seed: random.Random) -> None:
    pages = _pages(rows)
    told = stories(pages)
    assert sorted(itertools.chain.from_iterable(story.pages for story in told)) == sorted(p.name for p in pages)
    assert [story.score for story in told] == sorted((story.score for story in told), reverse=True)
    assert len({story.id for story in told}) == len(told)
    shuffled = list(pages)
    seed.shuffle(shuffled)
    assert stories(shuffled) == told


NOTICE = "云海省人民政府办公厅关于印发氢能产业发展规划的通知"
ISSUED = (
    "各市人民政府:\n《云海省氢能产业发展规划》已经省政府同意，现印发给你们，请认真组织实施。\n一、总体要求\n"
    "二、重点任务，到2025年建成加氢站一百座，推广燃料电池汽车五千辆。\n云海省人民政府办公厅\n2024年3月2日"
)
NUMBERED = "云政办发〔2024〕31号"


@pytest.mark.parametrize(
    ("pages", "count"),
    [
        # (number in the page's table, number in the text)
        ([("", ""), ("", "")], 1),
        ([(NUMBERED, ""), ("", NUMBERED)], 1),
        ([("云政办发〔2024〕 31号", ""), (NUMBERED, NUMBERED)], 1),
        ([("", ""), ("", NUMBERED)], 1),
        ([(NUMBERED, ""), ("", "")], 1),
        ([(NUMBERED, ""), ("云政办发〔2024〕32号", "")], 2),
        ([("", NUMBERED), ("云政办发〔2024〕32号", "")], 2),
        ([(NUMBERED, ""), ("", ""), ("云政办发〔2024〕32号", "")], 2),
    ],
)
def test_a_document_is_one_by_its_number_wherever_a_page_prints_it(pages: list[tuple[str, str]], count: int) -> None:
    day = dt.date(2024, 3, 2)
    made = [
        PageText(f"{n}.html", NOTICE, day, None, None, f"{said}\n{ISSUED}".strip(), number=table or None)
        for n, (table, said) in enumerate(pages)
    ]
    assert len(stories(made)) == count
