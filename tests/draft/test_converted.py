"""Foreign sums with their worth in won: by the rate of the day, rounded as the house does, and never twice."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from donghyang.check import Resources, check
from donghyang.draft import draft
from donghyang.draft.converted import converted, in_line
from donghyang.draft.writer import Written
from donghyang.records import Article, Bullet, Evidence, Open, PageText, Publisher, Story, Table
from donghyang.report import document, write

DAY = dt.date(2025, 6, 3)
RATES = {"CNY": Decimal("190.23"), "USD": Decimal("1372.4"), "JPY": Decimal("9.51")}


def rates(currency: str, day: dt.date) -> Decimal | None:
    """Rates of June 2025 alone."""
    return RATES.get(currency) if (day.year, day.month) == (2025, 6) else None


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("투자액 20억 위안 투입", "투자액 20억 위안(약 3,805억 원) 투입"),
        ("매출 2,000억 위안 이상 달성 목표", "매출 2,000억 위안(약 38조 460억 원) 이상 달성 목표"),
        ("최대 500만 위안 지원", "최대 500만 위안(약 9억 5,115만 원) 지원"),
        ("1인당 800위안을 지급", "1인당 800위안(약 15만 2,184 원)을 지급"),
        ("12억 달러 규모 계약 체결", "12억 달러(약 1조 6,469억 원) 규모 계약 체결"),
        ("30억 엔과 20억 위안 출자", "30억 엔(약 285억 원)과 20억 위안(약 3,805억 원) 출자"),
        ("3억 위안 투자, 그중 3억 위안 집행", "3억 위안(약 571억 원) 투자, 그중 3억 위안 집행"),
    ],
)
def test_sums_are_converted(line: str, made: str) -> None:
    assert in_line(line, rates, None, DAY) == made


@pytest.mark.parametrize(
    "line",
    [
        "20억 위안(약 3,800억 원) 투자",
        "20억 위안 (한화 3,800억 원) 투자",
        "10~20억 위안 투자",
        "연구개발(20억 위안) 착수",
        "‘20억 위안 계획’ 발표",
        "kWh당 0.3위안/kWh 적용",
        "3,000억 원 투자",
        "5억 루블 투자",
        "20억 위엔어치",
        "로봇 20억 대 보급",
        "",
    ],
)
def test_what_stays_as_it_is(line: str) -> None:
    assert in_line(line, rates, None, DAY) == line


def test_the_day_of_the_article_then_that_of_the_issue() -> None:
    line, past = "2억 위안 투자", dt.date(2025, 1, 2)
    assert in_line(line, rates, past, DAY) == "2억 위안(약 380억 원) 투자"
    assert in_line(line, rates, past, past) == line, "no rate, no conversion"


def test_an_article_is_converted_with_its_evidence() -> None:
    table = Table("표", ("구분", "금액", "내용"), (("1", "20억 위안", "20억 위안 투입\n?? 拨付 3억 위안"),))
    bullet = "(주요내용) 20억 위안 투입"
    article = Article(
        1, None, "20억 위안 투입", "20억 위안 투입", DAY, (Bullet(1, bullet), Open(1, "拨付 3억 위안"), table)
    )
    spans = ((None, (0, 9)), (0, (7, len(bullet))), (2, (0, 1)))
    evidence = tuple(Evidence("policy", 1, block, span, "p", (0, 1), "甲") for block, span in spans)
    made = converted(Written(article, evidence, (), "20억 위안을 투입하였다."), rates, DAY)
    first, still, board = made.article.blocks
    assert made.article.headline == "20억 위안 투입", "a headline stays short"
    assert made.article.lead == "20억 위안(약 3,805억 원) 투입"
    assert isinstance(first, Bullet)
    assert first.text[slice(*made.evidence[1].span)] == "20억 위안(약 3,805억 원) 투입"
    assert isinstance(still, Open)
    assert still.text == "拨付 3억 위안(약 571억 원)"
    assert isinstance(board, Table)
    assert board.rows[0][1:] == ("20억 위안", "20억 위안(약 3,805억 원) 투입\n?? 拨付 3억 위안(약 571억 원)")
    assert made.summary == "20억 위안(약 3,805억 원)을 투입하였다."


def test_the_proofreader_finds_the_rate_in_every_conversion() -> None:
    sums = [f"{value}{unit} 위안" for value in (1, 7, "13.6", 268, "1,357.8", 4999) for unit in ("만", "억")]
    lines = [in_line(f"사업 {number}에 {money} 투입", rates, DAY, DAY) for number, money in enumerate(sums, 1)]
    assert all("(약 " in line for line in lines)
    text = "주간동향\n\n1. 정책동향\n\n01\n\n사업 추진\n\n■ 사업 추진(6.3)\n" + "\n".join(f"● {line}" for line in lines)
    found = check(document(text), date=DAY, resources=Resources(rates=rates))
    assert not [one for one in found if one.class_ == "conversion"]


def test_a_draft_without_rates_converts_nothing() -> None:
    text = "青州市投资20亿元建设研发中心。"
    page = PageText("p.html", "青州市投资20亿元建设研发中心", DAY, None, "https://example.cn/p", text)
    story = Story("s", page.title or "", DAY, ("p.html",), "policy", "지역", 1.0)
    for known, shown in ((None, False), (rates, True)):
        made = draft(
            [story], {"p.html": page}, {}, series="주간동향", date=DAY, publisher=Publisher("동향실"), rates=known
        )
        assert ("(약 3,805억 원)" in write(made.issue)) is shown
