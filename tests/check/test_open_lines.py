"""The proofreader finds nothing in remarks, and of open lines only that they are open."""

import pytest

from donghyang import check, report

SLIPS = (
    "연구비는 12억 위안으로 전년 10억 위안 대비 50% 증가함",
    "조례를 2월 30일에 공표함",
    "로봇을을 보급하고 보급하고 확대함",
    "개발비 3억 위안과 설비비 4억 위안을 더한 총 9억 위안을 지원함",
    "하얼빈(哈爾濱)공과대학이 (참여함",
)
HEAD = "01\n로봇 보급 시작\n■ 로봇 2,300대를 보급함(3.2)\n"


def rules(text: str) -> list[str]:
    return [finding.rule for finding in check.check(report.document(text))]


def test_the_slips_are_found_in_what_is_written() -> None:
    found = rules(HEAD + "".join(f"● {line}\n" for line in SLIPS))
    assert len(set(found)) >= 3
    assert "open-line" not in found


@pytest.mark.parametrize("line", SLIPS)
def test_nothing_is_found_in_a_remark(line: str) -> None:
    assert rules(f"{HEAD}// {line}\n● 보급을 넓힘\n// {line}\n") == []


@pytest.mark.parametrize("line", SLIPS)
def test_of_an_open_line_only_that_it_is_open(line: str) -> None:
    assert rules(f"{HEAD}● ?? {line}\n● 보급을 넓힘\n") == ["open-line"]


def test_nothing_is_held_against_an_open_line() -> None:
    text = HEAD + "● 인력 3천 명을 양성함\n〈현황〉\n구분\t대수\n항저우\t100\n닝보\t?? 两百\n합계\t900\n"
    assert rules(text) == ["open-line"]


def test_an_open_bullet_counts_as_one() -> None:
    text = "● 다음 3대 과제를 추진함\n - 로봇 보급\n // 원문 3쪽\n - ?? 机器人 学校\n - 시험장 구축\n"
    assert rules(HEAD + text) == ["open-line"]


def test_a_finding_below_a_remark_is_where_it_was() -> None:
    text = f"{HEAD}// 비고\n● {SLIPS[1]}\n"
    (finding,) = check.check(report.document(text), select=["calendar-day"])
    assert text[finding.start : finding.end] == finding.text
    assert "30" in finding.text


def test_an_open_line_says_what_it_lacks() -> None:
    (finding,) = check.check(report.document(HEAD + "● ?? 항저우(杭州)가 로봇을 投放\n"))
    assert (finding.class_, finding.severity) == ("form", "error")
    assert "投放" in finding.message.ko
    assert "杭州" not in finding.message.ko
