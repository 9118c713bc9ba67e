"""What is read from one page before pages are compared."""

import datetime as dt

import pytest

from donghyang.records import PageText
from donghyang.stories.wording import bare_title, body, column_of, figures, normal, number, wording


def titled(title: str, text: str = "") -> PageText:
    return PageText(name="a", title=title, date=dt.date(2023, 5, 10), byline=None, url=None, text=text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("國務院發佈計劃", "国务院发布计划"),
        ("５Ｇ基站（１２）个", "5G基站(12)个"),
        ("  两行 \n\n 文字\t在此 ", "两行\n文字 在此"),
        ("", ""),
    ],
)
def test_normal(text: str, expected: str) -> None:
    assert normal(text) == expected


@pytest.mark.parametrize(
    ("text", "value"), [("15", 15), ("十五", 15), ("二十", 20), ("一百零一", 101), ("三", 3), ("两", 2), ("", 0)]
)
def test_number(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("title", "bare", "column"),
    [
        ("【一线调研】海港里的机器人", "海港里的机器人", "【一线调研】"),
        ("云海省量子行动计划印发-云海省科学技术厅", "云海省量子行动计划印发", ""),
        ("海图七号卫星发射成功_海湾新闻网", "海图七号卫星发射成功", ""),
        ("京海-滨江科创走廊规划", "京海-滨江科创走廊规划", ""),
        ("推进碳达峰碳中和的行动-绿色低碳行动方案", "推进碳达峰碳中和的行动-绿色低碳行动方案", ""),
        ("【只有栏目】", "【只有栏目】", "【只有栏目】"),
    ],
)
def test_titles(title: str, bare: str, column: str) -> None:
    assert (bare_title(title), column_of(title)) == (bare, column)


@pytest.mark.parametrize(
    "text",
    [
        "海湾台消息（晚间新闻）：卫星入轨。",
        "新华社北京5月9日电（记者张三）卫星入轨。",
        "卫星入轨。",
    ],
)
def test_the_dateline_is_no_part_of_the_text(text: str) -> None:
    assert body(text) == "卫星入轨。"


@pytest.mark.parametrize(
    ("title", "serials"),
    [
        ("神舟十五号与海图7号", {"神舟": {"15"}, "海图": {"7"}}),
        ("神十五航天员开始转运", {"神舟": {"15"}}),
        ("第八届海东机器人博览会开幕", {"届览会": {"8"}}),
        ("十四届人大三次会议闭幕", {"次会议": {"3"}}),
        ("首批试点名单", {"批": {"1"}}),
        ("第四批试点名单", {"批": {"4"}}),
        ("国务院令第760号公布", {"院令": {"760"}}),
        ("全会精神十二场宣讲", {}),
        ("六号线通车", {}),
    ],
)
def test_serials(title: str, serials: dict[str, set[str]]) -> None:
    assert wording(titled(title)).serials == serials


def test_a_craft_of_the_lead_counts_when_the_title_names_none() -> None:
    assert wording(titled("卫星发射成功", "海图七号卫星升空。")).serials == {"海图": {"7"}}
    assert wording(titled("海图八号发射成功", "海图七号此前入轨。")).serials == {"海图": {"8"}}


@pytest.mark.parametrize(
    ("title", "periods"),
    [
        ("一季度软件业收入", {(1, 3)}),
        ("首季軟件業收入", {(1, 3)}),
        ("上半年", {(1, 6)}),
        ("前三季度", {(1, 9)}),
        ("前两个月", {(1, 2)}),
        ("前十个月", {(1, 10)}),
        ("1—4月", {(1, 4)}),
        ("1至10月份", {(1, 10)}),
        ("4月份制造业", {(4, 4)}),
        ("4月22日开幕", set()),
        ("四季常青的实验室", set()),
    ],
)
def test_periods(title: str, periods: set[tuple[int, int]]) -> None:
    assert wording(titled(title)).periods == periods


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("2022年公报", {"2022"}),
        ("2023世界机器人大会", {"2023"}),
        ("行动计划（2023—2025年）", set()),
        ("到2022年建成", set()),
        ("2030年我国将建成", set()),
    ],
)
def test_years_are_those_of_the_event_not_its_goals(title: str, years: set[str]) -> None:
    assert wording(titled(title)).years == years


def test_figures() -> None:
    assert figures("收入24,380亿元,增长13.2%,共12家,第3") == ["24380亿元", "13.2%", "12家", "3"]


def test_an_empty_page_says_nothing() -> None:
    said = wording(PageText(name="a", title=None, date=None, byline=None, url=None, text=""))
    assert (said.title, said.text, said.terms, said.names, said.serials) == ("", "", {}, frozenset(), {})
