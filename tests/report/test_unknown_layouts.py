"""Reports in layouts that no reader was written for: they are read by what they repeat, or the doubt is said."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang import report
from donghyang.check import check, examine
from donghyang.records import Issue, Note, Table
from donghyang.report.induction.furniture import furniture
from donghyang.report.induction.heads import day_ahead, label_parts, tagged
from donghyang.report.induction.words import day_line, is_service, opens_references, opens_summary
from donghyang.report.layout.contents import ways
from donghyang.report.layout.openers import opener_of
from donghyang.report.stream import Line, stream

NEAR = dt.date(2026, 5, 20)
LETTER = """보낸사람: 대서양해양연구원 <letter@atlantic.example>
제목: [항만레터 #31] 부두가 스스로 짐을 옮긴다면
날짜: 2026년 5월 20일 (수)

차  례

제1부 정책
  01 준설 ｜ 해양부, 리스본항 준설 3개년 계획을 확정하고 예산을 배정
  02 등대 ｜ 아소르스 자치정부, 무인 등대 12곳을 태양광으로 전환
제2부 기술
  03 로봇 ｜ 코임브라대학, 물속 용접 로봇의 시험 운전을 마침

────────────────────

제1부 정책

기사 01 ｜ 준설
5. 4.(월) ▸ 해양부, 리스본항 준설 3개년
계획을 확정하고 예산을 배정

준설선 네 척을 한 해에 두 번 보내 뱃길을 열네 미터로 깊게 판다.

① 수심이 얕은 곳부터 파고 흙은 갯벌을 되살리는 데에 쓴다.
  ㆍ흙을 옮기는 배는 전기로 움직인다.
② 어민에게는 일을 쉬는 동안의 수입을 메워 준다.

<준설선 배치>
항구 / 척수 / 수심(m)
리스본 / 2 / 14
시네스 / 1 / 17
레이숑 / 1 / 12
자료: 해양부

기사 02 ｜ 등대
5. 6.(수) ▸ 아소르스 자치정부, 무인 등대
12곳을 태양광으로 전환

① 등대마다 축전지를 두어 흐린 날에도 사흘을 켠다.
② 등대지기는 순찰선으로 자리를 옮긴다.

💡 용어 한 줄
축전지: 낮에 모은 전기를 밤에 내어 쓰는 통
순찰선: 등대와 부표를 돌보는 작은 배

제2부 기술

기사 03 ｜ 로봇
5. 8.(금) ▸ 코임브라대학, 물속 용접 로봇의
시험 운전을 마침

① 거품을 걷어 내는 노즐을 달아 용접 자국을 고르게 했다.
② 시험은 수심 서른 미터에서 엿새 동안 이어졌다.

출처 모음

기사 01
  Plano de dragagem do porto de Lisboa
  https://porto.example.pt/dragagem
기사 02
  Faróis solares nos Açores
  https://acores.example.pt/farois
기사 03
  Soldadura subaquática robotizada
  https://uc.example.pt/solda

대서양해양연구원 | 원장 서가온
부산광역시 영도구 해양로 301, 4층 | 051-555-0131 | https://atlantic.example
더 이상 받고 싶지 않다면 [수신거부]
"""


@pytest.fixture(scope="module")
def issue() -> Issue:
    return report.parse(report.document(LETTER))


def test_the_contents_page_finds_headlines_over_two_lines_below_label_and_day(issue: Issue) -> None:
    articles = [article for section in issue.sections for article in section.articles]
    assert [(a.number, a.category, a.date, a.headline) for a in articles] == [
        (1, "준설", dt.date(2026, 5, 4), "해양부, 리스본항 준설 3개년 계획을 확정하고 예산을 배정"),
        (2, "등대", dt.date(2026, 5, 6), "아소르스 자치정부, 무인 등대 12곳을 태양광으로 전환"),
        (3, "로봇", dt.date(2026, 5, 8), "코임브라대학, 물속 용접 로봇의 시험 운전을 마침"),
    ]
    assert [(section.kind, section.title) for section in issue.sections] == [("policy", "정책"), ("technology", "기술")]
    assert articles[0].lead == "준설선 네 척을 한 해에 두 번 보내 뱃길을 열네 미터로 깊게 판다."
    assert articles[1].lead is None


def test_a_list_at_the_end_gives_each_article_its_own_references(issue: Issue) -> None:
    found = [[r.url for r in a.references] for section in issue.sections for a in section.articles]
    assert found == [
        ["https://porto.example.pt/dragagem"],
        ["https://acores.example.pt/farois"],
        ["https://uc.example.pt/solda"],
    ]


def test_slashes_part_cells_and_terms_make_a_note(issue: Issue) -> None:
    blocks = [block for section in issue.sections for a in section.articles for block in a.blocks]
    table = next(block for block in blocks if isinstance(block, Table))
    note = next(block for block in blocks if isinstance(block, Note))
    assert (table.caption, table.header, len(table.rows)) == ("준설선 배치", ("항구", "척수", "수심(m)"), 3)
    assert note.title == "용어 한 줄"
    assert len(note.items) == 2


def test_the_head_of_a_letter_names_the_series_and_its_foot_the_publisher(issue: Issue) -> None:
    assert (issue.series, issue.date) == ("항만레터", NEAR)
    assert (issue.publisher.name, issue.publisher.head) == ("대서양해양연구원", "서가온")
    assert issue.doubt is None


def test_running_heads_count_on_and_labels_do_not() -> None:
    ships = ("첫째", "둘째", "셋째", "넷째", "다섯째")
    pages = ["".join(f"{ship} {port} 준설선을 보냄\n" for ship in ships) for port in ("북항", "남항", "서항")]
    heads = "".join(f"{page}대서양해양연구원 항만 소식 제12호          {n}\n" for n, page in enumerate(pages, 1))
    labels = "".join(f"PART {n}\n{page}" for n, page in enumerate(pages, 1))
    lines = stream(report.document(heads))
    assert [lines[at].raw[-1] for at in sorted(furniture(lines))] == ["1", "2", "3"]
    assert furniture(stream(report.document(labels))) == set()


@pytest.mark.parametrize(
    ("text", "key", "number"),
    [
        ("❸ 부두 착공", "❶", 3),
        ("1️⃣ 부두 착공", "1⃣", 1),
        ("⑵ 부두 착공", "⑴", 2),
        ("ⓑ 부두 착공", "ⓐ", 2),
        ("소식 04 ｜ 항만", "소식 1", 4),
        ("9.4 | 부두 착공", "", None),
        ("9-4 ▸ 부두 착공", "", None),
        ("1.4 부두 착공", "1.1", 4),
    ],
)
def test_openers(text: str, key: str, number: int | None) -> None:
    found = opener_of(Line(text, "", None, 0, (0, 0)))
    assert (found.key, found.number) == (key, number)


@pytest.mark.parametrize(
    ("text", "headline", "category"),
    [
        ("1-2  등대 열두 곳을 고침 / 항로", "등대 열두 곳을 고침", "항로"),
        ("[부두] 등대를 고침 #항로", "[부두] 등대를 고침", "항로"),
        ("등대 열두 곳을 고침 ------ 4", "등대 열두 곳을 고침", None),
        ("등대 열두 곳을 고침 ... No.4", "등대 열두 곳을 고침", None),
    ],
)
def test_ways_of_an_entry(text: str, headline: str, category: str | None) -> None:
    assert (headline, category) in ways(text)


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("5. 4.(월) ▸ 부두 착공", "부두 착공", dt.date(2026, 5, 4)),
        ("5/4 | 부두 착공", "부두 착공", dt.date(2026, 5, 4)),
        ("5월 4일 | 부두 착공", "부두 착공", dt.date(2026, 5, 4)),
        ("5.4배 넓은 부두 착공", "5.4배 넓은 부두 착공", None),
        ("2/3 수심으로 판다", "2/3 수심으로 판다", None),
    ],
)
def test_days_before_headlines(text: str, rest: str, day: dt.date | None) -> None:
    assert day_ahead(text, NEAR) == (rest, day)


def test_labels_and_categories() -> None:
    assert label_parts("항만 | 5. 4.", NEAR) == ("항만", dt.date(2026, 5, 4))
    way = tagged(["항로 ▸ 등대를 고침", "부두 ▸ 크레인을 늘림", "준설 ▸ 배를 보냄"])
    assert way is not None
    assert tagged(["등대를 고침", "크레인을 늘림", "부두 ▸ 배를 보냄"]) is None


def test_words_of_parts() -> None:
    assert opens_summary("바쁜 분을 위한 3줄 요약")
    assert opens_references("<참고문헌> (번호는 본문 항목 번호)")
    assert opens_references("출처 모음")
    assert not opens_references("출처가 다른 두 자료를 견줌")
    assert day_line("[공표일: 2026. 5. 4.]") == dt.date(2026, 5, 4)
    assert is_service("더 이상 받고 싶지 않다면 [수신거부]")
    assert not is_service("어민은 수신기를 배에 단다")


LISTED = "차례\n\n" + "".join(f"{n}. 사라진 부두의 {n}번째 이야기를 싣다\n" for n in range(1, 6))
PROSE = "배가 항구에 들어와 짐을 부렸다. 부두는 밤새 밝았다.\n" * 40


def test_a_layout_that_was_not_understood_is_said_and_rules_that_stand_on_it_are_left_out() -> None:
    document = report.document(LISTED + "\n" + PROSE)
    assert report.parse(document).doubt is not None
    seen = examine(document)
    assert seen.doubt is not None
    assert "headline-body" in seen.doubt.en
    assert not {finding.class_ for finding in seen.findings} & {"contents-body", "numbering", "headline-body"}
    assert check(document) == seen.findings


@pytest.mark.parametrize("text", [PROSE, "차례\n1. 부두\n2. 등대\n", LETTER])
def test_no_doubt_is_told_of_prose_short_texts_and_what_was_read(text: str) -> None:
    assert report.parse(report.document(text)).doubt is None
    assert examine(report.document(text)).doubt is None


GUESSED = """항만 소식
2026. 5. 20.

제1부 정책
◈ 해양부, 준설 3개년 계획을 확정
│ 준설선을 보냄 │ https://porto.example.pt/a
◈ 어민회, 조업 자제를 당부
│ 부두를 지음 │ https://porto.example.pt/b
제2부 기술
◈ 등대에 축전지를 달아 점등
│ 등대를 고침 │ https://porto.example.pt/c
◈ 수심을 재는 배를 새로 지음
│ 배를 띄움 │ https://porto.example.pt/d
┌ 그림 ┐
┌ 그림 ┐
┌ 그림 ┐
┌ 그림 ┐
"""
UNREAD = "항만 소식\n2026. 5. 20.\n" + "".join(
    f"부두에 배가 들어와 짐을 부렸다\n출처: 해양부, “Obras {n}”, 2026.5.{n}.\n" for n in range(1, 9)
)


@pytest.mark.parametrize(("text", "said"), [(GUESSED, "짐작"), (UNREAD, "기사를 찾지 못")])
def test_a_layout_that_was_guessed_or_left_is_said(text: str, said: str) -> None:
    found = report.parse(report.document(text)).doubt
    assert found is not None
    assert said in found.ko
