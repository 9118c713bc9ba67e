"""What an editor is told of two versions of a report."""

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghyang import report, wire
from donghyang.language.nearness import pair_ratio
from donghyang.records import Article, Bullet, Issue, Publisher, Section, Table
from donghyang.report.alignment import best_pairs, moved, words
from donghyang.report.diff import Change, diff, text

spec = importlib.util.spec_from_file_location("roundtrip", Path(__file__).with_name("test_roundtrip.py"))
assert spec
assert spec.loader
roundtrip = importlib.util.module_from_spec(spec)
spec.loader.exec_module(roundtrip)

ISSUE = """\
해외 혁신 주간동향

요약

- 하이안성은 연산망을 구축하기로 하였다.

I

정책동향

01

하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표

■ 2027년까지 연산 능력 45EFLOPS를 갖춤(3.1)

● 성 정부는 「푸른 물결 연산망 구축 방안」을 공개
 - 데이터센터* 41곳의 이용률이 평균 37%에 그침
* 서버 3,000대 이상을 갖춘 시설
● 도시 사이 전용망 2,400km를 구축

〈네 갈래 과제〉

갈래	기한
연결	2025년
이용	2024년
안전	2027년

* 출처: 성 정부 공보

참고자료

☑ 关于印发《蓝波算力网建设方案》的通知
https://example.cn/1

02

둥링시, 로봇 시험장 운영 조례 제정

■ 시험장 이용료의 절반을 지원(3.2)

● 기업 120개사가 이용할 전망

II

기술동향

01

난후연구소, 낮은 온도에서 버티는 전고체 전지 개발

■ 0℃에서도 용량의 91%를 유지(3.3)

● 이온 이동이 빠른 황화물 박막을 사용

해외 혁신 주간동향

| 발 행 일 | 2024. 3. 15
| 발행기관 | 과학협력연구소
"""


def parse(source: str) -> Issue:
    return report.parse(report.document(source))


ONE_CHANGE = {
    "word": ("이용률이 평균 37%에", "이용률이 평균 41%에"),
    "lead date": ("(3.1)", "(3.4)"),
    "level": ("● 도시 사이 전용망 2,400km를 구축", " - 도시 사이 전용망 2,400km를 구축"),
    "new bullet": ("● 도시 사이", "● 내륙 변전소를 늘림\n● 도시 사이"),
    "lost remark": ("* 서버 3,000대 이상을 갖춘 시설\n", ""),
    "cell": ("이용\t2024년", "이용\t2026년"),
    "row": ("안전\t2027년\n", ""),
    "headline": ("운영 조례 제정", "운영 조례 시행"),
    "address": ("https://example.cn/1", "https://example.cn/2"),
    "publisher": ("과학협력연구소", "과학협력재단"),
    "summary": ("구축하기로 하였다", "구축한다"),
}
TOLD = {
    "word": (
        "정책동향 01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표\n"
        "  바뀜 · 글머리\n"
        "    - 데이터센터* 41곳의 이용률이 평균 [-37-]{+41+}%에 그침"
    ),
    "lead date": (
        "정책동향 01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표\n"
        "  바뀜 · 리드\n"
        "    ■ 2027년까지 연산 능력 45EFLOPS를 갖춤 (2024-03-[-01-]{+04+})"
    ),
    "level": (
        "정책동향 01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표\n"
        "  바뀜 · 글머리\n"
        "    [-● -]{+- +}도시 사이 전용망 2,400km를 구축"
    ),
    "new bullet": (
        "정책동향 01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표\n  추가 · 글머리\n    ● 내륙 변전소를 늘림"
    ),
    "lost remark": (
        "정책동향 01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표\n"
        "  삭제 · 주석\n"
        "    * 서버 3,000대 이상을 갖춘 시설"
    ),
    "cell": (
        "정책동향 01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표\n"
        "  바뀜 · 표의 줄 〈네 갈래 과제〉\n"
        "    이용 | [-2024-]{+2026+}년"
    ),
    "row": (
        "정책동향 01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표\n"
        "  삭제 · 표의 줄 〈네 갈래 과제〉\n"
        "    안전 | 2027년"
    ),
    "headline": (
        "정책동향 02 둥링시, 로봇 시험장 운영 조례 시행\n"
        "  바뀜 · 제목\n"
        "    둥링시, 로봇 시험장 운영 조례 [-제정-]{+시행+}"
    ),
    "address": (
        "정책동향 01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표\n"
        "  바뀜 · 참고자료\n"
        "    关于印发《蓝波算力网建设方案》的通知 https://example.cn/[-1-]{+2+}"
    ),
    "publisher": ("표지·차례·판권\n  바뀜 · 판권\n    [-과학협력연구소-]{+과학협력재단+}"),
    "summary": ("표지·차례·판권\n  바뀜 · 요약\n    - 하이안성은 연산망을 [-구축하기로 하였다-]{+구축한다+}."),
}


@pytest.mark.parametrize("name", ONE_CHANGE)
def test_one_edit_is_one_change(name: str) -> None:
    before, after = ONE_CHANGE[name]
    assert ISSUE.count(before) == 1
    found = diff(parse(ISSUE), parse(ISSUE.replace(before, after)))
    assert len(found) == 1
    assert text(found, "ko") == TOLD[name]


def test_a_lost_table_is_one_change_with_all_its_lines() -> None:
    source = ISSUE[: ISSUE.index("〈네 갈래")] + ISSUE[ISSUE.index("참고자료") :]
    (change,) = diff(parse(ISSUE), parse(source))
    lines = (
        "〈네 갈래 과제〉",
        "갈래 | 기한",
        "연결 | 2025년",
        "이용 | 2024년",
        "안전 | 2027년",
        "* 출처: 성 정부 공보",
    )
    assert (change.part.ko, change.kind, change.before, change.after) == ("표", "removed", "\n".join(lines), None)


def test_an_article_that_went_does_not_renumber_the_others() -> None:
    issue = parse(ISSUE)
    policy, technology = issue.sections
    second = replace(policy.articles[1], number=1)
    (change,) = diff(issue, replace(issue, sections=(replace(policy, articles=(second,)), technology)))
    assert (change.part.ko, change.kind, change.after) == ("기사", "removed", None)
    assert change.place.ko.startswith("정책동향 01 하이안성")
    assert change.before is not None
    assert "● 도시 사이 전용망" in change.before


def test_articles_that_change_places_are_one_move() -> None:
    issue = parse(ISSUE)
    policy, technology = issue.sections
    first, second = policy.articles
    turned = replace(policy, articles=(replace(second, number=1), replace(first, number=2)))
    (change,) = diff(issue, replace(issue, sections=(turned, technology)))
    assert change.kind == "moved"


def test_an_article_in_another_section_is_a_move() -> None:
    issue = parse(ISSUE)
    policy, technology = issue.sections
    first, second = policy.articles
    sections = (
        replace(policy, articles=(first,)),
        replace(technology, articles=(*technology.articles, second)),
    )
    (change,) = diff(issue, replace(issue, sections=sections))
    assert (change.kind, change.part.ko) == ("moved", "기사")
    assert change.after is not None
    assert change.after.startswith("기술동향 02")


def test_an_article_with_a_new_headline_is_known_by_its_body() -> None:
    old, new = "난후연구소, 낮은 온도에서 버티는 전고체 전지 개발", "추위를 이기는 배터리"
    (change,) = diff(parse(ISSUE), parse(ISSUE.replace(old, new)))
    assert (change.part.ko, change.kind, change.before, change.after) == ("제목", "changed", old, new)


def test_a_line_in_another_article_is_a_move() -> None:
    issue = parse(
        ISSUE.replace("● 도시 사이 전용망 2,400km를 구축\n", "").replace(
            "● 기업 120", "● 도시 사이 전용망 2,400km를 구축\n● 기업 120"
        )
    )
    (change,) = diff(parse(ISSUE), issue)
    assert (change.kind, change.after) == ("moved", "● 도시 사이 전용망 2,400km를 구축")
    assert change.place.ko.startswith("정책동향 02")
    assert change.origin is not None
    assert change.origin.ko.startswith("정책동향 01")


# ---------------------------------------------------------------------------------------------- to read


def changed() -> list[Change]:
    source = ISSUE.replace("2,400km를", "2,600km를").replace("● 기업 120개사가 이용할 전망", "")
    return diff(parse(ISSUE), parse(source))


def test_the_changes_as_text_in_both_languages() -> None:
    assert text(changed(), "ko") == (
        "정책동향 01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표\n"
        "  바뀜 · 글머리\n"
        "    ● 도시 사이 전용망 [-2,400-]{+2,600+}km를 구축\n"
        "\n"
        "정책동향 02 둥링시, 로봇 시험장 운영 조례 제정\n"
        "  삭제 · 글머리\n"
        "    ● 기업 120개사가 이용할 전망"
    )
    assert "  changed · bullet\n" in text(changed(), "en")
    assert text([], "ko") == ""


def test_the_changes_as_json() -> None:
    first = wire.to_json(changed()[0])
    assert isinstance(first, dict)
    assert (first["kind"], first["part"]) == ("changed", "글머리")
    assert {"text": "2,400", "mark": "removed"} in first["words"]  # type: ignore[operator]


def test_long_unchanged_stretches_are_cut_in_the_text() -> None:
    long = "가나다라 " * 60
    before = replace_lead(parse(ISSUE), f"{long}하나 {long}")
    after = replace_lead(parse(ISSUE), f"{long}둘 {long}")
    shown = text(diff(before, after), "ko")
    assert "[-하나 -]{+둘 +}" in shown
    assert len(shown) < 200


def replace_lead(issue: Issue, lead: str) -> Issue:
    policy, *others = issue.sections
    first = replace(policy.articles[0], lead=lead.strip())
    return replace(issue, sections=(replace(policy, articles=(first, *policy.articles[1:])), *others))


# ---------------------------------------------------------------------------------------------- promises


@settings(max_examples=settings().max_examples * 6 // 10)
@given(roundtrip.issues(), roundtrip.issues())
def test_equal_issues_and_they_alone_have_no_changes(one: Issue, other: Issue) -> None:
    assert diff(one, one) == []
    assert bool(diff(one, other)) == (one != other)


@settings(max_examples=settings().max_examples * 3 // 2)
@given(roundtrip.texts, roundtrip.texts)
def test_any_two_texts_are_compared(one: str, other: str) -> None:
    a, b = parse(one), parse(other)
    assert bool(diff(a, b)) == (a != b)
    assert text(diff(a, b), "ko") or a == b


@given(st.text("가나 다1,2.ab"), st.text("가나 다1,2.ab"))
def test_words_hold_both_texts(before: str, after: str) -> None:
    found = words(before, after)
    assert "".join(word.text for word in found if word.mark != "added") == before
    assert "".join(word.text for word in found if word.mark != "removed") == after


@given(st.permutations(range(9)))
def test_what_did_not_move_keeps_its_order(places: list[int]) -> None:
    kept = [place for at, place in enumerate(places) if at not in moved(places)]
    assert kept == sorted(kept)
    assert kept or not places


def test_likeness() -> None:
    assert pair_ratio("연산망 구축", "연산망 구축") == 1
    assert pair_ratio("연산망 구축", "로봇 조례") == 0
    assert 0.4 < pair_ratio("연산망 구축 방안 발표", "연산망 구축 계획 발표") < 1
    assert sorted(best_pairs(["연산망 구축", "로봇 조례"], ["로봇 조례 제정", "연산망의 구축"], 0.3)) == [
        (0, 1),
        (1, 0),
    ]


def test_a_long_report_is_compared_line_by_line() -> None:
    def issue(shift: int) -> Issue:
        articles = tuple(
            Article(
                at,
                None,
                f"{at * 7919 % 1000}번 기관, 제{at}차 계획의 {at * 31 % 97}단계 발표",
                f"{at}번째 리드",
                None,
                (
                    *(
                        Bullet(1, f"{line * 17 % 89}개 지역에서 {at + line * shift}번째 사업을 추진")
                        for line in range(40)
                    ),
                    Table("표", ("가", "나"), tuple((str(row), str(row * shift)) for row in range(30))),
                ),
            )
            for at in range(1, 201)
        )
        return Issue("주간동향", None, Publisher(), (), (), (Section("policy", "정책동향", articles),))

    assert len(diff(issue(1), issue(2))) > 5000


def other(line: str, count: int) -> Issue:
    head = ISSUE.partition("■")[0]
    return report.parse(report.document(f"{head}■ 2027년까지 연산 능력을 갖춤(3.1)\n\n{line * count}"))


@pytest.mark.parametrize("line", ["● 같은 줄\n\n", "● 가 나 다 라\n\n", "● 7\n\n"])
def test_lines_that_stand_thousands_of_times_are_compared_by_their_number(line: str) -> None:
    one = other(line, 6_000)
    assert diff(one, one) == []
    (added,) = diff(one, other(line, 6_001))
    assert (added.kind, added.before) == ("added", None)


def test_every_other_line_of_thousands_is_another() -> None:
    lines = [f"● {at}번째 사업을 추진\n\n" for at in range(9_000)]
    edited = [line.replace("사업", "과제") if at % 2 else line for at, line in enumerate(lines)]
    changes = diff(other("".join(lines), 1), other("".join(edited), 1))
    assert [(change.kind, change.before and change.before[-9:]) for change in changes] == [
        ("changed", "번째 사업을 추진")
    ] * 4_500


def test_a_line_of_one_word_thousands_of_times() -> None:
    made = words("가 " * 3_900, "가 " * 1_900 + "나 " + "가 " * 2_000)
    assert "".join(word.text for word in made if word.mark != "added") == "가 " * 3_900
    assert [word.text for word in made if word.mark == "added"] == ["나 "]
