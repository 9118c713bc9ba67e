"""Questions in other words than the report's, and what they ask for: lengths, halves, ranks in a line, yes and no.

Origin of every case: written for this file over the made report below; bin: built on.
"""

from __future__ import annotations

import pytest

from donghyang.archive.answers import Holdings, answer
from donghyang.archive.answers.asking import read
from donghyang.archive.answers.asking.alike import common, deeds, in_reports

REPORT = """중국 과학기술 정책 주간동향

I

정책동향

01 간쑤성, 사막 관측기지 운영방안 발표

■ 간쑤성은 사막 관측기지의 운영방안을 발표(9.4)

● 관측 영상의 보관 기간은 45일 이내로 제한
● 관측 드론은 30대에서 72대로 증가
● 란저우(蘭州)와 주취안(酒泉)에 수리 거점을 신설
● 기지 이용 건수는 우웨이시가 410건으로 2위를 기록
● 참여 기관은 연구계획서를 제출하고, 논문 수는 평가하지 않음
● 대학의 이용료는 첫해에 30% 할인
● '24년 예산은 2억 위안이며, 시범 운영은 2025년 3월에 시작

| 발 행 일 | 2024. 9. 13
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("간쑤성 사막 관측기지는 찍은 영상을 며칠까지만 갖고 있나요?", "45일 이내"),
        ("간쑤성 사막 관측기지의 드론은 늘리기 전에 몇 대였나요?", "30대"),
        ("간쑤성 사막 관측기지의 드론은 몇 대로 늘어나나요?", "72대 (30대에서)"),
        ("간쑤성 사막 관측기지의 수리 거점이 들어서는 두 도시는 어디인가요?", "란저우(蘭州), 주취안(酒泉)"),
        ("간쑤성 사막 관측기지의 이용 건수가 두 번째로 많은 도시는 어디인가요?", "우웨이시"),
        ("간쑤성 사막 관측기지는 대학의 이용료를 첫해에 몇 % 깎아 주나요?", "30%"),
        ("관측기지에 참여하는 기관은 연구계획서를 제출하나요?", "예"),
        ("간쑤성 사막 관측기지는 논문을 몇 편 썼는지도 평가하나요?", "아니요"),
    ],
)
def test_what_is_asked_in_other_words_is_answered(question: str, said: str, archive: Holdings) -> None:
    assert answer(question, archive).answer == said


@pytest.mark.parametrize(
    "question",
    [
        "간쑤성 사막 관측기지는 빙하 영상을 며칠까지만 갖고 있나요?",  # no article says 빙하
        "간쑤성 사막 관측기지는 이용료의 절반을 몇 년 동안 깎아 주나요?",  # nor a half
        "닝샤 사막 관측기지의 드론은 몇 대로 늘어나나요?",
        "간쑤성 사막 관측기지의 예산은 언제 확정되나요?",  # the year is that of a figure
        "간쑤성 사막 관측기지의 빙하 시료는 무료인가요?",
    ],
)
def test_what_is_said_in_none_of_its_words_is_refused(question: str, archive: Holdings) -> None:
    assert answer(question, archive).status == "not_found"


@pytest.mark.parametrize(
    ("question", "sort", "unit"),
    [
        ("공사는 예정보다 며칠 빨리 끝났나?", "figure", "일"),
        ("행사는 며칠에 열리나?", "date", None),
        ("임대료는 몇 년 더 깎아 주나?", "figure", "년"),
        ("공장은 몇 년까지 완공되나?", "date", None),
        ("2023年营收增长了百分之几？", "figure", "%"),
    ],
)
def test_lengths_are_told_from_dates(question: str, sort: str, unit: str | None) -> None:
    asked = read(question).asked
    assert asked is not None
    assert (asked.sort, asked.unit) == (sort, unit)


def test_a_deed_has_the_words_of_every_row() -> None:
    assert {"개발", "구축", "조성"} <= set(deeds()["만든"])


def test_a_noun_with_formal_equals_is_no_everyday_one() -> None:
    assert in_reports(("날씨",))
    assert "통신" not in common()
