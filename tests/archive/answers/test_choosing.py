"""Questions in everyday words, and which of several figures, names and dates of a line they mean.

Origin of every case: written for this file over the two made reports below; bin: built on.
"""

from __future__ import annotations

import pytest

from donghyang.archive.answers import Holdings, answer
from donghyang.archive.answers.asking import read
from donghyang.archive.answers.asking.alike import common, in_reports
from donghyang.archive.answers.asking.verbs import is_verb
from donghyang.report import document, parse

REPORT = """중국 과학기술 정책 주간동향

I

정책동향

01 장시성, 이춘에 리튬 재활용 기지 조성

■ 장시성은 이춘에 리튬 재활용 기지를 조성하는 계획을 공개(9.4)

● 총 40억 위안 가운데 성 재정 12억 위안, 기업 28억 위안을 부담
● 폐배터리 처리 공장 6곳 중 2곳은 세척, 4곳은 분해를 담당
● 심사 기간을 50일에서 20일로 단축하고 신청 서류는 7종에서 3종으로 감소
● 기업 현장 교육을 9개월 이상 의무화
● 푸저우(撫州)와 간저우(贛州)에 각각 3GWh, 5GWh 규모의 저장 단지를 건설

02 간쑤성, 태양열 발전소 운영 실적 공개

■ 간쑤성은 태양열 발전소의 운영 실적을 공개(9.5)

● 위먼(玉門)구의 발전소는 소금을 녹여 열을 저장
● 반사 효율은 91%로 시제품보다 6%p 올랐으며 시험동 5개 중 3개는 집열, 2개는 축열 시험용
● 2021년 말 설비는 210MW에서 2022년 말 340MW로 증가

〈발전소별 실적〉
발전소\t발전량 증가율(%)\t수소 생산(톤/년)
둔황\t12.5\t1800
아커싸이\t17.0\t2400
위먼\t9.4\t900
합계\t13.1\t5100

03 푸젠성, 해수 담수화 장비 시험

■ 푸젠성 닝더시 연구팀은 담수화 장비를 시험(9.6)

● 두께 8nm의 황화물 피막을 입힌 막의 판매가격을 10년간 보장
● 하루 생산량을 3만 톤에서 5만 톤으로 확대

| 발 행 일 | 2024. 9. 13
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("이춘 리튬 재활용 기지에 기업은 얼마를 부담하나요?", "28억 위안"),
        ("이춘 헌배터리 처리 공장 가운데 분해를 맡은 곳은 몇 곳인가요?", "4곳"),
        ("이춘 기지는 심사하는 데 며칠이면 되나요?", "20일 (50일에서)"),
        ("이춘 기지를 심사하는 데 원래 며칠이 걸렸나요?", "50일"),
        ("이춘 기지에서 기업 현장 교육은 몇 달을 받아야 하나요?", "9개월 이상"),
        ("간저우 저장 단지는 몇 GWh인가요?", "5GWh"),
        ("간쑤성 태양열 발전소의 반사 효율은 시제품보다 몇 %p 올랐나요?", "6%p"),
        ("간쑤성 태양열 발전소에서 축열 시험용 시험동은 몇 개인가요?", "2개"),
        ("2021년 말 간쑤성 태양열 발전소 설비는 몇 MW였나요?", "210MW"),
        ("간쑤성 발전소 가운데 발전량 증가율이 두 번째로 높은 발전소는 어디인가요?", "둔황(12.5%)"),
        ("푸젠성 담수화 막의 판매값은 몇 년 동안 보장되나요?", "10년"),
        ("福建省海水淡化设备的日产量要提高到多少吨？", "5만 톤 (3만 톤에서)"),
        ("How thick is the sulfide film on the membrane of the Ningde team in Fujian?", "8nm"),
    ],
)
def test_one_of_several_is_meant(question: str, said: str, archive: Holdings) -> None:
    assert answer(question, archive).answer == said


@pytest.mark.parametrize(
    "question",
    [
        "이춘 기지에 은행은 얼마를 부담하나요?",
        "간쑤성 발전소 가운데 발전량 증가율이 여섯 번째로 높은 발전소는 어디인가요?",
        "구이저우성 담수화 막의 판매값은 몇 년 동안 보장되나요?",
        "2019년 말 간쑤성 태양열 발전소 설비는 몇 MW였나요?",
        "What is the melting point of the sulfide film on the membrane of the Ningde team in Fujian?",
        "Which university replaced the Fujian team?",
    ],
)
def test_nothing_of_what_is_not_there(question: str, archive: Holdings) -> None:
    assert answer(question, archive).status == "not_found"


LATER = """중국 과학기술 정책 주간동향

I

정책동향

01 장시성, 이춘 리튬 재활용 기지 안내

■ 장시성은 9월 공개한 이춘 리튬 재활용 기지의 이용 방법을 안내(9.20)

● 이춘 기지의 기업 현장 교육은 12개월 이상임

| 발 행 일 | 2025. 9. 26
"""


def test_two_issues_that_answer_differently_are_both_told() -> None:
    both = Holdings.of(parse(document(text)) for text in (REPORT, LATER))
    said = answer("이춘 기지에서 기업 현장 교육은 몇 달을 받아야 하나요?", both)
    assert (said.status, said.answer) == ("contradiction", "2024-09-13: 9개월 이상 / 2025-09-26: 12개월 이상")


VERBS = "놓인 틀고 적힌 푼 쏠 찾는 세워서 높여야 만든다 걸린 도운 가까운 지은 골라낸 가져온 쓰는 빠른 물려받은 흘러든"
NOUNS = "주기 보고 사고 기기 나라 산 크기 사기 차지 방안 훈련 구간 지하 높이 길이 배우 대만 전지 전해질 보리 나무 기름"


@pytest.mark.parametrize("word", VERBS.split())
def test_a_stem_with_its_ending_is_a_verb(word: str) -> None:
    assert is_verb(word)


@pytest.mark.parametrize("word", NOUNS.split())
def test_a_noun_is_no_verb(word: str) -> None:
    assert not is_verb(word)


def test_compounds_are_told_by_their_last_part() -> None:
    assert "판매가격" in in_reports(("판매값",))
    assert "관측장비" in in_reports(("관측기기",))
    assert in_reports(("민들레",)) == ()
    assert ("마흔" in common(), "민들레" in common()) == (True, False)


def test_what_begs_to_be_told_closes_with_what_it_asks_for() -> None:
    asked = read("특구로 뽑힌 대학들을 모두 알려 줘.").asked
    assert asked is not None
    assert (asked.sort, asked.noun) == ("list", "대학")
