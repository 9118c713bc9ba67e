"""What offices print around articles: sections that count on, summaries under any title, odd places of sources."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang import report
from donghyang.records import Figure, Issue, Table

MEMO = """수    신 : 국제협력관
발    신 : 주광저우총영사
제    목 : 화난 지역 과학기술 주간 동향(2025.6.2.~6.6.)
작 성 일 : 2025. 6. 9.(월)

◈ 광둥성이 로봇 조례를 7월부터 시행
◈ 중산대가 심해 미생물 유전자를 공개

1. 제도·지역
 가. 광둥성, 로봇 산업 지원 조례 시행
  ㅇ 광둥성은 로봇 부품 기업의 설비 투자비를 보조하기로 함
   - 기업당 한도는 3,000만 위안
   [표 1] 연도별 보조
   (자료: 广东省人大, 2025.6.)
연도	금액(억 위안)
2025년	12
2026년	15
   ※ 출처: 南方日报(6.4), "广东省机器人产业促进条例", https://www.southcn.example/a1.html
 나. 하이난성, 종자 은행 2단계 착공
  ㅇ 하이난성은 종자 은행 2단계를 착공함
   - 보관 용량은 150만 점
   ※ 출처: 海南日报(6.5), "南繁种质库二期开工", https://www.hndaily.example/b2.html

2. 기술 동향
 가. 중산대, 심해 미생물 유전자 지도 공개
  ㅇ 중산대 연구팀은 시료 420점의 유전자를 해독하여 공개함
   - 새로 찾은 종은 1,180종
   ※ 출처: 中山大学(6.3), "深海微生物基因图谱", https://www.sysu.example/c3.html

3. 단신
 □ 주하이에 위성 공장 준공
  ㅇ 연간 위성 150기를 만드는 공장이 문을 엶
  ※ 출처: 珠海特区报(6.6).  끝.
"""
BRIEF = """칭다오 과학기술 주간브리프
2024년 9월 27일

[한눈에 보기 전에]
○ 산둥성이 수소 화물차의 통행료 면제를 연장
○ 칭다오 해양시험장이 수중 드론 인증을 시작

[정 책]

◇ 산둥성, 수소 고속도로 통행료 면제 2년 연장
- 산둥성이 통행료 면제를 2026년 말까지 연장 (9.23)
  · 대상 차량은 1,860대
[그림 1] 면제 노선
(사진: 齐鲁晚报)
[출처] 齐鲁晚报 2024.9.24 「山东延长氢能车通行费减免」 https://www.qlwb.example/r1

[기 술]

◇ 칭다오 해양시험장, 수중 드론 인증 개시
- 칭다오 해양시험장이 수중 드론의 성능 인증을 시작 (9.25)
  · 시험 항목은 14개
[출처] 科技日报 2024.9.26 「水下无人机检测认证」 https://www.stdaily.example/r3

[짧은 소식]

◇ 옌타이, 발사선 2호 인도
- 발사선 2호가 시험 항해를 마치고 인도됨 (대중일보 9.23)

◇ 하이얼, 냉매 없는 냉장고 공개
- 자석으로 식히는 냉장고를 전시회에서 공개 (칭다오일보 9.26)
"""


@pytest.fixture(scope="module")
def memo() -> Issue:
    return report.parse(report.document(MEMO))


@pytest.fixture(scope="module")
def brief() -> Issue:
    return report.parse(report.document(BRIEF))


def test_a_counted_title_that_names_no_kind_is_a_section_as_its_neighbours_are(memo: Issue) -> None:
    assert [section.title for section in memo.sections] == ["제도·지역", "기술 동향", "단신"]


def test_the_period_of_a_report_is_not_its_day(memo: Issue) -> None:
    assert (memo.series, memo.date) == ("화난 지역 과학기술 주간 동향", dt.date(2025, 6, 9))


def test_statements_behind_a_sign_above_the_body_are_its_summary(memo: Issue) -> None:
    assert memo.summary == ("광둥성이 로봇 조례를 7월부터 시행", "중산대가 심해 미생물 유전자를 공개")


def test_a_source_between_caption_and_table_is_the_tables(memo: Issue) -> None:
    table = next(block for block in memo.sections[0].articles[0].blocks if isinstance(block, Table))
    assert (table.caption, table.source) == ("연도별 보조", "广东省人大, 2025.6.")


def test_the_word_that_ends_a_paper_is_kept_behind_it(memo: Issue) -> None:
    source = memo.sections[2].articles[0].source
    assert source is not None
    assert (source.outlet, source.date, memo.back) == ("珠海特区报", dt.date(2025, 6, 6), ("끝.",))


def test_titles_with_letters_set_apart_are_sections(brief: Issue) -> None:
    assert [(section.title, len(section.articles)) for section in brief.sections] == [
        ("정책", 1),
        ("기술", 1),
        ("짧은 소식", 2),
    ]


def test_a_title_that_no_list_knows_names_the_summary_below_it(brief: Issue) -> None:
    assert brief.summary == ("산둥성이 수소 화물차의 통행료 면제를 연장", "칭다오 해양시험장이 수중 드론 인증을 시작")


def test_the_source_behind_the_last_bullet_of_every_brief_is_the_briefs(brief: Issue) -> None:
    sources = [article.source for article in brief.sections[2].articles]
    assert [source and (source.outlet, source.date) for source in sources] == [
        ("대중일보", dt.date(2024, 9, 23)),
        ("칭다오일보", dt.date(2024, 9, 26)),
    ]


def test_a_picture_bears_whom_the_line_below_it_names(brief: Issue) -> None:
    assert next(b.source for b in brief.sections[0].articles[0].blocks if isinstance(b, Figure)) == "齐鲁晚报"
