"""Lines of an edited report keep the page they rest on; those that lose it are named."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.draft.ties import tied
from donghyang.records import Evidence, PageText
from donghyang.report import document, parse

DAY = dt.date(2024, 5, 10)
TEXT = "5月6日，柳江省启用海上风电母港，总投资38亿元。母港设码头4座，年吞吐量120万吨。二期工程将于2026年开工。"
PORT = PageText("port.html", "柳江省启用海上风电母港", dt.date(2024, 5, 7), None, "https://lj.example/port", TEXT)
OTHER = PageText(
    "grid.html", "柳江电网投运", dt.date(2024, 5, 8), None, "https://lj.example/grid", "电网投运，线路长96公里。"
)
PAGES = {page.name: page for page in (PORT, OTHER)}
HEAD = "주간동향\n\nI\n\n정책동향\n\n"
FOOT = "\n참고자료\n☑ 柳江省启用海上风电母港\nhttps://www.lj.example/port\n"


def evidence(text: str, quote: str, block: int | None = 0, article: int = 1) -> Evidence:
    start = TEXT.index(quote)
    return Evidence("policy", article, block, (0, len(text)), "port.html", (start, start + len(quote)), quote, text)


LEAD = "류장성, 해상풍력 모항 가동, 총투자 38억 위안"
QUAYS = "모항은 부두 4개, 연간 물동량 120만 톤"
SECOND = "2기 사업은 2026년 착공 예정"
KNOWN = (
    evidence(LEAD, "5月6日，柳江省启用海上风电母港，总投资38亿元。", None),
    evidence(QUAYS, "母港设码头4座，年吞吐量120万吨。"),
    evidence(SECOND, "二期工程将于2026年开工。", 2),
)


def article(number: str, *lines: str, foot: str = FOOT) -> str:
    return f"{number}\n\n류장성, 해상풍력 모항 가동\n\n" + "\n".join(lines) + "\n" + foot


EDITS = [
    ("as written", article("01", f"■ {LEAD}(5.6)", f"● {QUAYS}", f"● {SECOND}")),
    ("moved", article("01", f"■ {LEAD}(5.6)", f"● {SECOND}", f"● {QUAYS}")),
    ("renumbered", article("03", f"■ {LEAD}(5.6)", f"● {QUAYS}", f" - {SECOND}")),
    ("words edited", article("01", f"■ {LEAD} 규모(5.6)", "● 모항에는 부두 4개, 연 물동량 120만 톤", f"● {SECOND}임")),
    ("a line above", article("01", f"■ {LEAD}(5.6)", "● 새 줄을 하나 적음", f"● {QUAYS}", f"● {SECOND}")),
    (
        "written anew above its remark",
        article("01", f"■ {LEAD}(5.6)", f"● {QUAYS}", "● 후속 공사도 곧", "// port.html: 二期工程将于2026年开工。"),
    ),
    ("without references", article("01", f"■ {LEAD}(5.6)", f"● {QUAYS}", f"● {SECOND}", foot="")),
    (
        "edited, its page named by a remark alone",
        article("01", "// port.html: 启用海上风电母港", f"■ {LEAD}(5.6)", f"● {QUAYS}임", f"● {SECOND}", foot=""),
    ),
]


@pytest.mark.parametrize("text", [text for _, text in EDITS], ids=[name for name, _ in EDITS])
def test_an_edited_line_keeps_its_sentence(text: str) -> None:
    issue = parse(document(HEAD + text))
    ties = tied(issue, KNOWN, PAGES, DAY)
    assert sorted(one.quote for one in ties.evidence) == sorted(one.quote for one in KNOWN)
    assert ties.loose == ()
    (made,) = issue.sections[0].articles
    for one in ties.evidence:
        block = made.lead if one.block is None else getattr(made.blocks[one.block], "text", "")
        assert (one.article, one.text) == (made.number, block)
        assert PAGES[one.page].text[slice(*one.page_span)] == one.quote


def test_what_stands_is_found_again_the_same() -> None:
    issue = parse(document(HEAD + EDITS[3][1]))
    once = tied(issue, KNOWN, PAGES, DAY)
    assert tied(issue, [*once.evidence, *KNOWN], PAGES, DAY) == once


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("● 모항에 부두 4개를 둠", ["4座"]),
        ("● 물동량은 연간 120만 톤임", ["120万吨"]),
        ("● ?? 5억 위안을 投入", []),
        ("● 지역의 기대가 큼", []),
    ],
)
def test_a_new_line_is_held_against_the_pages_of_its_article(line: str, quotes: list[str]) -> None:
    ties = tied(parse(document(HEAD + article("01", f"■ {LEAD}(5.6)", line))), KNOWN[:1], PAGES, DAY)
    assert ties.loose == ()
    own = [one for one in ties.evidence if one.block is not None]
    assert {one.page for one in own} <= {"port.html"}
    assert all(any(quote in TEXT[slice(*one.page_span)] for one in own) for quote in quotes)


@pytest.mark.parametrize(
    ("line", "pages", "why"),
    [
        ("● 로봇 77대를 새로 보급", PAGES, "페이지를 찾지 못했습니다"),
        (f"● {QUAYS}", {"grid.html": OTHER}, "페이지가 없습니다: port.html"),
        (
            f"● {QUAYS}",
            {"port.html": PageText("port.html", None, DAY, None, None, "母港已启用。")},
            "더는 없습니다: port.html",
        ),
    ],
)
def test_a_line_that_lost_its_evidence_is_named(line: str, pages: dict[str, PageText], why: str) -> None:
    ties = tied(parse(document(HEAD + article("01", "■ 모항이 문을 엶(5.6)", line))), KNOWN[1:2], pages, DAY)
    (loose,) = ties.loose
    assert why in loose.reason.ko
    assert f"● {loose.line.text}" == line


def test_a_sentence_that_its_page_moved_is_found_there() -> None:
    moved = PageText("port.html", None, DAY, None, None, "按语。\n" + TEXT.replace("座，", "座，\n"))
    ties = tied(parse(document(HEAD + article("01", f"■ {LEAD}(5.6)", f"● {QUAYS}"))), KNOWN, {"port.html": moved}, DAY)
    assert ties.loose == ()
    assert [moved.text[slice(*one.page_span)] for one in ties.evidence] == [one.quote for one in ties.evidence]
    assert ties.evidence[1].quote == "母港设码头4座，\n年吞吐量120万吨。"


def test_a_line_like_one_of_another_article_does_not_take_its_evidence() -> None:
    twin = "류장성의 전력망은 변전소 9개, 연간 송전량 120만 톤"
    text = article(
        "01", "■ 선로 길이 96km(5.6)", f"● {twin}", foot="\n참고자료\n☑ 柳江电网投运\nhttps://lj.example/grid\n"
    )
    known = evidence("류장성의 모항은 부두 9개, 연간 물동량 120만 톤", "母港设码头4座，年吞吐量120万吨。")
    ties = tied(parse(document(HEAD + text)), [known], PAGES, DAY)
    assert {one.page for one in ties.evidence} == {"grid.html"}


def test_an_article_is_held_against_its_own_pages_alone() -> None:
    text = article("01", "■ 선로 길이 96km(5.6)")
    assert tied(parse(document(HEAD + text)), (), PAGES, DAY).loose
