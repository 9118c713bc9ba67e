"""What questions ask for, and which of their words a text has to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.archive.answers.asking import read
from donghyang.archive.answers.asking.alike import fold
from donghyang.archive.answers.asking.patterns import patterns
from donghyang.archive.answers.folding import folded
from donghyang.language import tables

ASKED = [
    # question, sort, unit, kinds that may answer (some of them)
    ("면적은 몇 무인가?", "figure", "무", {"measure"}),
    ("예산은 얼마인가?", "figure", None, {"money"}),
    ("비중은?", "figure", None, {"percent"}),
    ("합격률은 몇 퍼센트인가?", "figure", "%", {"percent"}),
    ("최대 얼마를 지원받나?", "figure", None, {"money"}),
    ("상하이는 몇 위인가?", "figure", "위", {"rank"}),
    ("설계 수명은 몇 년인가?", "figure", "년", {"measure"}),
    ("준비 시간은 며칠 짧아졌나?", "figure", "일", {"measure"}),
    ("몇 년에 설립되었나?", "date", None, set()),
    ("며칠에 착수했나?", "date", None, set()),
    ("언제 발사되었나?", "date", None, set()),
    ("주임은 누구인가?", "name", None, set()),
    ("어느 대학이 주도하나?", "name", None, set()),
    ("시험장이 들어서는 세 지역은?", "list", None, set()),
    ("순위 1위는 어느 도시인가?", "ranked", None, set()),
    ("가장 투자액이 많은 도시는? 투자액이 가장 많은 도시는?", "extreme", None, set()),
    ("칭다오는 광저우보다 몇 점 높은가?", "difference", "점", {"count"}),
    ("投资多少元？", "figure", None, {"money"}),
    ("有多少家企业？", "figure", "개", {"count"}),
    ("什么时候发射？", "date", None, set()),
    ("Which company ranks first among robot makers?", "ranked", None, set()),
    ("How many patients took part?", "figure", "명", {"count"}),
    ("What percentage is given for Korea?", "figure", "%", {"percent"}),
]


@pytest.mark.parametrize(("question", "sort", "unit", "kinds"), ASKED, ids=[row[0] for row in ASKED])
def test_knows_what_is_asked(question: str, sort: str, unit: str | None, kinds: set[str]) -> None:
    asked = read(question).asked
    assert asked is not None
    assert (asked.sort, asked.unit) == (sort, unit)
    assert kinds <= asked.kinds


@pytest.mark.parametrize("question", ["선전에 센터가 세워졌나?", "센터는 좋은 곳인가?", "안녕하세요"])
def test_yes_and_no_are_not_answered(question: str) -> None:
    assert read(question).asked is None


SAID = [
    # a word of a question, a text, whether the text says it
    ("세운", "중점 실험실을 신설", True),
    ("심천에서", "선전시 정부", True),
    ("北京", "베이징시", True),
    ("60nm", "크기가 60nm인 소자", True),
    ("60nm", "160nm", False),
    ("16호는", "선저우(神舟) 16호", True),
    ("16호는", "선저우 6호", False),
    ("랙은", "표준 랙 18만 개", True),
    ("완성차", "프로젝트를 완공", False),
    ("칭화대학이", "중국과학기술대학", False),
    ("기초과학연구센터의", "기초과학 분야 연구센터", True),
    ("Shenzhen", "선전, 국제교역센터 신설", True),
    ("Nansha", "광저우 난사", True),
]


@pytest.mark.parametrize(("word", "text", "says"), SAID, ids=[f"{word} {text}" for word, text, _ in SAID])
def test_knows_what_a_text_says(word: str, text: str, says: bool) -> None:
    needs = read(f"{word} 값은 얼마인가?" if not word[0].isascii() or word[0].isdigit() else f"{word}?").needs
    assert bool(needs[0].said_in(folded(text))) is says


def test_what_turns_a_statement_round_has_to_be_said() -> None:
    assert any(need.is_hard for need in read("개발에 실패한 전지는 몇 개인가?").needs if need.kind == "turned")


def test_a_time_without_a_year_is_a_word() -> None:
    question = read("내년 발사 횟수는 몇 회인가?")
    assert question.periods == ()
    assert "relative" in {need.kind for need in question.needs}


@given(st.text(alphabet="몇얼마누구언제어디는은이가의?？ 0123456789,.%()가나다ABab北京多少年", max_size=60))
def test_any_text_is_read(text: str) -> None:
    question = read(text)
    assert all(question.text[slice(*need.span)] for need in question.needs)
    assert set(question.core) <= set(question.needs)


@pytest.mark.parametrize("table", ["english.tsv", "chinese.tsv", "chinese_units.tsv"])
def test_a_foreign_word_stands_once_in_its_table(table: str) -> None:
    found = [row[0] for row in tables.read("donghyang.archive.answers.asking", table)]
    assert len(found) == len(set(found))
    assert all(len(row) == 2 and all(row) for row in tables.read("donghyang.archive.answers.asking", table))


def test_a_word_that_search_says_stands_in_its_tables_alone() -> None:
    own = {
        row[0]: tuple(map(fold, row[1].split()))
        for row in tables.read("donghyang.archive.answers.asking", "english.tsv")
    }
    said = {}
    for name in ("english.tsv", "english_words.tsv"):
        for english, _, korean in tables.read("donghyang.archive.search", name):
            said.update(dict.fromkeys(english.lower().split("|"), tuple(map(fold, korean.split("|")))))
    assert [word for word, forms in own.items() if said.get(word) == forms] == []


def test_every_pattern_of_a_foreign_question_reads() -> None:
    assert all(asked.sort for language in ("zh", "en") for _, asked in patterns(language))


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        ("닝보 제련소의 두 번째 단계는 언제 끝나나요?", "2 기"),
        ("허페이 관측소는 언제 첫 삽을 떴나요?", "착공"),
    ],
)
def test_set_phrases_are_read_as_reports_have_them(asked: str, form: str) -> None:
    assert any(form in need.forms for need in read(asked).needs)


@pytest.mark.parametrize(("asked", "ahead"), [("탑을 몇 기 세우나요?", True), ("탑은 언제 첫 삽을 떴나요?", False)])
def test_a_verb_in_the_present_may_ask_for_what_is_planned(asked: str, *, ahead: bool) -> None:
    assert read(asked).ahead is ahead
