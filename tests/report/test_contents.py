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


WEB = """\
중국 과학기술 정책 주간동향
2025. 10. 31.(금)

목차
{contents}

요약
 ○ 후난성은 수소 버스 노선을 세 배로 늘리기로 함


정책동향

{policies}

기술동향

中 산시대, 저온에서도 닳지 않는 윤활막 개발

□ 산시대 연구팀, 영하 60℃에서 마찰을 절반으로 줄이는 막을 개발(25.10.22)
 ○ (성과) 막의 두께는 20nm임

<참고자료>
(25.10.23, 科技日报) 低温润滑膜 https://stdaily.example/2

작성자: 고다온 연구원
2025.10.28


단신동향

中 다롄, 해상 풍력 시험장 개소
□ 다롄시, 바람 세기를 재는 시험장을 엶(25.10.23)
(25.10.23, 大连日报) https://dlrb.example/3

中 닝보, 항만 전력 관제소 시범 운영
□ 닝보항, 배에 전기를 대는 부두 8곳을 한곳에서 관제(25.10.24)
(25.10.24, 宁波日报) https://nbrb.example/4

中 구이양, 데이터 거래 규칙 시행
□ 구이양시, 데이터 상품 60건에 새 규칙을 적용(25.10.27)
(25.10.27, 贵阳日报) https://gyrb.example/5


중국 과학기술 정책 주간동향
발행일: 2025. 10. 31.
발행기관: 서강정책관측소
TEL: 02-555-0101
URL: https://office.example
"""
POLICY = """\
中 {name}, 수소 버스 노선 확대 계획 발표

□ {name}, 수소 버스 노선을 2028년까지 12개로 늘리는 계획을 발표(25.10.20)
 ○ (현황) 지금은 노선 4개가 있음
 ○ (재정) 3년간 2억 위안을 투입

<참고자료>
(25.10.21, 能源报) 氢能公交线路 https://nyb.example/1

작성자: 고다온 연구원
2025.10.28
"""
PLACES = ("후난성", "쓰촨성", "헤이룽장성", "칭하이성")
BRIEF, DISCOVERY = "다롄, 해상 풍력 시험장 개소", "산시대, 저온에서도 닳지 않는 윤활막 개발"


@pytest.mark.parametrize(
    "contents",
    [
        f"\n정책동향\n{{policies}}기술동향\n 中 {DISCOVERY}\n단신동향\n 中 {BRIEF} 외 2건\n",
        f"\n[정책동향]\n{{policies}}[기술동향]\n- 中 {DISCOVERY}\n[단신동향]\n- 中 {BRIEF} 등 3건\n",
    ],
)
def test_an_entry_may_stand_for_several_briefs_and_sections_in_brackets(contents: str) -> None:
    mark = "-" if "[" in contents else ""
    entries = "".join(f"{mark} 中 {name}, 수소 버스 노선 확대 계획 발표\n" for name in PLACES)
    policies = "\n".join(POLICY.format(name=name) for name in PLACES)
    issue = read(WEB.format(contents=contents.format(policies=entries), policies=policies))
    assert [(section.kind, len(section.articles)) for section in issue.sections] == [
        ("policy", 4),
        ("technology", 1),
        ("brief", 3),
    ]
    assert [entry.section for entry in issue.contents] == ["policy"] * 4 + ["technology", "brief"]
