"""A drafted issue: complete, provable line by line, holdable by the house format, Korean in print."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from tests.draft.pages import TERMS, page_of

from donghyang.draft import Limits, Task, Written, draft
from donghyang.draft.halves import half_said
from donghyang.draft.outlets import outlet_ko, references
from donghyang.facts import find_facts
from donghyang.language.script import has_han
from donghyang.records import Article, Bullet, Draft, Message, PageText, Publisher, Quantity, Remark, Story, Unseen
from donghyang.report import document, parse, write
from donghyang.report.grammar import is_open, opened

DAY = dt.date(2023, 4, 20)

NOTICE = PageText(
    "notice.html",
    "工业和信息化部等三部门关于印发《智能传感器产业发展行动计划（2023—2025年）》的通知",
    dt.date(2023, 4, 18),
    None,
    "https://example.cn/notice",
    "4月17日，工业和信息化部等三部门联合印发《智能传感器产业发展行动计划（2023—2025年）》。\n"
    "到2025年，智能传感器产业营业收入达到3000亿元，研发投入占营业收入的8%。建成产业园区10个。\n"
    "支持企业建设研发中心。加强关键核心技术攻关，完善标准体系，培育专精特新企业。\n"
    "这件事说来话长，街坊邻里都在议论。",
    outlet="工业和信息化部",
)
REPRINT = PageText(
    "reprint.html",
    "■ 三部门发文",
    dt.date(2023, 4, 19),
    None,
    "https://example.cn/re",
    NOTICE.text,
    outlet="新华网",
)
RESEARCH = PageText(
    "research.html", "中国科学技术大学在量子计算研究中取得重要进展", dt.date(2023, 4, 16), None, None,
    "中国科学技术大学研究团队研制出量子计算原型机。\n量子比特数量达到176个。", outlet="科技日报",
)  # fmt: skip
STRANGE = PageText(
    "strange.html", "春风又绿江南岸", dt.date(2023, 4, 15), None, None, "春风又绿江南岸，明月何时照我还。"
)


def story(page: PageText, section: str | None, score: float, *more: PageText) -> Story:
    names = (page.name, *(other.name for other in more))
    category = {"policy": "기술전략", "technology": "양자정보"}.get(section or "")
    return Story(f"s-{page.name}", page.title or "", page.date, names, section, category, score)  # type: ignore[arg-type]


def made(stories: list[Story], limits: Limits | None = None) -> Draft:
    pages = {page.name: page for page in (NOTICE, REPRINT, RESEARCH, STRANGE)}
    return draft(stories, pages, {}, series="주간동향", date=DAY, publisher=Publisher(name="동향실"), limits=limits)


WEEK = [
    story(NOTICE, "policy", 9.0, REPRINT),
    story(RESEARCH, "technology", 7.0),
    story(STRANGE, "brief", 4.0),
    story(STRANGE, None, 1.0),
]


def test_the_policy_article_reads_as_a_weekly_does() -> None:
    article = made(WEEK).issue.sections[0].articles[0]
    assert article.headline == "공업정보화부 등 3개 부처, ‘스마트 센서 산업 발전 행동계획(2023~2025)’ 발표"
    assert article.lead == "2025년까지 스마트 센서 산업 매출 3,000억 위안 달성, 연구개발 투자가 매출의 8% 차지 목표"
    assert article.date == dt.date(2023, 4, 17)
    texts = [block.text for block in article.blocks if isinstance(block, Bullet)]
    assert "2025년까지 산업단지 10개 조성 목표" in " ".join(texts)
    assert not any("매출 3,000억 위안" in text for text in texts)
    assert any("기업의 연구개발센터 구축 지원" in text for text in texts)
    assert [reference.title for reference in article.references] == [NOTICE.title, "三部门发文"]


def test_every_line_has_its_evidence() -> None:
    result = made(WEEK)
    pages = {page.name: page for page in (NOTICE, REPRINT, RESEARCH, STRANGE)}
    for section in result.issue.sections:
        for article in section.articles:
            said = [None] if article.lead else []
            written = [at for at, block in enumerate(article.blocks) if not isinstance(block, Remark)]
            for block in [*said, *written]:
                (one,) = [
                    evidence
                    for evidence in result.evidence
                    if (evidence.section, evidence.article, evidence.block) == (section.kind, article.number, block)
                ]
                assert pages[one.page].text[slice(*one.page_span)] == one.quote
                assert one.span[1] == len(_text(article, block))
                below = article.blocks[0 if block is None else block + 1]
                assert below == Remark(f"{one.page}: {one.quote}")


def _text(article: Article, block: int | None) -> str:
    return article.lead or "" if block is None else getattr(article.blocks[block], "text")  # noqa: B009


def test_every_figure_stands_in_the_evidence() -> None:
    result = made(WEEK)
    for evidence in result.evidence:
        section = next(part for part in result.issue.sections if part.kind == evidence.section)
        text = _text(section.articles[evidence.article - 1], evidence.block)
        quoted = {fact.value for fact in find_facts(evidence.quote, date=DAY) if isinstance(fact, Quantity)}
        said = {fact.value for fact in find_facts(text, date=DAY) if isinstance(fact, Quantity)}
        assert said <= quoted


def test_print_is_korean_but_for_names_in_brackets_and_references() -> None:
    for section in made(WEEK).issue.sections:
        for article in section.articles:
            blocks = [block.text for block in article.blocks if isinstance(block, Bullet)]
            for text in (article.headline, article.lead or "", *blocks):
                assert is_open(text) or not has_han(re.sub(r"\([^()]*\)", "", text))


def test_the_house_format_holds_it() -> None:
    issue = made(WEEK).issue
    assert issue.problems() == ()
    assert write(issue, "B")
    assert parse(document(write(issue, "A"))) == issue


def test_what_cannot_be_said_is_a_doubt() -> None:
    result = made(WEEK)
    brief = next(part for part in result.issue.sections if part.kind == "brief").articles[0]
    assert brief.lead == "?? 春风又绿江南岸, 明月何时照我还"
    assert brief.blocks == (Remark("strange.html: 春风又绿江南岸，明月何时照我还。"),)
    assert brief.above == ("strange.html: 春风又绿江南岸",)
    assert brief.source is not None
    doubts = [doubt.message.ko for doubt in result.doubts if doubt.section == "brief"]
    assert any("春风又绿江南岸" in message for message in doubts)
    assert "원문 1문장 중 1문장을 한국어로 옮기지 못했습니다." in doubts


def test_a_page_that_hides_much_is_a_doubt() -> None:
    secret = Unseen("숨은 글: 중앙재정이 따로 700억 위안을 배정했다.", "opacity")
    hiding = replace(NOTICE, unseen=(secret,) * 4)
    for page, told in ((NOTICE, False), (hiding, True)):
        found = draft(
            [story(page, "policy", 9.0)], {page.name: page}, {}, series="주간동향", date=DAY, publisher=Publisher()
        )
        assert any("보이지 않는 글" in doubt.message.ko for doubt in found.doubts) is told
        assert "700억" not in write(found.issue)


def test_summary_and_contents() -> None:
    issue = made(WEEK).issue
    assert issue.summary[1:] == (
        f"// notice.html: {NOTICE.title}",
        "// notice.html: 到2025年，智能传感器产业营业收入达到3000亿元，研发投入占营业收入的8%。",
    )
    assert issue.summary[0].startswith(
        "공업정보화부 등 3개 부처는 ‘스마트 센서 산업 발전 행동계획(2023~2025)’을 발표하였다."
    )
    assert issue.summary[0].endswith("다.")
    assert [(entry.section, entry.category) for entry in issue.contents] == [
        ("policy", "기술전략"),
        ("technology", "양자정보"),
        ("brief", None),
    ]


def test_limits_and_order() -> None:
    many = [story(NOTICE, "policy", float(score)) for score in range(5)]
    issue = made(many, Limits(policy=2, briefs=1, bullets=1)).issue
    assert [len(section.articles) for section in issue.sections] == [2, 1]
    assert [article.number for article in issue.sections[0].articles] == [1, 2]
    for article in issue.sections[0].articles:
        assert sum(isinstance(block, Bullet) for block in article.blocks) <= 1


def test_the_contents_page_names_a_rubric_once_in_the_order_of_such_weeklies() -> None:
    rubrics = ["통계", "지역", "기술전략", "지역", "해양", "통계"]
    many = [replace(story(NOTICE, "policy", 9.0 - n), id=str(n), category=name) for n, name in enumerate(rubrics)]
    assert [entry.category for entry in made(many).issue.contents if entry.section == "policy"] == [
        "기술전략", "지역", "지역", "통계", "통계", "해양",
    ]  # fmt: skip


def test_a_running_event_is_told_from_its_last_state_and_cites_its_head() -> None:
    docked = PageText(
        "docked.html", "货运飞船与空间站完成对接", dt.date(2023, 4, 19), None, "https://example.cn/docked",
        "4月19日，货运飞船与空间站完成对接。\n飞船携带物资5.8吨。", outlet="科技日报",
    )  # fmt: skip
    launched = PageText(
        "launched.html", "货运飞船成功发射", dt.date(2023, 4, 18), None, "https://example.cn/launched",
        "4月18日，货运飞船在发射场成功发射。\n火箭长53米。", outlet="新华网",
    )  # fmt: skip
    running = replace(story(launched, "technology", 5.0, docked), latest=docked.name)
    pages = {page.name: page for page in (launched, docked)}
    drafted = draft([running], pages, {}, series=None, date=DAY, publisher=Publisher(name="동향실"))
    article = drafted.issue.sections[0].articles[0]
    assert drafted.evidence[0].page == docked.name
    assert article.date == docked.date
    assert article.references[0].url == launched.url


LAUNCH = PageText(
    "launch.html", "街坊邻里热议的一件事", dt.date(2023, 4, 19), None, "https://example.cn/launch",
    "央视网消息：第一章 总则\n"
    "4月19日，科技部启动国家重点研发计划，街坊邻里都在议论这件事的来龙去脉。\n"
    "其中，芯片产量增长5%。\n"
    "我们觉得这件事办得好，投资12亿元。\n"
    "花木兰合作社收到12亿元货款，专家随后陆续赶到现场查看。",
    outlet="科技日报",
)  # fmt: skip


def test_the_first_news_leads_and_what_it_leaves_stands_below_it() -> None:
    found = draft(
        [story(LAUNCH, "policy", 9.0)], {LAUNCH.name: LAUNCH}, {}, series=None, date=DAY, publisher=Publisher()
    )
    article = found.issue.sections[0].articles[0]
    assert is_open(article.headline) or article.headline.startswith("4월 19일 과학기술부")
    lines = [block for block in article.blocks if not isinstance(block, Remark)]
    told = [article.lead or "", *(getattr(block, "text", "") for block in lines)]
    assert not any("总则" in text for text in told)
    assert any("来龙去脉" in text for text in told)
    assert sum("과학기술부" in text for text in told) <= 1
    assert not (article.lead or "").startswith("칩")
    assert any("花木兰" in text for text in told)
    assert not any("我们" in text for text in told[:2])
    assert found.issue.problems() == ()


def test_a_headline_without_an_act_stays_open() -> None:
    assert [
        is_open(article.headline) for article in made([story(STRANGE, "brief", 4.0)]).issue.sections[0].articles
    ] == [True]


def test_the_summary_repeats_no_open_line() -> None:
    assert not any("?? " in text for text in made(WEEK).issue.summary)
    assert made([story(STRANGE, "policy", 4.0)]).issue.summary == ()


def test_nothing_that_belongs_gives_an_empty_issue() -> None:
    result = made([story(STRANGE, None, 1.0)])
    assert result.issue.sections == ()
    assert result.evidence == ()
    assert result.doubts == ()


def test_the_same_week_gives_the_same_draft() -> None:
    assert made(WEEK) == made(list(reversed(WEEK)))


def test_another_writer_may_take_the_pen() -> None:
    class Silent:
        def write(self, task: Task) -> Written:
            return Written(Article(task.number, None, "제목", None, None), (), ())

    pages = {NOTICE.name: NOTICE, REPRINT.name: REPRINT}
    result = draft(WEEK[:1], pages, {}, series=None, date=DAY, publisher=Publisher(), writer=Silent())
    assert result.issue.sections[0].articles[0].headline == "제목"
    assert result.issue.sections[0].articles[0].references != ()


@pytest.mark.parametrize(("silent", "asked"), [((), 2), ((1,), 3), ((1, 2, 3), 4)])
def test_no_more_briefs_are_written_than_there_is_room_for(silent: tuple[int, ...], asked: int) -> None:
    class Counting:
        calls = 0

        def write(self, task: Task) -> Written:
            self.calls += 1
            lines = (f"제목 {self.calls}", "리드")
            headline, lead = map(opened, lines) if self.calls in silent else lines
            return Written(Article(task.number, None, headline, lead, None), (), ())

    writer = Counting()
    stories = [replace(story(NOTICE, "brief", float(score)), id=f"s{score}") for score in range(6)]
    result = draft(stories, {NOTICE.name: NOTICE}, {}, series=None, date=DAY, publisher=Publisher(), writer=writer,
                   limits=Limits(briefs=2))  # fmt: skip
    assert writer.calls == asked
    assert len(result.issue.sections[0].articles) == 2


@pytest.mark.parametrize(
    ("outlet", "korean"),
    [
        ("新华社", "신화통신"),
        ("科技日报", "과기일보"),
        ("央视网 新闻联播", "CCTV 신원롄보"),
        ("花木兰报", "화무란바오(花木兰报)"),
        ("Nature", "Nature"),
        (None, "출처 미상"),
        ("  ", "출처 미상"),
    ],
)
def test_outlets(outlet: str | None, korean: str) -> None:
    assert outlet_ko(outlet, TERMS) == korean


def test_references_name_each_page_once() -> None:
    assert [reference.url for reference in references([NOTICE, NOTICE, REPRINT, STRANGE])] == [
        NOTICE.url,
        REPRINT.url,
        None,
    ]


@pytest.mark.parametrize(
    ("sentence", "korean"),
    [
        ("4月17日，山西省风电基地投产，总投资15亿元。", "4월 17일, 산시성(山西) 풍력발전 기지 投产, 총투자 15억 위안"),
        ("该市新增2300台工业机器人", "该市新增 2,300대 산업용 로봇"),
        ("街坊邻里都在议论", "街坊邻里都在议论"),
    ],
)
def test_of_a_sentence_that_cannot_be_said_the_known_stands_in_korean(sentence: str, korean: str) -> None:
    page = page_of(sentence, DAY)
    assert half_said(page, 0, len(sentence)) == korean


@pytest.mark.parametrize(
    "text", ["讨论(4月18日)。", "<b>■ 讨论</b>。", "https://example.cn/a 讨论。", "出处: 讨论。", "01"]
)
def test_the_format_holds_any_open_lead(text: str) -> None:
    page = PageText("odd.html", "谈天说地", None, None, None, text)
    found = draft(
        [story(page, "brief", 1.0)], {page.name: page}, {}, series="주간동향", date=DAY, publisher=Publisher()
    )
    (article,) = found.issue.sections[0].articles
    assert article.lead is not None
    assert is_open(article.lead)
    assert parse(document(write(found.issue))) == found.issue


def test_what_is_left_out_is_named_with_its_files_and_the_reason() -> None:
    far = replace(story(STRANGE, None, 1.0), id="far", left_out=Message("다른 나라 소식", "news of another country"))
    near = replace(story(RESEARCH, "technology", 6.0), id="near")
    result = made([*WEEK[:3], near, far], Limits(technology=1, briefs=1))
    assert [(one.id, one.pages, one.reason.ko) for one in result.left_out] == [
        ("s-strange.html", ("strange.html",), "지면이 모자람(정책 8, 기술 1, 단신 1건까지)"),
        ("far", ("strange.html",), "다른 나라 소식"),
    ]
    assert result.issue.back[1:] == (
        "// s-strange.html 春风又绿江南岸 (strange.html): 지면이 모자람(정책 8, 기술 1, 단신 1건까지)",
        "// far 春风又绿江南岸 (strange.html): 다른 나라 소식",
    )
    assert "뺀 사건 2개" in result.issue.back[0]
    assert parse(document(write(result.issue))) == result.issue


def test_nothing_is_listed_where_nothing_was_left_out() -> None:
    made_of = made(WEEK[:3])
    assert made_of.left_out == ()
    assert not any("뺀 사건" in line for line in made_of.issue.back)


@pytest.mark.parametrize(
    "title", ["// // a", "?? 5亿", "- ■ 上海", "a\tb\n// c", "", "| 발 행 일 | 2020. 1. 1", "참고자료"]
)
def test_the_title_of_a_story_left_out_is_held_by_the_format(title: str) -> None:
    odd = replace(story(STRANGE, None, 1.0), title=title)
    issue = made([*WEEK[:2], odd]).issue
    assert parse(document(write(issue, "A"))) == parse(document(write(issue, "B"))) == issue
