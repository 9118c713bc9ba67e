"""A short text without a report's layout is one article: which of its lines is headline, lead, summary, contents."""

from __future__ import annotations

import pytest

from donghyang import report
from donghyang.check.resources import Resources
from donghyang.check.sheet.sheet import Sheet

NOTICE = "가온시, 수소 버스 40대 도입\n■ 교통국이 계획을 공개(3.2)\n- 노선 4개에 투입\n- 충전소 2곳 설치"
TAGGED = "[요약] 나래대가 새 전지를 만들었다.\n[본문]\n- 나래대 연구진은 전지의 수명을 늘림\n- 시험은 내년까지 이어짐"
TITLED = (
    "◇ 한눈에 보기\n· 예산 30억 위안\n· 기간 3년\n◇ 상세\n다솜시는 30억 위안을 3년 동안 쓴다. 시험은 두 곳에서 한다."
)
LISTED = (
    "차례\n제1장 배경\n제2장 과제\n\n제1장 배경\n 시험은 지난해 시작되었다.\n제2장 과제\n 비용을 줄이는 일이 남았다."
)
PROSE = "시험은 지난해 시작되었다. 비용은 30억 위안이다.\n올해는 두 곳에서 이어진다.\n내년에는 세 곳으로 늘어난다."
ITEMS = "- 노선 4개에 투입\n- 충전소 2곳 설치\n- 요금은 2위안"


def parts(text: str) -> list[str]:
    sheet = Sheet(report.document(text), None, Resources())
    return [line.part for line in sheet.lines]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (NOTICE, ["headline", "lead", "bullet", "bullet"]),
        (TAGGED, ["summary", "section", "bullet", "bullet"]),
        (TITLED, ["section", "summary", "summary", "section", "text"]),
        (LISTED, ["section", "contents", "contents", "text", "text", "text", "text"]),
        (PROSE, ["text", "text", "text"]),
        (ITEMS, ["bullet", "bullet", "bullet"]),
    ],
)
def test_parts(text: str, told: list[str]) -> None:
    assert parts(text) == told


def test_one_article() -> None:
    sheet = Sheet(report.document(TITLED), None, Resources())
    assert [[line.part for line in article.passages] for article in sheet.articles] == [["text"]]


def test_long_text_stays_as_it_is() -> None:
    sheet = Sheet(report.document("가온시의 하루\n" + "시험은 이어진다.\n" * 80), None, Resources())
    assert sheet.articles == []


def test_several_articles() -> None:
    first = "1. 가온시, 수소 버스 마흔 대 도입\n노선 4개에 투입한다."
    text = f"주간 동향\n{first}\n2. 나래시, 배터리 공장 완공 행사\n공장은 두 곳이다."
    sheet = Sheet(report.document(text), None, Resources())
    assert [[line.part for line in article.passages] for article in sheet.articles] == [["headline", "text"]] * 2
