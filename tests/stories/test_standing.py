"""Stories among others: decisions, earlier issues, watch lists, crowding, what is left out."""

import datetime as dt

import pytest
from tests.stories.conftest import Maker

from donghyang.records import CannotProceed, Story, WatchList
from donghyang.stories import Wanted, decide, stories, told, undo
from donghyang.stories.told import Told

PLAN = "到2028年，全省建成5个氢能示范区，总投资90亿元，支持燃料电池和制氢装备攻关。"
NOTICE = "第一条 为了规范马拉松赛事，制定本办法。\n第二条 本办法适用于本省。\n云海省体育局\n2023年5月1日"


@pytest.fixture
def week(page: Maker) -> list[Story]:
    return stories(pages_of(page))


def pages_of(page: Maker) -> list:  # type: ignore[type-arg]
    return [
        page("plan.html", "浙江省印发氢能产业发展规划", PLAN),
        page("moon.html", "海图七号月球探测器成功发射", "今天，海图七号探测器由火箭发射升空，进入预定轨道。"),
        page("run.html", "北港市马拉松锦标赛开赛", "三万名跑友参加北港马拉松。"),
    ]


def by_page(found: list[Story], name: str) -> Story:
    return next(story for story in found if name in story.pages)


def test_what_is_left_out_has_its_reason_and_nothing_is_lost(week: list[Story]) -> None:
    assert {name for story in week for name in story.pages} == {"plan.html", "moon.html", "run.html"}
    for story in week:
        assert (story.section is None) == (story.left_out is not None)
    assert by_page(week, "run.html").section is None


def test_skip_and_pin_are_obeyed(page: Maker, week: list[Story]) -> None:
    made = decide("skip", [by_page(week, "plan.html").id], week, ())
    made = decide("pin", [by_page(week, "run.html").id], week, made)
    after = stories(pages_of(page), wanted=Wanted(decisions=made))
    assert after[0].pages == ("run.html",)
    assert after[0].section in ("policy", "technology")
    assert after[0].why[0].ko == "편집자가 고름"
    skipped = by_page(after, "plan.html")
    assert (skipped.section, skipped.decided) == (None, ("skip",))
    assert skipped.left_out is not None
    assert skipped.left_out.ko == "편집자가 뺌"


def test_a_decision_holds_when_follow_ups_come(page: Maker, week: list[Story]) -> None:
    made = decide("skip", [by_page(week, "moon.html").id], week, ())
    more = page(
        "moon2.html", "海图七号月球探测器成功发射", "今天，海图七号探测器由火箭发射升空，进入预定轨道。", "2023-05-12"
    )
    after = stories([*pages_of(page), more], wanted=Wanted(decisions=made))
    assert by_page(after, "moon2.html").decided == ("skip",)
    assert by_page(after, "moon2.html").id == by_page(week, "moon.html").id


def test_merge_and_split_are_never_undone(page: Maker, week: list[Story]) -> None:
    ids = [by_page(week, "plan.html").id, by_page(week, "moon.html").id]
    merged = decide("merge", ids, week, ())
    after = stories(pages_of(page), wanted=Wanted(decisions=merged))
    whole = by_page(after, "plan.html")
    assert set(whole.pages) == {"plan.html", "moon.html"}
    assert whole.decided == ("merge",)
    split = decide("split", [whole.id], after, merged)
    assert [decision.action for decision in split] == ["split"]
    apart = stories(pages_of(page), wanted=Wanted(decisions=split))
    assert by_page(apart, "plan.html").pages == ("plan.html",)


def test_split_may_take_some_pages_out(page: Maker) -> None:
    pages = [page(f"{n}.html", "海图七号卫星发射成功", "海图七号卫星今天发射成功，用于海洋观测。" * 3) for n in "abc"]
    found = stories(pages)
    assert len(found) == 1
    made = decide("split", [found[0].id, "c.html"], found, ())
    after = stories(pages, wanted=Wanted(decisions=made))
    assert sorted(sorted(story.pages) for story in after) == [["a.html", "b.html"], ["c.html"]]


def test_a_later_word_takes_the_place_of_an_earlier_one(week: list[Story]) -> None:
    id_ = by_page(week, "plan.html").id
    made = decide("pin", [id_], week, decide("skip", [id_], week, ()))
    assert [decision.action for decision in made] == ["pin"]
    assert undo([id_], made) == ()


@pytest.mark.parametrize(
    ("action", "ids"), [("pin", ["nothing"]), ("merge", ["PLAN"]), ("split", ["PLAN"]), ("split", ["PLAN", "no.html"])]
)
def test_what_cannot_be_decided_is_said(action: str, ids: list[str], week: list[Story]) -> None:
    known = [by_page(week, "plan.html").id if id_ == "PLAN" else id_ for id_ in ids]
    with pytest.raises(CannotProceed):
        decide(action, known, week, ())  # type: ignore[arg-type]
    with pytest.raises(CannotProceed):
        undo(["nothing"], ())


def test_what_an_earlier_issue_told_stands_lower(page: Maker, week: list[Story]) -> None:
    report = "참고자료\n☑ 浙江省印发氢能产业发展规划\nhttps://www.example.cn/1\n"
    after = stories(pages_of(page), wanted=Wanted(told=told([report])))
    assert by_page(after, "plan.html").score < by_page(week, "plan.html").score - 1
    assert by_page(after, "moon.html").score == by_page(week, "moon.html").score


def test_earlier_issues_are_known_by_address_and_title() -> None:
    known = told(["☞ 云海省印发量子科技创新行动计划\n<http://www.kjt.example.cn/a/1.html>"])
    assert known.knows("另一个题目", "https://kjt.example.cn/a/1.html#top")
    assert known.knows("云海省印发量子科技创新行动计划", None)
    assert not known.knows("云海省印发量子科技行动计划", "https://kjt.example.cn/a/2.html")
    assert not Told().knows("云海省印发量子科技创新行动计划", "https://kjt.example.cn/a/1.html")


@pytest.mark.parametrize(
    ("one", "names"),
    [
        (WatchList("a", words=("氢能",)), {"plan.html"}),
        (WatchList("a", words=("월면", "탐사선", "探測器")), {"moon.html"}),
        (WatchList("a", words=("氢能",), regions=("저장",)), {"plan.html"}),
        (WatchList("a", words=("氢能",), regions=("云南",)), set()),
        (WatchList("a", yuan=9_000_000_000), {"plan.html"}),
        (WatchList("a", yuan=9_000_000_001), set()),
        (WatchList("a", words=("IP",)), set()),
        (WatchList("a"), set()),
    ],
)
def test_watch_lists(one: WatchList, names: set[str], page: Maker) -> None:
    found = stories(pages_of(page), wanted=Wanted(lists=[one]))
    assert {name for story in found if story.watched for name in story.pages} == names


def test_columns_do_not_crowd_out_the_rest(page: Maker) -> None:
    regions = ["浙江", "江苏", "山东", "福建", "湖北", "湖南"]
    fields = ["量子", "氢能", "机器人", "芯片", "卫星", "核聚变"]
    pages = [
        page(f"{n}.html", f"【迈好第一步】{where}：打造{what}产业集群", f"{where}加快{what}攻关，建设{what}实验室。")
        for n, (where, what) in enumerate(zip(regions, fields, strict=True))
    ]
    found = stories(pages)
    assert sum(story.section in ("policy", "technology") for story in found) <= 2
    assert sum(story.section == "brief" for story in found) >= 4


def test_a_document_alone_gives_an_article(page: Maker) -> None:
    (story,) = stories([page("a.html", "云海省马拉松赛事管理办法", NOTICE)])
    assert (story.kind, story.section) == ("document", "policy")
    beside = stories([page("a.html", "云海省马拉松赛事管理办法", NOTICE), *pages_of(page)])
    assert by_page(beside, "a.html").left_out is not None


def test_copies_remember_who_was_first(page: Maker) -> None:
    text = "云海省今天启动氢能示范工程，计划建设加氢站60座，总投资40亿元。由东岭公司承建，首批站点设在海西。"
    first = page("b.html", "云海启动氢能示范", text, "2023-05-09", outlet="甲报")
    copy = page("a.html", "云海启动氢能示范", text.replace("40亿元", "45亿元"), "2023-05-10", outlet="乙网")
    (story,) = stories([copy, first])
    (found,) = story.copies
    assert (found.page, found.original, found.added, found.lost) == ("a.html", "b.html", ("45亿元",), ("40亿元",))
    assert "2개 매체" in [why.ko for why in story.why]


def test_a_running_event_names_its_last_state(page: Maker) -> None:
    up = page("up.html", "海图七号卫星成功发射", "海图七号卫星今天由长风火箭成功发射升空，进入轨道。", "2023-05-09")
    down = page("on.html", "海图七号卫星在轨交付", "海图七号卫星完成测试，在轨交付用户。长风火箭发射。", "2023-05-11")
    (story,) = stories([down, up], date=dt.date(2023, 5, 12))
    assert (story.pages[0], story.latest) == ("up.html", "on.html")


def test_a_field_fills_more_articles_than_a_series_but_not_all(page: Maker) -> None:
    names = [
        "海图一号气象卫星",
        "云峰通信卫星",
        "南溪导航卫星",
        "北斗授时卫星",
        "东岭遥感卫星",
        "西湾试验卫星",
        "松江中继卫星",
    ]
    where = ["海边发射场", "高原", "第三次任务", "夜间", "雨中", "春天", "海上平台"]
    told = [
        page(f"{n}.html", f"{name}成功发射", f"{at}，{name}由火箭送入轨道。", f"20{23 + n % 3}-0{n + 1}-11")
        for n, (name, at) in enumerate(zip(names, where, strict=True))
    ]
    found = [s for s in stories(told) if s.category == "우주"]
    assert [s.section for s in found].count("technology") == 5
    assert len(found) == len(names)


def test_previews_and_echoes_put_a_story_lower_and_leave_it_an_article(page: Maker) -> None:
    launch = page("up.html", "海图七号货运飞船成功发射", "海图七号货运飞船今天由长风火箭成功发射升空，进入轨道。")
    alone = stories([launch])[0]
    (story,) = stories([
        launch,
        page("ready.html", "海图七号货运飞船即将发射", "海图七号货运飞船将由长风火箭发射。", "2023-05-09"),
        page("echo.html", "海图七号货运飞船成功发射引发热烈反响", "海图七号货运飞船由长风火箭发射。", "2023-05-11"),
    ])  # fmt: skip
    assert story.score < alone.score
    assert story.section == alone.section == "technology"


def test_a_story_led_by_a_leader_is_placed_by_what_he_does(page: Maker) -> None:
    found = stories([
        page("letter.html", "孙明远向2026氢能装备博览会致贺信", "孙明远向2026氢能装备博览会致贺信。"),
        page("fair.html", "2026氢能装备博览会开幕", "2026氢能装备博览会开幕，燃料电池和制氢装备亮相。", "2023-05-11"),
    ])  # fmt: skip
    assert [s.section for s in found if "letter.html" in s.pages] in (["policy"], ["brief"])
    assert [s.category for s in found if "letter.html" in s.pages] == ["기술전략"]
