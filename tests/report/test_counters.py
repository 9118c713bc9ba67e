"""Headlines opened by a sign and a counter together; what stands behind the last article under titles of its own."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from donghyang import report
from donghyang.records import Bullet, Issue

_HEADS = (
    "노르웨이 해양국, 심해 광물 탐사 허가 보류",
    "덴마크 기후부, 해상풍력 경매 조건 변경",
    "스웨덴 혁신청, 국산 위성 부품 시험 지원",
    "헬싱키대, 목재 섬유로 만든 단열재 공개",
    "트론헤임공대, 얼음 두께를 재는 무인정 시험",
    "아이슬란드대, 지열정 부식 막는 도막 개발",
)
_ARTICLE = """◆ {counter}{headline}
▷ {headline}하고 {days}일 동안 의견을 들음 (3월 {days}일)
▪ (배경) 관계 기관 {days}곳이 함께 안을 마련함
 · 지난해에는 신청이 3{days}건 있었음
▪ (계획) 내년까지 예산 {days}억 크로네를 배정함
"""
_TOP = """북유럽 기술 소식
제12호 | 2026년 3월 20일
펴낸곳 북유럽기술협력단 · 전화 02-555-0144

◎ 한눈에 보기

▶ 노르웨이는 심해 광물 탐사 허가를 미루었다.
▶ 덴마크는 해상풍력 경매의 조건을 바꾸었다.

◎ 차례

제1부 정책 소식
{policy}
제2부 기술 소식
{technology}

"""
_TAIL = """◎ 편집자의 눈
북유럽의 바다 정책은 올해 들어 느려졌다. 다음 호에서는 그 까닭을 살핀다.

◎ 용어 풀이
▫ 도막: 겉에 입혀 녹을 막는 얇은 층
"""


def _printed(counter: str) -> str:
    """A report with two sections of three articles, each headline behind ◆ and its counter."""
    counters = [counter.format(part=part, n=n) for part in (1, 2) for n in (1, 2, 3)]
    articles = [
        _ARTICLE.format(counter=one, headline=head, days=at)
        for at, (one, head) in enumerate(zip(counters, _HEADS, strict=True), 11)
    ]
    top = _TOP.format(policy="\n".join(_HEADS[:3]), technology="\n".join(_HEADS[3:]))
    return "\n".join((top, "【제1부】 정책 소식\n", *articles[:3], "【제2부】 기술 소식\n", *articles[3:], _TAIL))


def _read(text: str) -> Issue:
    return report.parse(report.document(text))


@pytest.mark.parametrize("counter", ["{part}-{n} ", "{n}. ", "{n}) ", "0{n} ", "{part}.{n} ", "[{n}] ", "<{n}> ", ""])
def test_a_sign_may_stand_before_the_counter_of_a_headline(counter: str) -> None:
    issue = _read(_printed(counter))
    articles = [article for section in issue.sections for article in section.articles]
    assert issue.doubt is None
    assert [article.headline for article in articles] == [*_HEADS]
    assert [article.number for article in articles] == [1, 2, 3] * 2
    assert all(article.lead and len(article.blocks) == 3 for article in articles)


def test_letters_may_count_the_articles_of_parts() -> None:
    text = _printed("")
    for at, head in enumerate(_HEADS):
        text = text.replace(head + "\n", f"{'AB'[at // 3]}{at % 3 + 1} | {head}\n").replace("◆ ", "")
    issue = _read(text)
    assert [article.headline for section in issue.sections for article in section.articles] == [*_HEADS]
    assert [entry.headline for entry in issue.contents] == [*_HEADS]


def test_letters_that_do_not_count_on_are_words() -> None:
    text = _printed("").replace("▪ (배경) 관계", "▪ A3 관계")
    blocks = [article.blocks[0] for section in _read(text).sections for article in section.articles]
    assert all(isinstance(block, Bullet) and block.text.startswith("A3 관계") for block in blocks)


def test_a_day_with_its_weekday_may_open_a_lead() -> None:
    text = re.sub(r"▷ (.*) \(3월 (\d+)일\)", r"▷ 3. \2(수) \1", _printed(""))
    leads = [article for section in _read(text).sections for article in section.articles]
    assert [article.date for article in leads] == [dt.date(2026, 3, day) for day in range(11, 17)]
    assert all(article.lead and not article.lead[0].isdigit() for article in leads)


def test_numbers_that_do_not_count_on_are_words_of_their_lines() -> None:
    text = (
        _printed("")
        .replace("노르웨이 해양국", "5대 과제, 노르웨이 해양국")
        .replace("덴마크 기후부", "3개국, 덴마크 기후부")
    )
    heads = [article.headline for section in _read(text).sections for article in section.articles]
    assert heads[:2] == [f"5대 과제, {_HEADS[0]}", f"3개국, {_HEADS[1]}"]


def test_what_opens_as_the_titles_above_do_is_of_no_article() -> None:
    issue = _read(_printed("{part}-{n} "))
    assert issue.back[0] == "◎ 편집자의 눈"
    assert issue.back[-1].endswith("얇은 층")
    assert len(issue.back) == 4


def test_a_sign_that_opens_lines_within_articles_ends_none() -> None:
    issue = _read(_printed("").replace("▪ (배경)", "◎ (배경)").removesuffix(_TAIL))
    assert not issue.back
    assert [len(article.blocks) for article in issue.sections[-1].articles] == [3, 3, 3]
