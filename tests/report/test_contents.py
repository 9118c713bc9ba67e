"""Where the contents page of a layout ends, and what readings of layouts hold beside it."""

from __future__ import annotations

import pytest

from donghyang import report
from donghyang.records import Heading, Issue
from donghyang.report.layout.contents import ways

CONTENTS = """\
서해기술정보원 | 몽골 과학 브리핑
제2025-4호 | 2025년 2월 21일(금)

[이번 호 차례]
Ⅰ. 초점
  1. 광업청, 구리 제련 연구단지 착공
  2. 2025년 초원 관측 예산
Ⅱ. 숫자와 일정
  3. 1~2월 연구비 통계

※ 일러두기: 원화 환산에는 1투그릭=0.4원을 적용함.
"""
BODY = """\

Ⅰ. 초점

1. 광업청, 구리 제련 연구단지 착공

가. 개요
▣ 광업청은 2월 17일 에르데네트에 연구단지를 짓기 시작하였다고 알림
 ◇ 부지는 40헥타르이며 제련 시험로 3기를 갖춤
▣ 단지는 2027년에 문을 열며 연구원 220명이 일하게 됨

[표 1] 시험로의 구성
시험로\t용량(톤)\t준공
가\t20\t2026
나\t35\t2027
자료: 광업청

2. 2025년 초원 관측 예산

▣ 기상청은 초원 관측 예산을 지난해보다 12% 늘림
 ◇ 관측소 18곳을 새로 세움
▣ 자료는 하루에 두 번 공개함

Ⅱ. 숫자와 일정

3. 1~2월 연구비 통계

▣ 두 달 동안 집행한 연구비는 310억 투그릭임
 ◇ 대학이 절반을 썼음
▣ 다음 통계는 4월에 나옴
"""


def read(text: str) -> Issue:
    return report.parse(report.document(text))


def test_the_contents_page_ends_where_its_entries_come_again() -> None:
    issue = read(CONTENTS + BODY)
    listed = [entry.headline for entry in issue.contents]
    assert listed == ["광업청, 구리 제련 연구단지 착공", "2025년 초원 관측 예산", "1~2월 연구비 통계"]
    assert [[article.headline for article in section.articles] for section in issue.sections] == [
        listed[:2],
        listed[2:],
    ]
    assert [section.title for section in issue.sections] == ["초점", "숫자와 일정"]


def test_a_report_without_leads_is_written_and_reads_back_the_same() -> None:
    issue = read(CONTENTS + BODY)
    articles = [article for section in issue.sections for article in section.articles]
    assert all(article.lead is None for article in articles)
    assert articles[0].blocks[0] == Heading("가. 개요")
    assert read(report.write(issue)) == issue


def test_an_office_above_the_title_is_the_publisher() -> None:
    issue = read(CONTENTS + BODY)
    assert (issue.series, issue.publisher.name) == ("몽골 과학 브리핑", "서해기술정보원")


def test_tables_and_remarks_are_no_entries() -> None:
    issue = read(CONTENTS + "쪽\t호\t값\n1\t2\t3\n" + BODY)
    assert len(issue.contents) == 3


@pytest.mark.parametrize(
    "headline",
    ["[1] 광업청, 연구단지 착공", "◇ 광업청, 연구단지 착공", "1-1 광업청, 연구단지 착공"],
)
def test_a_counted_headline_above_a_lead_is_written_and_reads_back_the_same(headline: str) -> None:
    document = report.document(f"몽골 과학 주간동향\n{headline}\n□ 광업청은 연구단지를 지음(25.02.17)\n")
    issue = report.parse(document)
    once = report.write(issue, report.dialect(document))
    assert read(once) == issue
    assert issue.sections[0].articles[0].headline == "광업청, 연구단지 착공"


def test_a_sign_before_a_headline_below_its_number_is_the_headlines_own() -> None:
    issue = read("몽골 과학 주간동향\n01\n◇ 광업청, 연구단지 착공(2.17.)\n")
    assert issue.sections[0].articles[0].headline == "◇ 광업청, 연구단지 착공(2.17.)"
    assert read(report.write(issue)) == issue


@pytest.mark.parametrize(
    ("rows", "tables"),
    [
        ("| 해 | 값 | 몫 |\n| 2023 | 4 | 40% |\n| 2024 | 6 | 60% |\n", 1),
        ("| 해 | 값 | 몫 |\n| 2023 | 4 |\n| 2024 | 6 | 60% |\n", 0),
        ("| 해 | 값 |\n| 2023 | 4 |\n| 2024 | 6 |\n", 0),
        ("| 해 | 값 | 몫 |\n| 2023 | 4 | 40% |\n", 0),
    ],
)
def test_even_rows_between_bars_are_a_table(rows: str, tables: int) -> None:
    document = report.document(f"글\n{rows}글\n")
    assert sum(hasattr(block, "rows") for block in document.blocks) == tables


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("바이오 | 효소 은행 설립", [("바이오", "효소 은행 설립"), ("효소 은행 설립", "바이오")]),
        ("해양 | 해양", [("해양", None)]),
        ("해양 | 해양 | 극지", [("해양", "극지"), ("극지", "해양")]),
        ("심해 탐사선 세 척의 건조 계획을 확정해 공고 | 해양", [("해양", None)]),
    ],
)
def test_a_line_of_parts_gives_each_the_first_label_that_is_another(
    words: str, held: list[tuple[str, str | None]]
) -> None:
    assert [way for way in ways(words) if way in held] == held


def test_a_line_of_very_many_equal_parts_costs_what_its_length_asks_for() -> None:
    line = "가 | " * 60_000 + "가"
    assert ways(line) == ((line, None), ("가", None))
