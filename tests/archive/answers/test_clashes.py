"""Two issues held against each other: what they say differently of one thing is told, and nothing else; all made up."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest

from donghyang import read
from donghyang.archive.answers.clashes import clashes
from donghyang.archive.answers.passages import Held, held
from donghyang.report import parse

FIRST, LATER = dt.date(2025, 3, 14), dt.date(2025, 10, 17)


class Case(NamedTuple):
    """What two issues say: a headline and a line, or a table's rows behind its caption, each."""

    name: str
    earlier: tuple[str, str]
    later: tuple[str, str]
    told: tuple[str, str] | None = None


def _text(headline: str, body: str) -> str:
    if "\t" in body:
        caption, *rows = body.split("\n")
        return f"정책동향\n\n01 {headline}\n\n■ 주요 통계 공개\n\n〈{caption}〉\n\n" + "\n".join(rows) + "\n"
    return f"정책동향\n\n01 {headline}\n\n■ 주요 통계 공개\n\n- {body}\n"


def _article(words: tuple[str, str], issue: dt.date) -> Held:
    read_one = parse(read.document_of(_text(*words).encode(), "made.txt"))
    (article,) = (article for section in read_one.sections for article in section.articles)
    return held(article, issue, "policy", 0)


PORTS = "교통운수부, 항만 물동량 통계 공개"
SCHOOLS = "교육부, 직업교육 통계 공보 발표"
CLINICS = "국가위생건강위원회, 의료자원 통계 발표"
TREES = "국가임업초원국, 조림 통계 공개"

# Half of them say the measure with other words.
TOLD = [
    Case("the same words", (PORTS, "2024년 항만 컨테이너 처리량은 3억 3,200만 개"),
         (PORTS, "2024년 항만 컨테이너 처리량은 3억 1,800만 개"), ("3억 3,200만 개", "3억 1,800만 개")),
    Case("a province", ("저장성, 항만 물동량 공개", "2024년 저장성 항만 물동량은 16억 2,000만 톤"),
         ("저장성, 물류 실적 공개", "2024년 저장성의 항만 물동량은 15억 4,000만 톤을 기록"),
         ("16억 2,000만 톤", "15억 4,000만 톤")),
    Case("the start of a change", (SCHOOLS, "2023년 직업학교 재학생은 1,680만 명"),
         (SCHOOLS, "직업학교 재학생은 2023년 1,740만 명에서 2024년 1,790만 명으로 증가"), ("1,680만 명", "1,740만 명")),
    Case("a year's end", (CLINICS, "2024년 말 중의병원 병상은 116만 개"), (CLINICS, "2024년 중의병원 병상은 121만 개로 집계"),
         ("116만 개", "121만 개")),
    Case("a share", (TREES, "2024년 전국 산림 피복률은 25.1%"), (TREES, "2024년 전국 산림 피복률은 24.6%로 집계"),
         ("25.1%", "24.6%")),
    Case("a target", ("후난성, 「도자기 산업 육성계획」 발표", "2027년까지 도자기 수출액을 90억 달러로 확대"),
         ("후난성, 도자기 산업 설명회 개최", "「도자기 산업 육성계획」은 2027년 도자기 수출액 목표를 75억 달러로 설정"),
         ("90억 달러", "75억 달러")),
    Case("a cell and a line", ("쓰촨성, 찻잎 통계 공개", "2024년 찻잎 생산량\n지역\t찻잎 생산량(만 톤)\n쓰촨\t41.2\n구이저우\t38.5"),
         ("쓰촨성, 찻잎 산업 현황 소개", "2024년 쓰촨성의 찻잎 생산량은 44만 6,000톤"), ("41.2 만 톤", "44만 6,000톤")),
    Case("two cells", (TREES, "지역별 조림 면적\n지역\t2024년(만 무)\n간쑤\t312\n칭하이\t145"),
         (TREES, "2024년 조림 면적\n지역\t조림 면적(만 무)\n간쑤\t298\n칭하이\t145"), ("312 만 무", "298 만 무")),
    Case("a firm", ("하이퉁해운, 2024년 실적 공개", "하이퉁해운의 2024년 매출액은 48억 위안"),
         ("하이퉁해운, 신규 항로 개설", "하이퉁해운은 2024년 매출액 52억 위안을 기록"), ("48억 위안", "52억 위안")),
    Case("a unit of its own", (PORTS, "2024년 내륙수로 총연장은 12만 8,000km"), (PORTS, "2024년 내륙수로 총연장은 13만 4,000km"),
         ("12만 8,000km", "13만 4,000km")),
    Case("spending", (SCHOOLS, "2024년 직업교육 경비는 3,120억 위안"), (SCHOOLS, "2024년 직업교육 지출은 2,980억 위안"),
         ("3,120억 위안", "2,980억 위안")),
    Case("intensity", ("국가통계국, 연구개발 통계 발표", "2024년 국내총생산 대비 연구개발 경비 비중은 2.68%"),
         ("국가통계국, R&D 투입 현황 소개", "2024년 R&D 투입강도는 2.72%"), ("2.68%", "2.72%")),
    Case("people", (CLINICS, "2024년 농촌 의료인력은 146만 명"), (CLINICS, "2024년 농촌 의료 종사자는 151만 명"),
         ("146만 명", "151만 명")),
    Case("sales", ("광시, 열대과일 산업 통계", "2024년 광시 열대과일 매출은 320억 위안"),
         ("광시, 과일 유통 현황 공개", "광시의 2024년 열대과일 판매액은 295억 위안"), ("320억 위안", "295억 위안")),
    Case("use", ("국가발전개혁위원회, 재생수 통계", "2024년 전국 재생수 이용량은 218억 ㎥"),
         ("생태환경부, 재생수 현황", "2024년 재생수 활용량은 203억 ㎥"), ("218억 ㎥", "203억 ㎥")),
    Case("firms", ("네이멍구, 유제품 산업 현황", "2024년 네이멍구의 유제품 기업은 412개사"),
         ("네이멍구, 유제품 통계 공개", "2024년 네이멍구 유제품 업체는 436개사"), ("412개사", "436개사")),
    Case("area", ("닝샤, 포도주 산업 통계", "2024년 닝샤의 양조용 포도 재배 면적은 60만 무"),
         ("닝샤, 포도주 박람회 개최", "닝샤의 양조용 포도 재배 넓이는 2024년 66만 무"), ("60만 무", "66만 무")),
    Case("a filler", ("국가철로국, 철도 통계 발표", "2024년 고속철도 누적 운영거리는 4만 8,000km"),
         ("국가철로국, 철도 현황", "2024년 고속철도 운영거리는 4만 6,500km"), ("4만 8,000km", "4만 6,500km")),
    Case("self-sufficiency", ("윈난성, 화훼 종묘 통계", "2024년 윈난성의 화훼 종묘 국산화율은 42%"),
         ("윈난성, 화훼 산업 현황", "2024년 윈난성 화훼 종묘 자급률은 47%"), ("42%", "47%")),
    Case("capacity", ("산둥성, 해수담수화 통계", "2024년 산둥성 해수담수화 생산능력은 하루 66만 톤"),
         ("산둥성, 해수담수화 현황", "2024년 산둥성의 해수담수화 생산용량은 하루 72만 톤"), ("66만 톤", "72만 톤")),
]  # fmt: skip

SILENT = [
    Case("another year", (PORTS, "2023년 항만 컨테이너 처리량은 3억 1,000만 개"), (PORTS, "2024년 항만 컨테이너 처리량은 3억 3,200만 개")),
    Case("another half", (PORTS, "2024년 상반기 항만 물동량은 85억 톤"), (PORTS, "2024년 하반기 항만 물동량은 90억 톤")),
    Case("a part of the year", (PORTS, "2024년 1~9월 항만 물동량은 129억 톤"), (PORTS, "2024년 항만 물동량은 175억 톤")),
    Case("another province", ("저장성, 항만 물동량 공개", "2024년 저장성 항만 물동량은 16억 톤"),
         ("산둥성, 항만 물동량 공개", "2024년 산둥성 항만 물동량은 20억 톤")),
    Case("the country", ("저장성, 찻잎 통계", "2024년 저장성 찻잎 수출량은 15만 톤"), ("상무부, 찻잎 통계", "2024년 전국 찻잎 수출량은 22만 톤")),
    Case("another city", ("샤먼시, 관광 통계", "2024년 샤먼의 관광객은 1억 1,000만 명"),
         ("칭다오시, 관광 통계", "2024년 칭다오의 관광객은 1억 3,000만 명")),
    Case("target against result", ("후난성, 도자기 계획 발표", "2024년까지 도자기 수출액 목표를 80억 달러로 설정"),
         ("후난성, 도자기 수출 통계", "2024년 도자기 수출액은 71억 달러를 기록")),
    Case("revised on purpose", ("후난성, 「도자기 산업 육성계획」 발표", "2027년까지 도자기 수출액을 90억 달러로 확대"),
         ("후난성, 「도자기 산업 육성계획」 조정", "2027년 도자기 수출액 목표를 90억 달러에서 100억 달러로 상향")),
    Case("a revised statistic", (SCHOOLS, "2023년 직업학교 재학생은 1,680만 명"), (SCHOOLS, "2023년 직업학교 재학생을 1,702만 명으로 수정")),
    Case("another plan", ("안후이성, 「누에 산업 육성계획」 발표", "2027년까지 선도기업을 30개사로 확대"),
         ("안후이성, 「한약재 산업 진흥계획」 발표", "2027년까지 선도기업을 45개사로 확대")),
    Case("rounded", (SCHOOLS, "2024년 직업교육 경비는 3,120억 위안"), (SCHOOLS, "2024년 직업교육 경비는 3,118억 4,000만 위안")),
    Case("about", (CLINICS, "2024년 농촌 의료인력은 약 150만 명"), (CLINICS, "2024년 농촌 의료인력은 146만 명")),
    Case("at least", (CLINICS, "2024년 중의병원 병상은 116만 개 이상"), (CLINICS, "2024년 중의병원 병상은 121만 개")),
    Case("another thing", (CLINICS, "2024년 중의병원 병상은 116만 개"), (CLINICS, "2024년 아동병원 병상은 121만 개")),
    Case("a part", (CLINICS, "2024년 의료인력은 146만 명"), (CLINICS, "2024년 의료인력 가운데 간호인력은 98만 명")),
    Case("a day's", ("산둥성, 담수화 통계", "2024년 산둥성 담수 생산량은 하루 66만 톤"), ("산둥성, 담수화 현황", "2024년 산둥성 담수 생산량은 72만 톤")),
    Case("by how much", (TREES, "2024년 조림 면적은 12% 증가"), (TREES, "2024년 조림 면적 비중은 14%")),
    Case("another firm", ("하이퉁해운, 2024년 실적 공개", "2024년 매출액은 48억 위안"), ("위안양해운, 2024년 실적 공개", "2024년 매출액은 52억 위안")),
    Case("another row", (TREES, "2024년 조림 면적\n구분\t조림 면적(만 무)\n침엽수\t312\n활엽수\t245"),
         (TREES, "2024년 조림 면적\n구분\t조림 면적(만 무)\n활엽수\t245\n대나무\t298")),
    Case("no time", ("화둥대학, 새 선체 도료 개발", "시험선의 연료 소비는 8.4% 절감"), ("난하이연구소, 선체 도료 개발", "시험선의 연료 소비는 9.1% 절감")),
]  # fmt: skip


def _found(case: Case) -> list[tuple[str, str]]:
    told = clashes([_article(case.earlier, FIRST), _article(case.later, LATER)])
    return [(one.first.figure.text, one.second.figure.text) for one in told]


@pytest.mark.parametrize("case", TOLD, ids=[case.name for case in TOLD])
def test_what_two_issues_say_differently_is_told(case: Case) -> None:
    assert _found(case) == [case.told]


@pytest.mark.parametrize("case", SILENT, ids=[case.name for case in SILENT])
def test_what_is_of_something_else_is_not(case: Case) -> None:
    assert _found(case) == []


def test_one_issue_does_not_contradict_itself_here() -> None:
    case = TOLD[0]
    assert clashes([_article(case.earlier, FIRST), _article(case.later, FIRST)]) == []
