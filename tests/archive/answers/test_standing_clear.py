"""How questions are read word by word, who holds which place, in whose script, and what one clear place may leave."""

from __future__ import annotations

import pytest

from donghyang.archive.answers import Holdings, answer
from donghyang.archive.answers.asking import read
from donghyang.archive.answers.asking.verbs import is_auxiliary
from donghyang.archive.answers.scripts import in_script_of
from donghyang.report import document, parse

REPORT = """중국 과학기술 정책 주간동향

I

정책동향

01 푸젠성, 조력 발전 육성 방안 발표

■ 푸젠성은 ‘조력 발전 육성 방안’을 발표(9.7)

● 조력 발전 설비는 2025년 12기, 2026년 18기, 2027년 30기 등 3년간 60기를 설치
● 신청 사업 90건 가운데 25건을 시범사업으로 선정
● 조력 발전 설비는 닝더시가 24기로 가장 많고 푸톈시(20기), 샤먼시(16기)가 뒤를 이음
● 터빈 설비는 부두에서 시험을 받고, 염분 부식을 막는 도료를 한 해에 두 차례 다시 바르며, 도료값은 1회에 3만 위안

02 헤이룽장성, 초등학교 빙상 수업 확대

■ 헤이룽장성은 초등학교 빙상 수업 운영 지침을 2024년 11월 1일부터 시행한다고 발표(9.8)

● 수업은 학년도마다 초등학교 14시간, 중학교 10시간을 편성
● 빙상장은 하얼빈(哈爾濱), 치치하얼(齊齊哈爾), 무단장(牡丹江) 등 3개 도시에 설치
● 예방 교육을 받은 집단의 부상률은 3%로, 비교육 집단(9%)보다 낮음

| 발 행 일 | 2024. 9. 13
"""


@pytest.fixture(scope="module")
def archive() -> Holdings:
    """One own issue."""
    return Holdings.of([parse(document(REPORT))])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # the year that a figure of a line bears
        ("푸젠성은 조력 발전 설비를 2026년에 몇 기 설치하나?", "18기"),
        # what all have, not one that has most
        ("푸젠성이 설치하는 조력 발전 설비는 모두 몇 기인가?", "60기"),
        ("푸톈시의 조력 발전 설비는 몇 기인가?", "20기"),
        # a part, not the whole that it is of
        ("푸젠성이 조력 발전 시범사업으로 선정한 사업은 몇 건인가?", "25건"),
        # places told by words
        ("푸젠성에서 조력 발전 설비가 두 번째로 많은 도시는?", "푸톈시"),
        ("福建省潮汐发电设备排第三的是哪个城市？", "厦门 (샤먼시)"),
        # the day since when
        ("헤이룽장성의 초등학교 빙상 수업 지침은 언제부터 시행되나?", "2024-11-01"),
        # pupils and their schools, verbs that only help
        ("헤이룽장성에서 초등학생은 한 학년에 빙상 수업을 몇 시간 받아야 하나?", "14시간"),
        # a list, no member of it; in the script of the question
        ("헤이룽장성에서 빙상장을 두기로 한 곳은 어디인가?", "하얼빈(哈爾濱), 치치하얼(齊齊哈爾), 무단장(牡丹江)"),
        ("黑龙江省把冰上场馆设在哪三个城市？", "哈尔滨"),
    ],
)
def test_answers(question: str, said: str, archive: Holdings) -> None:
    assert (answer(question, archive).answer or "").startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        "푸젠성은 조력 발전 설비를 2028년에 몇 기 설치하나?",
        "광둥성은 조력 발전 설비를 2026년에 몇 기 설치하나?",
        "푸젠성이 태양열 시범사업으로 선정한 사업은 몇 건인가?",
        "헤이룽장성에서 초등학생은 한 학년에 수영 수업을 몇 시간 받아야 하나?",
        "헤이룽장성에서 하얼빈과 함께 빙상장을 두기로 한 도시는 어디인가?",
        "헤이룽장성의 중학교 야구 수업 지침은 언제부터 시행되나?",
    ],
)
def test_another_year_place_or_thing_is_refused(question: str, archive: Holdings) -> None:
    assert answer(question, archive).status == "not_found"


@pytest.mark.parametrize(
    ("question", "turned"),
    [("未接种人群的感染率是多少？", True), ("我国南非项目总投资多少？", False)],
)
def test_not_is_no_last_character_of_a_name(question: str, *, turned: bool) -> None:
    assert ("turned" in {need.kind for need in read(question).needs}) is turned


def test_a_group_told_by_not_is_no_other_one(archive: Holdings) -> None:
    assert answer("黑龙江省未教育组的受伤率是多少？", archive).value != 3


@pytest.mark.parametrize(
    ("before", "token", "helps"),
    [
        ("들어야", "하나", True),
        ("두기로", "한", True),
        ("나눠", "주기로", True),
        ("수", "있나", True),
        ("쓰지", "않고", True),
        ("회사가", "내는", False),
        ("돈을", "내는", False),
        ("다시", "쓴", False),
        ("에너지", "하니웰", False),
        ("부지", "하구언", False),
    ],
)
def test_verbs_that_only_help(before: str, token: str, helps: bool) -> None:
    assert is_auxiliary(token, before) is helps


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("농업으로는 몇 명을 뽑나?", "농업"),
        ("연구자에게는 얼마를 주나?", "연구자"),
        ("비닐하우스는 몇 동인가?", "비닐하우스"),
        ("요금할인은 몇 %인가?", "요금할인"),
    ],
)
def test_nouns_without_their_particles(question: str, word: str) -> None:
    need = read(question).needs[0]
    assert (need.kind, word in need.forms) == ("word", True)


@pytest.mark.parametrize(
    ("said", "language", "told"),
    [
        ("웨이하이(威海)시", "ko", "웨이하이(威海)시"),
        ("웨이하이(威海)시", "zh", "威海 (웨이하이(威海)시)"),
        ("웨이하이(威海)시", "en", "Weihai (웨이하이(威海)시)"),
        ("베이징, 선전", "en", "Beijing (베이징), Shenzhen (선전)"),
        ("산시(陝西)", "en", "Shaanxi (산시(陝西))"),
        ("새 소재", "zh", "새 소재"),
    ],
)
def test_names_in_the_script_of_the_question(said: str, language: str, told: str) -> None:
    assert in_script_of(said, language) == told  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "sort", "noun", "rank"),
    [
        ("Which Kunming company runs the pilot?", "name", "기업", None),
        ("Which port came third in the 2024 list?", "ranked", "항만", 3),
        ("Which company took part and came third?", "ranked", "기업", 3),
        ("Which city held the first tidal fair?", "name", "도시", None),
        ("哪座水电站最大？", "extreme", "수력발전소", None),
        ("销量排第二的是哪家企业？", "ranked", "회사", 2),
    ],
)
def test_which_of_anything(question: str, sort: str, noun: str, rank: int | None) -> None:
    asked = read(question).asked
    assert asked is not None
    assert (asked.sort, asked.noun, asked.rank) == (sort, noun, rank)
